"""Small databases made of claims in a line each, for tests of the rules."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from libnews import store
from libnews.models import Article, Extraction
from libnews.models.vocabulary import RecordType
from tests.store.sample import Telling, make_article


class Said(NamedTuple):
    """One article's claim about the one record of a test."""

    article: int
    field: str
    value: str | None
    part: int | None = None


def told(
    path: Path, record_type: RecordType, claims: Sequence[Said], published: Sequence[date | None]
) -> store.Database:
    """A database with one record of `record_type`, told by as many articles as `published` has days."""
    articles: list[Article] = []
    extractions: list[Extraction] = []
    decided: dict[str, tuple[str, str]] = {}
    for number, day in enumerate(published, start=1):
        article = make_article(f"{number}.txt", f"خبر رقم {number}", day)
        telling = Telling(article)
        mention = telling.mention(record_type, 1, "خبر")
        decided[mention] = (next(iter(decided), mention), "the only one")
        for said in claims:
            if said.article == number:
                telling.claim(mention, said.field, said.value, 1, "خبر", part=said.part)
        articles.append(article)
        extractions.append(telling.extraction())
    with store.create(path) as building:
        building.add(articles, extractions)
        building.resolve(decided)
        building.finish(["made 1"], len(articles), 0)
        return store.connect(building.publish())
