"""Claims as a claims file: CSV for a spreadsheet, JSON lines for a program."""

import csv
import io
import json
from collections.abc import Iterable

from libnews.models.claim_row import ClaimRow
from libnews.models.spreadsheet import guarded

COLUMNS = tuple(ClaimRow.model_fields)
"""All columns; `note` is empty, for it is the writer's own."""


def render_csv(rows: Iterable[ClaimRow]) -> str:
    """The rows as CSV (RFC 4180) that a spreadsheet opens and that `--claims` reads back.

    Text that a spreadsheet would run as a formula gets an apostrophe before it. It begins with a byte order mark:
    without one Excel takes the letters of any language but English for others.

    >>> row = ClaimRow(file="a.txt", record="m1", record_type="meeting", field="kind", value="talks", quote="=«التقى»")
    >>> print(render_csv([row]).splitlines()[1])
    a.txt,m1,meeting,kind,talks,'=«التقى»,,,,stated,human:unnamed,,,,,,,
    """
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(COLUMNS)
    for row in rows:
        cells = row.model_dump(mode="json", include=set(COLUMNS))
        writer.writerow("" if cells[name] is None else guarded(str(cells[name])) for name in COLUMNS)
    return f"\ufeff{written.getvalue()}"


def render_json_lines(rows: Iterable[ClaimRow]) -> str:
    """The rows as JSON objects, one a line, without the columns that are empty.

    >>> row = ClaimRow(file="a.txt", record="m1", record_type="meeting", field="kind", value="talks", quote="التقى")
    >>> json.loads(render_json_lines([row]))["quote"]
    'التقى'
    """
    return "".join(
        json.dumps(row.model_dump(mode="json", exclude_none=True), ensure_ascii=False) + "\n" for row in rows
    )
