"""Rows as CSV (RFC 4180, UTF-8, a header line)."""

import csv
from decimal import Decimal
from io import StringIO

from libnews.reports.rows.cells import plain
from libnews.reports.terminal import safe
from libnews.store import QueryResult

# OWASP, «CSV Injection»: what makes a spreadsheet take a cell for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render(result: QueryResult, to_terminal: bool = False) -> str:
    """The rows as CSV; null is an empty cell, and text that begins like a formula gets an apostrophe before it.

    On a terminal control characters are made visible; into a file or pipe they go as they are.

    >>> print(render(QueryResult(("quote", "n"), ("VARCHAR", "BIGINT"), (("=1+1", -2), ("قال: «نعم»", None)), False)))
    quote,n
    '=1+1,-2
    قال: «نعم»,
    <BLANKLINE>
    """
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    for row in (result.columns, *result.rows):
        cells = [_cell(value) for value in row]
        writer.writerow([safe(cell) for cell in cells] if to_terminal else cells)
    return text.getvalue()


def _cell(value: object) -> str:
    text = "" if value is None else plain(value)
    is_number = isinstance(value, int | float | Decimal)
    return f"'{text}" if text.startswith(_FORMULA) and not is_number else text
