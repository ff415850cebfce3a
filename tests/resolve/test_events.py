"""Which meetings, agreements and figures are one: what agrees, what contradicts, and what is left open."""

from collections.abc import Callable, Sequence
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libnews.models import Edtf
from libnews.models.vocabulary import RecordType
from libnews.resolve.agreements import join_agreements
from libnews.resolve.meetings import join_meetings
from libnews.resolve.trade_figures import join_trade_figures
from libnews.resolve.view import Told
from tests.resolve.events import Sets, clusters_of, deal, sets, talks, told, visit


def meetings(*views: Told) -> Sets:
    clusters = clusters_of(*views)
    join_meetings(list(views), {}, clusters)
    return clusters


def agreements(*views: Told) -> Sets:
    clusters = clusters_of(*views)
    join_agreements(list(views), {}, clusters)
    return clusters


def are_one(join: Callable[..., Sets], *views: Told) -> bool:
    return len(sets(join(*views))) == 1


def test_a_month_may_not_draw_two_days_together() -> None:
    """The trap: the 17th and the 28th, both of which «in December» agrees with."""
    first, vague, last = (
        talks(name, "a", "b", date=day) for name, day in [("m1", "2025-12-17"), ("m2", "2025-12"), ("m3", "2025-12-28")]
    )
    clusters = meetings(first, vague, last)
    assert sets(clusters) == {frozenset({"m1"}), frozenset({"m2"}), frozenset({"m3"})}
    assert {frozenset((pair.one, pair.other)) for pair in clusters.undecided()} == {
        frozenset({"m1", "m2"}), frozenset({"m2", "m3"}),
    }  # fmt: skip
    assert are_one(meetings, first, vague)


def test_who_met_many_may_not_draw_two_talks_together() -> None:
    """The trap: «he met b, c and d», and talks with b and with c told by others."""
    pairs = talks("m1", "a", "b", date="2025-12-17"), talks("m2", "a", "c", date="2025-12-17")
    assert len(sets(meetings(*pairs, talks("m3", "a", "b", "c", date="2025-12-17")))) == 3


@pytest.mark.parametrize(
    ("views", "expected", "why"),
    [
        (
            (visit("m1", "a", "LBY", date="2026-02-02"), visit("m2", "a", "LBY", date="2026-02-04")),
            True,
            "days of one visit",
        ),
        (
            (visit("m1", "a", "LBY", date="2026-01-31"), visit("m2", "a", "LBY", date="2026-02-01")),
            True,
            "over a month's end",
        ),
        (
            (visit("m1", "a", "LBY", date="2026-02-02"), visit("m2", "a", "LBY", date="2026-02-14")),
            False,
            "he came again",
        ),
        (
            (talks("m1", "a", "b", date="2026-02-02"), talks("m2", "a", "b", date="2026-02-04")),
            False,
            "talks are of a day",
        ),
        ((visit("m1", "a", "LBY"), talks("m2", "a", "b", country="LBY")), False, "a visit and the talks on it"),
        ((visit("m1", "a", "LBY"), visit("m2", "a", "TUN")), False, "other places"),
        (
            (talks("m1", "a", "b", status="planned", date="2026-02-02"), talks("m2", "a", "b", date="2026-02-02")),
            False,
            "planned and held",
        ),
        (
            (talks("m1", "a", "b", published_on="2026-02-02"), talks("m2", "a", "b", date="2026-02-03")),
            True,
            "published the day before",
        ),
        (
            (talks("m1", "a", "b", published_on="2026-02-02"), talks("m2", "a", "b", published_on="2026-03-02")),
            False,
            "a month between the articles",
        ),
        (
            (
                talks("m1", "LBY", "PAK", published_on="2026-02-02"),
                talks("m2", "LBY", "PAK", published_on="2026-02-02"),
            ),
            False,
            "countries talk every day",
        ),
        (
            (talks("m1", "LBY", "PAK", date="2026-02-02"), talks("m2", "LBY", "PAK", date="2026-02-02")),
            True,
            "on one day they talk once",
        ),
    ],
)
def test_meetings(views: Sequence[Told], expected: bool, why: str) -> None:
    assert are_one(meetings, *views) is expected, why


BILLIONS = {"kind": "arms_deal", "amount": "4000000000", "currency": "USD"}


