"""Digests: every changed cell shows, and nothing else does."""

import random
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import duckdb
import pytest

from libnews import store
from libnews.checks import structure
from libnews.store import digest
from libnews.store.script import SCHEMA_DIGEST, keys
from tests.store import sample


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample.build(tmp_path_factory.mktemp("digest") / "news.duckdb")


@pytest.fixture
def con(built: Path, tmp_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """An open copy, to be changed at will."""
    copy = shutil.copy(built, tmp_path / "copy.duckdb")
    with duckdb.connect(str(copy)) as opened:
        yield opened


def changed(con: duckdb.DuckDBPyConnection, *statements: str) -> list[str | None]:
    for statement in statements:
        con.execute(statement)
    return [difference.table for difference in digest.differences(con)]


def cells(path: Path) -> list[tuple[str, str, str]]:
    with duckdb.connect(str(path), read_only=True) as opened:
        rows: list[tuple[str, str, str]] = opened.execute(
            "SELECT c.table_name, c.column_name, c.data_type FROM duckdb_columns() c JOIN duckdb_tables() t"
            " USING (table_oid) WHERE t.schema_name = 'main' AND NOT c.internal ORDER BY ALL"
        ).fetchall()
    return rows


def test_an_untouched_database_has_no_differences(built: Path) -> None:
    with store.connect(built) as db:
        assert db.differences() == []


def test_every_table_and_the_schema_have_a_digest(con: duckdb.DuckDBPyConnection) -> None:
    tables = {name for (name,) in con.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    digests = {name for (name,) in con.execute("SELECT table_name FROM digest").fetchall()}
    assert digests == (tables - {"digest"}) | {"schema"}


def test_a_change_in_any_column_of_any_table_is_found(built: Path, con: duckdb.DuckDBPyConnection) -> None:
    changes = {
        "VARCHAR": "concat({0}, 'x')", "JSON": "'{{\"a\": 1}}'", "BOOLEAN": "NOT coalesce({0}, false)",
        "DATE": "coalesce({0}, DATE '2020-01-01') + 1",
    }  # fmt: skip
    columns: dict[str, list[str]] = {}
    for table, column, _kind in cells(built):
        columns.setdefault(table, []).append(column)
    for table, column, kind in cells(built):
        value = changes.get(kind, "coalesce({0}, 0) + 1").format(f'"{column}"')
        before = con.execute(digest.digest_sql(table, columns[table])).fetchall()
        con.execute("BEGIN")
        con.execute(f'UPDATE {table} SET "{column}" = {value} WHERE rowid = (SELECT min(rowid) FROM {table})')
        after = con.execute(digest.digest_sql(table, columns[table])).fetchall()
        con.execute("ROLLBACK")
        assert before[0][0] == after[0][0] > 0, table
        assert before[0][1] != after[0][1], f"{table}.{column}"


@pytest.mark.parametrize("table", ["article", "claim", "agreement", "build", "digest"])
def test_a_changed_cell_is_a_difference(con: duckdb.DuckDBPyConnection, table: str) -> None:
    column = {"build": "given", "digest": "row_count", "agreement": "amount"}.get(table, "article_id")
    value = "'article_x'" if column == "article_id" else f"{column} + 1"
    found = changed(con, f"UPDATE {table} SET {column} = {value} WHERE rowid = 0")
    assert found == (["actor"] if table == "digest" else [table])


def test_null_is_not_the_empty_text(con: duckdb.DuckDBPyConnection) -> None:
    assert changed(con, "UPDATE article SET url = '' WHERE url IS NULL") == ["article"]


def test_text_cannot_move_between_columns(con: duckdb.DuckDBPyConnection) -> None:
    """Values are written with their lengths, or 'ab' + 'c' would read like 'a' + 'bc'."""
    con.execute("UPDATE rejected SET reason = 'ab', detail = 'c', locator = '1:x'")
    con.execute("DELETE FROM digest")
    digest.write(con)
    assert changed(con) == []
    assert changed(con, "UPDATE rejected SET reason = 'a', detail = 'bc'") == ["rejected"]


@pytest.mark.parametrize(
    "statements",
    [
        ["INSERT INTO agreement_item SELECT * FROM agreement_item"],
        ["INSERT INTO rejected SELECT * FROM rejected UNION ALL SELECT * FROM rejected"],
        ["DELETE FROM span WHERE rowid = (SELECT min(rowid) FROM span)"],
        ["DELETE FROM digest WHERE table_name = 'claim'"],
        ["INSERT INTO digest SELECT * FROM digest WHERE table_name = 'claim'"],
        ["INSERT INTO digest VALUES (NULL, 0, 'x', 0, 0)"],
        ["CREATE TABLE extra (x INTEGER)"],
        ["DROP TABLE span"],
        ["ALTER TABLE span ALTER used TYPE INTEGER"],
        ["CREATE OR REPLACE VIEW timeline AS SELECT * FROM record"],
        ["CREATE OR REPLACE MACRO exact_decimal(digits) AS 1"],
        ["COMMENT ON COLUMN span.used IS 'something else'"],
    ],
)
def test_rows_tables_and_definitions_more_or_less_are_found(
    con: duckdb.DuckDBPyConnection, statements: list[str]
) -> None:
    assert changed(con, *statements)


def test_one_pair_of_equal_rows_for_another_is_found(con: duckdb.DuckDBPyConnection) -> None:
    """A bare XOR of rows is blind to it: equal rows cancel out, and the count stays."""
    con.execute("INSERT INTO agreement_item VALUES ('a', 'x', 1, NULL), ('a', 'x', 1, NULL)")
    con.execute("DELETE FROM digest")
    digest.write(con)
    assert changed(con) == []
    assert changed(con, "UPDATE agreement_item SET item = 'y' WHERE item = 'x'") == ["agreement_item"]


def test_the_order_of_rows_plays_no_part(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("CREATE TEMP TABLE kept AS FROM claim ORDER BY claim_id DESC")
    assert changed(con, "DELETE FROM claim", "INSERT INTO claim FROM kept") == []


def test_the_order_of_files_and_articles_plays_no_part(built: Path, tmp_path: Path) -> None:
    shuffled = random.Random(7)  # any order will do, but a failure has to come again
    for number in range(3):
        articles, extractions = list(sample.ARTICLES), list(sample.EXTRACTIONS)
        shuffled.shuffle(articles)
        shuffled.shuffle(extractions)
        path = sample.build(tmp_path / f"{number}.duckdb", articles, extractions, sample.REJECTED[::-1])
        with store.connect(built) as first, store.connect(path) as second:
            assert first.digest() == second.digest()


def test_a_rewritten_digest_changes_the_digest_of_digests(built: Path, con: duckdb.DuckDBPyConnection) -> None:
    before = digest.digest_of_digests(con)
    con.execute("UPDATE claim SET value = 'forged' WHERE rowid = 0")
    con.execute("DELETE FROM digest")
    digest.write(con)
    assert digest.differences(con) == []
    assert digest.digest_of_digests(con) != before


def _rows(con: duckdb.DuckDBPyConnection, table: str) -> list[tuple[int, str]]:
    key = ", ".join(keys()[table])
    return con.execute(f"SELECT rowid, concat_ws(' ', {key}) FROM {table} ORDER BY rowid").fetchall()


def test_the_one_row_that_changed_is_told(built: Path, con: duckdb.DuckDBPyConnection) -> None:
    """In every table with a key; the table with no other column has none to tell."""
    one_of_each = {
        table: (table, column, kind) for table, column, kind in cells(built) if column not in keys().get(table, ())
    }
    the_changed_row_is_told(con, one_of_each.values())


@pytest.mark.slow
def test_whichever_column_changed_its_row_is_told(built: Path, con: duckdb.DuckDBPyConnection) -> None:
    the_changed_row_is_told(con, cells(built))


def the_changed_row_is_told(con: duckdb.DuckDBPyConnection, columns: Iterable[tuple[str, str, str]]) -> None:
    changes = {"VARCHAR": "concat({0}, 'x')", "BOOLEAN": "NOT {0}", "DATE": "coalesce({0}, DATE '2020-01-01') + 1"}
    told = set()
    for table, column, kind in columns:
        if table == "digest" or column in keys().get(table, (column,)):
            continue
        rowid, key = _rows(con, table)[-1]
        value = changes.get(kind, "coalesce({0}, 0) + 1" if kind != "JSON" else "'{{\"a\": 1}}'").format(column)
        con.execute("BEGIN")
        con.execute(f"UPDATE {table} SET {column} = {value} WHERE rowid = {rowid}")
        (found,) = digest.differences(con)
        con.execute("ROLLBACK")
        assert (found.table, found.row) == (table, key), column
        told.add(table)
    assert told == keys().keys() - {"digest", "agreement_item"}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE claim SET basis = 'guessed'",
        "DELETE FROM claim WHERE field = 'item'",
        "UPDATE digest SET row_sum = row_sum + 1",
        "UPDATE digest SET place_sum = 7",
        "UPDATE digest SET row_sum = NULL",
        "UPDATE digest SET row_sum = '-99999999999999999999999999999999999999'",
    ],
)
def test_where_more_or_less_than_a_row_changed_no_row_is_accused(
    con: duckdb.DuckDBPyConnection, statement: str
) -> None:
    con.execute(statement)
    differences = digest.differences(con)
    assert differences
    assert {difference.row for difference in differences} == {None}


def test_the_schema_is_that_of_this_version(built: Path) -> None:
    """Whoever changes a table, comment, view or macro renews SCHEMA_DIGEST, and SCHEMA_VERSION if readers see it."""
    with store.connect(built) as db:
        assert digest.compute(db.connection)["schema"].digest == SCHEMA_DIGEST, "write the left one in store/script.py"


def test_a_changed_view_cannot_hide_behind_a_new_digest(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("CREATE OR REPLACE VIEW derived.meeting AS SELECT * FROM meeting; DELETE FROM digest")
    digest.write(con)
    assert [difference.table for difference in digest.differences(con)] == ["schema"]


def test_keys_are_those_of_the_schemas() -> None:
    """They stand in the comments of the tables and in the pandera schemas."""
    assert {table: structure.keys(table) for table in structure.contract() if table != "build"} == keys()


def test_rows_that_stand_twice_are_counted(con: duckdb.DuckDBPyConnection) -> None:
    """The trap: in the XOR of a short cut that does not count them, two equal rows cancel out."""
    assert changed(con, "INSERT INTO actor FROM actor WHERE actor_id = 'CHE'") == ["actor"]
    assert changed(con, "INSERT INTO actor FROM actor WHERE actor_id = 'CHE' LIMIT 1") == ["actor"]


def test_a_table_that_had_rows_twice_is_untouched_while_it_has(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("INSERT INTO actor FROM actor; DELETE FROM digest")
    digest.write(con)
    assert changed(con) == []


def test_equal_rows_do_not_cancel_out(con: duckdb.DuckDBPyConnection) -> None:
    """The trap: two equal rows leave no trace in a digest of exclusive or, and two others can take their place."""
    con.execute("INSERT INTO rejected SELECT 'a.txt', '', 'empty', NULL, 'x', 0, NULL FROM range(2)")
    con.execute("DELETE FROM digest")
    digest.write(con)
    assert digest.differences(con) == []
    con.execute("UPDATE rejected SET detail = 'y' WHERE detail = 'x'")
    assert [found.table for found in digest.differences(con)] == ["rejected"]
