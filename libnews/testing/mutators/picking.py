"""Rows and cells of an open database, picked by chance and named as findings name them."""

import random
from collections.abc import Sequence
from typing import Any

from libnews.checks import structure
from libnews.checks.rule import Connection


def tables_with_rows(connection: Connection, at_least: int = 1) -> list[str]:
    """Tables that hold `at_least` rows, those that no database of libnews has left out."""
    sound = structure.sound_tables(connection)
    counts = [
        f"select '{table}' as name, (select count(*) from (select 1 from {table} limit {at_least})) as many"
        for table in structure.contract()
        if table in sound
    ]
    if not counts:
        return []
    rows = connection.execute(f"select name from ({' union all '.join(counts)}) where many >= {at_least}").fetchall()
    found = {name for (name,) in rows}
    return [table for table in structure.contract() if table in found]


def pick(connection: Connection, chance: random.Random, query: str, parameters: Sequence[object] = ()) -> Any | None:
    """One row of `query`, which has a column rowid; `None` where it has no row."""
    (number,) = connection.execute(f"select count(*) from ({query})", parameters).fetchall()[0]
    if not number:
        return None
    at = chance.randrange(number)
    return connection.execute(f"{query} order by rowid limit 1 offset {at}", parameters).fetchall()[0]


def shuffled(chance: random.Random, values: Sequence[Any]) -> list[Any]:
    """The values in an order left to chance."""
    return chance.sample(values, len(values))


def key_of(connection: Connection, table: str, row: int) -> str | None:
    """The key of a row as findings print it; `None` for a table without a key."""
    keys = structure.keys(table)
    if not keys:
        return None
    found = connection.execute(f"select concat_ws(' ', {', '.join(keys)}) from {table} where rowid = ?", (row,))
    key: str = found.fetchall()[0][0]
    return key


def update(connection: Connection, table: str, row: int, column: str, value: object) -> tuple[str | None, ...]:
    """Set one value, and give the row's key before and after."""
    before = key_of(connection, table, row)
    sql_type = structure.contract()[table][column]
    connection.execute(f"update {table} set {column} = ?::{sql_type} where rowid = ?", (value, row))
    return tuple(dict.fromkeys((before, key_of(connection, table, row))))
