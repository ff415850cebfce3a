"""Days and months: «17 ديسمبر 2025», «الثالث من فبراير», «يوليو (تموز) الماضي», «2026-02-03», «اليوم الثلاثاء»."""

import re
from typing import NamedTuple

from libnews.arabic.date_reading import Reading, Setting, point
from libnews.arabic.date_words import is_word, month_at, word_value
from libnews.arabic.hijri import hijri_to_edtf
from libnews.arabic.open_dates import month_towards, open_day, open_month
from libnews.arabic.ordinals import ordinal_at
from libnews.arabic.phrases import key
from libnews.arabic.tense import Tense, tense_around
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
    """A date in digits, day first as Arabic writes it: 2026-02-03, 3/2/2026, 28 / 7 / 1433هـ."""
    tokens = setting.tokens
    spaced = tokens[place : place + 5]
    digits, after = tokens[place].bare, place + 1
    if len(spaced) == 5 and spaced[1].text == spaced[3].text and spaced[1].text in "/-":
        digits, after = "".join(token.bare for token in spaced), place + 5
    if found := _YEAR_FIRST.fullmatch(digits):
        year, month, day = int(found[1]), int(found[3]), int(found[4])
    elif found := _DAY_FIRST.fullmatch(digits):
        day, month, year = int(found[1]), int(found[3]), int(found[4])
    else:
        return None
    is_hijri = is_word(tokens, after, "era_h")
    after += is_hijri or is_word(tokens, after, "era_g")
    start = tokens[place].start_char
    if is_hijri:
        value = hijri_to_edtf(year, month, day) if 1 <= month <= 12 else None
        return None if value is None else Reading(place, after, start, value, Basis.INFERRED)
    value = point(year, month, day)
    return None if value is None else Reading(place, after, start, value, Basis.STATED, year, month, day)


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
    of_month = _day_of_this_month(setting, Reading(place, after, start, None), number)
    if of_month is not None:
        return of_month
    month = month_name(setting, after) if after < len(tokens) else None
    if month is None or month.cut or is_word(tokens, place - 1, "named", clitics=True):
        return None
    return day_of_month(setting, Reading(place, month.after, start, None), number, month)


def _day_of_this_month(setting: Setting, words: Reading, day: int) -> Reading | None:
    """«العاشر من الشهر المقبل»: words end where «الشهر» begins."""
    tokens, place = setting.tokens, words.after
    direction = direction_at(setting, place + 1) if is_word(tokens, place, "month") else None
    if direction is None:
        return None
    value = None
    if setting.published_on is not None:
        years, month = divmod(setting.published_on.year * 12 + setting.published_on.month - 1 + direction, 12)
        value = point(years, month + 1, day)
    parts = (None, None, None) if value is None else (int(value[:4]), int(value[5:7]), day)
    return Reading(words.first, place + 2, words.start_char, value, Basis.RESOLVED, *parts)


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
    direction = direction_at(setting, after)
    after = after if direction is None else after + 1
    if published is not None:
        if direction is None:
            value = open_day(published, month.number, day, future=_is_future(setting, words.first, after))
        elif (found := month_towards(published, month.number, direction)) is not None:
            value = point(int(found[:4]), month.number, day)
    year = None if value is None else int(value[:4])
    return Reading(
        words.first, after, words.start_char, value, Basis.RESOLVED, year, month.number, day, direction is None
    )


def _is_future(setting: Setting, first: int, after: int) -> bool:
    return tense_around(setting.tokens, first, after) is Tense.FUTURE


def direction_at(setting: Setting, place: int) -> int | None:
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
    direction, published, value = direction_at(setting, month.after), setting.published_on, None
    if direction is None and not _may_be_month(setting, place, month):
        return None
    after = month.after if direction is None else month.after + 1
    if published is not None:
        if direction is None:
            value = open_month(published, month.number, future=_is_future(setting, place, after))
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
