"""What is left to look at: every open question once, with the words to decide it on."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest

from libnews import store
from libnews.models import Judgement
from libnews.models.judgement import Anchor, Judged
from libnews.models.vocabulary import JudgementAction
from libnews.store.deciding import Subject, anchor_of, anchors, ids_starting, subject_of, values_of
from libnews.store.reviewing import Open, open_questions
from tests.store import sample

HOST, GUEST, OFFICE, MEETING, *_ = (mention.mention_id for mention in sample.EXTRACTIONS[0].mentions)
THIRD_MEETING = next(one.mention_id for one in sample.EXTRACTIONS[2].mentions if one.record_type == "meeting")


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[store.Database]:
    with store.connect(sample.build(tmp_path_factory.mktemp("reviewed") / "news.duckdb")) as opened:
        yield opened


def decided(path: Path, *given: Judgement) -> list[Open]:
    """What is still open once these decisions are applied."""
    with store.create(path) as building:
        building.add(sample.ARTICLES, sample.EXTRACTIONS)
        building.resolve(
            sample.assignments().items(),
            undecided=sample.undecided(),
            judgements=[Judged(one.judgement_id, one, True) for one in given],
        )
        building.finish(["sample 1"], len(sample.ARTICLES), 0)
        path = building.publish()
    with store.connect(path) as opened:
        return open_questions(opened.connection)


def judgement(action: JudgementAction, judged_id: str, **more: str) -> Judgement:
    return Judgement.model_validate(
        {"action": action, "id": judged_id, "decided_by": "amal", "decided_on": date(2024, 6, 1), **more}
    )


def about(questions: Sequence[Open], what: str) -> list[Open]:
    return [one for one in questions if one.what == what]


def test_each_side_of_a_contradiction_has_the_words_it_stands_on(db: store.Database) -> None:
    """The trap: a side that is rejected by an id or a value that means another one too."""
    sides = about(open_questions(db.connection), "contradiction")
    assert [(one.record_type, one.field, one.value, str(one.anchor)) for one in sides] == [
        ("agreement", "amount", "3000000000", "first.txt ¶3 «3»"),
        ("agreement", "amount", "3000000000", "second.txt ¶2 «3 مليارات»"),
        ("meeting", "city", "جنيف", "first.txt ¶2 «جنيف»"),
        ("meeting", "city", "جنيف", "second.txt ¶1 «جنيف»"),
        ("meeting", "city", "لوزان", "sub/third.txt ¶1 «لوزان»"),
        ("meeting", "date", "2024-05-03", "first.txt ¶2 «3 مايو 2024»"),
        ("meeting", "date", "2024-05-05", "sub/third.txt ¶1 «5 مايو 2024»"),
    ]
    assert [one.id for one in sides[2:]] == [MEETING] * 5
    prices = {claim.claim_id: claim.evidence.quote for read in sample.EXTRACTIONS for claim in read.claims}
    assert [prices[one.id] for one in sides[:2]] == ["3", "3 مليارات"], "a price is known by its claim"
    assert [one.told for one in sides[1:3]] == [
        "more_than 3000000000 USD (1 article), second.txt",
        "جنيف (2 articles), وكالة المثال",
    ]


def test_a_pair_shows_the_words_of_both(db: store.Database) -> None:
    (pair,) = about(open_questions(db.connection), "pair")
    both = {(pair.id, pair.label, str(pair.anchor)), (str(pair.other_id), pair.other_label, str(pair.other_anchor))}
    assert both == {
        (GUEST, "جان دوبوا", "first.txt ¶2 «جان دوبوا»"),
        (OFFICE, "قائد الحرس", "first.txt ¶4 «قائد الحرس»"),
    }
    assert pair.told == "named beside each other"


def test_records_come_last_and_those_most_told_of_first(db: store.Database) -> None:
    """The trap: a country, which its code alone makes, or a record that somebody accepted, asked about all the same."""
    questions = open_questions(db.connection)
    assert list(dict.fromkeys(one.what for one in questions)) == ["contradiction", "pair", "record"]
    records = about(questions, "record")
    assert [(one.record_type, one.told) for one in records] == [
        ("agreement", "3 articles, 23 claims"),
        ("meeting", "3 articles, 18 claims"),
        ("actor", "3 articles, 9 claims"),
        ("trade_figure", "1 article, 7 claims"),
        ("actor", "1 article, 2 claims"),
    ]
    assert HOST not in {one.id for one in records}
    assert [str(one.anchor) for one in records[1:3]] == ["first.txt ¶2 «استقبل»", "first.txt ¶2 «جان دوبوا»"]


def test_what_is_decided_is_not_asked_again_and_the_rest_is(tmp_path: Path) -> None:
    """The trap: one decision about a record, or about one of a pair, that closes what it does not speak of."""
    action = JudgementAction
    left = decided(
        tmp_path / "some.duckdb",
        judgement(action.EXPLAIN, MEETING, field="city", reason="a visit of two cities"),
        judgement(action.DIFFERENT, GUEST, other_id=HOST),
    )
    assert [one.field for one in about(left, "contradiction")] == ["amount", "amount", "date", "date"]
    assert len(about(left, "pair")) == 1, "of other two it was decided"
    assert MEETING in {one.id for one in about(left, "record")}, "whoever explains one field has not seen the record"

    left = decided(
        tmp_path / "more.duckdb",
        judgement(action.DIFFERENT, OFFICE, other_id=GUEST),
        judgement(action.ACCEPT, MEETING),
    )
    assert about(left, "pair") == []
    assert MEETING not in {one.id for one in about(left, "record")}


def test_a_decision_rests_on_the_words_it_is_about(db: store.Database) -> None:
    """The trap: words of another field, or those on which several mentions stand and which lead back to none."""
    con = db.connection
    kind, city = anchors(con, [THIRD_MEETING]), anchors(con, [THIRD_MEETING], "city")
    assert kind == {THIRD_MEETING: Anchor("sub/third.txt", 1, "محادثات")}
    assert city == {THIRD_MEETING: Anchor("sub/third.txt", 1, "لوزان")}
    guest = sample.EXTRACTIONS[0].mentions[1].mention_id
    assert anchors(con, [MEETING], "participant", guest) == {MEETING: Anchor("first.txt", 2, "جان دوبوا")}


def test_an_id_is_told_as_what_it_names(db: store.Database) -> None:
    """The trap: the id of a record that is also its first mention's, taken for that mention alone."""
    con = db.connection
    claim = next(one for one in sample.EXTRACTIONS[2].claims if one.field == "city")
    whole, mention, told = (subject_of(con, one) for one in (MEETING, THIRD_MEETING, claim.claim_id))
    assert whole == Subject(MEETING, "meeting", MEETING, MEETING, None)
    assert mention == Subject(THIRD_MEETING, "meeting", MEETING, THIRD_MEETING, None)
    assert told == Subject(claim.claim_id, "meeting", MEETING, THIRD_MEETING, "city")
    assert (whole.is_whole, mention.is_whole) == (True, False)
    assert (subject_of(con, "meeting_nowhere"), subject_of(con, "CHE")) == (
        None,
        Subject("CHE", "actor", "CHE", None, None),
    )
    assert values_of(con, whole, "city") == ["جنيف", "لوزان"]
    assert values_of(con, mention, "city") == ["لوزان"]
    assert anchor_of(con, told, "date", None) == Anchor("sub/third.txt", 1, "لوزان")
    assert anchor_of(con, mention, "date", None) == Anchor("sub/third.txt", 1, "5 مايو 2024")


def test_ids_are_found_by_their_beginnings_each_once(db: store.Database) -> None:
    """The trap: an id given twice, as a record's and as its mention's, which then seems to be short for two."""
    assert ids_starting(db.connection, MEETING[:14]) == [MEETING]
    assert len(ids_starting(db.connection, "claim_")) == 5
    assert ids_starting(db.connection, "meeting_", most=9) == sorted(
        one.mention_id for read in sample.EXTRACTIONS for one in read.mentions if one.record_type == "meeting"
    )
