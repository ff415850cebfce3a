"""Briefs an editor: facts that a program found, kept only where the article bears them out."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import libnews

__all__ = ["brief"]


def brief(article: Path, rows: Iterable[Mapping[str, object]], db: Path) -> list[str]:
    """One line for each value that stands, with its place; the others as «refused», with the reason."""
    read = libnews.read(article)
    accepted, refused = libnews.verify(rows, [read], extractor="program:briefing")
    with libnews.write(db, [read], accepted) as mine:
        lines = [
            f"{field}: {evidence.cite()}"
            for meeting in mine.meetings()
            for field, places in meeting.provenance.items()
            for evidence in places
        ]
    return [*lines, *(f"refused: {one.rule}" for one in refused)]
