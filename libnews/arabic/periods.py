"""Periods: last month, this week, the first quarter of 2018, its first nine months, from one date to another."""

import re
from datetime import date

from libnews.arabic.date_reading import Reading, Setting, of_day, point, shifted
from libnews.arabic.date_words import is_word, phrases, word_value
from libnews.arabic.days import MonthName, day_of_month, month_name
from libnews.arabic.number_words import number_word
from libnews.arabic.phrases import key
from libnews.arabic.years import with_year, year_behind
from libnews.models.vocabulary import Basis

_TWO_DAYS = re.compile(r"(\d{1,2})-(\d{1,2})")
_SATURDAY = 5


def month_or_week(setting: Setting, place: int) -> Reading | None:
    """«الشهر الماضي», «الأسبوع المقبل», «هذا الشهر»."""
    tokens = setting.tokens
    this = phrases("this").at(tokens, place)
    noun = place if this is None else this.after
    kind = next((kind for kind in ("month", "week") if is_word(tokens, noun, kind, clitics=this is None)), None)
    if kind is None:
        return None
    found = this or phrases(kind).at(tokens, noun)
    direction = 0 if this else word_value("direction", tokens[noun + 1].bare) if noun + 1 < len(tokens) else None
    if found is None or direction is None:
        return None
    after = noun + 1 if this else noun + 2
    value = None
    if setting.published_on is not None:
        value = (_month if kind == "month" else week)(setting.published_on, direction)
    return Reading(place, after, found.start_char, value, Basis.RESOLVED)


def _month(published_on: date, direction: int) -> str | None:
    years, month = divmod(published_on.year * 12 + published_on.month - 1 + direction, 12)
    return point(years, month + 1, None)


def week(published_on: date, direction: int) -> str | None:
    """The week before, of or after a day. Weeks begin on Saturday, Sunday or Monday: all that any reader may mean.

    >>> week(date(2026, 2, 3), -1)
    '2026-01-24/2026-02-01'
    """
    starts = [shifted(published_on, 7 * direction - (published_on.weekday() - first) % 7) for first in (0, 5, 6)]
    known = [start for start in starts if start is not None]
    if len(known) < len(starts):
        return None
    first, last = min(known), shifted(max(known), 6)
    return None if last is None else f"{of_day(first)}/{of_day(last)}"


def part_of_year(setting: Setting, place: int) -> Reading | None:
    """«الربع الأول من عام 2018», «النصف الأول من العام الجاري», «الأشهر التسعة الأولى من 2018»."""
    months = _quarter_or_half(setting, place) or _first_months(setting, place)
    if months is None:
        return None
    first_month, last_month, after, start_char = months
    year = year_behind(setting, after)
    if year is None or year.is_hijri:
        return None
    first, last = point(year.number, first_month, None), point(year.number, last_month, None)
    value = None if first is None or last is None else f"{first}/{last}"
    return Reading(place, year.after, start_char, value, year.basis)


def _quarter_or_half(setting: Setting, place: int) -> tuple[int, int, int, int] | None:
    tokens = setting.tokens
    for kind, length in (("quarter", 3), ("half", 6)):
        found = phrases(kind).at(tokens, place)
        if found is None or found.after >= len(tokens):
            continue
        number = word_value("ordinal", tokens[found.after].bare)
        if is_word(tokens, found.after, "last"):
            number = 12 // length
        if number is not None and number * length <= 12:
            return (number - 1) * length + 1, number * length, found.after + 1, found.start_char
    return None


def _first_months(setting: Setting, place: int) -> tuple[int, int, int, int] | None:
    """«الأشهر التسعة الأولى», «التسعة أشهر الأولى», «أول تسعة أشهر»."""
    tokens = setting.tokens
    if place + 2 >= len(tokens):
        return None
    orders = {"months": (0, 1, 2), "number": (1, 0, 2), "first": (2, 1, 0)}
    for months_at, number_at, first_at in orders.values():
        if not is_word(tokens, place + months_at, "months", clitics=months_at == 0):
            continue
        number = number_word(tokens[place + number_at].bare)
        is_first = word_value("ordinal", tokens[place + first_at].bare, clitics=first_at == 0) == 1
        if number is not None and is_first and 2 <= number.value < 12:
            cut = len(number.lead) if number_at == 0 else 0
            return 1, int(number.value), place + 3, tokens[place].start_char + cut
    return None


