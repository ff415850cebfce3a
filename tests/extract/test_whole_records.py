"""Rows that are right one by one and that together make no record."""

import pytest

import libnews
from libnews.models.claim_row import ClaimRow
from tests.store.sample import make_article

ARTICLE = make_article("a.txt", "one two three four five six", None)
Row = tuple[str, str, str, str | None, int | None]


def _rows(*told: Row) -> list[ClaimRow]:
    return [
        ClaimRow(file="a.txt", record=key, record_type=kind, field=field, value=value, part=part, quote="one")
        for key, kind, field, value, part in told
    ]


ACTOR = ("a", "actor", "kind", "person", None)
TALKS = ("m", "meeting", "kind", "talks", None)
DEAL = ("d", "agreement", "kind", "loan", None)


@pytest.mark.parametrize(
    ("told", "rules"),
    [
        ([("m", "meeting", "date", "2025", None)], ["record-incomplete"]),
        ([("m", "meeting", "kind", None, None)], ["record-incomplete"]),
        ([("a", "actor", "name", "X", None)], ["record-incomplete"]),
        ([("a", "actor", "kind", "country", None)], ["record-incomplete"]),
        (
            [ACTOR, ("a", "actor", "kind", "country", None), ("a", "actor", "country", "LBY", None)],
            ["record-incomplete"] * 3,
        ),
        ([("a", "actor", "country", "LBY", None), ("a", "actor", "country", "PAK", None)], ["record-incomplete"] * 2),
        ([TALKS, ("m", "agreement", "kind", "loan", None)], ["record-type-differs"]),
        ([TALKS, ("m", "meeting", "participant", "nobody", 1)], ["record-unknown"]),
        ([TALKS, ("m", "meeting", "participant", "m", 1)], ["record-unknown"]),
        ([TALKS, DEAL, ("m", "meeting", "part_of", "d", None)], ["record-unknown"]),
        ([TALKS, ("m", "meeting", "part_of", "m", None)], ["record-unknown"]),
        ([DEAL, ("d", "agreement", "amount", "5", 1)], ["record-incomplete"]),
        ([DEAL, ("d", "agreement", "currency", "USD", None)], ["record-incomplete"]),
        ([DEAL, ("d", "agreement", "amount_qualifier", "exactly", 1)], ["record-incomplete"]),
        (
            [DEAL, ("d", "agreement", "amount", "5", 1), ("d", "agreement", "amount_qualifier", "unspecified", 1)],
            ["record-incomplete"] * 2,
        ),
        (
            [DEAL, ("d", "agreement", "amount", "5", 1), ("d", "agreement", "amount_qualifier", "exactly", 2)],
            ["record-incomplete"] * 2,
        ),
        # A half-told price is refused, then the figure that has no other, then nobody is left to be spoken of.
        (
            [
                ("t", "trade_figure", "flow", "exports", None),
                ("t", "trade_figure", "amount", "5", 1),
                ("t", "trade_figure", "amount_qualifier", "exactly", 2),
            ],
            ["record-incomplete"] * 3,
        ),
        # The actor is refused, and with him the seat he had.
        (
            [("a", "actor", "name", "X", None), TALKS, ("m", "meeting", "participant", "a", 1)],
            ["record-incomplete", "record-unknown"],
        ),
    ],
)  # fmt: skip
def test_what_makes_no_record_is_refused(told: list[Row], rules: list[str]) -> None:
    """The trap: one half record from outside, and the whole database is invalid and not written."""
    refused = libnews.verify(_rows(*told), [ARTICLE]).refused
    assert [one.rule for one in refused] == [f"claims.{rule}" for rule in rules]


@pytest.mark.parametrize(
    "told",
    [
        [ACTOR, TALKS, ("m", "meeting", "participant", "a", 1)],
        [("m", "meeting", "participant", "a", 1), TALKS, ACTOR],
        [("a", "actor", "country", "LBY", None)],
        [DEAL, ("d", "agreement", "amount", None, 1), ("d", "agreement", "amount_qualifier", "unspecified", 1)],
        [TALKS, ("v", "meeting", "kind", "visit", None), ("m", "meeting", "part_of", "v", None)],
        [DEAL, ("v", "meeting", "kind", "visit", None), ("d", "agreement", "part_of", "v", None)],
        [("n", "x_note", "anything", "at all", None)],
    ],
)
def test_what_makes_a_record_is_accepted(told: list[Row]) -> None:
    """The trap: a record that must be told in one order, or that needs what nobody knows."""
    assert libnews.verify(_rows(*told), [ARTICLE]).refused == ()


def test_two_people_may_use_one_key() -> None:
    """The trap: the «m1» of one analyst and the «m1» of another, stirred into one meeting."""
    rows = [
        ClaimRow(file="a.txt", record="m", record_type=kind, field="kind", value=value, quote="one", extractor=who)
        for kind, value, who in [("meeting", "talks", "human:amal"), ("agreement", "loan", "human:basim")]
    ]
    assert libnews.verify(rows, [ARTICLE]).refused == ()


def test_a_corrected_row_stays_with_its_record() -> None:
    """The trap: somebody mends one row of a written-out record, signs it, and it makes a record of its own."""
    key = "meeting_aaaaaaaaaaaaaaaaaaaa"
    rows = [
        ClaimRow(file="a.txt", record=key, record_type="meeting", field=field, value=value, quote="one", extractor=who)
        for field, value, who in [("kind", "talks", "program:libnews"), ("date", "2025", "human:amal")]
    ]
    assert libnews.verify(rows, [ARTICLE]).refused == ()
