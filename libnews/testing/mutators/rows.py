"""Rows gone, doubled or mixed up."""

import random

from libnews.checks import structure
from libnews.checks.rule import Connection
from libnews.testing.mutators.cells import DIGESTS, columns_of
from libnews.testing.mutators.change import Change, mutator
from libnews.testing.mutators.picking import key_of, pick, shuffled, tables_with_rows, update


@mutator("a row of a table is gone")
def delete_row(connection: Connection, chance: random.Random) -> Change | None:
    if (picked := _row(connection, chance)) is None:
        return None
    table, row, text = picked
    key = key_of(connection, table, row)
    connection.execute(f"delete from {table} where rowid = ?", (row,))
    return Change("delete_row", table, (key,), None, text, None, DIGESTS)


@mutator("a row of a table stands in it twice")
def duplicate_row(connection: Connection, chance: random.Random) -> Change | None:
    if (picked := _row(connection, chance)) is None:
        return None
    table, row, text = picked
    key = key_of(connection, table, row)
    connection.execute(f"insert into {table} select * from {table} where rowid = ?", (row,))
    rule = "build.not-one-row" if table == "build" else "schema.key-repeated"
    return Change("duplicate_row", table, (key,), None, text, f"{text}, twice", (rule,))


@mutator("two rows of a table have each other's value in one column")
def swap_values(connection: Connection, chance: random.Random) -> Change | None:
    several = frozenset(tables_with_rows(connection, at_least=2))
    cells = [(table, column) for table, column in columns_of(connection) if table in several]
    for table, column in shuffled(chance, cells):
        others = ", ".join(name for name in structure.contract()[table] if name != column)
        query = (
            f"select a.rowid as rowid, b.rowid as other, a.{column}::varchar, b.{column}::varchar "
            f"from (select rowid, {column}, row({others}) as rest from {table}) a "
            f"join (select rowid, {column}, row({others}) as rest from {table}) b "
            # Rows that differ in this value alone would only change places.
            f"on a.rowid < b.rowid and a.{column} is distinct from b.{column} and a.rest is distinct from b.rest"
        )
        first = pick(connection, chance, f"select rowid from {table}")
        picked = pick(connection, chance, f"select * from ({query}) where rowid = {first[0]}") if first else None
        if picked is not None:
            return _swapped(connection, "swap_values", table, column, picked, DIGESTS)
    return None


@mutator("two paragraphs of an article have each other's text")
def swap_paragraphs(connection: Connection, chance: random.Random) -> Change | None:
    if "paragraph" not in tables_with_rows(connection):
        return None
    query = (
        "select a.rowid as rowid, b.rowid as other, a.text, b.text as second from paragraph a "
        "join paragraph b using (article_id) where a.paragraph_no < b.paragraph_no and a.text <> b.text"
    )
    picked = pick(connection, chance, query)
    if picked is None:
        return None
    rule = "paragraph.length-differs" if len(picked[2]) != len(picked[3]) else "digest.differs"
    return _swapped(connection, "swap_paragraphs", "paragraph", "text", picked, (rule,))


def _row(connection: Connection, chance: random.Random) -> tuple[str, int, str] | None:
    tables = tables_with_rows(connection)
    if not tables:
        return None
    table = chance.choice(tables)
    picked = pick(connection, chance, f"select rowid, {table}::varchar as text from {table}")
    return None if picked is None else (table, *picked)


def _swapped(
    connection: Connection,
    name: str,
    table: str,
    column: str,
    picked: tuple[int, int, str | None, str | None],
    rules: tuple[str, ...],
) -> Change:
    first, second, before, after = picked
    keys = (*update(connection, table, first, column, after), *update(connection, table, second, column, before))
    return Change(name, table, tuple(dict.fromkeys(keys)), column, before, after, rules)
