"""Rows as a JSON array of objects, one a line."""

import json
import math
import re
from decimal import Decimal

from libnews.errors import QueryError
from libnews.reports.rows.cells import plain
from libnews.reports.terminal import UNSAFE
from libnews.store import QueryResult


def render(result: QueryResult) -> str:
    """The rows as objects by column name. Decimals are JSON numbers with all their digits, dates text.

    `QueryError` where two columns have one name: an object would keep one of them.

    >>> rows = ((Decimal("19000000.0000"), "حفتر"), (None, "\\x1b"))
    >>> print(render(QueryResult(("amount", "name"), ("DECIMAL(38,4)", "VARCHAR"), rows, False)))
    [
    {"amount": 19000000.0000, "name": "حفتر"},
    {"amount": null, "name": "\\u001b"}
    ]
    <BLANKLINE>
    """
    twice = sorted({name for name in result.columns if result.columns.count(name) > 1})
    if twice:
        raise QueryError(f"two columns are named {', '.join(twice)}: name them apart with AS")
    names = [_text(name) for name in result.columns]
    lines = [
        "{" + ", ".join(f"{name}: {_cell(value)}" for name, value in zip(names, row, strict=True)) + "}"
        for row in result.rows
    ]
    return "[\n" + ",\n".join(lines) + "\n]\n" if lines else "[]\n"


def _cell(value: object) -> str:
    match value:
        case Decimal():
            return plain(value)
        case float() if not math.isfinite(value):
            return _text(str(value))  # JSON has no NaN and no infinity
        case None | bool() | int() | float() | list() | tuple() | dict():
            return _escaped(json.dumps(value, ensure_ascii=False))
    return _text(plain(value))


def _text(text: str) -> str:
    return _escaped(json.dumps(text, ensure_ascii=False))


def _escaped(encoded: str) -> str:
    """What a terminal would obey as JSON escapes, which read back as the same character."""
    return re.sub(UNSAFE, lambda found: f"\\u{ord(found[0]):04x}", encoded)
