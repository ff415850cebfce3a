"""What date readers hand to one another: a reading of some tokens, and the setting it is read in."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from libnews.arabic.tokens import Token
from libnews.models.vocabulary import Basis


@dataclass(frozen=True, slots=True)
class Setting:
    """A tokenized text and the day it was published on."""

    tokens: Sequence[Token]
    published_on: date | None


@dataclass(frozen=True, slots=True)
class Reading:
    """A date read at tokens `[first, after)`, beginning at `start_char`.

    `value` is EDTF or `None`. Year, month and day are known only of single dates; `is_open` tells of a month or day
    whose year the words leave out, so that the other end of a period may lend its own.
    """

    first: int
    after: int
    start_char: int
    value: str | None
    basis: Basis = Basis.STATED
    year: int | None = None
    month: int | None = None
    day: int | None = None
    is_open: bool = field(default=False)

    def starting(self, first: int, start_char: int) -> "Reading":
        """The same date with words before it."""
        return replace(self, first=first, start_char=start_char)


def point(year: int | None, month: int | None, day: int | None) -> str | None:
    """EDTF of a year, a month or a day; `None` where there is no such day.

    >>> point(2026, 2, 3), point(2026, 2, None), point(2026, 2, 30)
    ('2026-02-03', '2026-02', None)
    """
    if year is None or not 1 <= year <= 9999:
        return None
    if month is None:
        return f"{year:04d}"
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= monthrange(year, month)[1]):
        return None
    return f"{year:04d}-{month:02d}" + ("" if day is None else f"-{day:02d}")


def of_day(day: date | None) -> str | None:
    """EDTF of a day."""
    return None if day is None else day.isoformat()


def shifted(day: date, days: int) -> date | None:
    """`day` moved by `days`; `None` beyond the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None
