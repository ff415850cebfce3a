"""metadata.csv: what the text of an article does not say, one row a file (the Hugging Face convention)."""

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from libnews.loaders.csv_rows import CsvRow, Problems, read_csv
from libnews.loaders.folder import is_folder
from libnews.models.file_name import file_path

_FILE = "file_name"
COLUMNS = (_FILE, "published_on", "publisher", "title", "url", "language")
"""The columns that libnews knows; all others are kept with the article."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", re.ASCII)


@dataclass(frozen=True, slots=True)
class MetadataRow:
    """What one row says of one file; `None` where its cell is empty. `others` are the columns libnews does not know."""

    published_on: date | None = None
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None
    others: tuple[tuple[str, str], ...] = ()


def read_metadata(sources: Iterable[tuple[Path, Path]]) -> dict[Path, MetadataRow]:
    """The rows of each CSV by absolute path of the file they speak of, names relative to the folder given with it.

    A name is written with `/`, and bytes that are not UTF-8 as in `article.file`. A row may speak of a file that was
    not given, so long as it exists. `InputError` lists every wrong row with its line and what is expected there.
    """
    found: dict[Path, MetadataRow] = {}
    first: dict[Path, str] = {}
    problems = Problems()
    for source, folder in sources:
        for row in read_csv(source, _FILE, problems):
            path = _path(row, folder, problems)
            if path is None:
                continue
            if path in first:
                problems.add(row.place, f"{row[_FILE]!r} has a row already, {first[path]}; keep one of them")
            first.setdefault(path, row.place)
            found[path] = read_row(row.cells, row.place, problems)
    problems.raise_if_any()
    return found


def _path(row: CsvRow, folder: Path, problems: Problems) -> Path | None:
    name = row[_FILE]
    if not name:
        problems.add(row.place, f"{_FILE} is empty; write the file's name, relative to {folder}")
        return None
    path = _lying_below(folder, name)
    if path is None:
        problems.add(row.place, f"{name!r} leads out of {folder}; write a name relative to that folder")
    elif not os.path.lexists(path) or is_folder(path):
        problems.add(row.place, f"no file {name!r} in {folder}; correct the name or take the row out")
        return None
    return path


def _lying_below(folder: Path, name: str) -> Path | None:
    written = _normal(folder / name)
    path = written if os.path.lexists(written) else _normal(folder / file_path(name))
    return path if path != folder and path.is_relative_to(folder) else None


def _normal(path: Path) -> Path:
    # Not resolve(): a link stays the file that was given, and is refused as such.
    return Path(os.path.normpath(path))


def read_row(cells: Mapping[str, str], place: str, problems: Problems) -> MetadataRow:
    """What the cells of one row say; what is wrong with them goes to `problems` under `place`."""
    language = cells.get("language")
    if language and not _LANGUAGE.fullmatch(language):
        problems.add(place, f"language {language!r} is not a BCP 47 tag such as ar or en-GB; mend it or leave it empty")
    return MetadataRow(
        published_on=_day(cells.get("published_on"), place, problems),
        publisher=cells.get("publisher") or None,
        title=cells.get("title") or None,
        url=cells.get("url") or None,
        language=language or None,
        others=tuple(sorted((name, cell) for name, cell in cells.items() if cell and name not in COLUMNS)),
    )


def _day(text: str | None, place: str, problems: Problems) -> date | None:
    if not text:
        return None
    try:
        # date.fromisoformat alone would also take 20260203 and 2026-W06-2.
        return date.fromisoformat(text if _DAY.fullmatch(text) else "")
    except ValueError:
        problems.add(place, f"published_on {text!r} is not a day written YYYY-MM-DD; mend it or empty it")
        return None
