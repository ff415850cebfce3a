"""Days and months whose year the words leave out, and weekdays: what the day of publication makes of them.

A wrong day is worse than none: where past and future are both near, there is no value.
"""

from datetime import date

from libnews.arabic.date_reading import of_day, point, shifted
from libnews.arabic.tense import Tense

# A month without a year is the latest one unless that lies further back than this; then writers name the year.
_MONTHS_BACK = 8
_DAYS_BACK, _DAYS_AHEAD = 200, 100
# Counted over 1,500 articles: bare weekdays are rarer with every day back, but for the day before and two days before
# a week, which are mostly tomorrow and the day after.
_SURE_DAYS_BACK = 4


def month_towards(published_on: date, month: int, direction: int) -> str | None:
    """«مارس الماضي», «مارس الجاري», «مارس المقبل».

    >>> month_towards(date(2026, 2, 3), 12, -1), month_towards(date(2026, 2, 3), 3, 0)
    ('2025-12', None)
    """
    if direction == 0:
        return point(published_on.year, month, None) if month == published_on.month else None
    year = published_on.year
    if direction < 0 and month >= published_on.month:
        year -= 1
    if direction > 0 and month <= published_on.month:
        year += 1
    return point(year, month, None)


def open_month(published_on: date, month: int, *, future: bool) -> str | None:
    """A month alone: the latest one, in a sentence about what is to come the next one.

    >>> open_month(date(2026, 2, 3), 12, future=False), open_month(date(2026, 2, 3), 3, future=False)
    ('2025-12', None)
    """
    back = (published_on.month - month) % 12
    if future:
        return month_towards(published_on, month, 1 if back else 0)
    if back > _MONTHS_BACK:
        return None
    return point(published_on.year - (month > published_on.month), month, None)


def open_day(published_on: date, month: int, day: int, *, future: bool) -> str | None:
    """A day and month alone: the nearest such day, where the sentence does not speak against it.

    >>> open_day(date(2026, 2, 3), 12, 17, future=False), open_day(date(2026, 2, 3), 2, 10, future=True)
    ('2025-12-17', '2026-02-10')
    """
    near = [
        (abs((found - published_on).days), found)
        for year in (published_on.year - 1, published_on.year, published_on.year + 1)
        if (text := point(year, month, day)) is not None
        for found in [date.fromisoformat(text)]
    ]
    if not near:
        return None
    distance, nearest = min(near)
    if nearest <= published_on:
        return of_day(nearest) if distance <= _DAYS_BACK and not (future and distance) else None
    return of_day(nearest) if distance <= _DAYS_AHEAD else None


def weekday(published_on: date, number: int, direction: int | None, tense: Tense | None) -> date | None:
    """A weekday (Monday is 0): bare, the latest on or before publication; behind it الماضي, المقبل or الجاري.

    A future verb before it means the next one. A bare weekday almost a week back is as often the coming one: without a
    past verb it has no value, with a present one it is the next.

    >>> tuesday = date(2026, 2, 3)
    >>> [str(weekday(tuesday, 1, direction, None)) for direction in (None, -1, 1)]
    ['2026-02-03', '2026-01-27', '2026-02-10']
    >>> weekday(tuesday, 2, None, None) is None
    True
    """
    back = (published_on.weekday() - number) % 7
    if direction == 1 or (direction is None and tense is Tense.FUTURE and back):
        return shifted(published_on, 7 - back)
    if direction == -1 and back == 0:
        back = 7
    if direction is None and back > _SURE_DAYS_BACK and tense is not Tense.PAST:
        return shifted(published_on, 7 - back) if tense is Tense.PRESENT else None
    return shifted(published_on, -back)


def weekday_near(day: date, number: int) -> date | None:
    """The weekday nearest to `day`: «أمس الإثنين» in an article dated a day late is still Monday."""
    ahead = (number - day.weekday()) % 7
    return shifted(day, ahead if ahead <= 3 else ahead - 7)
