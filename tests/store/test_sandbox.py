"""A query of someone else's can read the database and do nothing else."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from libnews.errors import QueryError, StoreError
from libnews.store import run_query
from tests.store import sample


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample.build(tmp_path_factory.mktemp("sandbox") / "it's news.duckdb")


def test_values_keep_their_types(path: Path) -> None:
    found = run_query(
        path,
        "SELECT amount, amount::VARCHAR AS text, currency, DATE '2024-05-03' AS day, 1 AS n, true AS b,"
        " NULL AS nothing, [1, 2] AS l FROM agreement",
    )
    assert found.columns == ("amount", "text", "currency", "day", "n", "b", "nothing", "l")
    assert found.types[0] == "DECIMAL(38,4)"
    assert found.rows == ((Decimal(3_000_000_000), "3000000000.0000", "USD", date(2024, 5, 3), 1, True, None, [1, 2]),)
    assert not found.truncated


def test_more_rows_than_asked_for_are_cut_and_said_to_be(path: Path) -> None:
    found = run_query(path, "SELECT * FROM claim", max_rows=3)
    assert (len(found.rows), found.truncated) == (3, True)
    assert not run_query(path, "SELECT * FROM article", max_rows=3).truncated


def test_every_public_view_can_be_asked(path: Path) -> None:
    assert run_query(path, "SELECT label FROM record WHERE record_type = 'meeting'").rows
    assert run_query(path, "SELECT count(*) FROM conflict").rows == ((13,),)


@pytest.mark.parametrize(
    "query",
    [
        "DELETE FROM claim", "SELECT 1; SELECT 2", "", "   ", "--", "SET threads = 1", "COPY claim TO 'claims.csv'",
        "WITH gone AS (DELETE FROM claim RETURNING 1) SELECT * FROM gone", "update extensions",
        "SELECT * FROM read_text('/etc/hostname')", "SELECT * FROM '/etc/passwd'", "SELECT * FROM glob('*')",
        "SELECT nothing", "SELECT * FROM nowhere", "SELECT '\ud800'", "(" * 3000, "x" * 200_000, "ATTACH 'x.duckdb'",
        "CALL enable_logging(storage = 'file')", "INSTALL httpfs", "SELECT getenv('HOME')",
    ],
)  # fmt: skip
def test_everything_else_is_a_query_error(path: Path, query: str) -> None:
    with pytest.raises(QueryError, match=r"the query failed: ."):
        run_query(path, query)


def test_duckdb_says_what_is_wrong(path: Path) -> None:
    with pytest.raises(QueryError, match=r'clam does not exist!\nDid you mean "claim"'):
        run_query(path, "SELECT * FROM clam")


def test_a_query_that_does_not_end_is_stopped(path: Path) -> None:
    """DuckDB's own time limit does not reach this function."""
    with pytest.raises(QueryError, match="more than 1 second"):
        run_query(path, "SELECT sleep_ms(20000)", seconds=1)


@pytest.mark.parametrize("query", ["SELECT repeat('x', 3000000000)", "SELECT range(1000000000)"])
def test_memory_is_bounded(path: Path, query: str) -> None:
    with pytest.raises(QueryError):
        run_query(path, query, seconds=10)


def test_a_missing_database_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="does not exist"):
        run_query(tmp_path / "none.duckdb", "SELECT 1")
