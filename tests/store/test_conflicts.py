"""What is shown as a conflict, and what is not."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from libnews import store
from libnews.models.vocabulary import RecordType
from tests.store import sample
from tests.store.made import Said, told


def sides(tmp_path: Path, record_type: RecordType, claims: Sequence[Said]) -> list[tuple[str, str, str, int]]:
    articles = max(said.article for said in claims)
    with told(tmp_path / "made.duckdb", record_type, claims, [None] * articles) as db:
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
