"""Days and months: «17 ديسمبر 2025», «الثالث من فبراير», «يوليو (تموز) الماضي», «2026-02-03», «اليوم الثلاثاء»."""

import re
from datetime import date
from typing import NamedTuple

from libnews.arabic.date_reading import Reading, Setting, of_day, point, shifted
from libnews.arabic.date_words import is_word, month_at, phrases, word_value
from libnews.arabic.hijri import hijri_to_edtf
from libnews.arabic.open_dates import month_towards, open_day, open_month, weekday, weekday_near
from libnews.arabic.ordinals import ordinal_at
from libnews.arabic.phrases import key
from libnews.arabic.years import YearWord, year_behind
from libnews.models.vocabulary import Basis

_YEAR_FIRST = re.compile(r"([12]\d{3})([-/.])(\d{1,2})\2(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2([12]\d{3})")
_DAY = re.compile(r"0?[1-9]|[12]\d|3[01]")


class MonthName(NamedTuple):
    """A month behind its day, with its names in other systems: يوليو (تموز)."""

    calendar: str
    number: int
    need: str
    after: int
    start_char: int
    cut: int


def digits_date(setting: Setting, place: int) -> Reading | None:
    """A date in digits, day first as Arabic writes it: 2026-02-03, 3/2/2026."""
    token = setting.tokens[place]
    if found := _YEAR_FIRST.fullmatch(token.bare):
        year, month, day = int(found[1]), int(found[3]), int(found[4])
    elif found := _DAY_FIRST.fullmatch(token.bare):
        day, month, year = int(found[1]), int(found[3]), int(found[4])
    else:
        return None
    is_hijri = is_word(setting.tokens, place + 1, "era_h")
    value = hijri_to_edtf(year, month, day) if is_hijri and 1 <= month <= 12 else point(year, month, day)
    if value is None:
        return None
    basis = Basis.INFERRED if is_hijri else Basis.STATED
    return Reading(place, place + 1 + is_hijri, token.start_char, value, basis, None if is_hijri else year, month, day)


def month_name(setting: Setting, place: int) -> MonthName | None:
    """The month at `place`, the word شهر before it and its name in another system behind it included."""
    tokens = setting.tokens
    start = place
    if is_word(tokens, place, "month", clitics=True) and place + 1 < len(tokens):
        start = place + 1
    found = month_at(tokens, start)
    if found is None:
        return None
    after, need = found.after, "sure" if start > place else found.value.need
    other = _other_name(setting, after, found.value.number) if found.value.calendar == "g" else None
    if other is not None:
        after, need = other, "sure"
    return MonthName(found.value.calendar, found.value.number, need, after, found.start_char, found.cut)


def _other_name(setting: Setting, place: int, number: int) -> int | None:
    """Behind the same month in another system: «(تموز)», «/تموز», «تموز»."""
    tokens = setting.tokens
    if place >= len(tokens):
        return None
    mark = tokens[place].text
    second = month_at(tokens, place + 1 if mark in "(/-" else place)
    if second is None or second.value.calendar != "g" or second.value.number != number or second.cut:
        return None
    if mark == "(":
        is_closed = second.after < len(tokens) and tokens[second.after].text == ")"
        return second.after + 1 if is_closed else None
    return second.after


def day_and_month(setting: Setting, place: int) -> Reading | None:
    """A day with its month, the year where the words give one: 17 ديسمبر 2025, الثالث من شهر فبراير."""
    tokens = setting.tokens
    ordinal = None
    if tokens[place].is_number:
        if not _DAY.fullmatch(tokens[place].bare):
            return None
        number, after, start = int(tokens[place].bare), place + 1, tokens[place].start_char
    else:
        ordinal = ordinal_at(tokens, place)
        if ordinal is None:
            return None
        number, after, start = ordinal.value, ordinal.after, ordinal.start_char
    after = _past(setting, after, "من", *("" if ordinal else "/-"))
    month = month_name(setting, after) if after < len(tokens) else None
    if month is None or month.cut or is_word(tokens, place - 1, "named", clitics=True):
        return None
    return day_of_month(setting, Reading(place, month.after, start, None), number, month)


def _past(setting: Setting, place: int, *marks: str) -> int:
    is_mark = place < len(setting.tokens) and key(setting.tokens[place].bare) in marks
    return place + 1 if is_mark else place


def day_of_month(setting: Setting, words: Reading, day: int, month: MonthName) -> Reading | None:
    """The date of `day` in `month`, beginning where `words` begin."""
    year = _year_of_day(setting, month.after)
    after = month.after if year is None else year.after
    if month.calendar == "h":
        if year is None or year.number is None:
            return None
        value = hijri_to_edtf(year.number, month.number, day)
        return None if value is None else Reading(words.first, after, words.start_char, value, Basis.INFERRED)
    if year is not None:
        value = point(year.number, month.number, day)
        if value is None and year.number is not None:
            return None
        return Reading(words.first, after, words.start_char, value, year.basis, year.number, month.number, day)
    return _open_day(setting, words, day, month)


def _year_of_day(setting: Setting, place: int) -> YearWord | None:
    """The year behind a day and month, which a comma or a slash may part from them."""
    year = year_behind(setting, place)
    if year is None and place < len(setting.tokens) and setting.tokens[place].text in "،,/-":
        year = year_behind(setting, place + 1)
    return year


