"""What date readers hand to one another: a reading of some tokens, and the setting it is read in."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from libnews.arabic.date_words import is_word
from libnews.arabic.phrases import key
from libnews.arabic.tokens import Token
from libnews.models.vocabulary import Basis

_SENTENCE_END = frozenset(".؟?!؛…")
# A future verb further back than this mostly belongs to another clause.
_CLAUSE = 15
_FUTURE_PREFIXES = ("سي", "ست", "وسي", "وست", "فسي", "فست")
# Nouns that begin like future verbs.
_NO_FUTURE = ("سيا", "سيط", "سيد", "سين", "سيم", "سيف", "سيل", "ستار", "ستو", "ستر", "ستين", "سته", "سيره", "سيناريو")


@dataclass(frozen=True, slots=True)
class Setting:
    """A tokenized text and the day it was published on."""

    tokens: Sequence[Token]
    published_on: date | None

    def speaks_of_future(self, place: int) -> bool:
        """Whether the clause before `place` holds a future verb or says what is planned."""
        for back in range(place - 1, max(-1, place - 1 - _CLAUSE), -1):
            token = self.tokens[back]
            if token.text in _SENTENCE_END:
                return False
            if is_word(self.tokens, back, "future", clitics=True) or _is_future_verb(token.bare):
                return True
        return False


def _is_future_verb(word: str) -> bool:
    form = key(word)
    if not form.startswith(_FUTURE_PREFIXES) or len(form) < 5:
        return False
    return not form.lstrip("وف").startswith(_NO_FUTURE) and not form.endswith(("ه", "ات"))


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
