"""A metadata.csv written or completed: what the files tell of themselves, ready for a person to fill in the rest."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from libnews.errors import InputError
from libnews.loaders.folder import METADATA_NAME, is_folder
from libnews.loaders.listing import FoundFile, discover
from libnews.loaders.metadata import COLUMNS
from libnews.loaders.plain_text import load_file
from libnews.models.article import Article
from libnews.models.spreadsheet import guarded


class MetadataText(NamedTuple):
    """The text of a metadata.csv, how many rows were added, and how many of all rows have no day of publication."""

    path: Path
    text: str
    added: int
    undated: int


def complete_metadata(paths: Iterable[str | Path], output: Path | None = None) -> MetadataText:
    """A row for every file of PATHs that has none, with its day, title and language where the file tells them.

    Use it to begin a metadata.csv or to go on with one. Rows and columns that are there stay as they are; columns that
    libnews knows and the file lacks come after them. `output` is the CSV (default: metadata.csv in the one folder
    given), and names in it are relative to the folder that holds all PATHs. `InputError` where there is no such folder,
    or where the CSV is not as it should be.
    """
    listed = [Path(path) for path in paths]
    own = listed[0] / METADATA_NAME if len(listed) == 1 and is_folder(listed[0]) else None
    target = output or own
    if target is None:
        raise InputError("several PATHs, or a file: say with --output where the CSV goes")
    apart = own is None or target.resolve() != own.resolve()
    old = target if target.exists() else None
    listing = discover(listed, old if apart else None)  # which also says what is wrong with the old one
    header, rows = _old_rows(old)
    columns = [*header, *(name for name in COLUMNS if name not in header)]
    # A CSV of its own is complete in itself; one in the folder stands beside those of folders further down.
    wanted = [found for found in listing.files if found.metadata is None or (apart and old is None)]
    added = [[told.get(name, "") for name in columns] for told in map(_told, wanted)]
    kept = [[*row, *[""] * (len(columns) - len(row))] for row in rows]
    undated = sum(not row[columns.index("published_on")].strip() for row in (*kept, *added))
    return MetadataText(target, _csv([columns, *kept, *added]), len(added), undated)


def _old_rows(path: Path | None) -> tuple[list[str], list[list[str]]]:
    """The header and the rows, every cell as it stands."""
    if path is None:
        return [], []
    text = path.read_bytes().decode("utf-8-sig")
    header, *rows = [cells for cells in csv.reader(io.StringIO(text, newline="")) if any(cells)]
    return [name.strip() for name in header], rows


def _told(found: FoundFile) -> dict[str, str]:
    """What a file tells; of one that is no article, its name."""
    loaded = load_file(found)
    told: dict[str, str | None] = {COLUMNS[0]: found.file}
    if isinstance(loaded, Article):
        told |= {
            "published_on": None if loaded.published_on is None else loaded.published_on.isoformat(),
            "publisher": loaded.publisher,
            "title": loaded.title,
            "url": loaded.url,
            "language": None if loaded.language == "und" else loaded.language,
        }
    return {name: guarded(value or "") for name, value in told.items()}


def _csv(rows: list[list[str]]) -> str:
    """With a byte order mark: without one Excel takes the letters of any language but English for others."""
    written = io.StringIO()
    csv.writer(written).writerows(rows)
    return f"\ufeff{written.getvalue()}"
