"""The human's word: it goes before every rule, leaves claims as they are, and says what it could not do."""

from collections.abc import Iterable
from datetime import date
from itertools import combinations
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from libnews.extract import extract
from libnews.models import Article, Extraction, Judgement
from libnews.models.judgement import Anchor, Judged
from libnews.resolve import Resolution, resolve
from tests.extract.reading import article
from tests.resolve.results import written_out

ARTICLES = (
    article("التقى المشير الليبي خليفة حفتر رئيس الوزراء الباكستاني شهباز شريف في إسلام آباد في 3 فبراير 2026."),
    article("التقى القائد الليبي خليفة أبو القاسم حفتر رئيس وزراء باكستان محمد شهباز شريف في 3 فبراير 2026."),
    article("زار الفريق صدام خليفة حفتر رئيس الوزراء الباكستاني شهباز شريف في لاهور في 7 مارس 2024."),
    article("وقعت ليبيا وباكستان صفقة أسلحة بقيمة 4 مليارات دولار في 3 فبراير 2026."),
)
READ = tuple(extract(one) for one in ARTICLES)
MENTIONS = [mention for read in READ for mention in read.mentions]
TYPES = {mention.mention_id: str(mention.record_type) for mention in MENTIONS}


def judgement(action: str, of: str, **told: Any) -> Judgement:
    return Judgement.model_validate(
        {"action": action, "id": of, "decided_by": "amal", "decided_on": date(2026, 2, 5), "reason": "seen", **told}
    )


def decide(
    judgements: Iterable[Judgement] = (), articles: tuple[Article, ...] = ARTICLES, read: tuple[Extraction, ...] = READ
) -> Resolution:
    mentions, claims = [m for one in read for m in one.mentions], [c for one in read for c in one.claims]
    return resolve(articles, mentions, claims, judgements)


PLAIN = decide()
RECORDS = {mention: decision.record_id or "" for mention, decision in PLAIN.decisions}
JOINABLE = sorted(m for m, kind in TYPES.items() if kind != "article" and RECORDS[m].lower() == RECORDS[m])


def only(found: Resolution) -> Judged:
    (one,) = found.judged
    return one


def of(kind: str, number: int = 0) -> str:
    """A mention of an article's own, countries aside."""
    return next(m.mention_id for m in READ[number].mentions if m.record_type == kind and m.mention_id in JOINABLE)


def pairs() -> st.SearchStrategy[list[tuple[str, str, str]]]:
    """Judgements of pairs of one type, as drawn."""
    same_type = [(a, b) for a, b in combinations(JOINABLE, 2) if TYPES[a] == TYPES[b]]
    one = st.tuples(st.sampled_from(["same", "different", "unsure"]), st.sampled_from(same_type))
    return st.lists(one.map(lambda drawn: (drawn[0], *drawn[1])), max_size=6)


@settings(max_examples=60)
@given(pairs(), st.randoms(use_true_random=False))
def test_different_separates_and_same_joins_whatever_the_rules_say(
    drawn: list[tuple[str, str, str]], chance: Random
) -> None:
    judgements = [judgement(action, one, other_id=other) for action, one, other in drawn]
    found = decide(judgements)
    record = {mention: decision.record_id for mention, decision in found.decisions}
    for one in found.judged:
        apart = record[one.judgement.id] != record[one.judgement.other_id or ""]
        if one.judgement.action == "different":
            assert one.applied
            assert apart
        elif one.judgement.action == "same":
            assert one.applied is not apart
            assert one.applied or "different" in (one.why or "")
    chance.shuffle(judgements)
    assert written_out(decide(judgements)) == written_out(found)


@settings(max_examples=30)
@given(pairs())
def test_judged_the_same_alone_is_always_joined(drawn: list[tuple[str, str, str]]) -> None:
    found = decide(judgement("same", one, other_id=other) for _, one, other in drawn)
    assert all(one.applied for one in found.judged)
    for one in found.judged:
        decided = dict(found.decisions)
        assert decided[one.judgement.id].record_id == decided[one.judgement.other_id or ""].record_id


def test_without_judgements_nothing_is_judged() -> None:
    assert PLAIN.judged == ()


def test_different_goes_through_chains_and_the_newest_same_stands() -> None:
    """The trap: a = b and b = c, judged one by one, join a and c that were judged different."""
    a, b, c = (of("meeting", number) for number in range(3))
    given = [
        judgement("different", a, other_id=c),
        judgement("same", a, other_id=b, decided_on=date(2026, 1, 1)),
        judgement("same", b, other_id=c, decided_on=date(2026, 1, 2)),
    ]
    found = decide(given)
    assert [one.judgement.decided_on.day for one in found.judged if not one.applied] == [1]
    decided = dict(found.decisions)
    assert decided[b].record_id == decided[c].record_id != decided[a].record_id


def test_a_join_says_who_judged_it() -> None:
    """The trap: a merge that no rule explains."""
    found = decide([judgement("same", of("meeting", 0), other_id=of("meeting", 2))])
    assert "judged the same by amal on 2026-02-05: seen" in {d.reason for _, d in found.decisions}


