"""What is shown as a conflict, and what is not."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from libnews import store
from libnews.models.vocabulary import RecordType
from tests.store import sample
from tests.store.made import Said, told


def sides(
    tmp_path: Path, record_type: RecordType, claims: Sequence[Said], days: Sequence[date | None] = ()
) -> list[tuple[str, str, str, int]]:
    undated = [None] * max(said.article for said in claims)
    with told(tmp_path / "made.duckdb", record_type, claims, days or undated) as db:
        return [
            (conflict.field, side.kind, side.value, side.articles)
            for conflict in db.conflicts()
            for side in conflict.sides
        ]


def price(article: int, amount: str | None, qualifier: str, part: int = 1, currency: str | None = "USD") -> list[Said]:
    said = [Said(article, "amount", amount, part), Said(article, "amount_qualifier", qualifier, part)]
    return said if currency is None else [*said, Said(article, "currency", currency, part)]


def test_a_number_more_than_it_and_billions_are_three_sides(tmp_path: Path) -> None:
    said = [*price(1, "4000000000", "exactly"), *price(2, "4000000000", "more_than"), *price(3, None, "unspecified")]
    assert sides(tmp_path, RecordType.AGREEMENT, said) == [
        ("amount", "contradiction", "4000000000 USD", 1),
        ("amount", "contradiction", "more_than 4000000000 USD", 1),
        ("amount", "variant", "unspecified USD", 1),
    ]


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (("4", "exactly"), ("4", "approximately"), "variant"),
        (("4.1", "exactly"), ("4", "approximately"), "variant"),
        (("4.3", "exactly"), ("4", "approximately"), "contradiction"),
        (("4", "exactly"), ("4", "more_than"), "contradiction"),
        (("4", "exactly"), ("4", "at_least"), "variant"),
        (("4", "exactly"), ("4", "up_to"), "variant"),
        (("4", "exactly"), ("4", "less_than"), "contradiction"),
        (("5", "exactly"), ("4", "more_than"), "variant"),
        (("5", "less_than"), ("4", "more_than"), "variant"),
        (("4", "less_than"), ("4", "more_than"), "contradiction"),
        (("3", "up_to"), ("4", "at_least"), "contradiction"),
        (("4", "approximately"), ("4", "more_than"), "variant"),
        (("4", "exactly"), (None, "unspecified"), "variant"),
    ],
)  # fmt: skip
def test_amounts_contradict_where_no_amount_is_both(
    tmp_path: Path, one: tuple[str, str], other: tuple[str | None, str], kind: str
) -> None:
    found = sides(tmp_path, RecordType.AGREEMENT, [*price(1, *one), *price(2, *other)])
    assert [side[1] for side in found] == [kind, kind]


def test_the_ends_of_a_range_are_one_side(tmp_path: Path) -> None:
    """«From three to four billion» does not contradict itself."""
    said = [*price(1, "3", "at_least", 1), *price(1, "4", "up_to", 2)]
    assert sides(tmp_path, RecordType.AGREEMENT, said) == []
    said += price(2, "5", "exactly")
    found = sides(tmp_path, RecordType.AGREEMENT, said)
    assert [value for _field, _kind, value, _articles in found] == ["5 USD", "at_least 3 USD up_to 4 USD"]


def test_a_price_without_a_currency_contradicts_nothing(tmp_path: Path) -> None:
    said = [*price(1, "4", "exactly"), *price(2, "4", "exactly", currency=None)]
    assert sides(tmp_path, RecordType.AGREEMENT, said) == []


def test_the_same_amount_in_two_currencies_is_a_contradiction(tmp_path: Path) -> None:
    said = [*price(1, "4", "exactly"), *price(2, "4", "exactly", currency="EUR")]
    assert len(sides(tmp_path, RecordType.AGREEMENT, said)) == 2


def test_another_number_in_another_currency_may_be_the_same_sum(tmp_path: Path) -> None:
    said = [*price(1, "4", "exactly"), *price(2, "3.7", "exactly", currency="EUR")]
    assert [side[1] for side in sides(tmp_path, RecordType.AGREEMENT, said)] == ["variant", "variant"]
    restated = [*price(1, "4", "exactly", 1), *price(1, "3.7", "exactly", 2, currency="EUR")]
    assert sides(tmp_path, RecordType.AGREEMENT, restated) == []


EARLY, LATE = date(2024, 5, 5), date(2024, 6, 5)


@pytest.mark.parametrize(
    ("stages", "days", "kinds"),
    [
        (["planned", "signed"], [EARLY, LATE], {"variant"}),
        (["signed", "in_force", "cancelled"], [EARLY, date(2024, 5, 20), LATE], {"variant"}),
        (["planned", "signed"], [LATE, EARLY], {"contradiction"}),
        (["planned", "signed"], [EARLY, EARLY], {"contradiction"}),
        (["planned", "signed"], [EARLY, None], {"contradiction"}),
        (["denied", "signed"], [EARLY, LATE], {"contradiction"}),
        (["signed", "signed"], [LATE, EARLY], set()),
    ],
    ids=["as it went", "as it ended", "told too late", "on one day", "who knows when", "denied", "agreed"],
)
def test_stages_follow_one_another(tmp_path: Path, stages: list[str], days: list[date | None], kinds: set[str]) -> None:
    said = [Said(number, "stage", stage) for number, stage in enumerate(stages, start=1)]
    assert {side[1] for side in sides(tmp_path, RecordType.AGREEMENT, said, days)} == kinds


def test_an_article_that_tells_how_a_deal_came_about_tells_its_last_stage(tmp_path: Path) -> None:
    said = [Said(1, "stage", "negotiated"), Said(1, "stage", "signed"), Said(2, "stage", "signed")]
    assert sides(tmp_path, RecordType.AGREEMENT, said) == []
    said.append(Said(2, "stage", "denied"))
    assert {side[1] for side in sides(tmp_path, RecordType.AGREEMENT, said)} == {"contradiction"}


def test_a_planned_meeting_is_held_or_cancelled_not_both(tmp_path: Path) -> None:
    said = [Said(1, "status", "planned"), Said(2, "status", "held")]
    assert {side[1] for side in sides(tmp_path, RecordType.MEETING, said, [EARLY, LATE])} == {"variant"}
    said = [Said(1, "status", "cancelled"), Said(2, "status", "held")]
    assert {side[1] for side in sides(tmp_path, RecordType.MEETING, said, [EARLY, LATE])} == {"contradiction"}


def test_the_stations_of_a_visit_do_not_contradict_each_other(tmp_path: Path) -> None:
    said = [Said(1, "city", "جنيف"), Said(2, "city", "لوزان")]
    assert {side[1] for side in sides(tmp_path, RecordType.MEETING, said)} == {"contradiction"}
    said.append(Said(1, "city", "لوزان"))
    assert {side[1] for side in sides(tmp_path, RecordType.MEETING, said)} == {"variant"}


def test_the_order_of_two_countries_that_trade_is_no_difference(tmp_path: Path) -> None:
    said = []
    for article, (reporter, partner) in enumerate([("OMN", "CHE"), ("CHE", "OMN")], start=1):
        said += [
            Said(article, "flow", "two_way"),
            Said(article, "reporter", reporter),
            Said(article, "partner", partner),
        ]
    with told(tmp_path / "made.duckdb", RecordType.TRADE_FIGURE, said, [EARLY, LATE]) as db:
        assert db.conflicts() == []
        assert db.sql("SELECT reporter, partner FROM trade_figure").fetchall() == [("OMN", "CHE")]


def test_one_office_in_other_words_is_one_side(tmp_path: Path) -> None:
    """Neither the article of a phrase nor the country that the actor is of (here «خبر») tells two offices apart."""
    said = [Said(number, "country", "PAK") for number in (1, 2, 3)]
    said += [Said(1, "role", "وزير المال"), Said(2, "role", "وزير مال خبر")]
    assert sides(tmp_path, RecordType.ACTOR, said) == []
    said.append(Said(3, "role", "نائب وزير المال"))
    found = {side[2:] for side in sides(tmp_path, RecordType.ACTOR, said)}
    assert found == {("وزير مال خبر", 2), ("نائب وزير المال", 1)}


@pytest.mark.parametrize(
    ("values", "disputed"),
    [
        (["2025-12-17", "2025-12", "2025"], []),
        (["2025-12-17/2025-12-19", "2025-12-18"], []),
        (["2025-12-17", "2025-12-18", "2025-12"], ["2025-12-17", "2025-12-18"]),
        (["../2024", "2025-01", "2025"], ["../2024", "2025", "2025-01"]),
        (["2025", None], []),
    ],
)
def test_dates_contradict_where_they_share_no_day(
    tmp_path: Path, values: list[str | None], disputed: list[str]
) -> None:
    """A month that holds both days takes no part in the dispute between them."""
    said = [Said(number, "date", value) for number, value in enumerate(values, start=1)]
    assert [side[2] for side in sides(tmp_path, RecordType.MEETING, said)] == disputed


def test_spellings_that_fold_alike_are_one_form_of_a_name(tmp_path: Path) -> None:
    said = [Said(1, "name", "أسامة حمّاد"), Said(2, "name", "اسامه حماد"), Said(2, "name", "حماد")]
    assert sides(tmp_path, RecordType.ACTOR, said) == []


def test_another_form_of_two_words_is_a_variant(tmp_path: Path) -> None:
    said = [Said(1, "name", "سالم الكعبي"), Said(2, "name", "سليم الكعبي"), Said(2, "name", "الكعبي")]
    assert [side[:3] for side in sides(tmp_path, RecordType.ACTOR, said)] == [
        ("name", "variant", "سالم الكعبي"),
        ("name", "variant", "سليم الكعبي"),
    ]


def test_two_offices_in_one_article_are_no_difference(tmp_path: Path) -> None:
    said = [Said(1, "role", "وزير الدفاع"), Said(1, "role", "نائب الرئيس")]
    assert sides(tmp_path, RecordType.ACTOR, said) == []
    said += [Said(2, "role", "وزير الدفاع"), Said(2, "role", "نائب الرئيس")]
    assert sides(tmp_path, RecordType.ACTOR, said) == []


def test_an_office_that_another_article_words_differently_is_a_variant(tmp_path: Path) -> None:
    said = [Said(1, "role", "وزير الدفاع"), Said(2, "role", "وزير الحربية"), Said(3, "city", "x")]
    assert [side[1:3] for side in sides(tmp_path, RecordType.ACTOR, said)] == [
        ("variant", "وزير الحربية"),
        ("variant", "وزير الدفاع"),
    ]


def test_a_country_and_a_status_contradict(tmp_path: Path) -> None:
    said = [
        Said(1, "country", "TUN"),
        Said(2, "country", "CHE"),
        Said(1, "status", "held"),
        Said(2, "status", "denied"),
    ]
    found = sides(tmp_path, RecordType.MEETING, said)
    assert [side[:3] for side in found] == [
        ("country", "contradiction", "CHE"),
        ("country", "contradiction", "TUN"),
        ("status", "contradiction", "denied"),
        ("status", "contradiction", "held"),
    ]


@pytest.mark.parametrize(
    ("record_type", "told_twice"),
    [
        (
            RecordType.ACTOR,
            {
                "kind": ("army", "government", "variant"), "country": ("OMN", "CHE", "contradiction"),
                "name": ("سالم الكعبي", "سليم الكعبي", "variant"), "rank": ("عميد", "لواء", "variant"),
            },
        ),
        (
            RecordType.MEETING,
            {
                "kind": ("talks", "visit", "variant"), "date": ("2024-05-03", "2024-05-05", "contradiction"),
                "country": ("CHE", "TUN", "contradiction"), "venue": ("قصر", "فندق", "variant"),
            },
        ),
        (
            RecordType.AGREEMENT,
            {
                "kind": ("mou", "treaty", "variant"), "date": ("2024-05", "2024-06", "contradiction"),
                "country": ("CHE", "TUN", "contradiction"), "subject": ("دفاع", "سلاح", "variant"),
                "duration": ("P1Y", "P2Y", "contradiction"), "item": ("طائرة", "سفينة", "variant"),
            },
        ),
        (
            RecordType.TRADE_FIGURE,
            {
                "flow": ("exports", "imports", "contradiction"), "reporter": ("OMN", "TUN", "contradiction"),
                "partner": ("CHE", "FRA", "contradiction"), "commodity": ("نفط", "غاز", "variant"),
                "period": ("2021", "2022", "contradiction"),
            },
        ),
    ],
    ids=["actor", "meeting", "agreement", "trade figure"],
)  # fmt: skip
def test_each_field_is_compared_by_its_rule(
    tmp_path: Path, record_type: RecordType, told_twice: dict[str, tuple[str, str, str]]
) -> None:
    """The trap: a field that no rule names, whose two values are nowhere shown to differ."""
    said = [Said(at + 1, field, given[at]) for field, given in told_twice.items() for at in (0, 1)]
    found = {(field, kind) for field, kind, _value, _articles in sides(tmp_path, record_type, said)}
    assert found == {(field, kind) for field, (_one, _other, kind) in told_twice.items()}


def test_a_side_shows_each_file_with_its_first_words(tmp_path: Path) -> None:
    with store.connect(sample.build(tmp_path / "news.duckdb")) as db:
        city = next(conflict for conflict in db.conflicts() if conflict.field == "city")
    assert [(side.value, side.file, side.line_no, side.quote, side.articles) for side in city.sides] == [
        ("جنيف", "first.txt", 2, "جنيف", 2),
        ("جنيف", "second.txt", 1, "جنيف", 2),
        ("لوزان", "sub/third.txt", 1, "لوزان", 1),
    ]
    assert [side.source for side in city.sides] == ["وكالة المثال", "second.txt", "sub/third.txt"]


def test_disputed_names_the_fields_with_contradictions_only(tmp_path: Path) -> None:
    with store.connect(sample.build(tmp_path / "news.duckdb")) as db:
        found = db.sql("SELECT record_type, disputed FROM record WHERE disputed IS NOT NULL ORDER BY 1").fetchall()
    assert found == [("agreement", "amount"), ("meeting", "city, date")]
