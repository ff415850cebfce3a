"""Deciding who is who and what is one event, for a tenth of the articles and for all of them.

Articles are made as mentions and claims, with no text to read, of a world that grows like a newspaper's (see
`benchmarks.corpus.world`). They are written to a database in the making first, outside the clock, and resolution asks
that one, as in a build. The time for ten times the articles is told as a multiple: ten is linear. With articles of
one's own (--folder) these are read first, and the first tenth of them by name is the smaller part.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

from benchmarks.corpus.mentions import make_mentions
from benchmarks.loaded import articles_of
from benchmarks.measuring import Clock, Data, Way
from benchmarks.stage import Figure, Stage, Target, peak
from libnews import store
from libnews.extract import extract
from libnews.models import Article, Extraction
from libnews.resolve import resolve_corpus

_PARTS = 10
_AT_ONCE = 1_000

_Read = Iterator[tuple[Article, Extraction]]


def _given(data: Data, count: int) -> _Read:
    return _own(data, count) if data.is_own else make_mentions(count, data.seed)


def _own(data: Data, count: int) -> _Read:
    return ((article, extract(article)) for article in islice(articles_of(data.articles), count))


def _resolved(parts: int) -> Callable[[Data, Clock], float]:
    def work(data: Data, clock: Clock) -> float:
        target = data.place(f"resolution-{parts}.duckdb")
        _resolve(target, make_mentions(_PARTS), Clock())  # word lists are read once
        count = max(1, data.count // parts)
        _resolve(target, _given(data, count), clock)
        return count

    return work


def _resolve(target: Path, read: Iterable[tuple[Article, Extraction]], clock: Clock) -> None:
    waiting = iter(read)
    with store.create(target) as building:
        while some := list(islice(waiting, _AT_ONCE)):
            building.add((article for article, _ in some), (extraction for _, extraction in some))
        corpus = building.settle()
        with clock.step("resolve"):
            found = resolve_corpus(corpus)
        records = Counter(decision.record_id for _, decision in found.decisions)
        clock.facts["mentions"] = records.total()
        clock.facts["records"] = len(records)
        clock.facts["open pairs"] = len(found.undecided)


STAGE = Stage(
    name="resolution",
    unit="articles",
    ways=(Way("all", _resolved(1)), Way("a tenth", _resolved(_PARTS))),
    figures=(
        Figure(
            "ten times the articles, CPU", lambda one: one["all"].each / one["a tenth"].each * _PARTS,
            ("all", "a tenth"), Target("at most", 13),
        ),
        peak("memory, MB", "all"),
    ),
    reads_articles=False,
)  # fmt: skip