def test_a_rejected_record_is_gone_with_all_its_mentions() -> None:
    """The trap: the earliest mention goes, and the rest makes the same record under another id."""
    meeting = RECORDS[of("meeting")]
    found = decide([judgement("reject", meeting)])
    gone = {mention for mention, record in RECORDS.items() if record == meeting}
    assert len(gone) == 2
    assert {m for m, decision in found.decisions if decision.record_id is None} == gone
    assert {decision.reason for m, decision in found.decisions if m in gone} == {"rejected by amal on 2026-02-05: seen"}


def test_another_mention_is_rejected_alone() -> None:
    """The trap: one article was misread, and the record of the other goes with it."""
    meeting = RECORDS[of("meeting")]
    (other,) = {m for m, record in RECORDS.items() if record == meeting} - {meeting}
    found = decide([judgement("reject", other)])
    assert [m for m, decision in found.decisions if decision.record_id is None] == [other]


def test_a_later_acceptance_takes_a_rejection_back() -> None:
    """The trap: a mind that changed, and both rows in the file."""
    meeting = RECORDS[of("meeting")]
    given = [judgement("accept", meeting, decided_on=date(2026, 3, 1)), judgement("reject", meeting)]
    found = decide(given)
    assert dict(found.decisions) == dict(PLAIN.decisions)
    assert [(one.judgement.action, one.why) for one in found.judged if not one.applied] == [
        ("reject", "overruled by amal on 2026-03-01: seen")
    ]


def test_words_lead_to_what_another_reader_calls_otherwise() -> None:
    """The trap: a better reader, and every decision is lost."""
    quoted = judgement("reject", "meeting_" + "a" * 20, file=ARTICLES[2].file, paragraph_no=1, quote="زار")
    # the three made articles bear one file name, as a folder of them would not
    renamed = [one.model_copy(update={"file": f"{number}.txt"}) for number, one in enumerate(ARTICLES)]
    found = decide([quoted.model_copy(update={"file": "2.txt"})], articles=tuple(renamed))
    assert only(found).applied
    assert only(found).judgement.id == of("meeting", 2)
    assert only(found).judgement_id == quoted.model_copy(update={"file": "2.txt"}).judgement_id


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({}, "no file, paragraph_no and quote"),
        ({"file": "no.txt", "paragraph_no": 1, "quote": "زار"}, "no article is read from no.txt"),
        ({"file": "2.txt", "paragraph_no": 9, "quote": "زار"}, "no meeting stands on 2.txt ¶9 «زار»"),
        ({"file": "2.txt", "paragraph_no": 1, "quote": "طار"}, "no meeting stands on 2.txt ¶1 «طار»"),
    ],
)
def test_what_is_not_found_says_what_is_missing(told: dict[str, object], why: str) -> None:
    renamed = tuple(one.model_copy(update={"file": f"{number}.txt"}) for number, one in enumerate(ARTICLES))
    found = decide([judgement("accept", "meeting_" + "a" * 20, **told)], articles=renamed)
    assert not only(found).applied
    assert why in (only(found).why or "")


@pytest.mark.parametrize(
    ("action", "told", "why"),
    [
        ("correct", {"field": "date", "value": "soon"}, "no value for date"),
        ("correct", {"field": "participant", "value": "actor_x"}, "--claims"),
        ("correct", {"field": "amount", "value": "3"}, "has no field amount"),
        ("explain", {"field": "amount"}, "has no field amount"),
        ("reject", {"field": "kind"}, "would be left without kind"),
        ("reject", {"field": "city", "value": "روما"}, "no claim of that field"),
    ],
)
def test_what_cannot_be_done_to_a_meeting_is_not_applied(action: str, told: dict[str, str], why: str) -> None:
    """The trap: a database that is invalid because of one row of a spreadsheet."""
    found = decide([judgement(action, of("meeting"), **told)])
    assert not only(found).applied
    assert why in (only(found).why or "")


def test_a_country_is_its_code() -> None:
    """The trap: Libya judged the same as Pakistan."""
    libya = next(m for m, record in RECORDS.items() if record == "LBY")
    person = of("actor")
    for one in (
        judgement("same", libya, other_id=person),
        judgement("reject", "LBY"),
        judgement("same", "LBY", other_id=person),
        judgement("correct", "LBY", field="country", value="PAK"),
    ):
        found = decide([one])
        assert not only(found).applied
        assert dict(found.decisions) == dict(PLAIN.decisions)


def test_two_types_are_never_one() -> None:
    found = decide([judgement("same", of("meeting"), other_id=of("actor"))])
    assert "only records of one type" in (only(found).why or "")


def test_an_anchor_is_written_and_read() -> None:
    """The trap: a quote with the marks of quotations in it."""
    anchor = Anchor("a ¶1/b.txt", 12, "قال: «نعم» ثم غادر")
    assert Anchor.of(str(anchor)) == anchor
    assert Anchor.of("a.txt ¶0 «x»") is None
