"""Batches on disk: what was read in some files, as Parquet, for any process to write and the database to load.

A batch is a folder with a file for each table that has rows. Beside its own columns every row has `reading`, the number
of the reading that it comes from, so that a database can take some readings of a batch and leave others.
"""

import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from libnews.models.article import Article
from libnews.models.claim import Extraction
from libnews.store import batches
from libnews.store.batches import COLUMNS, Row

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
        for table, rows in batches.rows_of([article], [extraction]).items():
            self._rows[table] += [(*row, reading) for row in rows]

    def write(self, folder: Path, others: Mapping[str, "pyarrow.Table"]) -> None:
        """Make `folder`, whole or not at all, with `others` beside the tables; one that is there already is left as it
        is, for it was written by the same work done before."""
        tables = {
            table: batches.table((*COLUMNS[table], ("reading", "int64")), rows)
            for table, rows in self._rows.items()
            if rows
        }
        beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
        try:
            for name, table in {**tables, **others}.items():
                write_table(beside / f"{name}.parquet", table)
            if not folder.exists():
                beside.replace(folder)
        except OSError:
            if not folder.exists():  # else another worker, believed to be lost, was done first
                raise
        finally:
            shutil.rmtree(beside, ignore_errors=True)


def write_table(path: Path, table: "pyarrow.Table") -> None:
    """Write one Parquet file, through to the disk."""
    from pyarrow import parquet

    with path.open("wb") as opened:
        parquet.write_table(table, opened, compression="zstd")
        opened.flush()
        os.fsync(opened.fileno())


def files_of(table: str, folders: Iterable[Path]) -> list[str]:
    """The files of `table` in these batches."""
    return [str(path) for folder in folders if (path := folder / f"{table}.parquet").exists()]
