"""Resolution across articles: what is joined, what stays apart, and that order plays no part."""

from collections.abc import Mapping
from itertools import permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libnews.extract import extract
from libnews.models import Article
from libnews.resolve import Decision, resolve
from tests.extract.reading import article
from tests.resolve.results import written_out

TALKS = (
    article("التقى المشير الليبي خليفة حفتر رئيس الوزراء الباكستاني شهباز شريف في إسلام آباد في 3 فبراير 2026."),
    article("التقى القائد الليبي خليفة أبو القاسم حفتر رئيس وزراء باكستان محمد شهباز شريف في 3 فبراير 2026."),
    article("التقى المشير الليبي خليفة حفتر رئيس الوزراء الباكستاني شهباز شريف في طرابلس في 7 مارس 2024."),
)


def decide(*articles: Article) -> Mapping[str, Decision]:
    read = [extract(one) for one in articles]
    found = resolve(articles, [m for one in read for m in one.mentions], [c for one in read for c in one.claims])
    return dict(found.decisions)


def records(decisions: Mapping[str, Decision], prefix: str) -> set[str]:
    return {str(decision.record_id) for mention, decision in decisions.items() if mention.startswith(prefix)}


def test_the_same_talks_in_two_articles_are_one_meeting() -> None:
    assert len(records(decide(*TALKS[:2]), "meeting")) == 1


def test_talks_on_another_day_are_another_meeting() -> None:
    assert len(records(decide(*TALKS), "meeting")) == 2


def test_people_are_joined_and_countries_are_their_code() -> None:
    found = records(decide(*TALKS), "actor")
    assert {"LBY", "PAK"} >= {name for name in found if not name.startswith("actor")}
    assert len([name for name in found if name.startswith("actor")]) == 2


def test_a_joined_mention_says_why() -> None:
    reasons = [decision.reason for decision in decide(*TALKS[:2]).values() if decision.reason]
    assert any("same name" in reason for reason in reasons)
    assert any("same participants" in reason for reason in reasons)


def test_an_office_is_joined_to_the_one_person_another_article_names_so() -> None:
    decisions = decide(
        article("زار قائد الجيش الباكستاني المشير عاصم منير بنغازي."), article("غادر قائد الجيش الباكستاني أمس.")
    )
    # the man and the army that stands in his office
    assert len(records(decisions, "actor")) == 2
    assert any("is held by عاصم منير" in (decision.reason or "") for decision in decisions.values())


def test_two_meetings_of_one_article_stay_two() -> None:
    """An article between them must not draw them together."""
    two = article(
        "التقى المشير خليفة حفتر الرئيس الروسي فلاديمير بوتين والوزير سيرغي لافروف.",
        "والتقى المشير خليفة حفتر الوزير سيرغي شويغو والرئيس المصري عبد الفتاح السيسي.",
    )
    both = article(
        "التقى المشير خليفة حفتر الرئيس الروسي فلاديمير بوتين والوزير سيرغي لافروف والوزير سيرغي شويغو"
        " والرئيس المصري عبد الفتاح السيسي."
    )
    decisions = decide(two, both)
    own = {m.mention_id for m in extract(two).mentions if m.record_type == "meeting"}
    assert len(own) == len({decisions[mention].record_id for mention in own}) == 2


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_order_of_articles_plays_no_part(order: tuple[int, ...]) -> None:
    assert decide(*(TALKS[i] for i in order)) == decide(*TALKS)


@given(st.randoms(use_true_random=False))
def test_order_of_mentions_and_claims_plays_no_part(random: Random) -> None:
    read = [extract(one) for one in TALKS]
    mentions = [m for one in read for m in one.mentions]
    claims = [c for one in read for c in one.claims]
    expected = written_out(resolve(TALKS, mentions, claims))
    random.shuffle(mentions)
    random.shuffle(claims)
    assert written_out(resolve(TALKS, mentions, claims)) == expected
