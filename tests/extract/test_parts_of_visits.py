"""Talks and agreements on a visit: linked to it where the article lets one know, and never merged with it."""

import json
from pathlib import Path
from typing import Any

import pytest

from libnews.extract import extract
from libnews.models.vocabulary import Basis
from tests.extract.reading import article, read

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "cases" / "parts_of_visits.json").read_text(encoding="utf-8")
)
TEXTS: dict[str, list[str]] = {case["case"]: case["text"] for case in CASES}
DAY = "2024-06-26"


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_what_was_done_on_a_visit_is_part_of_it(case: dict[str, Any]) -> None:
    """The trap: an empty list of parts because the talks or the visit were not read."""
    records = read(*case["text"], published_on=DAY)
    assert len([record for record in records if record["record_type"] in ("meeting", "agreement")]) == 2
    assert [record["part_of"] for record in records if "part_of" in record] == case["part_of"]


@pytest.mark.parametrize(
    ("case", "quote", "basis"),
    [
        ("«during a visit that he makes»", "زيارة", Basis.RESOLVED),
        ("talks of the visitor with his host's man, without a word that points", "وصل", Basis.INFERRED),
    ],
)
def test_the_claim_quotes_the_words_for_the_visit(case: str, quote: str, basis: Basis) -> None:
    """Resolved where the words of the talks point at it, inferred where who, where and when do."""
    claims = extract(article(*TEXTS[case], published_on=DAY)).claims
    found = [(claim.evidence.quote, claim.evidence.basis) for claim in claims if claim.field == "part_of"]
    assert found == [(quote, basis)]


def test_a_visit_is_part_of_nothing() -> None:
    """The trap: two visits that are part of each other."""
    lines = [
        "وصل الرئيس السوري بشار الأسد إلى الصين في زيارة رسمية اليوم.",
        "وزار الأسد بكين خلال زيارته إلى الصين، والتقى شي جين بينغ.",
    ]
    extraction = extract(article(*lines, published_on=DAY))
    kinds = {claim.mention_id: claim.value for claim in extraction.claims if claim.field == "kind"}
    parts = [kinds[claim.mention_id] for claim in extraction.claims if claim.field == "part_of"]
    assert "visit" in kinds.values()
    assert "visit" not in parts
