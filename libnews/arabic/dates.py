"""Dates in Arabic text."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import cache

from libnews.arabic.date_reading import Reading, Setting
from libnews.arabic.date_words import key_of
from libnews.arabic.days import day_and_month, digits_date, month_alone
from libnews.arabic.lexicon import rows
from libnews.arabic.number_words import number_word
from libnews.arabic.periods import days_of_month, joined_periods, month_or_week, part_of_year
from libnews.arabic.phrases import readings
from libnews.arabic.tokens import Token, tokenize
from libnews.arabic.weekdays import relative_day, weekday_name
from libnews.arabic.years import bare_year, named_year, this_year
from libnews.models.match import DateMatch

_Reader = Callable[[Setting, int], Reading | None]
_IN_DIGITS: tuple[_Reader, ...] = (digits_date, days_of_month, day_and_month)
# In the order they are tried: what says more comes first.
_IN_WORDS: tuple[_Reader, ...] = (
    part_of_year, day_and_month, relative_day, weekday_name, month_or_week, this_year, named_year, month_alone,
)  # fmt: skip
_OPENING_KINDS = (
    "weekday",
    "day",
    "morrow",
    "year",
    "years",
    "month",
    "week",
    "months",
    "ordinal",
    "quarter",
    "half",
    "this",
)


def find_dates(
    text: str,
    published_on: date | None = None,
    tokens: Sequence[Token] | None = None,
    at: Sequence[int] | None = None,
) -> list[DateMatch]:
    """Find the dates of `text` as EDTF, as precise as the words and no more.

    Use it with the article's day of publication: without it «أمس» and «ديسمبر الماضي» are found with value `None`, as
    are dates that the words leave in doubt. `basis` is `resolved` where that day was needed, and `inferred` for Hijri
    dates, which are converted. Give `tokens` where `text` is tokenized already, and `at` where
    it is known which of them may begin a date.

    >>> text = "أمس الإثنين، وقبلها من 17 إلى 19 ديسمبر 2025"
    >>> [(match.text, match.value) for match in find_dates(text, date(2026, 2, 3))]
    [('أمس الإثنين', '2026-02-02'), ('17 إلى 19 ديسمبر 2025', '2025-12-17/2025-12-19')]
    """
    setting = Setting(tokenize(text) if tokens is None else tokens, published_on)
    places = [place for place, token in enumerate(setting.tokens) if opens_date(token.bare)] if at is None else at
    return [_match(text, setting, reading) for reading in joined_periods(setting, _readings(setting, places))]


def _match(text: str, setting: Setting, reading: Reading) -> DateMatch:
    end = setting.tokens[reading.after - 1].end_char
    return DateMatch(reading.start_char, end, text[reading.start_char : end], reading.value, reading.basis)


def _readings(setting: Setting, places: Sequence[int]) -> list[Reading]:
    found: list[Reading] = []
    after = 0
    for place in places:
        if place < after:
            continue
        reading = _read(setting, place, found[-1] if found else None)
        if reading is not None:
            found.append(reading)
            after = reading.after
    return found


def _read(setting: Setting, place: int, last: Reading | None) -> Reading | None:
    is_number = setting.tokens[place].is_number
    for reader in _IN_DIGITS if is_number else _IN_WORDS:
        reading = reader(setting, place)
        if reading is not None:
            return reading
    return bare_year(setting, place, last) if is_number else None


@cache
def _opening_words() -> frozenset[str]:
    """The first words of everything a date may begin with."""
    names = [name for _, _, _, forms in rows("months") for name in forms.split("|")]
    names += [form for kind, _, forms in rows("date_words") if kind in _OPENING_KINDS for form in forms.split("|")]
    return frozenset(key_of(name.split(" ")[0]) for name in (*names, "الحادي", "العشرين", "العشرون", "الثلاثين", "يوم"))


def opens_date(word: str) -> bool:
    """Whether a date may begin with a lightly folded word."""
    if word[0].isdigit() or any(form in _opening_words() for _, form in readings(word)):
        return True
    number = number_word(word)
    return number is not None and number.kind in ("unit", "teen")
