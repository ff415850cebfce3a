"""Claims files: CSV from a spreadsheet, or JSON lines from a program; one claim a row."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from libnews.errors import InputError
from libnews.loaders.csv_rows import Problems, read_csv
from libnews.models.claim_row import ClaimRow
from libnews.models.finding import Finding
from libnews.models.vocabulary import Severity

JSON_LINES = (".jsonl", ".ndjson")
_VERBATIM = ("quote", "value")


@dataclass(frozen=True, slots=True)
class SourcedRow:
    """A row and the line of the claims file it was written in."""

    source: str
    line_no: int
    row: ClaimRow


@dataclass(frozen=True, slots=True)
class ClaimsFile:
    """What a claims file holds: the rows that can be read, and a finding for each that cannot."""

    rows: tuple[SourcedRow, ...]
    refused: tuple[Finding, ...]


def read_claims(source: Path) -> ClaimsFile:
    """Read a claims file: JSON lines where its name ends in .jsonl or .ndjson, else CSV with the columns of `ClaimRow`.

    `InputError` says what is wrong with the file as a whole (not UTF-8, no such column); a row that is not as it should
    be becomes a finding `claims.row-invalid` that names file, line, column and what was expected there.
    """
    rows: list[SourcedRow] = []
    refused: list[Finding] = []
    for line_no, cells in _json_lines(source) if source.suffix.lower() in JSON_LINES else _csv_lines(source):
        if isinstance(cells, str):
            refused.append(_finding(source, line_no, cells))
            continue
        cells.setdefault("extractor", f"human:{source.stem}".replace(" ", "-"))
        try:
            rows.append(SourcedRow(str(source), line_no, ClaimRow.model_validate(cells)))
        except ValidationError as error:
            refused.append(_finding(source, line_no, _expected(error)))
    return ClaimsFile(tuple(rows), tuple(refused))


def _csv_lines(source: Path) -> Iterator[tuple[int, dict[str, object]]]:
    problems = Problems()
    rows = list(read_csv(source, "quote", problems, _VERBATIM))
    problems.raise_if_any()
    unknown = sorted({name for row in rows for name in row.cells} - ClaimRow.model_fields.keys())
    if unknown:
        known = ", ".join(ClaimRow.model_fields)
        raise InputError(f"{source}:1: no column {unknown[0]!r} is known; the columns are {known}")
    for row in rows:
        yield int(row.place.rpartition(":")[2]), {name: cell for name, cell in row.cells.items() if cell}


def _json_lines(source: Path) -> Iterator[tuple[int, dict[str, object] | str]]:
    try:
        text = source.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{source}: not UTF-8 at byte {error.start}") from error
    except OSError as error:
        raise InputError(f"{source}: {error.strerror}; check the path") from error
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


def _expected(error: ValidationError) -> str:
    said = []
    for one in error.errors(include_url=False, include_context=False, include_input=False):
        column = str(one["loc"][0]) if one["loc"] else "row"
        said.append(f"column {column}: {one['msg'].removeprefix('Value error, ')}")
    return "; ".join(said)


def _finding(source: Path, line_no: int, why: str) -> Finding:
    return Finding(
        rule="claims.row-invalid",
        severity=Severity.WARNING,
        message=f"A row of a claims file cannot be read: {why}",
        file=str(source),
        line_no=line_no,
    )
