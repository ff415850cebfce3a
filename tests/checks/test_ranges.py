"""Records compared a range of ids after the other are compared as all at once."""

from pathlib import Path

import duckdb
import pytest

import libnews
from libnews.checks.derivation import TABLES
from libnews.pipeline import validate
from libnews.store import deriving
from tests.store import sample


@pytest.mark.parametrize("codes", [False, True])
@pytest.mark.parametrize("parts", [1, 2, 7, 32, 1000])
def test_every_value_is_in_one_range(parts: int, codes: bool) -> None:
    """The trap: an id at the edge that no range has, or two; null, which no comparison is true of."""
    letters = "234567abcdefghijklmnopqrstuvwxyz"
    values = [None, "", "LBY", "N", "meeting", "meeting_", "meeting_é", "zzz", *(f"meeting_{one}" for one in letters)]
    ranges = list(deriving.id_ranges("meeting", parts * deriving.CLAIMS_AT_ONCE, codes=codes))
    for_codes = min(parts, 32) // 2 + 1 if codes and parts > 1 else 0
    assert len(ranges) == min(parts, 32) + for_codes
    with duckdb.connect() as con:
        found = [
            row
            for here in ranges
            for row in con.execute(
                f"select meeting_id from (select unnest(?) as meeting_id) where {here.format(key='meeting_id')}",
                [values],
            ).fetchall()
        ]
    assert sorted(found, key=str) == sorted(((value,) for value in values), key=str)


def test_records_are_the_same_in_ranges(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = sample.build(tmp_path / "whole.duckdb")
    monkeypatch.setattr(deriving, "CLAIMS_AT_ONCE", 30)
    parts = sample.build(tmp_path / "parts.duckdb")
    with duckdb.connect(whole, read_only=True) as one, duckdb.connect(parts, read_only=True) as other:
        for query in ("from digest order by all", *(f"from {table} order by all" for table in TABLES)):
            assert one.execute(query).fetchall() == other.execute(query).fetchall()
    assert validate(parts).ok
    with duckdb.connect(parts) as con:
        con.execute("update actor set actor_id = null where kind = 'person'")
    assert "record.differs" in validate(parts).counts


def test_nothing_temporary_stays_in_the_connection(tmp_path: Path) -> None:
    """The trap: whoever asks the connection next finds views that he did not make, of a part of the records."""
    path = sample.build(tmp_path / "news.duckdb")
    with libnews.connect(path) as db:
        assert validate(db).ok
        assert db.sql("select view_name from duckdb_views() where temporary and not internal").fetchall() == []
        assert db.sql("select table_name from duckdb_tables() where temporary").fetchall() == []
