"""Years: «عام 2021», «2015م», «العام الماضي», «السنة المالية 2022/2023», and the year behind a month."""

import re
from dataclasses import replace
from typing import NamedTuple

from libnews.arabic.date_reading import Reading, Setting, point
from libnews.arabic.date_words import is_word, phrases, word_value
from libnews.arabic.hijri import FIRST_YEAR, LAST_YEAR, hijri_to_edtf
from libnews.arabic.number_runs import number_run
from libnews.arabic.phrases import key
from libnews.models.vocabulary import Basis

_YEAR = re.compile(r"[12]\d{3}")
_TWO_YEARS = re.compile(r"([12]\d{3})[/-]([12]\d{3}|\d{2})")
_QUOTES = {"«": "»", "“": "”", '"': '"', "(": ")"}
# Years that a text may give without saying that they are years.
_FIRST_BARE, _LAST_BARE = 1900, 2100


class YearWord(NamedTuple):
    """A year behind a month or a period: `number` is `None` where the words point somewhere unknown."""

    number: int | None
    after: int
    basis: Basis
    is_hijri: bool = False


def year_digits(setting: Setting, place: int) -> YearWord | None:
    """Four digits that can be a year, with the letters of their era: 2015, 2015م, 1447هـ."""
    tokens = setting.tokens
    closing = _QUOTES.get(tokens[place].text) if place < len(tokens) else None
    start = place if closing is None else place + 1
    if start >= len(tokens) or not _YEAR.fullmatch(tokens[start].bare):
        return None
    number, after = int(tokens[start].bare), start + 1
    is_hijri, is_named = is_word(tokens, after, "era_h"), is_word(tokens, after, "era_g")
    after += is_hijri or is_named
    if closing is not None:
        if after >= len(tokens) or tokens[after].text != closing:
            return None
        after += 1
    if number > _LAST_BARE:
        return None
    return YearWord(number, after, Basis.INFERRED if is_hijri else Basis.STATED, is_hijri=is_hijri)


def year_behind(setting: Setting, place: int) -> YearWord | None:
    """The year that goes on a month or period: [من] [عام] 2018, من العام الماضي, الماضي, هذا العام."""
    tokens = setting.tokens
    start = place + 1 if place < len(tokens) and key(tokens[place].bare) == "من" else place
    named = start
    if is_word(tokens, start, "this") and is_word(tokens, start + 1, "year"):
        return YearWord(_moved(setting, 0), start + 2, Basis.RESOLVED)
    if is_word(tokens, start, "year", clitics=True):
        named = start + 1
        if is_word(tokens, named, "same"):
            return YearWord(None, named + 1, Basis.RESOLVED)
        if is_word(tokens, named, "direction"):
            return YearWord(_moved(setting, _direction(setting, named)), named + 1, Basis.RESOLVED)
    return year_digits(setting, named)


def _direction(setting: Setting, place: int) -> int:
    return word_value("direction", setting.tokens[place].bare) or 0


def _moved(setting: Setting, years: int) -> int | None:
    return None if setting.published_on is None else setting.published_on.year + years


def fiscal_years(digits: str) -> str | None:
    """«2022/2023», «2022-23»: two years that follow each other, or the years from one to another.

    >>> fiscal_years("2022/2023"), fiscal_years("2011-2014"), fiscal_years("2023/2022")
    ('2022/2023', '2011/2014', None)
    """
    found = _TWO_YEARS.fullmatch(digits)
    if found is None:
        return None
    first, last = int(found[1]), int(found[2])
    last += first // 100 * 100 if last < 100 else 0
    return f"{first}/{last}" if first < last <= first + 100 else None


def named_year(setting: Setting, place: int) -> Reading | None:
    """A year that a word announces: عام 2021, العام الماضي, سنة 1447هـ, السنة المالية 2022/2023, عامي 2011."""
    tokens = setting.tokens
    found = phrases("year").at(tokens, place) or phrases("years").at(tokens, place)
    if found is None or _is_adjective(setting, place):
        return None
    behind = found.after + 1 if is_word(tokens, found.after, "fiscal") else found.after
    if behind >= len(tokens):
        return None
    told = year_digits(setting, behind)
    if told is not None:
        return _of_year(told, place, found.start_char)
    if tokens[behind].is_number:
        period = fiscal_years(tokens[behind].bare)
        return None if period is None else Reading(place, behind + 1, found.start_char, period)
    is_definite = found.form.startswith("ال") and is_word(tokens, place, "year", clitics=True)
    if behind == found.after and is_definite and is_word(tokens, behind, "direction"):
        return _towards(setting, place, behind, found.start_char)
    return _year_in_words(setting, place, behind, found.start_char)


