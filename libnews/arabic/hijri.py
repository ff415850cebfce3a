"""Hijri dates, converted by the Umm al-Qura calendar (hijridate), which covers 1343 to 1500."""

from hijridate import Hijri

FIRST_YEAR, LAST_YEAR = 1343, 1500


def hijri_to_edtf(year: int, month: int | None = None, day: int | None = None) -> str | None:
    """The Gregorian day of a Hijri day, or the interval that a Hijri month or year covers; `None` outside the tables.

    Local sightings of the moon may differ by a day; Umm al-Qura is the civil calendar of Saudi Arabia.

    >>> hijri_to_edtf(1447, 7, 15), hijri_to_edtf(1447, 7)
    ('2026-01-04', '2025-12-21/2026-01-19')
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if day is not None and month is not None:
        if not 1 <= day <= Hijri(year, month, 1).month_length():
            return None
        return _gregorian(year, month, day)
    last_month = 12 if month is None else month
    first, last = (
        _gregorian(year, month or 1, 1),
        _gregorian(year, last_month, Hijri(year, last_month, 1).month_length()),
    )
    return f"{first}/{last}"


def _gregorian(year: int, month: int, day: int) -> str:
    return str(Hijri(year, month, day).to_gregorian().isoformat())
