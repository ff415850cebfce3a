"""One value of any column of any table becomes another."""

import random
from collections.abc import Callable

from libnews.checks import structure
from libnews.checks.rule import Connection
from libnews.testing.mutators.change import Change, Mutator, mutator
from libnews.testing.mutators.picking import pick, shuffled, tables_with_rows, update

DIGESTS = ("digest.differs", "digest.missing", "digest.extra")
"""What catches a change that nothing else speaks of."""
_LETTERS = "aZ09 .-،يىةأ\u0640\u064b"
_GARBAGE: dict[str, tuple[str, ...]] = {
    "VARCHAR": ("", "x", " ", "null", "ليبيا", "2024-05-03", "CHE", "\x1b[2J", "0" * 64, "٣", "<b>", "a\r\nb"),
    "INTEGER": ("0", "-1", "7", str(2**31 - 1), str(-(2**31))),
    "BIGINT": ("0", "-1", "7", str(2**63 - 1), str(-(2**63))),
    "BOOLEAN": ("true", "false"),
    "DATE": ("infinity", "0001-01-01", "200000-01-01", "2024-02-29"),
    "DECIMAL(38,0)": ("0", "7", "-1", "9" * 38),
    "DECIMAL(38,4)": ("0", "0.0001", "-1", "9" * 34),
    "JSON": ("{}", '{"a": "b"}', "[]", "null"),
}


def columns_of(connection: Connection) -> list[tuple[str, str]]:
    """Table and column of everything that `cell` may change: the columns of every table that has rows."""
    return [(table, column) for table in tables_with_rows(connection) for column in structure.contract()[table]]


def cell_of(table: str, column: str) -> Mutator:
    """A mutator that changes one value of this column, as `cell` does.

    >>> cell_of("claim", "value").name
    'cell'
    """
    return Mutator(
        "cell", f"another value in {table}.{column}", lambda con, chance: _changed(con, chance, table, column)
    )


@mutator("another value in a column: one of another row, one near it, none, or garbage")
def cell(connection: Connection, chance: random.Random) -> Change | None:
    for table, column in shuffled(chance, columns_of(connection)):
        if (change := _changed(connection, chance, table, column)) is not None:
            return change
    return None


def _changed(connection: Connection, chance: random.Random, table: str, column: str) -> Change | None:
    picked = pick(connection, chance, f"select rowid, {column}::varchar as old from {table}")
    if picked is None:
        return None
    row, old = picked
    for other in shuffled(chance, (_from_another_row, _near, _garbage, _nothing)):
        new = other(connection, chance, table, column, old)
        if not _same(connection, table, column, old, new):
            keys = update(connection, table, row, column, new)
            return Change("cell", table, keys, column, old, new, DIGESTS)
    return None


def _same(connection: Connection, table: str, column: str, old: str | None, new: str | None) -> bool:
    sql_type = structure.contract()[table][column]
    found = connection.execute(f"select (?::{sql_type})::varchar is not distinct from ?", (new, old)).fetchall()
    return bool(found[0][0])


def _from_another_row(
    connection: Connection, chance: random.Random, table: str, column: str, old: str | None
) -> str | None:
    query = (
        f"select min(rowid) as rowid, {column}::varchar from {table} "
        f"where {column}::varchar is distinct from ? group by {column}::varchar"
    )
    picked = pick(connection, chance, query, (old,))
    return old if picked is None else picked[1]


def _near(connection: Connection, chance: random.Random, table: str, column: str, old: str | None) -> str | None:
    sql_type = structure.contract()[table][column]
    if old is None:
        return old
    if sql_type == "VARCHAR":
        return _edited(chance, old)
    if sql_type == "JSON":
        return '{"a": ' + old + "}"
    if sql_type == "BOOLEAN":
        return "true" if old == "false" else "false"
    step = chance.choice((-1, 1))
    moved = connection.execute(f"select try_cast({_STEPS[sql_type]} as varchar)", (old, step)).fetchall()
    return moved[0][0] or old


_STEPS = {
    "INTEGER": "try_cast(?::bigint + ? as integer)",
    "BIGINT": "try_cast(?::hugeint + ? as bigint)",
    "DATE": "?::date + ?::integer",
    "DECIMAL(38,0)": "try_cast(?::decimal(38, 0) + ?::integer as decimal(38, 0))",
    "DECIMAL(38,4)": "try_cast(?::decimal(38, 4) + ?::integer as decimal(38, 4))",
}


def _edited(chance: random.Random, old: str) -> str:
    at, letter = chance.randrange(len(old) + 1), chance.choice(_LETTERS)
    edits: list[Callable[[], str]] = [
        lambda: old[:at] + letter + old[at:],
        lambda: old[:at] + old[at + 1 :],
        lambda: old[:at] + letter + old[at + 1 :],
    ]
    return chance.choice(edits)()


def _garbage(connection: Connection, chance: random.Random, table: str, column: str, old: str | None) -> str | None:
    given = _GARBAGE[structure.contract()[table][column]]
    return chance.choice([value for value in given if value != old])


def _nothing(connection: Connection, chance: random.Random, table: str, column: str, old: str | None) -> str | None:
    return None