def _open_day(setting: Setting, words: Reading, day: int, month: MonthName) -> Reading | None:
    if point(2000, month.number, day) is None:
        return None
    published, value, after = setting.published_on, None, month.after
    direction = _direction_at(setting, after)
    after = after if direction is None else after + 1
    if published is not None:
        if direction is None:
            value = open_day(published, month.number, day, future=setting.speaks_of_future(words.first))
        elif (found := month_towards(published, month.number, direction)) is not None:
            value = point(int(found[:4]), month.number, day)
    year = None if value is None else int(value[:4])
    return Reading(
        words.first, after, words.start_char, value, Basis.RESOLVED, year, month.number, day, direction is None
    )


def _direction_at(setting: Setting, place: int) -> int | None:
    return word_value("direction", setting.tokens[place].bare) if place < len(setting.tokens) else None


def month_alone(setting: Setting, place: int) -> Reading | None:
    """A month without its day: ديسمبر 2025, مارس الماضي, في يوليو (تموز)."""
    month = month_name(setting, place)
    if month is None or _is_of_refused_day(setting, place):
        return None
    year = year_behind(setting, month.after)
    if month.calendar == "h":
        if year is None or not year.is_hijri or year.number is None:
            return None
        value = hijri_to_edtf(year.number, month.number)
        return None if value is None else Reading(place, year.after, month.start_char, value, Basis.INFERRED)
    if year is not None:
        value = point(year.number, month.number, None)
        return Reading(place, year.after, month.start_char, value, year.basis, year.number, month.number)
    return _open_month(setting, place, month)


def _open_month(setting: Setting, place: int, month: MonthName) -> Reading | None:
    direction, published, value = _direction_at(setting, month.after), setting.published_on, None
    if direction is None and not _may_be_month(setting, place, month):
        return None
    after = month.after if direction is None else month.after + 1
    if published is not None:
        if direction is None:
            value = open_month(published, month.number, future=setting.speaks_of_future(place))
        else:
            value = month_towards(published, month.number, direction)
    year = None if value is None else int(value[:4])
    return Reading(
        place, after, month.start_char, value, Basis.RESOLVED, year, month.number, None, is_open=direction is None
    )


def _may_be_month(setting: Setting, place: int, month: MonthName) -> bool:
    if is_word(setting.tokens, place - 1, "named", clitics=True) or month.need == "date":
        return False
    if month.need == "sure" or is_word(setting.tokens, place - 1, "before_year", "connector", clitics=True):
        return True
    return is_word(setting.tokens, month.after, "connector") and month_at(setting.tokens, month.after + 1) is not None


def _is_of_refused_day(setting: Setting, place: int) -> bool:
    """«ثورة 25 يناير» and «31 فبراير» are no dates, and their months alone are none either."""
    before = setting.tokens[place - 1].bare if place else ""
    return _DAY.fullmatch(before) is not None


def relative_day(setting: Setting, place: int) -> Reading | None:
    """«اليوم», «أمس الأول», «بعد غد», with their weekday where it stands beside them: «أمس الإثنين»."""
    tokens = setting.tokens
    found = phrases("day").at(tokens, place)
    if found is None or is_word(tokens, place - 1, "not_today", "named") or is_word(tokens, found.after, "not_today"):
        return None
    if found.after < len(tokens) and key(tokens[found.after].bare) in ("الحاجه", "واليوم"):
        return None
    day = None if setting.published_on is None else shifted(setting.published_on, found.value)
    named = found.after + (found.after < len(tokens) and tokens[found.after].text in "،(")
    number = word_value("weekday", tokens[named].bare) if named < len(tokens) else None
    if number is None:
        return _resolved_day(place, found.after, found.start_char, day)
    day = None if day is None else weekday_near(day, number)
    after = named + 1
    return _with_written_day(setting, _resolved_day(place, after, found.start_char, day))


def _resolved_day(first: int, after: int, start_char: int, day: date | None) -> Reading:
    parts = (None, None, None) if day is None else (day.year, day.month, day.day)
    return Reading(first, after, start_char, of_day(day), Basis.RESOLVED, *parts)


def weekday_name(setting: Setting, place: int) -> Reading | None:
    """«الثلاثاء», «يوم الخميس المقبل», «الثلاثاء 3 فبراير 2026»."""
    tokens = setting.tokens
    start = place + 1 if key(tokens[place].bare) == "يوم" else place
    found = phrases("weekday").at(tokens, start) if start < len(tokens) else None
    if found is None or is_word(tokens, place - 1, "named", clitics=True):
        return None
    if found.after < len(tokens) and key(tokens[found.after].bare) in ("الاسود", "العظيمه", "الدامي", "البيضاء"):
        return None
    direction = _direction_at(setting, found.after)
    day = None
    if setting.published_on is not None:
        day = weekday(setting.published_on, found.value, direction, future=setting.speaks_of_future(place))
    after = found.after if direction is None else found.after + 1
    start_char = found.start_char if start == place else tokens[place].start_char
    return _with_written_day(setting, _resolved_day(place, after, start_char, day))


def _with_written_day(setting: Setting, named: Reading) -> Reading:
    """The date that stands behind a weekday says more than the weekday: «الثلاثاء الموافق 3 فبراير 2026»."""
    tokens = setting.tokens
    place = named.after
    while place < len(tokens) and is_word(tokens, place, "equals"):
        place += 1
    if place >= len(tokens) or place - named.after > 2:
        return named
    behind = digits_date(setting, place) if tokens[place].is_number else None
    behind = behind or day_and_month(setting, place)
    if behind is None or behind.value is None:
        return named
    return behind.starting(named.first, named.start_char)
