"""Answers of queries in every form: what goes in comes out, and nothing is obeyed."""

import csv
import io
import json
from datetime import date
from decimal import Decimal

import pyarrow.parquet  # type: ignore[import-untyped]  # it ships no types
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from libnews.errors import QueryError
from libnews.reports.rows import csv as csv_rows
from libnews.reports.rows import json as json_rows
from libnews.reports.rows import parquet, table
from libnews.reports.terminal import UNSAFE
from libnews.store import QueryResult

_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
_DECIMALS = st.decimals(min_value=-(10**20), max_value=10**20, places=4, allow_nan=False)
_ROW = st.tuples(
    st.none() | _TEXT, st.none() | _DECIMALS, st.none() | st.dates(), st.none() | st.integers(-(2**63), 2**63 - 1)
)
_TYPES = ("VARCHAR", "DECIMAL(38,4)", "DATE", "BIGINT")


def _result(rows: list[tuple[object, ...]]) -> QueryResult:
    return QueryResult(("text", "amount", "day", "count"), _TYPES, tuple(rows), False)


@given(st.lists(_ROW, max_size=4))
def test_json_reads_back(rows: list[tuple[object, ...]]) -> None:
    """The trap: an amount rounded on its way through a float, or a character that ends the line."""
    written = json_rows.render(_result(rows))
    read = json.loads(written, parse_float=Decimal)
    assert [(one["text"], one["amount"], one["day"], one["count"]) for one in read] == [
        (text, amount, None if day is None else str(day), count) for text, amount, day, count in rows
    ]
    assert UNSAFE.search(written.replace("\n", "")) is None


@settings(deadline=None)  # the first example waits for pyarrow
@given(st.lists(_ROW, max_size=4))
def test_parquet_reads_back(rows: list[tuple[object, ...]]) -> None:
    """The trap: a column of nulls without a type, a decimal with fewer places."""
    read = pyarrow.parquet.read_table(io.BytesIO(parquet.render(_result(rows))))
    assert [tuple(row.values()) for row in read.to_pylist()] == rows
    assert [str(field.type) for field in read.schema] == ["string", "decimal128(38, 4)", "date32[day]", "int64"]


@given(st.lists(_ROW, max_size=4))
def test_csv_reads_back_without_formulas(rows: list[tuple[object, ...]]) -> None:
    """The trap: a quote from an article that a spreadsheet runs."""
    read = list(csv.reader(io.StringIO(csv_rows.render(_result(rows)), newline="")))[1:]
    assert len(read) == len(rows)
    for cells, (text, amount, _day, _count) in zip(read, rows, strict=True):
        assert cells[0].removeprefix("'") == (str(text) if text else "").removeprefix("'")
        assert not cells[0].startswith(("=", "+", "-", "@", "\t", "\r"))
        assert cells[1] == ("" if amount is None else format(amount, "f"))


@given(st.lists(_ROW, max_size=4))
def test_table_is_one_line_a_row(rows: list[tuple[object, ...]]) -> None:
    """The trap: a line end in a cell that makes two rows of one, or a sequence that clears the screen."""
    lines = table.render(_result(rows)).split("\n")
    assert len(lines) == len(rows) + 4
    assert not any(UNSAFE.search(line) for line in lines)


def test_csv_on_a_terminal_moves_no_cursor() -> None:
    """The trap: CSV that is data in a file and a command on a screen."""
    rows = _result([("\x1b[2J", None, None, None)])
    assert "\x1b" in csv_rows.render(rows)
    assert "\x1b" not in csv_rows.render(rows, to_terminal=True)


@pytest.mark.parametrize("render", [json_rows.render, parquet.render])
def test_two_columns_of_one_name_are_refused(render: object) -> None:
    """The trap: one of two columns silently gone."""
    twice = QueryResult(("a", "a"), ("BIGINT", "BIGINT"), ((1, 2),), False)
    with pytest.raises(QueryError, match="AS"):
        render(twice)  # type: ignore[operator]  # either renderer


def test_values_without_a_form_in_json() -> None:
    """The trap: NaN, which no reader of JSON takes."""
    written = json_rows.render(QueryResult(("a", "b"), ("DOUBLE", "VARCHAR[]"), ((float("nan"), ["x", None]),), False))
    assert json.loads(written) == [{"a": "nan", "b": ["x", None]}]


def test_parquet_keeps_what_it_cannot_type_as_text() -> None:
    """The trap: a struct or a day beyond Python's years that stops the export."""
    kinds = ("STRUCT(a INTEGER)", "DATE", "HUGEINT")
    rows = (({"a": 1}, "12000-01-01", 2**100), ({"a": 2}, date(2026, 2, 3), None))
    read = pyarrow.parquet.read_table(io.BytesIO(parquet.render(QueryResult(("s", "d", "h"), kinds, rows, False))))
    assert read.to_pylist()[0] == {"s": '{"a": 1}', "d": "12000-01-01", "h": str(2**100)}
