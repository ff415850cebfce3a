"""Rows as CSV (RFC 4180, UTF-8, a header line)."""

import re
from collections.abc import Sequence
from decimal import Decimal

from libnews.models.spreadsheet import guarded
from libnews.reports.rows.cells import plain
from libnews.reports.terminal import safe
from libnews.store import QueryResult

_QUOTED = re.compile('[",\r\n]')


def render(result: QueryResult, to_terminal: bool = False) -> str:
    """The rows as CSV; null is an empty cell, and text that begins like a formula gets an apostrophe before it.

    On a terminal control characters are made visible; into a file or pipe they go as they are.

    >>> print(render(QueryResult(("quote", "n"), ("VARCHAR", "BIGINT"), (("=1+1", -2), ("قال: «نعم»", None)), False)))
    quote,n
    '=1+1,-2
    قال: «نعم»,
    <BLANKLINE>
    """
    lines = []
    for row in (result.columns, *result.rows):
        cells = [_cell(value) for value in row]
        lines.append(_line([safe(cell) for cell in cells] if to_terminal else cells))
    return "".join(lines)


def _line(cells: Sequence[str]) -> str:
    # Not csv.writer, which leaves a lone carriage return bare where lines end in LF: readers break the row there.
    if list(cells) == [""]:
        return '""\n'  # an empty line would be no row
    return (
        ",".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' if _QUOTED.search(cell) else cell for cell in cells) + "\n"
    )


def _cell(value: object) -> str:
    text = "" if value is None else plain(value)
    is_number = isinstance(value, int | float | Decimal)
    return text if is_number else guarded(text)
