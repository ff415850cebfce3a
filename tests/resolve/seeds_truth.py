"""The seed articles read and resolved, and the events that a reader finds in them (seeds_events.json)."""

import json
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

from libnews.extract import extract
from libnews.loaders import discover, load_file
from libnews.models import Article, Claim
from libnews.resolve import Decision, resolve

HERE = Path(__file__).parent
TRUTH: dict[str, Any] = json.loads((HERE / "seeds_events.json").read_text(encoding="utf-8"))

Telling = tuple[str, str]
"""Event and article."""


@cache
def read() -> tuple[dict[str, Decision], list[Claim], dict[str, str]]:
    """Decisions, claims, and the number at the head of each article's file name."""
    loaded = [load_file(found) for found in discover([HERE.parents[1] / "seeds"]).files]
    articles = [article for article in loaded if isinstance(article, Article)]
    assert len(articles) == len(loaded) == 5
    extractions = [extract(article) for article in articles]
    claims = [claim for one in extractions for claim in one.claims]
    found = resolve(articles, [mention for one in extractions for mention in one.mentions], claims)
    return dict(found.decisions), claims, {article.article_id: article.file[:3] for article in articles}


@cache
def mentions() -> dict[Telling, str]:
    """The mention that tells of each event in each article, where the extractor made one."""
    _, claims, numbers = read()
    told: dict[tuple[str, int, str, str], set[str]] = defaultdict(set)
    for claim in claims:
        if claim.field == "kind":
            words = claim.evidence
            place = numbers[words.article_id], words.paragraph_no, words.quote, claim.mention_id.split("_")[0]
            told[place].add(claim.mention_id)
    found = {}
    for event in TRUTH["events"]:
        for number, paragraph_no, words in event["told"]:
            ids = told[number, paragraph_no, words, event["record_type"]]
            assert len(ids) < 2, f"{event['event']} of {number} is told by several mentions"
            if ids:
                found[event["event"], number] = min(ids)
    return found


def told() -> set[Telling]:
    """Every event with every article that tells of it."""
    return {(event["event"], number) for event in TRUTH["events"] for number, _, _ in event["told"]}
