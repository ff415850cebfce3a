"""How one value is taken where claims differ."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from libnews import store
from libnews.models.vocabulary import RecordType
from tests.store import sample
from tests.store.made import Said, told

EARLY, LATE = date(2024, 1, 1), date(2024, 2, 1)


def taken(tmp_path: Path, record_type: RecordType, claims: Sequence[Said], column: str, *days: date | None) -> object:
    with told(tmp_path / "made.duckdb", record_type, claims, days) as db:
        ((value,),) = db.sql(f"SELECT {column} FROM {record_type.value}").fetchall()
        return value


def dates(tmp_path: Path, *values: str | None) -> object:
    claims = [Said(number, "date", value) for number, value in enumerate(values, start=1)]
    return taken(tmp_path, RecordType.MEETING, claims, "date", *[None] * len(values))


def test_the_most_precise_date_that_none_contradicts(tmp_path: Path) -> None:
    assert dates(tmp_path, "2025", "2025-12", "2025-12-17/2025-12-19", "2025-12") == "2025-12-17/2025-12-19"


def test_a_precise_date_that_one_contradicts_gives_way(tmp_path: Path) -> None:
    """Two days exclude each other; the month that holds both is sure."""
    assert dates(tmp_path, "2025-12-17", "2025-12", "2025-12-19") == "2025-12"


def test_where_every_date_is_contradicted_most_articles_decide(tmp_path: Path) -> None:
    assert dates(tmp_path, "2025-12-17", "2025-12-19", "2025-12-19") == "2025-12-19"


def test_an_open_interval_is_the_least_precise(tmp_path: Path) -> None:
    assert dates(tmp_path, "../2026", "2025", "../2026") == "2025"


def test_words_without_a_value_lose_against_a_value(tmp_path: Path) -> None:
    assert dates(tmp_path, None, None, "2025") == "2025"


@pytest.mark.parametrize(
    ("claims", "days", "expected"),
    [
        ([(1, "تونس"), (2, "جنيف"), (3, "جنيف")], [EARLY, LATE, LATE], "جنيف"),
        ([(1, "تونس"), (2, "جنيف")], [LATE, EARLY], "جنيف"),
        ([(1, "تونس"), (2, "جنيف")], [None, LATE], "جنيف"),
        ([(1, "تونس"), (2, "جنيف")], [EARLY, EARLY], "تونس"),
        ([(1, "تونس"), (1, "تونس"), (2, "جنيف")], [LATE, EARLY], "جنيف"),
    ],
    ids=["most articles", "earliest published", "undated is last", "code points", "repeating is not agreeing"],
)
def test_the_order_of_the_rules(
    tmp_path: Path, claims: list[tuple[int, str]], days: list[date | None], expected: str
) -> None:
    said = [Said(number, "city", city) for number, city in claims]
    assert taken(tmp_path, RecordType.MEETING, said, "city", *days) == expected


def test_a_meeting_is_held_unless_a_claim_says_otherwise(tmp_path: Path) -> None:
    assert taken(tmp_path, RecordType.MEETING, [], "status", None) == "held"
    assert taken(tmp_path, RecordType.MEETING, [Said(1, "status", "planned")], "status", None) == "planned"


def test_a_name_of_two_words_wins_over_a_surname_that_more_articles_use(tmp_path: Path) -> None:
    said = [Said(1, "name", "دوبوا"), Said(2, "name", "دوبوا"), Said(3, "name", "جان دوبوا")]
    assert taken(tmp_path, RecordType.ACTOR, said, "name", None, None, None) == "جان دوبوا"


def test_no_price_is_put_together_from_two_sources(tmp_path: Path) -> None:
    """Most articles say «more than», most say 3: nobody says «more than 3», and no row may."""
    said = [
        Said(1, "amount", "3", 1), Said(1, "amount_qualifier", "exactly", 1), Said(1, "currency", "USD", 1),
        Said(2, "amount", "4", 1), Said(2, "amount_qualifier", "more_than", 1), Said(2, "currency", "EUR", 1),
        Said(3, "amount", "5", 1), Said(3, "amount_qualifier", "more_than", 1), Said(3, "currency", "USD", 1),
    ]  # fmt: skip
    with told(tmp_path / "made.duckdb", RecordType.AGREEMENT, said, [None, None, None]) as db:
        row = db.sql("SELECT amount::INTEGER, amount_qualifier, currency FROM agreement").fetchall()
    assert row == [(3, "exactly", "USD")]


def test_a_vague_price_loses_against_a_number_whatever_the_majority(tmp_path: Path) -> None:
    said = [Said(1, "amount", "3", 1), Said(1, "amount_qualifier", "exactly", 1)]
    for number in (2, 3):
        said += [Said(number, "amount", None, 1), Said(number, "amount_qualifier", "unspecified", 1)]
    assert taken(tmp_path, RecordType.AGREEMENT, said, "amount_qualifier", None, None, None) == "exactly"


def test_an_amount_that_would_be_rounded_is_left_out(tmp_path: Path) -> None:
    said = [Said(1, "amount", "0.00001", 1), Said(1, "amount_qualifier", "exactly", 1)]
    assert taken(tmp_path, RecordType.AGREEMENT, said, "amount", None) is None


def test_items_keep_quantity_and_unit_of_their_part(tmp_path: Path) -> None:
    said = [
        Said(1, "item", "طائرة", 1), Said(1, "quantity", "12", 1), Said(1, "unit", "قطعة", 1),
        Said(1, "item", "زورق", 2), Said(1, "item", "خوذة"), Said(2, "item", "زورق", 7),
    ]  # fmt: skip
    with told(tmp_path / "made.duckdb", RecordType.AGREEMENT, said, [None, None]) as db:
        rows = db.sql("SELECT item, quantity::INTEGER, unit FROM agreement_item ORDER BY item").fetchall()
    assert rows == [("خوذة", None, None), ("زورق", None, None), ("طائرة", 12, "قطعة")]


def test_participants_carry_the_role_of_their_own_part(tmp_path: Path) -> None:
    """In the sample the host's role stands in one article only; the guest has none anywhere."""
    with store.connect(sample.build(tmp_path / "news.duckdb")) as db:
        rows = db.sql("SELECT name, role FROM meeting_participant JOIN actor USING (actor_id) ORDER BY name").fetchall()
        parties = db.sql("SELECT actor_id, role FROM agreement_party ORDER BY actor_id").fetchall()
    assert rows == [("جان دوبوا", None), ("سالم الكعبي", "host")]
    assert parties == [("CHE", "supplier"), ("OMN", None)]


@pytest.mark.parametrize(
    "table",
    [
        "actor", "meeting", "meeting_participant", "agreement", "agreement_party", "agreement_item", "trade_figure",
    ],
)  # fmt: skip
def test_the_record_tables_can_be_computed_again(tmp_path: Path, table: str) -> None:
    with store.connect(sample.build(tmp_path / "news.duckdb")) as db:
        rows = db.sql(f"FROM {table} ORDER BY ALL").fetchall()
        assert rows == db.sql(f"FROM derived.{table} ORDER BY ALL").fetchall() != []


def test_whose_trade_and_with_whom_are_taken_together(tmp_path: Path) -> None:
    """The trap: each taken by itself, where articles tell it either way round, a country trades with itself."""
    either_way = [
        Said(1, "reporter", "OMN", 1), Said(1, "partner", "CHE", 1),
        Said(2, "reporter", "CHE", 1), Said(2, "partner", "OMN", 1),
    ]  # fmt: skip
    pair = taken(tmp_path, RecordType.TRADE_FIGURE, either_way, "[reporter, partner]", None, None)
    assert sorted(pair) == ["CHE", "OMN"]  # type: ignore[call-overload]
