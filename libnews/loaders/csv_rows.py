"""Rows of a CSV file with their places, and all that is wrong with them in one message."""

import csv
import io
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from libnews.errors import InputError
from libnews.loaders.content import read_once
from libnews.loaders.refusal import Refusal
from libnews.models.spreadsheet import unguarded

MAX_BYTES = 256 * 1024 * 1024
"""No table of claims or metadata is larger."""
_SHOWN = 50


class Problems:
    """Collects what is wrong, so that one run gives the whole repair list."""

    def __init__(self) -> None:
        self._lines: list[str] = []

    def add(self, place: str, sentence: str) -> None:
        self._lines.append(f"{place}: {sentence}")

    def raise_if_any(self) -> None:
        """Raise `InputError` with the first of the problems, and the number of the rest."""
        rest = len(self._lines) - _SHOWN
        if self._lines:
            raise InputError("\n".join([*self._lines[:_SHOWN], *([f"and {rest} more"] if rest > 0 else [])]))


@dataclass(frozen=True, slots=True)
class CsvRow:
    """One row: its cells by column, without the white space around them, and its place for a message."""

    source: Path
    line_no: int
    cells: dict[str, str]

    @property
    def place(self) -> str:
        """File and line, for a message."""
        return f"{self.source}:{self.line_no}"

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


def read_csv(source: Path, key: str, problems: Problems, verbatim: Collection[str] = ()) -> Iterator[CsvRow]:
    """The rows of `source`, which must have a column `key`; what is wrong with the file itself goes to `problems`.

    Cells of the columns `verbatim` keep their white space. An apostrophe that keeps a spreadsheet from running a cell
    as a formula is taken off again.
    """
    text = _decoded(source, problems)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    header: list[str] | None = None
    line = 1
    try:
        for cells in reader:
            line_no, line = line, reader.line_num + 1
            if not any(cells):
                continue
            if header is None:
                header = _header(cells, f"{source}:{line_no}", key, problems)
            elif len(cells) == len(header):
                yield CsvRow(source, line_no, _named(header, cells, verbatim))
            elif header:
                told = f"{len(cells)} cells where the first line has {len(header)}; quote cells that hold a comma"
                problems.add(f"{source}:{line_no}", told)
    except csv.Error as error:
        problems.add(f"{source}:{reader.line_num}", f"not CSV ({error}); check the quotation marks of this line")
        return
    if header is None and text is not None:
        _header([], f"{source}:1", key, problems)


def _decoded(source: Path, problems: Problems) -> str | None:
    raw = read_once(source, MAX_BYTES)
    if isinstance(raw, Refusal):
        problems.add(str(source), raw.detail)
        return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        problems.add(f"{source}:{line}", "not UTF-8; save the file as «CSV UTF-8»")
        return None
    if "\0" in text:
        problems.add(f"{source}:{text.count(chr(10), 0, text.index(chr(0))) + 1}", "a NUL character; take it out")
        return None
    return text


def _header(cells: list[str], place: str, key: str, problems: Problems) -> list[str]:
    """The names of the columns; an empty list where the rows cannot be read by them."""
    names = [cell.strip() for cell in cells]
    twice = sorted({name for name in names if name and names.count(name) > 1})
    if key not in names:
        problems.add(place, f"no column {key!r}; the first line names the columns, separated by commas")
    elif twice:
        problems.add(place, f"two columns are named {twice[0]!r}; rename one")
    else:
        return names
    return []


def _named(header: list[str], cells: list[str], verbatim: Collection[str]) -> dict[str, str]:
    named = ((name, cell) for name, cell in zip(header, cells, strict=True) if name)
    return {name: unguarded(cell if name in verbatim else cell.strip()) for name, cell in named}
