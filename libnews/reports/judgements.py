"""Judgements as a file that people edit and git merges: one a line, sorted."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from libnews.models.judgement import Judgement
from libnews.models.spreadsheet import guarded

COLUMNS = tuple(Judgement.model_fields)
"""The columns of a file of judgements."""


def render_csv(judgements: Iterable[Judgement]) -> str:
    """The judgements as CSV (RFC 4180, lines that end in LF), each once, sorted by their columns from the first.

    Two people who add rows to copies of a file seldom touch the same place. Text that a spreadsheet would run as a
    formula gets an apostrophe before it, and the file a byte order mark, without which Excel takes its letters for
    others; reading takes both off.

    >>> seen = Judgement(action="accept", id="actor_x", decided_by="amal", decided_on="2026-02-05")
    >>> print(render_csv([seen, seen]).removeprefix("\\ufeff"))
    action,id,other_id,file,paragraph_no,field,quote,value,decided_by,decided_on,reason
    accept,actor_x,,,,,,,amal,2026-02-05,
    <BLANKLINE>
    """
    rows = {tuple(_cells(judgement).values()) for judgement in judgements}
    return render_rows(COLUMNS, (dict(zip(COLUMNS, row, strict=True)) for row in sorted(rows)))


def render_rows(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    """Rows of any columns in the form of a file of judgements; what a row does not have is an empty cell."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow(guarded(row.get(column, "")) for column in columns)
    return f"\ufeff{written.getvalue()}"


def _cells(judgement: Judgement) -> dict[str, str]:
    cells = judgement.model_dump(mode="json", include=set(COLUMNS))
    return {column: "" if cells[column] is None else str(cells[column]) for column in COLUMNS}
