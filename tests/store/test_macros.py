"""The SQL macros say the same as Python."""

import unicodedata
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from libnews.arabic.fold import fold
from libnews.models import Edtf
from libnews.store import schema_sql


@pytest.fixture(scope="module")
def con() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as made:
        made.execute(schema_sql())
        yield made


def points() -> st.SearchStrategy[str]:
    days = st.dates(min_value=date(1000, 1, 1))
    return days.flatmap(lambda day: st.sampled_from([day.isoformat(), day.isoformat()[:7], day.isoformat()[:4]]))


@st.composite
def edtf(draw: st.DrawFn) -> str:
    head, tail = draw(points()), draw(points())
    text = draw(st.sampled_from([head, f"{head}/{tail}", f"../{tail}", f"{head}/.."]))
    try:
        return Edtf(text).root
    except ValidationError:
        return head


@given(text=edtf())
def test_macros_of_dates_equal_the_model(con: duckdb.DuckDBPyConnection, text: str) -> None:
    model = Edtf(text)
    found = con.execute(
        "SELECT edtf_first($1), edtf_last($1), edtf_precision($1), edtf_period_kind($1)", [text]
    ).fetchall()
    assert found == [(model.first, model.last, model.precision.value, model.period_kind.value)]


@given(year=st.integers(1900, 2100), first=st.integers(1, 12), length=st.integers(0, 14))
def test_quarters_and_halves_equal_the_model(
    con: duckdb.DuckDBPyConnection, year: int, first: int, length: int
) -> None:
    """A quarter begins in January, April, July or October; three other months are a range."""
    last = year * 12 + first - 1 + length
    text = f"{year}-{first:02}/{last // 12}-{last % 12 + 1:02}"
    assert con.execute("SELECT edtf_period_kind(?)", [text]).fetchall() == [(Edtf(text).period_kind.value,)]


@pytest.mark.parametrize("text", [None, "", "yesterday", "2025-13", "2025-02-30", "20251"])
def test_what_is_no_date_has_no_days(con: duckdb.DuckDBPyConnection, text: str | None) -> None:
    """A bad value in a claim is a finding later; it must not stop the build."""
    assert con.execute("SELECT edtf_first($1), edtf_last($1)", [text]).fetchall() == [(None, None)]


def test_fold_equals_python_for_every_arabic_and_ascii_character(con: duckdb.DuckDBPyConnection) -> None:
    codes = [*range(1, 0x100), *range(0x600, 0x700), *range(0x2000, 0x2070), 0xFEFF]
    for code in codes:
        text = f"a{chr(code)}b"
        assert con.execute("SELECT fold(?)", [text]).fetchall() == [(fold(text),)], hex(code)


@given(
    text=st.text(st.one_of(st.characters(min_codepoint=0x600, max_codepoint=0x6FF), st.sampled_from("aZ 09'\\\u200f")))
)
def test_fold_equals_python(con: duckdb.DuckDBPyConnection, text: str) -> None:
    assert con.execute("SELECT fold(?)", [text]).fetchall() == [(fold(text),)]


def test_no_invisible_character_stands_in_the_macro() -> None:
    """One that reverses the direction of text would show a reviewer other SQL than runs."""
    assert not [char for char in schema_sql() if unicodedata.category(char) in ("Cf", "Mn")]


@given(number=st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**30), max_value=10**30))
def test_digits_are_exact_or_refused(con: duckdb.DuckDBPyConnection, number: Decimal) -> None:
    assert con.execute("SELECT exact_decimal(?)", [f"{number:f}"]).fetchall() == [(number,)]


@pytest.mark.parametrize("digits", ["0.00001", "1" * 35, "1e6", "three", "", "1,000", "٣"])
def test_digits_that_would_be_rounded_give_null(con: duckdb.DuckDBPyConnection, digits: str) -> None:
    """DuckDB's cast rounds in silence."""
    assert con.execute("SELECT exact_decimal(?)", [digits]).fetchall() == [(None,)]


@pytest.mark.parametrize(("number", "text"), [("4000000000", "4000000000"), ("0.5", "0.5"), ("0", "0"), ("-10", "-10")])
def test_plain_digits_lose_only_the_zeros_of_the_column(con: duckdb.DuckDBPyConnection, number: str, text: str) -> None:
    assert con.execute("SELECT plain_digits(?::DECIMAL(38, 4))", [number]).fetchall() == [(text,)]
