"""Whose word counts: one agency's text in many papers is one voice."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest

from libnews.models.vocabulary import RecordType
from tests.store.made import AGENCIES, Said, told

PORT, HILL, THE_AGENCY = AGENCIES
DAY = date(2024, 5, 5)


def city(article: int, value: str, agency: str | None = None) -> Said:
    return Said(article, "city", value, agency=agency)


def voices(
    tmp_path: Path,
    claims: Sequence[Said],
    publishers: Mapping[int, str] | None = None,
    reprints: Mapping[int, int] | None = None,
) -> tuple[object, dict[str, int]]:
    """The city taken, and how many independent articles stand behind each."""
    articles = [DAY] * max(said.article for said in claims)
    with told(tmp_path / "made.duckdb", RecordType.MEETING, claims, articles, publishers, reprints) as db:
        ((taken,),) = db.sql("SELECT city FROM meeting").fetchall()
        return taken, dict(db.sql("SELECT DISTINCT value, articles FROM conflict").fetchall())


@pytest.mark.parametrize(
    ("claims", "publishers", "reprints", "expected"),
    [
        ([city(1, "x"), city(2, "x"), city(3, "y")], {}, {}, ("x", {"x": 2, "y": 1})),
        (
            [city(1, "x"), city(2, "x"), city(3, "x"), city(4, "y"), city(5, "y")], {}, {2: 1, 3: 1},
            ("y", {"x": 1, "y": 2}),
        ),
        ([city(1, "x", PORT), city(2, "x", PORT), city(3, "y")], {}, {}, ("x", {"x": 1, "y": 1})),
        ([city(1, "x", PORT), city(2, "x", HILL), city(3, "y")], {}, {}, ("x", {"x": 2, "y": 1})),
        ([city(1, "x", PORT), city(1, "x"), city(2, "x", PORT), city(3, "y")], {}, {}, ("x", {"x": 2, "y": 1})),
        ([city(1, "x", PORT), city(2, "x"), city(3, "y")], {2: PORT}, {}, ("x", {"x": 1, "y": 1})),
        ([city(1, "x", PORT), city(2, "x"), city(3, "x"), city(4, "y")], {2: PORT}, {3: 2}, ("x", {"x": 1, "y": 1})),
        ([city(1, "x", THE_AGENCY), city(2, "x", THE_AGENCY), city(3, "y")], {}, {}, ("x", {"x": 2, "y": 1})),
        (
            [city(1, "x", THE_AGENCY), Said(1, "venue", "z", agency=PORT), city(2, "x", PORT), city(3, "y")], {}, {},
            ("x", {"x": 1, "y": 1}),
        ),
    ],
    ids=[
        "articles", "reprints", "one agency", "two agencies", "an agency's word and one's own",
        "published by the agency",
        "a reprint of the agency's", "the agency of each article", "the agency that the article names elsewhere",
    ],
)  # fmt: skip
def test_articles_with_one_voice_count_once(
    tmp_path: Path,
    claims: Sequence[Said],
    publishers: Mapping[int, str],
    reprints: Mapping[int, int],
    expected: tuple[str, dict[str, int]],
) -> None:
    assert voices(tmp_path, claims, publishers, reprints) == expected


def test_prices_count_voices_too(tmp_path: Path) -> None:
    said = [Said(number, "amount", "3", 1, PORT) for number in (1, 2, 3)]
    said += [Said(number, "amount_qualifier", "exactly", 1, PORT) for number in (1, 2, 3)]
    for number in (4, 5):
        said += [Said(number, "amount", "4", 1), Said(number, "amount_qualifier", "exactly", 1)]
    with told(tmp_path / "made.duckdb", RecordType.AGREEMENT, said, [DAY] * 5) as db:
        assert db.sql("SELECT amount::INTEGER FROM agreement").fetchall() == [(4,)]
        sides = {(side.value, side.articles, side.source) for conflict in db.conflicts() for side in conflict.sides}
    assert sides == {("4", 2, "4.txt"), ("4", 2, "5.txt"), ("3", 1, PORT)}