def days_of_month(setting: Setting, place: int) -> Reading | None:
    """Days of one month: «17-19 ديسمبر 2025», «من 17 إلى 19 ديسمبر», «بين 3 و5 مارس»."""
    tokens = setting.tokens
    if found := _TWO_DAYS.fullmatch(tokens[place].bare):
        first, last, after, joined = int(found[1]), int(found[2]), place + 1, False
    elif place + 2 < len(tokens) and tokens[place + 2].is_number and tokens[place].bare.isdecimal():
        joined = key(tokens[place + 1].bare) == "و"
        if (not joined and not is_word(tokens, place + 1, "connector")) or not tokens[place + 2].bare.isdecimal():
            return None
        first, last, after = int(tokens[place].bare), int(tokens[place + 2].bare), place + 3
    else:
        return None
    start = after + 1 if after < len(tokens) and key(tokens[after].bare) == "من" else after
    month = month_name(setting, start) if start < len(tokens) else None
    if month is None or month.cut:
        return None
    is_period = not joined or last == first + 1 or is_word(tokens, place - 1, "opener", clitics=True)
    return _days(setting, place, (first, last), month, is_period=is_period)


def _days(setting: Setting, place: int, days: tuple[int, int], month: MonthName, *, is_period: bool) -> Reading | None:
    words = Reading(place, month.after, setting.tokens[place].start_char, None)
    first, last = (day_of_month(setting, words, day, month) for day in days)
    if first is None or last is None or days[0] >= days[1]:
        return None
    if not is_period:  # «3 و5 مارس»: two days, of which this is the first
        return Reading(place, place + 1, words.start_char, first.value, first.basis, first.year, first.month, first.day)
    value = None if first.value is None or last.value is None else f"{first.value}/{last.value}"
    return Reading(place, last.after, words.start_char, value, last.basis)


def joined_periods(setting: Setting, readings: list[Reading]) -> list[Reading]:
    """Make periods of dates that «إلى», «حتى» or a dash joins, or «و» after «بين»."""
    periods: list[Reading] = []
    for reading in readings:
        before = periods[-1] if periods else None
        joined = None if before is None else _period(setting, before, reading)
        if joined is None:
            periods.append(reading)
        else:
            periods[-1] = joined
    return periods


def _period(setting: Setting, before: Reading, behind: Reading) -> Reading | None:
    if not _is_joined(setting, before, behind) or (before.year is None and not before.is_open):
        return None
    if behind.year is None or (before.month is None) != (behind.month is None):
        return None
    basis = Basis.STATED if before.basis is behind.basis is Basis.STATED else Basis.RESOLVED
    if before.is_open and not behind.is_open:
        basis = behind.basis
        earlier = (before.month or 0, before.day or 0) <= (behind.month or 0, behind.day or 31)
        before = with_year(before, behind.year if earlier else behind.year - 1)
    if before.value is None or behind.value is None or before.value[:10] >= behind.value:
        return None
    return Reading(before.first, behind.after, before.start_char, f"{before.value}/{behind.value}", basis)


def _is_joined(setting: Setting, before: Reading, behind: Reading) -> bool:
    tokens, place = setting.tokens, before.after
    if behind.first == place + 1 and is_word(tokens, place, "connector"):
        return True
    has_and = behind.first == place + 1 and key(tokens[place].bare) == "و"
    glued = (
        behind.first == place and tokens[place].bare.startswith("و") and behind.start_char > tokens[place].start_char
    )
    return (has_and or glued) and is_word(tokens, before.first - 1, "opener", clitics=True)
