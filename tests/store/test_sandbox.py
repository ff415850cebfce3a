"""A query of someone else's can read the database and do nothing else."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from libnews.errors import QueryError, StoreError
from libnews.store import run_query, sandbox_child
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


def test_the_child_bounds_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """The trap: a bound left out or given to another resource, which no query of a test comes near."""
    resource = pytest.importorskip("resource")
    told = {}
    monkeypatch.setattr(resource, "setrlimit", lambda name, bounds: told.update({name: bounds}))
    sandbox_child.limit(seconds=5, memory=1 << 30)
    assert told == {
        resource.RLIMIT_AS: (1 << 30, 1 << 30),
        resource.RLIMIT_CPU: (12, 12),
        resource.RLIMIT_FSIZE: (0, 0),
        resource.RLIMIT_CORE: (0, 0),
    }


def test_a_bound_that_a_system_refuses_leaves_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    """macOS knows RLIMIT_AS and refuses to set it."""
    resource = pytest.importorskip("resource")
    told = []

    def refusing(name: int, bounds: tuple[int, int]) -> None:
        if name == resource.RLIMIT_AS:
            raise ValueError("not here")
        told.append((name, bounds))

    monkeypatch.setattr(resource, "setrlimit", refusing)
    sandbox_child.limit(seconds=5, memory=1 << 30)
    assert [name for name, _bounds in told] == [resource.RLIMIT_CPU, resource.RLIMIT_FSIZE, resource.RLIMIT_CORE]


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (None, None), (True, True), (3, 3), (0.5, 0.5), ("x", "x"), (Decimal("1.50"), "1.50"), (b"\x00\xff", "00ff"),
        (date(2024, 5, 3), "2024-05-03"), ((1, [None, b"a"]), [1, [None, "61"]]), ({1: (2, b"b")}, {"1": [2, "62"]}),
    ],
)  # fmt: skip
def test_values_are_told_as_json_can(value: object, told: object) -> None:
    """The trap: what JSON refuses, or has as another type, in a column that nobody thought of."""
    found = sandbox_child.plain(value)
    assert (found, type(found)) == (told, type(told))


@pytest.mark.parametrize(
    ("max_rows", "max_characters", "rows", "truncated"),
    [(3, 99, 3, False), (2, 99, 2, True), (9, 6, 3, False), (9, 5, 3, True), (9, 3, 2, True), (0, 99, 0, True)],
)
def test_rows_are_fetched_up_to_a_bound(max_rows: int, max_characters: int, rows: int, truncated: bool) -> None:
    """The trap: an answer that is whole and said to be cut, or the other way round, at the very bound."""
    with duckdb.connect() as con:
        answer = con.execute("SELECT unnest(['ab', 'cd', 'ef']) AS a")
        found = sandbox_child.collect(answer, [("a", "VARCHAR")], max_rows, max_characters)
    assert (len(found["rows"]), found["truncated"]) == (rows, truncated)
    assert found["columns"] == [("a", "VARCHAR")]
