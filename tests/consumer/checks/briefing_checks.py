"""The consumer's own tests; run with libnews and briefing on the path (tests/claims/test_consumer.py does)."""

import io
import os
from pathlib import Path

import pytest
from briefing import brief
from hypothesis import HealthCheck, given, settings

import libnews
from libnews.testing import strategies

_PLUGIN = "libnews.testing.plugin"

_ROW = {"file": "note.txt", "record": "m1", "record_type": "meeting"}


def test_what_stands_is_told_and_what_does_not_is_refused(tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("The ministers met in Geneva on Tuesday.", encoding="utf-8")
    told = [
        {**_ROW, "field": "kind", "value": "talks", "quote": "met"},
        {**_ROW, "field": "city", "value": "Geneva", "quote": "Geneva"},
        {**_ROW, "field": "venue", "value": "Palace", "quote": "the Palace"},
    ]
    assert brief(note, told, tmp_path / "mine.duckdb") == [
        "city: note.txt:1:22 «Geneva»",
        "kind: note.txt:1:15 «met»",
        "refused: claims.quote-absent",
    ]


def test_what_it_writes_holds(tmp_path: Path, pytestconfig: pytest.Config) -> None:
    """The database that `brief` writes breaks no rule: libnews's pytest plugin makes a test of each."""
    note = tmp_path / "note.txt"
    note.write_text("The ministers met in Geneva on Tuesday.", encoding="utf-8")
    brief(note, [{**_ROW, "field": "kind", "value": "talks", "quote": "met"}], tmp_path / "mine.duckdb")
    assert pytestconfig.pluginmanager.has_plugin("libnews") or pytestconfig.pluginmanager.has_plugin(_PLUGIN)
    assert pytest.main(["-qq", "-p", "no:cacheprovider", "-c", os.devnull, str(tmp_path / "mine.duckdb")]) == 0


@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow])
@given(strategies.articles())
def test_places_of_made_up_articles_are_told(told: strategies.Told) -> None:
    """What `brief` relies on, for articles of any shape: words stand where the article says they do."""
    article = libnews.read(io.BytesIO(told.content), file=told.file)
    for record in told.records:
        for field in record.fields:
            assert any(field.quote in paragraph.text for paragraph in article.paragraphs)
