"""Files in, what stands in them out: here or on several processes, by the same code and with the same result."""

import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import tee
from multiprocessing import get_context
from typing import NamedTuple

from libnews.errors import LibnewsError
from libnews.extract import extract
from libnews.loaders import FoundFile, load_file, reject_duplicates
from libnews.models import Article, Extraction, Rejected

_FILES_PER_JOB = 100
"""Starting a process takes as long as reading about this many articles."""
_MOST_PER_CHUNK = 16
"""Ctrl-C waits for the chunks that are being read."""
_MOST_JOBS = 61
"""Windows waits for no more processes than this."""


class FileReading(NamedTuple):
    """One file as an article with what was read in it, or as a rejected row."""

    loaded: Article | Rejected
    extraction: Extraction | None


def read_files(files: Sequence[FoundFile], encoding: str | None, jobs: int | None) -> Iterator[FileReading]:
    """Load and read `files`, in their order, on `jobs` processes; `None` takes as many as the work is worth.

    Of files with the same bytes the first is the article, whatever process read it. A process that the system stops
    raises `LibnewsError`.
    """
    workers = min(_MOST_JOBS, jobs or max(1, min(_processors(), len(files) // _FILES_PER_JOB)))
    readings = _read_here(files, encoding) if workers == 1 else _read_on(workers, files, encoding)
    ahead, behind = tee(readings)
    for kept, reading in zip(reject_duplicates(one.loaded for one in ahead), behind, strict=True):
        yield reading if kept is reading.loaded else FileReading(kept, None)


def _read_here(files: Sequence[FoundFile], encoding: str | None) -> Iterator[FileReading]:
    return (_read_file(found, encoding) for found in files)


def _read_on(workers: int, files: Sequence[FoundFile], encoding: str | None) -> Iterator[FileReading]:
    size = max(1, min(_MOST_PER_CHUNK, len(files) // (4 * workers)))
    chunks = [files[start : start + size] for start in range(0, len(files), size)]
    # Spawned, not forked: a fork copies locks that other threads of the caller hold.
    executor = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_leave_interrupts)
    try:
        for readings in executor.map(partial(_read_chunk, encoding=encoding), chunks):
            yield from readings
    except BrokenProcessPool as error:
        raise LibnewsError(
            "a process that read files was stopped, perhaps for want of memory: build with fewer --jobs, or one. "
            "(A script that gives jobs= has to call build below `if __name__ == '__main__':`.)"
        ) from error
    finally:
        executor.shutdown(cancel_futures=True)


def _read_chunk(files: Sequence[FoundFile], encoding: str | None) -> list[FileReading]:
    return [_read_file(found, encoding) for found in files]


def _read_file(found: FoundFile, encoding: str | None) -> FileReading:
    loaded = load_file(found, encoding)
    return FileReading(loaded, extract(loaded) if isinstance(loaded, Article) else None)


def _leave_interrupts() -> None:
    # Ctrl-C reaches every process of a terminal; the parent alone answers it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
