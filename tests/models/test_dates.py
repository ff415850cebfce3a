"""EDTF and the interval it covers, for any date anybody could write."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from libnews.models import Edtf

DAYS = st.dates(min_value=date(1, 1, 1))
POINTS = st.one_of(DAYS.map(str), DAYS.map(lambda d: f"{d:%Y}-{d:%m}".zfill(7)), DAYS.map(lambda d: f"{d.year:04d}"))


def _interval(one: str, other: str) -> str:
    head, tail = sorted((one, other), key=lambda text: (Edtf(text).first, Edtf(text).last))
    return f"{head}/{tail}"


DATES = st.one_of(
    POINTS,
    st.builds(_interval, POINTS, POINTS),
    POINTS.map(lambda text: f"../{text}"),
    POINTS.map(lambda text: f"{text}/.."),
)


@given(DATES)
def test_the_interval_is_never_backwards(text: str) -> None:
    found = Edtf(text)
    assert str(found) == text
    assert found.first is None or found.last is None or found.first <= found.last


@given(DAYS)
def test_a_day_covers_itself_and_lies_in_its_month_and_year(day: date) -> None:
    one, month, year = Edtf(str(day)), Edtf(str(day)[:7]), Edtf(str(day)[:4])
    assert (one.first, one.last) == (day, day)
    for wider in (month, year):
        assert wider.first is not None
        assert wider.last is not None
        assert wider.first <= day <= wider.last


@given(DATES, DATES)
def test_overlap_is_symmetric_and_means_a_common_day(one: str, other: str) -> None:
    mine, theirs = Edtf(one), Edtf(other)
    assert mine.overlaps(theirs) == theirs.overlaps(mine)
    first = max(mine.first or date.min, theirs.first or date.min)
    last = min(mine.last or date.max, theirs.last or date.max)
    assert mine.overlaps(theirs) == (first <= last)


@given(st.dates(min_value=date(1, 1, 2)), st.integers(1, 400))
def test_an_interval_that_runs_backwards_cannot_be_built(day: date, back: int) -> None:
    earlier = day - timedelta(days=min(back, (day - date.min).days))
    if earlier < day:
        with pytest.raises(ValidationError):
            Edtf(f"{day}/{earlier}")


@pytest.mark.parametrize(
    "text",
    ["", "..", "../..", "2025-13", "2025-02-30", "25", "2025-1", "2025/", "/2025", "2025~", "2025?", "202X", "2025-21",
     "٢٠٢٥", "2025-12-17 ", "2025-12-17T00:00", "0000"],
)  # fmt: skip
def test_what_is_no_date_cannot_be_built(text: str) -> None:
    with pytest.raises(ValidationError):
        Edtf(text)


@given(st.text(max_size=24))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    """Never another exception, whatever is given."""
    try:
        Edtf(text)
    except ValidationError:
        return
    assert set(text) <= set("0123456789-/.")