def _towards(setting: Setting, first: int, place: int, start_char: int) -> Reading | None:
    """«العام الماضي»; of «العام المقبل 2019» the year that is told."""
    told = year_digits(setting, place + 1)
    if told is not None:
        return _of_year(told, first, start_char)
    year = _moved(setting, _direction(setting, place))
    return Reading(first, place + 1, start_char, point(year, None, None), Basis.RESOLVED, year)


def _is_adjective(setting: Setting, place: int) -> bool:
    """«الأمين العام الحالي» has no year in it."""
    return is_word(setting.tokens, place - 1, "general", clitics=True) and key(setting.tokens[place].bare) == "العام"


def _of_year(year: YearWord | None, first: int, start_char: int) -> Reading | None:
    if year is None or year.number is None:
        return None
    if year.is_hijri:
        value = hijri_to_edtf(year.number)
        return None if value is None else Reading(first, year.after, start_char, value, year.basis)
    # 1436 without the letters of an era may be either calendar's.
    if FIRST_YEAR <= year.number <= LAST_YEAR:
        return None
    return Reading(first, year.after, start_char, point(year.number, None, None), year.basis, year.number)


def _year_in_words(setting: Setting, first: int, place: int, start_char: int) -> Reading | None:
    run = number_run(setting.tokens, place)
    if run is None or not 1800 <= run.value <= _LAST_BARE or run.value != int(run.value):
        return None
    return Reading(first, run.after, start_char, point(int(run.value), None, None), year=int(run.value))


def this_year(setting: Setting, place: int) -> Reading | None:
    """«هذا العام»."""
    tokens = setting.tokens
    found = phrases("this").at(tokens, place)
    if found is None or not is_word(tokens, found.after, "year"):
        return None
    year = _moved(setting, 0)
    return Reading(place, found.after + 1, found.start_char, point(year, None, None), Basis.RESOLVED, year)


def bare_year(setting: Setting, place: int, last: Reading | None) -> Reading | None:
    """A year without its noun: «منذ 2011», «2015م», «2011-2014», and the next of several: «عامي 2015 و2016»."""
    tokens = setting.tokens
    token = tokens[place]
    if is_word(tokens, place - 1, "not_year", clitics=True) or (place and tokens[place - 1].text == "/"):
        return None
    period = fiscal_years(token.bare) if "-" in token.bare else None
    if period is not None and _FIRST_BARE <= int(period[:4]) <= int(period[-4:]) <= _LAST_BARE:
        return Reading(place, place + 1, token.start_char, period)
    year = year_digits(setting, place)
    if year is None or year.number is None:
        return None
    if year.after == place + 2:
        return _of_year(year, place, token.start_char)
    if not _FIRST_BARE <= year.number <= _LAST_BARE:
        return None
    listed = last is not None and last.year is not None and last.month is None and place - last.after <= 1
    if listed or _is_among_times(setting, place):
        return _of_year(year, place, token.start_char)
    return None


def _is_among_times(setting: Setting, place: int) -> bool:
    """Whether words around say that the digits are a year: a preposition of time before, nothing counted behind."""
    tokens = setting.tokens
    if not (is_word(tokens, place - 1, "before_year", clitics=True) or _opens_years(setting, place)):
        return False
    if place + 1 >= len(tokens) or not (tokens[place + 1].is_word or tokens[place + 1].text in "%٪$€£"):
        return True
    return is_word(tokens, place + 1, "after_year", "connector")


def _opens_years(setting: Setting, place: int) -> bool:
    """«من 2011 إلى 2014», «بين 2011 و2014»."""
    tokens = setting.tokens
    if place == 0 or key(tokens[place - 1].bare) not in ("من", "بين", "الفتره") or place + 2 >= len(tokens):
        return False
    is_between = key(tokens[place + 1].bare) == "و" or is_word(tokens, place + 1, "connector")
    return is_between and _YEAR.fullmatch(tokens[place + 2].bare) is not None


def with_year(reading: Reading, year: int) -> Reading:
    """`reading` in `year`."""
    return replace(reading, year=year, value=point(year, reading.month, reading.day), is_open=False)
