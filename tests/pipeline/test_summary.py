"""What a build tells of itself is what the views of its database say."""

from pathlib import Path

import pytest

import libnews
from libnews.pipeline import build_database
from libnews.store import deriving

SEEDS = Path(__file__).parents[2] / "seeds"
_CONFLICTS = """
select kind, count(*) from (select min(kind) as kind from conflict group by record_type, record_id, field)
group by kind order by kind
"""


def test_records_and_differences_are_as_many_as_the_views_have(tmp_path: Path) -> None:
    summary = build_database(SEEDS, tmp_path / "news.duckdb").summary
    with libnews.connect(tmp_path / "news.duckdb") as db:
        assert summary.conflicts == dict(db.sql(_CONFLICTS).fetchall()) != {}
        assert summary.records == dict(db.sql("select record_type, count(*) from record group by 1").fetchall()) != {}


def test_differences_counted_part_by_part_are_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The trap: a difference is lost, or counted twice, where the records are taken in ranges of ids."""
    whole = build_database(SEEDS, tmp_path / "whole.duckdb").summary
    monkeypatch.setattr(deriving, "CLAIMS_AT_ONCE", 20)
    assert build_database(SEEDS, tmp_path / "parts.duckdb").summary.conflicts == whole.conflicts
