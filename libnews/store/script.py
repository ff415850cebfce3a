"""The SQL that makes an empty libnews database."""

from importlib.resources import files

from libnews.store.folding import fold_macro

SCHEMA_VERSION = 3
"""Raised when tables, views or macros change in a way that older readers cannot follow."""


def schema_sql() -> str:
    """All statements that make an empty database: tables, macros, the rules of the record tables, views.

    Use it to see what a database holds, or to make one elsewhere.

    >>> schema_sql().count("CREATE TABLE")
    19
    """
    own = {
        name: files("libnews.store").joinpath(f"{name}.sql").read_text(encoding="utf-8")
        for name in ("schema", "macros", "judged", "voices", "records", "conflicts", "views")
    }
    return "\n".join((own.pop("schema"), own.pop("macros"), fold_macro(), *own.values()))
