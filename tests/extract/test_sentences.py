"""Golden sentences: what is read from a few words of real articles, and what must not be."""

import json
from pathlib import Path

import pytest

from libnews.extract import extract
from libnews.models.vocabulary import ParagraphKind
from tests.extract.reading import article, read

CASES = json.loads((Path(__file__).parent / "cases" / "sentences.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_golden_sentence(case: dict[str, object]) -> None:
    text, day = case["text"], case["published_on"]
    assert isinstance(text, list)
    assert read(*text, published_on=day if isinstance(day, str) else None) == case["records"]


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_every_value_names_an_actor_or_stands_on_its_words(case: dict[str, object]) -> None:
    """A participant is a mention of the same article, and no claim is made twice."""
    text = case["text"]
    assert isinstance(text, list)
    extraction = extract(article(*text))
    mentions = {mention.mention_id for mention in extraction.mentions}
    assert {c.value for c in extraction.claims if c.field in ("participant", "party")} <= mentions
    assert len({claim.claim_id for claim in extraction.claims}) == len(extraction.claims)
    assert {claim.mention_id for claim in extraction.claims} == mentions


def test_boilerplate_yields_no_claims() -> None:
    """The money of a related story's headline must be nowhere in the records."""
    headline = "ليبيا توقع اتفاقيات نفطية بقيمة 20 مليار دولار مع شركات الطاقة الأمريكية"
    whole = article(headline, "وقعت ليبيا ومصر اتفاقية")
    link = whole.paragraphs[0].model_copy(update={"kind": ParagraphKind.RELATED_LINK})
    linked = whole.model_copy(update={"paragraphs": (link, whole.paragraphs[1])})
    assert {claim.evidence.paragraph_no for claim in extract(linked).claims} == {2}


def test_a_language_without_a_reader_gives_no_mentions() -> None:
    text = article("Meeting held in Benghazi").model_copy(update={"language": "xx"})
    assert extract(text).mentions == ()
