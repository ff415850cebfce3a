"""What must hold of any real articles: their order plays no part, and an article about others changes nothing."""

import os
from functools import cache
from pathlib import Path
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from libnews.extract import extract
from libnews.loaders import read
from libnews.models import Article, Claim, Mention
from libnews.resolve import Decision, resolve
from tests.extract.reading import article

ROOT = Path(__file__).parents[2]
GOLD = Path(os.environ.get("LIBNEWS_GOLD", ROOT.parent / "shared" / "gold"))
# Nobody of these is anybody of the articles: no name, office or country of theirs.
OTHERS = article(
    "التقى رئيس فيجي سيتيفيني رابوكا في سوفا في 4 مايو 2019 رئيس توفالو كوسيا ناتانو.",
    published_on="2019-05-05",
)


class Read(NamedTuple):
    """An article and what was read in it."""

    article: Article
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]


@cache
def real() -> list[Read]:
    """The seeds, and some of the corpus where it is there."""
    paths = [*sorted((ROOT / "seeds").glob("*.txt")), *sorted((GOLD / "corpus").glob("*.txt"))[::80]]
    days = [None, "2018-05-01", "2018-08-01", "2023-02-03"]
    found = [read(path, published_on=days[number % len(days)]) for number, path in enumerate(paths)]
    return [_read(one) for one in found]


def _read(one: Article) -> Read:
    told = extract(one)
    return Read(one, told.mentions, told.claims)


def decide(articles: list[Read]) -> dict[str, Decision]:
    found = resolve(
        [one.article for one in articles],
        [mention for one in articles for mention in one.mentions],
        [claim for one in articles for claim in one.claims],
    )
    return dict(found.decisions)


@settings(max_examples=15)
@given(st.data())
def test_the_order_of_articles_plays_no_part(data: st.DataObject) -> None:
    some = data.draw(st.lists(st.sampled_from(real()), unique_by=lambda one: one.article.article_id, max_size=12))
    assert decide(some) == decide(data.draw(st.permutations(some)))


@settings(max_examples=15)
@given(st.data())
def test_an_article_about_others_changes_no_record(data: st.DataObject) -> None:
    some = data.draw(st.lists(st.sampled_from(real()), unique_by=lambda one: one.article.article_id, max_size=12))
    before = decide(some)
    after = decide([*some, _read(OTHERS)])
    assert {mention: after[mention] for mention in before} == before
