"""Dates: golden cases, and what no text may break."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libnews.arabic.date_reading import of_day
from libnews.arabic.dates import find_dates
from libnews.arabic.hijri import hijri_to_edtf
from libnews.arabic.lexicon import rows
from libnews.arabic.open_dates import open_day, weekday
from libnews.arabic.periods import week
from libnews.models.dates import Edtf
from libnews.models.vocabulary import Basis

CASES = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "cases" / "dates.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
_WORDS = """
من إلى و بين عام عامي العام الماضي المقبل نفسه 2018 2011-2014 2022/2023 3 17 31 99/99/2018
مارس ديسمبر (تموز) / يوليو كانون الأول الأول الربع النصف الأشهر التسعة الأولى يوم اليوم
أمس غد الثلاثاء السبت 1447 رجب هـ م ، ( ) سيصل وصل
"""
WORDS = st.lists(st.sampled_from(_WORDS.split())).map(" ".join)
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(("published_on", "text", "expected"), CASES, ids=[f"{day} {text}" for day, text, _ in CASES])
def test_dates_are_read_as_a_reader_reads_them(published_on: str, text: str, expected: str) -> None:
    """Each case is a form that news uses, or one that looks like a date and is none."""
    found = find_dates(text, date.fromisoformat(published_on) if published_on else None)
    shown = [f"{match.text}=" + (f"{match.value} {match.basis.value}" if match.value else "") for match in found]
    assert "|".join(shown) == expected


@given(st.one_of(st.text(), WORDS), st.none() | DAYS)
def test_values_are_edtf_and_spans_hold_their_words(text: str, published_on: date | None) -> None:
    """Every value is stored as EDTF, every span is a quote."""
    end = 0
    for found in find_dates(text, published_on):
        assert found.start_char >= end
        assert text[found.start_char : found.end_char] == found.text != ""
        end = found.end_char
        if found.value is not None:
            Edtf(found.value)


@given(WORDS)
def test_nothing_is_resolved_without_a_day_of_publication(text: str) -> None:
    """A relative date resolved against nothing would be invented."""
    assert not [found for found in find_dates(text) if found.basis is Basis.RESOLVED and found.value is not None]


@given(DAYS)
def test_a_written_day_is_that_day(day: date) -> None:
    """Day, month name and year come back in every system of month names."""
    systems = [
        names.split("|") for calendar, number, _, names in rows("months") if (calendar, number) == ("g", str(day.month))
    ]
    for name in (name for names in systems for name in names):
        [found] = find_dates(f"في {day.day} {name} {day.year} وصل")
        assert (found.value, found.basis) == (day.isoformat(), Basis.STATED), name


@given(DAYS, st.integers(0, 6), st.sampled_from([None, -1, 1]))
def test_a_weekday_is_that_weekday(published_on: date, number: int, direction: int | None) -> None:
    """Off by one here, and every undated meeting moves by a day."""
    day = weekday(published_on, number, direction, None)
    if day is not None:
        assert day.weekday() == number
        assert 0 < abs((published_on - day).days) <= 7 or (day == published_on and direction is None)


@given(DAYS, st.sampled_from([-1, 0, 1]))
def test_a_week_covers_every_habit_of_counting_weeks(published_on: date, direction: int) -> None:
    """Weeks begin on Saturday in Cairo, on Sunday in Riyadh and on Monday in Tunis."""
    value = week(published_on, direction)
    assert value is not None
    covered = Edtf(value)
    assert covered.first is not None
    assert covered.last is not None
    assert 7 < (covered.last - covered.first).days + 1 <= 13
    if direction == 0:
        assert covered.first <= published_on <= covered.last


@given(DAYS, st.integers(1, 12), st.integers(1, 31), st.booleans())
def test_an_open_day_is_near(published_on: date, month: int, day: int, future: bool) -> None:
    """A day far from publication would need its year; guessing one is worse than none."""
    value = open_day(published_on, month, day, future=future)
    if value is not None:
        assert value.endswith(f"-{month:02d}-{day:02d}")
        assert abs((date.fromisoformat(value) - published_on).days) <= 200


@given(st.integers(1343, 1500), st.integers(1, 12))
def test_hijri_months_follow_each_other(year: int, month: int) -> None:
    """A gap or an overlap would put a day into two months or none."""
    this = hijri_to_edtf(year, month)
    behind = hijri_to_edtf(year + month // 12, month % 12 + 1)
    if behind is None:
        assert (year, month) == (1500, 12)
        return
    assert this is not None
    last, first = Edtf(this).last, Edtf(behind).first
    assert last is not None
    assert first is not None
    assert (first - last).days == 1


def test_every_month_name_of_cldr_is_known() -> None:
    """A reader in Algiers or Rabat writes other months than one in Beirut."""
    locale = pytest.importorskip("babel").Locale
    known = {
        (int(number), name)
        for calendar, number, _, names in rows("months")
        if calendar == "g"
        for name in names.split("|")
    }
    for code in ("ar", "ar_SY", "ar_IQ", "ar_LB", "ar_MA", "ar_DZ", "ar_TN", "ar_MR", "ar_EG", "ar_SA", "ar_LY"):
        names = locale.parse(code).months["format"]["wide"]
        assert {(number, name) for number, name in names.items()} <= known, code


def test_calendar_edges_do_not_raise() -> None:
    """A wrong day in metadata.csv must not stop a build."""
    for day in (date.min, date.max):
        for text in ("أمس", "غدا", "الأسبوع المقبل", "الأسبوع الماضي", "الشهر المقبل", "الخميس المقبل", "في 3 مارس"):
            assert find_dates(text, day)
    assert of_day(None) is None
