"""Words that no longer stand where they are said to stand, and amounts and hashes that are another by one digit."""

import random
import re
from collections.abc import Sequence

from libnews.checks.rule import Connection
from libnews.testing.mutators.cells import DIGESTS
from libnews.testing.mutators.change import Change, mutator
from libnews.testing.mutators.picking import key_of, pick, shuffled, tables_with_rows, update

_QUOTED = (("claim", "quote"), ("span", "quote"), ("attribution", "quote"))
_OUTSIDE = {"claim": "claim.span-outside", "span": "span.outside", "attribution": "attribution.span-outside"}
_AMOUNTS = (("agreement", "amount"), ("trade_figure", "amount"), ("agreement_item", "quantity"))
_DIGIT = "[0-9٠-٩۰-۹]"
_MARK = '[\u0640\u064b-\u065f\u0670\u200b-\u200f.,:!"()،؛؟«»]'
_LETTER = "[أإآىةؤئ]"
_FOLDED = str.maketrans("أإآىةؤئ", "ااايهوي")


@mutator("the span of a claim, a source or a word that was read moves by a few characters")
def shift_span(connection: Connection, chance: random.Random) -> Change | None:
    for table, _ in shuffled(chance, _there(connection, _QUOTED)):
        picked = pick(
            connection,
            chance,
            f"select q.rowid as rowid, q.start_char, q.end_char, q.quote, p.text from {table} q "
            "join paragraph p using (article_id, paragraph_no) where length(q.quote) > 0",
        )
        if picked is not None and (change := _shifted(connection, chance, table, *picked)) is not None:
            return change
    return None


def _shifted(
    connection: Connection, chance: random.Random, table: str, row: int, start: int, end: int, quote: str, text: str
) -> Change | None:
    steps = [step for step in (-3, -2, -1, 1, 2, 3) if start + step < 0 or text[start + step : end + step] != quote]
    if not steps:
        return None
    step = chance.choice(steps)
    before = key_of(connection, table, row)
    connection.execute(
        f"update {table} set start_char = start_char + ?::integer, end_char = end_char + ?::integer where rowid = ?",
        (step, step, row),
    )
    keys = tuple(dict.fromkeys((before, key_of(connection, table, row))))
    spans = (f"[{start}, {end})", f"[{start + step}, {end + step})")
    rules = (f"{table}.quote-differs", _OUTSIDE[table])
    return Change("shift_span", table, keys, "start_char, end_char", *spans, rules)


@mutator("one digit of a quote becomes another")
def swap_digit(connection: Connection, chance: random.Random) -> Change | None:
    return _edited(connection, chance, "swap_digit", _QUOTED, _DIGIT)


@mutator("one digit of a claim's value becomes another: of an amount, a quantity or a date")
def swap_digit_of_value(connection: Connection, chance: random.Random) -> Change | None:
    return _edited(
        connection, chance, "swap_digit_of_value", (("claim", "value"),), _DIGIT, where="not contains(value, '_')"
    )


@mutator("one digit of a record's amount or quantity becomes another")
def swap_digit_of_amount(connection: Connection, chance: random.Random) -> Change | None:
    return _edited(connection, chance, "swap_digit_of_amount", _AMOUNTS, _DIGIT)


@mutator("a tatweel, a vowel sign or a full stop of a paragraph or quote is gone")
def drop_mark(connection: Connection, chance: random.Random) -> Change | None:
    return _edited(connection, chance, "drop_mark", (*_QUOTED, ("paragraph", "text")), _MARK)


@mutator("a letter of a paragraph or quote is written in its plainer form: أ as ا, ى as ي, ة as ه")
def fold_letter(connection: Connection, chance: random.Random) -> Change | None:
    return _edited(connection, chance, "fold_letter", (*_QUOTED, ("paragraph", "text")), _LETTER)


@mutator("one digit of a hash becomes another")
def change_hash(connection: Connection, chance: random.Random) -> Change | None:
    hashes = (("article", "sha256"), ("rejected", "sha256"), ("digest", "digest"))
    return _edited(connection, chance, "change_hash", hashes, "[0-9a-f]")


def _edited(
    connection: Connection,
    chance: random.Random,
    name: str,
    cells: Sequence[tuple[str, str]],
    pattern: str,
    where: str = "true",
) -> Change | None:
    """Change one character that `pattern` finds, in one of the cells."""
    for table, column in shuffled(chance, _there(connection, cells)):
        query = f"select rowid, {column}::varchar as old from {table} where regexp_matches(old, ?) and {where}"
        picked = pick(connection, chance, query, (pattern,))
        if picked is not None:
            row, old = picked
            at = chance.choice([found.start() for found in re.finditer(pattern, old)])
            new = old[:at] + _other(chance, name, old[at]) + old[at + 1 :]
            keys = update(connection, table, row, column, new)
            return Change(name, table, keys, column, old, new, _rules(name, table, column))
    return None


def _there(connection: Connection, cells: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    tables = frozenset(tables_with_rows(connection))
    return [(table, column) for table, column in cells if table in tables]


def _other(chance: random.Random, name: str, character: str) -> str:
    if name == "drop_mark":
        return ""
    if name == "fold_letter":
        return character.translate(_FOLDED)
    others = "0123456789abcdef" if name == "change_hash" else _digits_beside(character)
    return chance.choice(others.replace(character, ""))


def _digits_beside(digit: str) -> str:
    zero = ord(digit) - int(digit)
    return "".join(chr(zero + number) for number in range(10))


def _rules(name: str, table: str, column: str) -> tuple[str, ...]:
    if column == "quote":
        return (f"{table}.quote-differs",)
    if name == "drop_mark":
        return ("paragraph.length-differs",)
    if name == "swap_digit_of_amount":
        return ("agreement-item.unsupported",) if table == "agreement_item" else ("record.amount-unsupported",)
    return DIGESTS
