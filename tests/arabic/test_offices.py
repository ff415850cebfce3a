"""Offices for comparison: one key for one office, and whether the office alone tells who holds it."""

import pytest

from libnews.arabic.reader import READER


@pytest.mark.parametrize(
    ("title", "key", "country", "tells_holder"),
    [
        ("رئيس الوزراء الباكستاني", "رئيس وزراء", "PAK", True),
        ("رئيس حكومة باكستان", "رئيس وزراء", "PAK", True),
        ("رئيس الوزراء الإسرائيلي الأسبق", "رئيس وزراء", "ISR", False),
        ("الرئيس الفرنسي", "رئيس", "FRA", True),
        ("الوزير الفرنسي", "وزير", "FRA", False),
        ("السفير السعودي", "سفير", "SAU", False),
        ("رئيس اللجنة الفرنسية", "رئيس لجنة", "FRA", False),
        ("نظيره التركي", "", "TUR", False),
    ],
)
def test_office(title: str, key: str, country: str, tells_holder: bool) -> None:
    office = READER.office(title)
    assert (office.key, office.country, office.tells_holder) == (key, country, tells_holder)
