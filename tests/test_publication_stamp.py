"""The stamp that dates an article; a wrong one would move every relative date in it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libnews.readers import publication_stamp


@given(
    st.dates(),
    st.sampled_from(["date ", "Date: ", "date=", "  published "]),
    st.sampled_from(["", " نص", "\u00a0نص", ". نص"]),
)
def test_day_is_found_where_it_stands(day: date, head: str, rest: str) -> None:
    found = publication_stamp(f"{head}{day.isoformat()}{rest}")
    assert found is not None
    assert (found.start_char, found.text) == (len(head), day.isoformat())


@pytest.mark.parametrize(
    "text",
    [
        "2026-02-03 عقد المجلس", "عقد المجلس date 2026-02-03", "date 2026-02-03-01", "date 2026-02-031",
        "date 2026-13-01",
        "update 2026-02-03", "date 20260203", "date ٢٠٢٦-٠٢-٠٣", "dated 2026-02-03", "",
    ],
)  # fmt: skip
def test_other_days_are_no_stamp(text: str) -> None:
    assert publication_stamp(text) is None
