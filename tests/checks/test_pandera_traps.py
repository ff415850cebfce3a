"""What pandera's ibis backend does otherwise than one expects, and that no rule rests on it.

Each of these passes over bad data, names the wrong rows or fetches whole tables, as measured with pandera 0.35 on
ibis 12; a test here fails where a rule walks into it.
"""

from typing import Any

import duckdb
import pytest
from ibis.backends.duckdb import Backend

from libnews import checks
from libnews.checks.schemas import TABLES
from libnews.checks.structure import contract

pytestmark = pytest.mark.filterwarnings("ignore:fetch_arrow_table", "ignore:.*infer_string")
MANY = 5000


@pytest.fixture
def fetched(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many values each query of ibis brought into Python."""
    counts: list[int] = []
    real = Backend.execute

    def counting(self: Backend, *given: Any, **named: Any) -> Any:
        found = real(self, *given, **named)
        counts.append(len(found) if hasattr(found, "__len__") else 1)
        return found

    monkeypatch.setattr(Backend, "execute", counting)
    return counts


def _keys(con: duckdb.DuckDBPyConnection, rule: str) -> list[str]:
    return sorted(one.key or "" for one in checks.run(con, limit=MANY).findings if one.rule == rule)


def _many_rejected(con: duckdb.DuckDBPyConnection) -> None:
    con.execute(f"insert into rejected select 'f' || range, '', 'empty', null, 'd', 0, null from range({MANY})")


@pytest.mark.parametrize("name", sorted(TABLES))
def test_a_key_that_is_there_twice(name: str, con: duckdb.DuckDBPyConnection) -> None:
    """`unique=True` of a column is ignored and duplicates pass."""
    schema = TABLES[name].to_schema()
    assert not any(column.unique for column in schema.columns.values())
    con.execute(f"insert into {name} from {name} limit 1")
    ((rows,),) = con.execute(f"select count(*) from {name}").fetchall()
    assert ("schema.key-repeated" in checks.run(con).counts) == bool(rows and schema.unique)


def test_a_reference_where_a_parent_has_no_key(con: duckdb.DuckDBPyConnection) -> None:
    """`isin` of a column that holds one NULL is NULL for every miss, and NULL passes."""
    con.execute("update article set article_id = null where rowid = 0; update paragraph set article_id = 'article_x'")
    assert "paragraph.article-missing" in checks.run(con).counts


def test_rows_are_named_by_key_and_not_by_position(con: duckdb.DuckDBPyConnection) -> None:
    """Rows of a check that joins are told by their position in another order."""
    _many_rejected(con)
    con.execute("update rejected set reason = 'nonsense' where file like 'f%' and substr(file, 2)::int % 217 = 3")
    expected = sorted(f"f{number} " for number in range(MANY) if number % 217 == 3)
    assert _keys(con, "schema.value-unknown") == expected


def test_a_missing_value_hides_no_other(con: duckdb.DuckDBPyConnection) -> None:
    """What a check says of NULL is NULL, and NULL passes, in one check for all columns whatever the others say."""
    _many_rejected(con)
    con.execute("update rejected set detail = null, sha256 = null, byte_length = -1 where file = 'f7'")
    assert _keys(con, "schema.value-out-of-range") == ["f7 "]
    con.execute("update rejected set reason = null where file = 'f8'")
    assert _keys(con, "schema.value-missing") == ["f7 ", "f8 "]


@pytest.mark.parametrize("wrong", ["x{}", "{}x", "{}\n", "\n{}", "x\n{}"])
def test_a_form_is_that_of_the_whole_value(wrong: str, con: duckdb.DuckDBPyConnection) -> None:
    """A pattern is searched, or matched at the start alone, and not at the end of the text."""
    ((sha256,),) = con.execute("select sha256 from article limit 1").fetchall()
    con.execute("update article set sha256 = ? where sha256 = ?", [wrong.format(sha256), sha256])
    assert "schema.value-malformed" in checks.run(con).counts


def test_a_column_of_another_type_is_told_and_raises_nothing(con: duckdb.DuckDBPyConnection) -> None:
    """`coerce` is not applied, and a check on such a column raises what is no finding."""
    con.execute("alter table rejected alter byte_length type integer")
    report = checks.run(con)
    assert not report.ok
    assert all(code.startswith(("schema.", "digest.")) for code in report.counts)


def test_each_table_is_gone_through_once(con: duckdb.DuckDBPyConnection, fetched: list[int]) -> None:
    """Every check of a schema is a scan of its own."""
    assert checks.run(con).ok
    assert len(fetched) == len(TABLES)


def test_what_fails_fetches_no_table(con: duckdb.DuckDBPyConnection, fetched: list[int]) -> None:
    """Where a check of rows fails, what it says of every row is fetched, whatever `n_failure_cases` says."""
    _many_rejected(con)
    con.execute("update rejected set reason = 'nonsense' where file = 'f17'")
    assert "schema.value-unknown" in checks.run(con).counts
    assert set(fetched) == {1}


def test_an_empty_table_breaks_nothing(con: duckdb.DuckDBPyConnection) -> None:
    """All of no rows is NULL, which is not true."""
    for name in contract():
        con.execute(f"delete from {name}")
    assert not any(code.startswith("schema.") for code in checks.run(con).counts)
