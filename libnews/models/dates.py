"""Dates as precise as the source: EDTF (ISO 8601-2) text and the interval of days it covers."""

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

from pydantic import ConfigDict, RootModel, model_validator

from libnews.models.vocabulary import DatePrecision, PeriodKind

_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_OPEN = ".."


@lru_cache(maxsize=1 << 12)
def _bounds(point: str) -> tuple[date | None, date | None]:
    if point == _OPEN:
        return None, None
    found = _POINT.fullmatch(point)
    if found is None:
        raise ValueError(f"{point!r} is not YYYY, YYYY-MM, YYYY-MM-DD or ..")
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None  # the pattern has it
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)


def _months(day: date) -> int:
    return day.year * 12 + day.month - 1


class Edtf(RootModel[str]):
    """A date as the source gives it, and never more precise: `2026-02-03`, `2025-12`, `2025`,
    `2025-12-17/2025-12-19`, or an interval with an open end, `../2018-09`.

    Standard: EDTF level 0 and the open intervals of level 1 (ISO 8601-2:2019). `~`, `?`, `X` and seasons
    are not used: the quote keeps the words. A fiscal year is written as the text writes it, `2022/2023`,
    and covers both years, the widest reading. Text that is none of these raises `ValidationError`.

    >>> visit = Edtf("2025-12-17/2025-12-19")
    >>> visit.first, visit.last, visit.precision.value
    (datetime.date(2025, 12, 17), datetime.date(2025, 12, 19), 'interval')
    >>> Edtf("2025-12").overlaps(visit)
    True
    """

    model_config = ConfigDict(frozen=True)

    @model_validator(mode="after")
    def _is_edtf(self) -> "Edtf":
        head, tail = self._ends()
        if head == tail == _OPEN:
            raise ValueError("an interval open at both ends says nothing")
        first, last = _bounds(head)[0], _bounds(tail)[1]
        if first is not None and last is not None and first > last:
            raise ValueError(f"{self.root!r} ends before it begins")
        return self

    def _ends(self) -> tuple[str, str]:
        head, slash, tail = self.root.partition("/")
        if not slash and head == _OPEN:
            raise ValueError(".. is the end of an interval, not a date")
        return (head, tail) if slash else (head, head)

    def __str__(self) -> str:
        return self.root

    @property
    def first(self) -> date | None:
        """First day covered; `None` where the interval is open at its beginning."""
        return _bounds(self._ends()[0])[0]

    @property
    def last(self) -> date | None:
        """Last day covered; `None` where the interval is open at its end."""
        return _bounds(self._ends()[1])[1]

    @property
    def precision(self) -> DatePrecision:
        """Day, month or year for a single date, interval for a span of time."""
        if "/" in self.root:
            return DatePrecision.INTERVAL
        return {10: DatePrecision.DAY, 7: DatePrecision.MONTH, 4: DatePrecision.YEAR}[len(self.root)]

    @property
    def period_kind(self) -> PeriodKind:
        """What a statistician would call this span of time; `2022/2023` is read as a fiscal year.

        >>> [Edtf(text).period_kind.value for text in ("2022/2023", "2018-01/2018-06", "2018-04/2018-06", "../2018-09")]
        ['fiscal_year', 'half', 'quarter', 'as_of']
        """
        head, tail = self._ends()
        if self.precision is DatePrecision.YEAR:
            return PeriodKind.YEAR
        if self.precision is DatePrecision.MONTH:
            return PeriodKind.MONTH
        if self.precision is DatePrecision.DAY or _OPEN in (head, tail):
            return PeriodKind.AS_OF
        if len(head) == len(tail) == 4 and int(tail) == int(head) + 1:
            return PeriodKind.FISCAL_YEAR
        if len(head) == len(tail) == 7:
            return self._month_range_kind()
        return PeriodKind.RANGE

    def _month_range_kind(self) -> PeriodKind:
        first, last = self.first, self.last
        assert first is not None  # both ends are closed months here
        assert last is not None
        length, offset = _months(last) - _months(first) + 1, (first.month - 1)
        if length == 3 and offset % 3 == 0:
            return PeriodKind.QUARTER
        if length == 6 and offset % 6 == 0:
            return PeriodKind.HALF
        return PeriodKind.RANGE

    def overlaps(self, other: "Edtf") -> bool:
        """Whether some day is covered by both: two dates that overlap do not contradict each other."""
        return not (
            (self.last is not None and other.first is not None and self.last < other.first)
            or (other.last is not None and self.first is not None and other.last < self.first)
        )
