"""The SQL macro `fold(text)`, made from the same data file as the Python folding."""

from libnews.arabic.fold import fold_table


def fold_macro() -> str:
    """SQL that creates the macro `fold(text)`; it equals `libnews.arabic.fold.fold` but for presentation forms.

    Dropped characters are named by number, so that no invisible one stands in the SQL.

    >>> fold_macro().startswith("CREATE MACRO fold(text)")
    True
    """
    table = fold_table()
    dropped = "".join(rf"\x{{{code:04X}}}" for code, to in sorted(table.items()) if not to)
    kept = {chr(code): to for code, to in sorted(table.items()) if to and to != " "}
    spaces = "".join(rf"\x{{{code:04X}}}" for code, to in sorted(table.items()) if to == " ")
    return (
        "CREATE MACRO fold(text) AS lower(translate(regexp_replace(regexp_replace(text, "
        f"'[{dropped}]', '', 'g'), '[{spaces}]', ' ', 'g'), '{''.join(kept)}', '{''.join(kept.values())}'));\n"
        "COMMENT ON MACRO fold IS 'Text folded for search: marks and invisible characters dropped, spellings that "
        "writers interchange made one, digits 0-9, Latin letters lower case.';\n"
    )
