"""Rows as Arrow tables: the columns of the table they go to, in its order, and not too many at once."""

from collections.abc import Iterator

import duckdb
import pytest

from libnews.store import arrow, schema_sql


@pytest.fixture(scope="module")
def con() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as opened:
        opened.execute(schema_sql())
        yield opened


@pytest.mark.parametrize("table", sorted(arrow.COLUMNS))
def test_a_batch_has_the_columns_of_its_table(con: duckdb.DuckDBPyConnection, table: str) -> None:
    """The trap: rows are stored by position, so a column under another name, or in another place, is another value."""
    count = len(arrow.COLUMNS[table])
    (batch,) = arrow.tables(table, [(None,) * count])
    columns = con.execute(
        "SELECT column_name FROM duckdb_columns() WHERE table_name = ? ORDER BY column_index", [table]
    ).fetchall()
    assert batch.num_rows == 1
    assert not columns or batch.column_names == [name for (name,) in columns]


@pytest.mark.parametrize(("rows", "sizes"), [(0, []), (1, [1]), (2, [2]), (3, [2, 1]), (5, [2, 2, 1])])
def test_rows_are_cut_into_tables_and_none_is_lost(
    monkeypatch: pytest.MonkeyPatch, rows: int, sizes: list[int]
) -> None:
    """The trap: the last rows, or an empty batch, where the rows come out even."""
    monkeypatch.setattr(arrow, "ROWS_PER_TABLE", 2)
    made = [(f"m{number}", f"r{number}", None) for number in range(rows)]
    found = list(arrow.tables("assignment", iter(made)))
    assert [batch.num_rows for batch in found] == sizes
    assert [row for batch in found for row in zip(*batch.to_pydict().values(), strict=True)] == made
