"""Deciding who is who and what is one event, for a tenth of the articles and for all of them.

Articles are made as mentions and claims, with no text to read, of a world that grows like a newspaper's (see
`benchmarks.corpus.world`). The time for ten times the articles is told as a multiple: ten is linear. With articles of
one's own (--folder) these are read first, outside the clock, and the first tenth of them by name is the smaller part.
"""

import gc
from collections.abc import Callable, Iterable
from itertools import islice

from benchmarks.corpus.mentions import make_mentions
from benchmarks.loaded import articles_of
from benchmarks.measuring import Clock, Data, Way
from benchmarks.stage import Figure, Stage, Target, peak
from libnews.extract import extract
from libnews.models import Article, Claim, Extraction, Mention
from libnews.resolve import resolve

_PARTS = 10


def _given(data: Data, count: int) -> tuple[list[Article], list[Mention], list[Claim]]:
    return _lists(_own(data, count) if data.is_own else make_mentions(count, data.seed))


def _lists(pairs: Iterable[tuple[Article, Extraction]]) -> tuple[list[Article], list[Mention], list[Claim]]:
    read = list(pairs)
    readings = [reading for _, reading in read]
    mentions = [mention for reading in readings for mention in reading.mentions]
    return [article for article, _ in read], mentions, [claim for reading in readings for claim in reading.claims]


def _own(data: Data, count: int) -> list[tuple[Article, Extraction]]:
    return [(article, extract(article)) for article in islice(articles_of(data.articles), count)]


def _resolved(parts: int) -> Callable[[Data, Clock], float]:
    def work(data: Data, clock: Clock) -> float:
        resolve(*_lists(make_mentions(_PARTS)))  # word lists are read once
        articles, mentions, claims = _given(data, max(1, data.count // parts))
        gc.collect()
        gc.freeze()  # what is given is not looked through again and again, as in a build
        with clock.step("resolve"):
            found = resolve(articles, mentions, claims)
        gc.unfreeze()
        clock.facts["mentions"] = len(mentions)
        clock.facts["records"] = len({decision.record_id for decision in found.decisions.values()})
        clock.facts["open pairs"] = len(found.undecided)
        return len(articles)

    return work


STAGE = Stage(
    name="resolution",
    unit="articles",
    ways=(Way("all", _resolved(1)), Way("a tenth", _resolved(_PARTS))),
    figures=(
        Figure(
            "ten times the articles, CPU", lambda one: one["all"].each / one["a tenth"].each * _PARTS,
            ("all", "a tenth"), Target("at most", 13),
        ),
        peak("memory, models of all mentions included, MB", "all"),
    ),
    reads_articles=False,
)  # fmt: skip
