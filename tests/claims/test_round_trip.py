"""What is written out as claims and read back is the same: rows, and whole databases."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import libnews
from libnews.loaders import SourcedRow, read_claims
from libnews.models import Article
from libnews.models.claim_row import ClaimRow
from libnews.models.spreadsheet import guarded, unguarded
from libnews.pipeline import build_database
from libnews.reports.claims import render_csv, render_json_lines
from libnews.store import Database
from tests.claims import drawing
from tests.docs.running import ROOT

_OWN_TABLES = {"build", "span"}  # who built it, and what the own reader passed over
_RENDERS = {".csv": render_csv, ".jsonl": render_json_lines}
drawn = st.shared(drawing.articles(), key="articles")


def _read_back(rows: list[ClaimRow], suffix: str) -> list[ClaimRow]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"claims{suffix}")
        path.write_bytes(_RENDERS[suffix](rows).encode())
        return [found.row for found in read_claims(path) if isinstance(found, SourcedRow)]


@given(text=st.text(max_size=8) | st.text("'=+-@\t\rx", max_size=8))
def test_guarded_text_reads_back_and_runs_nowhere(text: str) -> None:
    """The trap: a quote that begins like a formula, run by a spreadsheet, or read back without its first letter."""
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize("suffix", [".csv", ".jsonl"])
@given(articles=drawn, rows=drawn.flatmap(drawing.rows))
def test_rows_read_back(suffix: str, articles: list[Article], rows: list[ClaimRow]) -> None:
    """The trap: a comma, a line end, a space or an apostrophe that a file form takes for its own."""
    assert _read_back(rows, suffix) == rows


def _digests(database: Database) -> dict[str, str]:
    rows = database.sql("select table_name, digest from digest").fetchall()
    return {name: digest for name, digest in rows if name not in _OWN_TABLES}


def _comes_back(articles: list[Article], rows: list[ClaimRow]) -> None:
    placed = libnews.verify(rows, articles)
    assert placed.refused == ()
    with tempfile.TemporaryDirectory() as folder:
        with libnews.write(Path(folder, "one.duckdb"), articles, placed.accepted) as one:
            written, digests = list(one.claims()), _digests(one)
        again = libnews.verify(_read_back(written, ".csv"), articles)
        assert again.refused == ()
        with libnews.write(Path(folder, "two.duckdb"), articles, again.accepted) as two:
            assert _digests(two) == digests
            assert list(two.claims()) == written


@settings(max_examples=3)
@given(articles=drawn, rows=drawn.flatmap(drawing.rows))
def test_claims_read_back_make_the_same_database(articles: list[Article], rows: list[ClaimRow]) -> None:
    """The trap: an id, a participant or a record that depends on more than what the claims file holds."""
    _comes_back(articles, rows)


@pytest.mark.slow
@settings(max_examples=150)
@given(articles=drawn, rows=drawn.flatmap(drawing.rows))
def test_many_claims_read_back_make_the_same_databases(articles: list[Article], rows: list[ClaimRow]) -> None:
    """The same at length."""
    _comes_back(articles, rows)


def test_what_the_own_reader_claims_reads_back(tmp_path: Path) -> None:
    """The trap: a mention anchored on words that none of its claims quotes, so that its id cannot be had again."""
    seeds, claims = ROOT / "seeds", tmp_path / "claims.csv"
    with libnews.build(seeds, tmp_path / "read.duckdb") as read:
        claims.write_bytes(render_csv(read.claims()).encode())
        wanted, whole = _digests(read), read.digest()
    with libnews.build(seeds, tmp_path / "told.duckdb", claims=claims, extractor="none") as told:
        assert _digests(told) == wanted
    # Beside the reader they say nothing new.
    assert build_database(seeds, tmp_path / "both.duckdb", claims=claims).digest == whole
