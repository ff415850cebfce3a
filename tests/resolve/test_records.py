"""Records follow from what was joined."""

from datetime import date

from libnews.models.corpus import ReadMention
from libnews.resolve.clusters import Clusters
from libnews.resolve.records import records_of


def mention(name: str, day: str | None = None, record_type: str = "actor") -> ReadMention:
    return ReadMention(name, record_type, f"article of {name}", date.fromisoformat(day) if day else None)


def test_a_record_is_its_earliest_mention() -> None:
    """The trap: the smallest id, or a mention of no known day before one of a known day."""
    clusters = Clusters()
    clusters.join("a", "b", "why")
    clusters.join("b", "c", "why")
    told = [mention("a"), mention("b", "2026-02-02"), mention("c", "2026-02-01")]
    assert records_of(told, {}, clusters) == dict.fromkeys("abc", "c")
    assert records_of(reversed(told), {}, clusters) == dict.fromkeys("abc", "c")


def test_nothing_is_kept_of_a_mention_that_is_alone() -> None:
    """The trap: millions of ids that stand for themselves, held for nothing."""
    told = [mention("a"), mention("b"), mention("p", record_type="article"), mention("x")]
    assert records_of(told, {"x": "LBY"}, Clusters()) == {"p": "article of p", "x": "LBY"}
