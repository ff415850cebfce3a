"""Pairs of real names: what resolution joins must be one person, and most of what is one person must be joined."""

from pathlib import Path
from typing import NamedTuple

from libnews.models import Article, Claim, Mention
from libnews.resolve import resolve
from tests.resolve.mentions import person

PAIRS = Path(__file__).with_name("name_pairs.tsv")


class Pair(NamedTuple):
    """One line of the list."""

    half: str
    expected: str
    name: str
    other: str
    country: str
    other_country: str
    office: str
    other_office: str
    why: str


def pairs() -> list[Pair]:
    lines = PAIRS.read_text(encoding="utf-8").splitlines()
    return [Pair(*line.split("\t")) for line in lines if not line.startswith("#")]


def is_joined(pair: Pair) -> bool:
    """Whether two articles that name the two, each with his country and office, tell of one person."""
    told = [
        person(pair.name, country=pair.country, office=pair.office),
        person(pair.other, country=pair.other_country, office=pair.other_office),
    ]
    articles: list[Article] = [one.article for one in told]
    mentions: list[Mention] = [one.mention for one in told]
    claims: list[Claim] = [claim for one in told for claim in one.claims]
    decided = dict(resolve(articles, mentions, claims).decisions)
    return len({decided[mention.mention_id].record_id for mention in mentions}) == 1


def measured(half: str) -> tuple[float, float, list[Pair]]:
    """Precision, recall and what is decided wrongly, of one half of the list or of all of it («»)."""
    joined = {pair: is_joined(pair) for pair in pairs() if half in ("", pair.half)}
    right = sum(pair.expected == "same" for pair, one in joined.items() if one)
    same = sum(pair.expected == "same" for pair in joined)
    wrong = [pair for pair, one in joined.items() if one != (pair.expected == "same")]
    return right / sum(joined.values()), right / same, wrong


def test_pairs_of_names() -> None:
    for half in ("tuned", "kept", ""):
        precision, recall, wrong = measured(half)
        print(f"{half or 'all'}: precision {precision:.3f}, recall {recall:.3f}")
    for pair in wrong:
        print(*pair, sep="\t")
    assert precision >= 0.99
    assert recall >= 0.85


def test_the_list_is_long_and_names_no_pair_twice() -> None:
    found = [frozenset((pair.name, pair.other)) for pair in pairs()]
    assert len(found) == len(set(found)) >= 200
    assert {pair.expected for pair in pairs()} == {"same", "different"}
