"""Putting a finished file in the place of the old one, so that readers see the old or the new and nothing between."""

import glob
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from libnews.errors import BusyError, StoreError


@contextmanager
def locked(target: Path) -> Iterator[None]:
    """Hold the right to write `target`; `BusyError` where another process or thread holds it."""
    if not target.parent.is_dir():
        raise StoreError(f"{target.parent} is not a folder: make it first, or give another path for the database")
    lock = FileLock(target.with_name(f".{target.name}.lock"), blocking=False)
    try:
        lock.acquire()
    except Timeout as error:
        raise BusyError(f"{target} is being written by another libnews; try again when it is done") from error
    except OSError as error:
        raise StoreError(f"{target.parent} cannot be written to: {error.strerror or error}") from error
    try:
        yield
    finally:
        lock.release()


def building_path(target: Path) -> Path:
    """Where this process builds what will become `target`: in the same folder, so that a rename is enough."""
    return target.with_name(f".{target.name}.{os.getpid()}.building")


def sweep(target: Path) -> None:
    """Remove what builds of `target` left that were killed. Only for the holder of the lock."""
    for left in sorted(target.parent.glob(f".{glob.escape(target.name)}.*.building*")):
        discard(left)


def discard(path: Path) -> None:
    """Remove a file or folder of an unfinished build, where it is there."""
    try:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    except OSError as error:
        raise StoreError(f"{path}, left by a build that was stopped, cannot be removed: {error.strerror}") from error


def wal_of(path: Path) -> Path:
    """DuckDB's write-ahead log beside a database."""
    return path.with_name(f"{path.name}.wal")


def refuse_wal(target: Path) -> None:
    """`StoreError` where a write-ahead log waits beside `target`: it would make the new file unreadable."""
    if wal_of(target).exists():
        raise StoreError(
            f"{wal_of(target)} holds changes that were never written into {target.name}: open {target.name} once "
            "with DuckDB and close it, or move both files away, then build again"
        )


def replace(built: Path, target: Path) -> None:
    """Put `built` in the place of `target`, safe against a loss of power where the system allows it."""
    refuse_wal(target)
    try:
        _sync(built)
        built.replace(target)
        if os.name == "posix":  # Windows cannot sync a folder
            _sync(target.parent)
    except OSError as error:
        raise StoreError(f"{target} cannot be replaced: {error.strerror or error}") from error


def _sync(path: Path) -> None:
    # A file is opened for writing because Windows syncs no other; a folder can only be read.
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
