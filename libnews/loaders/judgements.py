"""Files of judgements: CSV that people fill in, one decision a row."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from libnews.loaders.csv_rows import CsvRow, Problems, read_csv
from libnews.loaders.unread_row import UnreadRow
from libnews.models.claim_row import expected
from libnews.models.file_name import file_name
from libnews.models.judgement import Judgement

_VERBATIM = ("quote", "value")


@dataclass(frozen=True, slots=True)
class SourcedJudgement:
    """A judgement and the line of the file it was written in."""

    source: str
    line_no: int
    judgement: Judgement


def read_judgements(source: Path) -> Iterator[SourcedJudgement | UnreadRow]:
    """Read a CSV with the columns of `Judgement`; rows without an `action` are passed over, and other columns too.

    That is how `libnews review` writes a list to fill in: whoever decides on some rows hands on the whole file.
    `InputError` says what is wrong with the file as a whole; a row that is not as it should be is handed on with what
    was expected in which column.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     source = Path(folder, "judgements.csv")
    ...     row = "accept,actor_x,amal,2026-02-05,خليفة حفتر\\n,actor_y,,,\\n"
    ...     _ = source.write_text(f"action,id,decided_by,decided_on,label\\n{row}", encoding="utf-8")
    ...     [(found.line_no, found.judgement.action.value) for found in read_judgements(source)]
    [(2, 'accept')]
    """
    problems = Problems()
    rows = list(read_csv(source, "action", problems, _VERBATIM))
    problems.raise_if_any()
    for row in rows:
        if row["action"]:
            yield _judgement(row, file_name(str(source)))


def _judgement(row: CsvRow, name: str) -> SourcedJudgement | UnreadRow:
    cells = {column: cell for column, cell in row.cells.items() if cell and column in Judgement.model_fields}
    try:
        return SourcedJudgement(name, row.line_no, Judgement.model_validate(cells))
    except ValidationError as error:
        return UnreadRow(name, row.line_no, expected(error).removeprefix("column row: "))
