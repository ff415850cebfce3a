"""What cannot be built: a false quote, a value without evidence, a field nobody defined."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from libnews.models import Actor, Agreement, Evidence, Meeting, Money, Paragraph, TradeFigure

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40).filter(
    lambda text: text == text.strip()
)


def paragraph(text: str) -> Paragraph:
    return Paragraph(
        article_id="article_x", paragraph_no=1, line_no=3, col_no=2, kind="body",
        start_char=10, end_char=10 + len(text), text=text,
    )  # fmt: skip


QUOTE = Evidence.at("a.txt", paragraph("وصل حفتر إلى باكستان"), 4, 8)


@given(TEXTS, st.data())
def test_a_quote_at_its_span_is_evidence_and_any_other_is_not(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = Evidence.at("a.txt", paragraph(text), start, end)
    assert found.before + found.quote + found.after == text
    assert found.col_no == 2 + start
    other = data.draw(TEXTS.filter(lambda quote: quote != found.quote))
    with pytest.raises(ValidationError):
        Evidence(file="a.txt", paragraph=paragraph(text), start_char=start, end_char=end, quote=other)


def test_a_span_past_the_end_is_no_evidence() -> None:
    """Slicing forgives it: text[16:99] is the text's end."""
    with pytest.raises(ValidationError):
        Evidence(file="a.txt", paragraph=QUOTE.paragraph, start_char=13, end_char=99, quote="باكستان")


@pytest.mark.parametrize(
    ("model", "fields"),
    [
        (Actor, {"actor_id": "actor_x", "kind": "person", "name": "حفتر"}),
        (Actor, {"actor_id": "LBY", "kind": "country", "country": "LBY", "name": "ليبيا"}),
        (Meeting, {"meeting_id": "meeting_x", "kind": "visit", "date": "2025-12"}),
        (Meeting, {"meeting_id": "meeting_x", "kind": "visit", "participants": [{"actor_id": "actor_x"}]}),
        (Meeting, {"meeting_id": "meeting_x", "kind": "visit", "status": "planned"}),
        (Agreement, {"agreement_id": "agreement_x", "kind": "loan", "items": [{"item": "JF-17"}]}),
        (
            TradeFigure,
            {"trade_figure_id": "trade_figure_x", "flow": "exports", "amount": 5, "amount_qualifier": "exactly"},
        ),
    ],
)
def test_a_value_without_evidence_cannot_stand_in_a_record(model: type, fields: dict[str, object]) -> None:
    """Evidence for the kind alone is not evidence for the rest."""
    with pytest.raises(ValidationError, match="no evidence for"):
        model(**fields, provenance={"kind": (QUOTE,)})


def test_a_record_with_evidence_can_be_built_and_not_changed() -> None:
    actor = Actor(actor_id="actor_x", kind="person", name="حفتر", provenance={"kind": (QUOTE,), "name": (QUOTE,)})
    assert actor.provenance["name"][0].cite() == "a.txt:3:6 «حفتر»"
    with pytest.raises(ValidationError):
        actor.name = "منير"  # type: ignore[misc]  # what is tested
    with pytest.raises(TypeError):
        actor.provenance["name"] = ()  # type: ignore[index]  # what is tested


def test_a_held_meeting_needs_no_words_for_it() -> None:
    assert Meeting(meeting_id="meeting_x", kind="talks", provenance={"kind": (QUOTE,)}).status == "held"


def test_fields_nobody_defined_are_refused() -> None:
    with pytest.raises(ValidationError):
        Actor(actor_id="actor_x", kind="person", age=82, provenance={"kind": (QUOTE,)})  # type: ignore[call-arg]


@pytest.mark.parametrize("amount", ["0.00001", "1e34", "NaN", "Infinity"])
def test_an_amount_that_its_column_would_round_is_refused(amount: str) -> None:
    with pytest.raises(ValidationError):
        Money(amount=Decimal(amount), currency="LYD", qualifier="exactly")


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, max_value=10**30, min_value=-(10**30)))
def test_amounts_of_four_places_are_kept_exactly(amount: Decimal) -> None:
    assert Money(amount=amount, currency="LYD", qualifier="exactly").amount == amount


def test_money_without_amount_is_unspecified_and_the_other_way_round() -> None:
    with pytest.raises(ValidationError):
        Money(amount=None, currency="USD", qualifier="exactly")
    with pytest.raises(ValidationError):
        Money(amount=Decimal(4), currency="USD", qualifier="unspecified")
