"""Claims files: CSV from a spreadsheet, or JSON lines from a program; one claim a row."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from libnews.errors import InputError
from libnews.loaders.content import read_once
from libnews.loaders.csv_rows import MAX_BYTES, Problems, read_csv
from libnews.loaders.refusal import Refusal
from libnews.loaders.unread_row import UnreadRow
from libnews.models.claim_row import ClaimRow, expected
from libnews.models.file_name import file_name

JSON_LINES = (".jsonl", ".ndjson")
"""Suffixes of claims files that hold JSON lines; all others hold CSV."""
_VERBATIM = ("quote", "value", "attributed_to")


@dataclass(frozen=True, slots=True)
class SourcedRow:
    """A row and the line of the claims file it was written in."""

    source: str
    line_no: int
    row: ClaimRow


def read_claims(source: Path) -> Iterator[SourcedRow | UnreadRow]:
    """Read a claims file: JSON lines where its name ends in .jsonl or .ndjson, else CSV with the columns of `ClaimRow`.

    `InputError` says what is wrong with the file as a whole (not there, not UTF-8, a column nobody knows); a row that
    is not as it should be is handed on with what was expected in which column. Where a row names no extractor, it is
    `human:` and the name of the claims file.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     source = Path(folder, "amal.csv")
    ...     _ = source.write_text("file,record,record_type,field,value,quote\\na.txt,m1,meeting,kind,talks,met\\n")
    ...     [(found.line_no, found.row.extractor) for found in read_claims(source)]
    [(2, 'human:amal')]
    """
    name = file_name(str(source))
    named = "human:" + re.sub(r"\s+", "-", file_name(source.stem))
    for line_no, cells in _json_lines(source) if source.suffix.lower() in JSON_LINES else _csv_lines(source):
        if isinstance(cells, str):
            yield UnreadRow(name, line_no, cells)
            continue
        try:
            yield SourcedRow(name, line_no, ClaimRow.model_validate({"extractor": named, **cells}))
        except ValidationError as error:
            yield UnreadRow(name, line_no, expected(error))


def _csv_lines(source: Path) -> Iterator[tuple[int, dict[str, object]]]:
    problems = Problems()
    rows = list(read_csv(source, "quote", problems, _VERBATIM))
    problems.raise_if_any()
    unknown = sorted({name for row in rows for name in row.cells} - ClaimRow.model_fields.keys())
    if unknown:
        known = ", ".join(ClaimRow.model_fields)
        raise InputError(f"{source}:1: no column {unknown[0]!r} is known; the columns are {known}")
    for row in rows:
        yield row.line_no, {name: cell for name, cell in row.cells.items() if cell}


def _json_lines(source: Path) -> Iterator[tuple[int, dict[str, object] | str]]:
    raw = read_once(source, MAX_BYTES)
    if isinstance(raw, Refusal):
        raise InputError(f"{source}: {raw.detail}")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line_no = raw.count(b"\n", 0, error.start) + 1
        raise InputError(f"{source}:{line_no}: not UTF-8; JSON lines are UTF-8") from error
    for line_no, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield line_no, _json_object(line)


def _json_object(line: str) -> dict[str, object] | str:
    try:
        found = json.loads(line, object_pairs_hook=_unique)
    except (ValueError, RecursionError) as error:
        return f"not a JSON object: {error}"
    if not isinstance(found, dict):
        return "not a JSON object: one object a line, a name for each column"
    return {name: value for name, value in found.items() if value not in (None, "")}


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice")
    return found
