"""Small databases made of claims in a line each, for tests of the rules."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from libnews import store
from libnews.models import Article, Attribution, Extraction
from libnews.models.vocabulary import AttributionKind, RecordType
from tests.store.sample import Telling, make_article, words


class Said(NamedTuple):
    """One article's claim about the one record of a test."""

    article: int
    field: str
    value: str | None
    part: int | None = None
    agency: str | None = None
    """The agency that the article has it from: words that stand in every article of a test."""


AGENCIES = ("وكالة أنباء الميناء", "وكالة أنباء الجبل", "الوكالة")
"""What articles of a test may call their agencies."""


def told(
    path: Path,
    record_type: RecordType,
    claims: Sequence[Said],
    published: Sequence[date | None],
    publishers: Mapping[int, str] | None = None,
    reprints: Mapping[int, int] | None = None,
) -> store.Database:
    """A database with one record of `record_type`, told by as many articles as `published` has days.

    `publishers` and `reprints` are by number of the article, from 1.
    """
    articles: list[Article] = []
    extractions: list[Extraction] = []
    decided: dict[str, tuple[str, str]] = {}
    for number, day in enumerate(published, start=1):
        text = f"خبر رقم {number} عن {' وعن '.join(AGENCIES)}"
        article = make_article(f"{number}.txt", text, day, (publishers or {}).get(number))
        telling = Telling(article)
        mention = telling.mention(record_type, 1, "خبر")
        decided[mention] = (next(iter(decided), mention), "the only one")
        for said in claims:
            if said.article == number:
                source = None
                if said.agency is not None:
                    source = Attribution(evidence=words(article, 1, said.agency), kind=AttributionKind.AGENCY)
                telling.claim(mention, said.field, said.value, 1, "خبر", part=said.part, source=source)
        articles.append(article)
        extractions.append(telling.extraction())
    with store.create(path) as building:
        building.add(articles, extractions)
        ids = [article.article_id for article in articles]
        copies = {ids[copy - 1]: ids[first - 1] for copy, first in (reprints or {}).items()}
        building.resolve(decided.items(), reprints=copies)
        building.finish(["made 1"], len(articles), 0)
        return store.connect(building.publish())