@pytest.mark.parametrize(
    ("one", "other", "expected", "why"),
    [
        (BILLIONS, {**BILLIONS, "amount_qualifier": "more_than"}, True, "4 billion, more than 4 billion"),
        (BILLIONS, {**BILLIONS, "amount": "4600000000"}, True, "4 and 4.6 billion"),
        (BILLIONS, {"kind": "arms_deal"}, True, "no price in one"),
        (BILLIONS, {**BILLIONS, "kind": "trade"}, True, "a price tells what the word does not"),
        (
            BILLIONS,
            {"kind": "trade", "amount": "20000000", "currency": "USD"},
            False,
            "4 billion, and 20 million for schools",
        ),
        (BILLIONS, {**BILLIONS, "amount": "20000000"}, False, "two arms deals of one month"),
        (BILLIONS, {"kind": "loan"}, False, "arms and a loan"),
        ({"kind": "other"}, {"kind": "other"}, False, "agreements of which nothing is known"),
        (
            {"kind": "arms_deal", "stage": "planned"},
            {"kind": "arms_deal", "stage": "signed"},
            False,
            "to come, and made",
        ),
        ({**BILLIONS, "stage": "planned"}, {**BILLIONS, "stage": "signed"}, True, "sources differ on one deal"),
    ],
)
def test_agreements(one: dict[str, str], other: dict[str, str], expected: bool, why: str) -> None:
    views = deal("d1", "LBY", "PAK", published_on="2026-02-03", **one), deal("d2", "LBY", "PAK", **other)
    assert are_one(agreements, *views) is expected, why


def test_what_one_country_exports_is_not_what_the_other_does() -> None:
    values: dict[str, str | list[str]] = {"flow": "exports", "period": "2024", "amount": "19000000", "currency": "USD"}
    given = [
        told(RecordType.TRADE_FIGURE, name, None, **values, reporter=reporter, partner=partner)
        for name, reporter, partner in [("t1", "LBY", "PAK"), ("t2", "PAK", "LBY"), ("t3", "LBY", "PAK")]
    ]
    clusters = clusters_of(*given)
    join_trade_figures(given, clusters)
    assert sets(clusters) == {frozenset({"t1", "t3"}), frozenset({"t2"})}


def test_what_a_person_said_comes_first() -> None:
    """The trap: a join that asks nobody, and draws together what somebody has looked at."""
    given = [talks(name, "a", "b", date="2026-02-02") for name in ("m1", "m2")]
    clusters = clusters_of(*given)
    clusters.keep_apart("m1", "m2")
    join_meetings(given, {}, clusters)
    assert len(sets(clusters)) == 2
    given = [talks("m1", "a", "b", date="2026-02-02"), talks("m2", "a", "b", date="2026-03-02")]
    clusters = clusters_of(*given)
    clusters.join("m1", "m2", "judged")
    join_meetings([*given], {}, clusters)
    assert len(sets(clusters)) == 1


DAYS = st.sampled_from([None, "2025-12", "2025", "2025-12-17", "2025-12-18", "2025-12-28", "2025-12-16/2025-12-18"])
PUBLISHED = st.sampled_from([None, "2025-12-18", "2025-12-20", "2026-02-03"])
PEOPLE = st.sets(st.sampled_from("abcd"), min_size=1, max_size=3).map(sorted)


@st.composite
def made(draw: st.DrawFn, letter: str = "m") -> list[Told]:
    views = []
    for number in range(draw(st.integers(2, 7))):
        day, published, people = draw(DAYS), draw(PUBLISHED), draw(PEOPLE)
        values: dict[str, str | list[str]] = {"date": day} if day else {}
        name = f"{letter}{number}"
        if draw(st.booleans()):
            views.append(visit(name, letter + people[0], "LBY", published, **values))
        else:
            views.append(talks(name, *(letter + one for one in people), published_on=published, **values))
    return views


@given(made(), st.randoms(use_true_random=False))
def test_the_order_of_mentions_plays_no_part(views: list[Told], random: Random) -> None:
    expected = meetings(*views)
    random.shuffle(views)
    found = meetings(*views)
    assert sets(found) == sets(expected)
    assert found.undecided() == expected.undecided()


@given(made(), made("x"))
def test_what_shares_nobody_changes_nothing(views: list[Told], others: list[Told]) -> None:
    assert sets(meetings(*views)) <= sets(meetings(*views, *others))


@given(made())
def test_no_two_of_one_event_contradict_each_other(views: list[Told]) -> None:
    by_id = {view.id: view for view in views}
    for members in sets(meetings(*views)):
        for one in members:
            for other in members:
                mine, theirs = by_id[one], by_id[other]
                assert mine.first("kind") == theirs.first("kind")
                shared = set(mine.all("participant")) & set(theirs.all("participant"))
                assert one == other or len(shared) >= (1 if mine.first("kind") == "visit" else 2)
                if mine.first("kind") == "talks" and mine.first("date") and theirs.first("date"):
                    assert Edtf(mine.all("date")[0]).overlaps(Edtf(theirs.all("date")[0]))
