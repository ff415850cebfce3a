"""When something took place as mentions tell it, and how closely two tellings agree on it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import lru_cache

from libnews.models import Edtf
from libnews.resolve.view import Told

# What a text without a date tells is mostly of the days before it was published.
_NEWS_DAYS = 7
# Longer ago, another event of the same people is as likely.
_REACH_DAYS = 60
# A date of so many days or fewer tells which day it was; two days of one visit lie no further apart than the second.
_SHORT_DAYS = 7
VISIT_DAYS = 5
_MONTH_DAYS = 31
# Of more than a year and its neighbours nothing is told.
_LONGEST_DAYS = 800
_FIRST, _LAST = date.min.toordinal(), date.max.toordinal()


class Closeness(IntEnum):
    """How closely two tellings agree on the time; nothing contradicts in any of them."""

    FAR = 1
    """One has no date, and was published some weeks from the other."""
    VAGUE = 2
    """One says no more than a year or so, or nobody knows when it was published."""
    NEAR = 3
    """One has no date, and was published in the days of the other."""
    MONTH = 4
    DAY = 5


@dataclass(frozen=True, slots=True)
class Times:
    """The days `first` to `last` (ordinals) that all tellings share; where none tells a date, their publication days.

    `is_news` tells that somebody told it in the days when it took place, or nothing says otherwise. An open end is the
    end of the calendar; where nobody knows anything both ends are.
    """

    is_dated: bool
    first: int = _FIRST
    last: int = _LAST
    is_news: bool = True

    @property
    def length(self) -> int:
        """In days."""
        return self.last - self.first + 1

    @property
    def is_short(self) -> bool:
        """Whether it tells which day it was."""
        return self.length <= _SHORT_DAYS

    @property
    def is_known(self) -> bool:
        """Whether it tells anything."""
        return self.length <= _LONGEST_DAYS

    def closeness(self, other: "Times", *, lasting: bool) -> Closeness | None:
        """How closely two tellings agree, `None` where they contradict each other; `lasting` for visits."""
        if self.is_dated and other.is_dated:
            return _dated(self, other, lasting=lasting)
        if not (self.is_known and other.is_known):
            return Closeness.NEAR if self.is_news and other.is_news else Closeness.VAGUE
        # Of publication days the earliest and the latest count: events must not grow from week to week.
        apart = _days_between(self, other) if self.is_dated or other.is_dated else _days_spanned(self, other)
        if apart > _REACH_DAYS:
            return None
        return Closeness.NEAR if apart <= _NEWS_DAYS else Closeness.FAR

    def with_(self, other: "Times", *, lasting: bool) -> "Times":
        """What two that agree tell together."""
        news = self.is_news or other.is_news
        if self.is_dated != other.is_dated or not (self.is_known and other.is_known):
            known = max(self, other, key=lambda times: (times.is_dated, -times.length))
            return Times(known.is_dated, known.first, known.last, news)
        if not self.is_dated or (lasting and self.is_short and other.is_short):
            return Times(self.is_dated, min(self.first, other.first), max(self.last, other.last), news)
        return Times(True, max(self.first, other.first), min(self.last, other.last), news)

    def months(self, margin: int = 0) -> range:
        """The months touched, numbered, with so many days on either side; none where nothing is known."""
        if not self.is_known:
            return range(0)
        return range(_month(self.first - margin), _month(self.last + margin) + 1)


REACH = _REACH_DAYS + 1
"""No further apart in days than this do two tellings agree."""


def times_of(view: Told, latest: date | None) -> Times:
    """When a mention says that its event took place; `latest` is the last day that its article tells of anything."""
    published = view.published_on
    spans = sorted({_ordinals(value) for value in view.all("date")}, key=lambda span: (span[1] - span[0], span))
    if not spans:
        return Times(False) if published is None else Times(False, published.toordinal(), published.toordinal())
    first, last = spans[0]
    for span in spans[1:]:
        if span[0] <= last and first <= span[1]:
            first, last = max(first, span[0]), min(last, span[1])
    told_on = published if published is not None else latest
    return Times(True, first, last, told_on is None or told_on.toordinal() - last <= _NEWS_DAYS)


def latest_days(views: Iterable[Told]) -> dict[str, date]:
    """The last day that each article tells of: it was published no earlier."""
    found: dict[str, date] = {}
    for view in views:
        article = view.article_id
        for value in view.all("date"):
            last = date.fromordinal(_ordinals(value)[1])
            found[article] = max(found.get(article, last), last)
    return found


@lru_cache(maxsize=1 << 14)
def _ordinals(value: str) -> tuple[int, int]:
    told = Edtf(value)
    first, last = told.first, told.last
    return first.toordinal() if first else _FIRST, last.toordinal() if last else _LAST


def _dated(one: Times, other: Times, *, lasting: bool) -> Closeness | None:
    if lasting and one.is_short and other.is_short:
        longest = max(VISIT_DAYS, one.length, other.length)
        return Closeness.DAY if one.with_(other, lasting=True).length <= longest else None
    if _days_between(one, other) > 0:
        return None
    longer = max(one.length, other.length)
    if longer <= _SHORT_DAYS:
        return Closeness.DAY
    return Closeness.MONTH if longer <= _MONTH_DAYS else Closeness.VAGUE


def _days_between(one: Times, other: Times) -> int:
    return max(one.first - other.last, other.first - one.last, 0)


def _days_spanned(one: Times, other: Times) -> int:
    return max(one.last, other.last) - min(one.first, other.first)


def _month(ordinal: int) -> int:
    day = date.fromordinal(min(max(ordinal, _FIRST), _LAST))
    return day.year * 12 + day.month
