"""Corpora that agree, built: each thing once, with what was told of it, no finding and no contradiction."""

import tempfile
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, find, given, settings

import libnews
from libnews.testing import strategies
from libnews.testing.strategies import Corpus

_SHOWN = {
    "meeting": ("kind", "status", "date", "city", "country"),
    "agreement": ("kind", "stage", "date", "currency", "amount_qualifier"),
    "trade_figure": ("flow", "reporter", "partner", "currency", "amount_qualifier", "period"),
}


def check(corpus: Corpus, *, validated: bool = True) -> None:
    with tempfile.TemporaryDirectory() as folder:
        news = corpus.write(Path(folder) / "news")
        with libnews.build(news, Path(folder) / "news.duckdb") as db:
            if validated:  # it takes as long as the build
                assert libnews.validate(db, sources=news).findings == ()
            assert [conflict for conflict in db.conflicts() if conflict.kind == "contradiction"] == []
            assert _records(db) == _told(corpus)
            assert _persons(db) == {tuple(one.values("name")) for one in _of_type(corpus, "actor")}


def _of_type(corpus: Corpus, record_type: str) -> list[strategies.ToldRecord]:
    return [thing for thing in corpus.things if thing.record_type == record_type]


def _told(corpus: Corpus) -> list[tuple[str, ...]]:
    return sorted(
        (record_type, *(next(iter(thing.values(field)), _unsaid(field)) for field in fields))
        for record_type, fields in _SHOWN.items()
        for thing in _of_type(corpus, record_type)
    )


def _unsaid(field: str) -> str:
    return "held" if field == "status" else ""


def _records(db: libnews.Database) -> list[tuple[str, ...]]:
    return sorted(
        (record_type, *(str(value or "") for value in row))
        for record_type, fields in _SHOWN.items()
        for row in db.connection.execute(f"select {', '.join(fields)} from {record_type}").fetchall()
    )


def _persons(db: libnews.Database) -> set[tuple[str, ...]]:
    return {
        (str(name),) for (name,) in db.connection.execute("select name from actor where kind = 'person'").fetchall()
    }


@settings(max_examples=2, suppress_health_check=[HealthCheck.too_slow])
@given(strategies.corpora())
def test_a_corpus_is_built_to_what_it_tells(corpus: Corpus) -> None:
    check(corpus, validated=False)


@pytest.mark.slow
@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(strategies.corpora())
def test_many_corpora_are_built_to_what_they_tell(corpus: Corpus) -> None:
    check(corpus)


def test_articles_of_a_corpus_tell_the_same_in_other_words() -> None:
    corpus = find(strategies.corpora(), lambda corpus: len(corpus.articles) == 2, random=Random(0))
    first, second = corpus.articles
    assert first.text != second.text or first.content != second.content
    assert {record.thing for record in second.records} <= {record.thing for record in first.records}
    assert len(corpus.things) == len({record.thing for record in first.records})
