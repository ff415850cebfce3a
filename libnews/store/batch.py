"""Batches on disk: what was read in some files, as Parquet, for any process to write and the database to load.

A batch is a folder with a file for each table. Beside its own columns every row has `reading`, the number
of the reading that it comes from, so that a database can take some readings of a batch and leave others.
"""

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from libnews.errors import StoreError
from libnews.models.article import Article
from libnews.models.claim import Extraction
from libnews.store import arrow
from libnews.store.arrow import COLUMNS, Row

if TYPE_CHECKING:
    import pyarrow  # type: ignore[import-untyped]

READ = ("article", "paragraph", "mention", "claim", "attribution", "span")
"""The tables that a reading has rows of."""


class Batch:
    """The rows of some readings, on their way to disk."""

    def __init__(self) -> None:
        self._rows: dict[str, list[Row]] = {table: [] for table in READ}

    def add(self, reading: int, article: Article, extraction: Extraction) -> None:
        """Take in what was read in one article."""
        for table, rows in arrow.rows_of([article], [extraction]).items():
            self._rows[table] += [(*row, reading) for row in rows]

    def write(self, folder: Path, others: Mapping[str, "pyarrow.Table"]) -> None:
        """Make `folder`, whole or not at all, with `others` beside the tables; one that is there already is left as it
        is, for it was written by the same work done before. `StoreError` where the disk takes no more."""
        tables = {}
        if self._rows["article"]:  # every table then, so that one that is missing later was taken away
            tables = {name: arrow.table((*COLUMNS[name], ("reading", "int64")), self._rows[name]) for name in READ}
        try:
            _write_all({**tables, **others}, folder)
        except OSError as error:
            if not folder.exists():  # else another worker, believed to be lost, was done first
                raise StoreError(f"{folder} cannot be written: {error.strerror or error}") from error


def file_of(table: str, folder: Path) -> Path:
    """Where a batch has the rows of a table."""
    return folder / f"{table}.parquet"


def _write_all(tables: Mapping[str, "pyarrow.Table"], folder: Path) -> None:
    beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    try:
        for name, table in tables.items():
            _write(table, file_of(name, beside))
        if not folder.exists():
            beside.replace(folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _write(table: "pyarrow.Table", path: Path) -> None:
    """One Parquet file, through to the disk: after a loss of power a batch is there whole or not at all."""
    from pyarrow import parquet

    with path.open("wb") as opened:
        parquet.write_table(table, opened, compression="zstd")
        opened.flush()
        os.fsync(opened.fileno())
