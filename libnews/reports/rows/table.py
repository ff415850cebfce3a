"""Rows as a table for people: one line each, columns below one another, what is long cut short."""

import unicodedata
from collections.abc import Sequence
from decimal import Decimal

from libnews.reports.terminal import safe
from libnews.store import QueryResult

_WIDEST = 80


def render(result: QueryResult) -> str:
    """The rows below their column names; cells longer than 80 characters end in «…» (CSV and JSON have all of them).

    >>> print(render(QueryResult(("file", "articles"), ("VARCHAR", "BIGINT"), (("a.txt", 12), (None, 3)), False)))
    file   articles
    -----  --------
    a.txt        12
                  3
    (2 rows)
    <BLANKLINE>
    """
    names = [safe(name) for name in result.columns]
    lines = [[cell(value) for value in row] for row in result.rows]
    widths = [max(width(text) for text in column) for column in zip(names, *lines, strict=True)]
    to_right = [
        all(isinstance(row[at], int | float | Decimal | None) for row in result.rows) for at in range(len(names))
    ]
    shown = [names, ["-" * one for one in widths], *lines]
    count = f"({len(lines)} row{'' if len(lines) == 1 else 's'})"
    return "\n".join([*(_line(line, widths, to_right) for line in shown), count]) + "\n"


def cell(value: object) -> str:
    """A value as a cell shows it; null is empty."""
    if value is None:
        return ""
    text = safe(format(value, "f") if isinstance(value, Decimal) else str(value))
    return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 1]}…"


def width(text: str) -> int:
    """Columns that a terminal needs: marks stand on their letters, East Asian letters take two.

    >>> width("محمّد"), width("東京")
    (4, 4)
    """
    return sum(
        0 if unicodedata.category(char) in ("Mn", "Me", "Cf") else 1 + (unicodedata.east_asian_width(char) in "WF")
        for char in text
    )


def _line(texts: Sequence[str], widths: Sequence[int], to_right: Sequence[bool]) -> str:
    padded = []
    for text, wide, right in zip(texts, widths, to_right, strict=True):
        blank = " " * (wide - width(text))
        padded.append(blank + text if right else text + blank)
    return "  ".join(padded).rstrip()
