"""The consumer's own tests; run with libnews and briefing on the path (tests/claims/test_consumer.py does)."""

from pathlib import Path

from briefing import brief

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
