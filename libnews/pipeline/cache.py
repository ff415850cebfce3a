"""What a build remembers: a folder of batches beside the database, so that the next build reads what changed.

It holds no truth of its own. Every build writes the database anew out of it, by the same steps as without it, and
deleting it costs nothing but the time to read all files again.
"""

import shutil
from bisect import bisect_right
from collections.abc import Iterable
from pathlib import Path

from libnews.errors import StoreError
from libnews.pipeline.reading import FILE, Reading, readings_of

_TAG = """Signature: 8a477f597d28d172789f06886806bc55
# This folder is a cache made by libnews. It can be deleted at any time.
# For information about cache directory tags see https://bford.info/cachedir/
"""
_MOST_SMALL, _SMALL = 200, 20
"""Batches of so few readings are read again together where there are more of them than this."""


class Cache:
    """The batches of one database that were read by one code, in one way."""

    def __init__(self, folder: Path, signature: str) -> None:
        """`folder` holds nothing else; batches of another `signature` in it are of no use and are deleted."""
        self.folder = folder / signature
        self._readings: dict[str, Reading] = {}
        self._batch_of: dict[str, str] = {}
        self.next_number = 0

    def open(self) -> dict[str, Reading]:
        """Make the folder ready to be written to, and return the last reading of each path."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            (self.folder.parent / "CACHEDIR.TAG").write_text(_TAG, encoding="ascii")
            for other in self.folder.parent.iterdir():
                if other.is_dir() and other != self.folder:
                    shutil.rmtree(other)
            names = self._names()
        except OSError as error:
            raise StoreError(f"{self.folder.parent} cannot be used as a cache: {error.strerror or error}") from error
        for name in names:
            self._take(name)
        self._forget_scattered()
        return self._readings

    def _names(self) -> list[str]:
        """The batches there are; what was being written when a build was stopped is deleted."""
        for left in self.folder.glob(".*"):
            shutil.rmtree(left) if left.is_dir() else left.unlink()
        return self._written()

    def _written(self) -> list[str]:
        """The batches that are whole: one that a worker was lost in has a name that begins with a dot."""
        found = (path.name for path in self.folder.iterdir() if path.is_dir())
        return sorted(name for name in found if not name.startswith("."))

    def _take(self, name: str) -> None:
        from pyarrow import ArrowException, parquet  # type: ignore[import-untyped]

        try:
            readings = readings_of(parquet.read_table(self.folder / name / f"{FILE}.parquet"))
        except (OSError, ArrowException, ValueError, KeyError):  # damaged: its files are read again
            shutil.rmtree(self.folder / name, ignore_errors=True)
            return
        for reading in readings:
            self._readings[reading.path] = reading
            self._batch_of[reading.path] = name
        self.next_number = max(self.next_number, int(name) + len(readings))

    def _forget_scattered(self) -> None:
        sizes: dict[str, list[str]] = {}
        for path, name in self._batch_of.items():
            sizes.setdefault(name, []).append(path)
        small = [paths for paths in sizes.values() if len(paths) < _SMALL]
        if len(small) > _MOST_SMALL:
            for path in (path for paths in small for path in paths):
                del self._readings[path]
                del self._batch_of[path]

    def batches(self, numbers: Iterable[int]) -> list[Path]:
        """The folders that hold the rows of these readings."""
        names = self._written()
        starts = [int(name) for name in names]
        return [self.folder / names[at] for at in sorted({bisect_right(starts, number) - 1 for number in numbers})]

    def sweep(self, used: Iterable[Reading]) -> None:
        """Delete the batches that none of the readings in use needs."""
        used = list(used)
        needed = {path.name for path in self.batches(reading.number for reading in used)}
        needed |= {self._batch_of[reading.path] for reading in used if self._readings.get(reading.path) is reading}
        for name in self._written():
            if name not in needed and int(name) < self.next_number:
                shutil.rmtree(self.folder / name)
