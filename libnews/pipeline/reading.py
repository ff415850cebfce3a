"""Files in, what stands in them out: here or on several processes, by the same code and with the same result."""

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import tee
from multiprocessing import get_context
from typing import NamedTuple

from libnews.errors import LibnewsError
from libnews.loaders import FoundFile, load_file, reject_duplicates
from libnews.models import Article, Rejected
from libnews.pipeline.extractors import OWN, Read, read_article

_FILES_PER_JOB = 100
"""Starting a process takes as long as reading about this many articles."""
_MOST_PER_CHUNK = 16
"""Ctrl-C waits for the chunks that are being read."""
_MOST_JOBS = 61
"""Windows waits for no more processes than this."""


class FileReading(NamedTuple):
    """One file as an article with what was read in it, or as a rejected row."""

    loaded: Article | Rejected
    read: Read | None


ReadOne = Callable[[FoundFile], FileReading]


def read_files(
    files: Sequence[FoundFile], encoding: str | None, jobs: int | None, extractor: str = OWN
) -> Iterator[FileReading]:
    """Load and read `files`, in their order, on `jobs` processes; `None` takes as many as the work is worth.

    Of files with the same bytes the first is the article, whatever process read it. A process that the system stops
    raises `LibnewsError`.
    """
    workers = min(_MOST_JOBS, jobs or max(1, min(_processors(), len(files) // _FILES_PER_JOB)))
    read_one = partial(_read_file, encoding=encoding, extractor=extractor)
    readings = map(read_one, files) if workers == 1 else _read_on(workers, files, read_one)
    ahead, behind = tee(readings)
    for kept, reading in zip(reject_duplicates(one.loaded for one in ahead), behind, strict=True):
        yield reading if kept is reading.loaded else FileReading(kept, None)


def _read_on(workers: int, files: Sequence[FoundFile], read_one: ReadOne) -> Iterator[FileReading]:
    size = max(1, min(_MOST_PER_CHUNK, len(files) // (4 * workers)))
    chunks = [files[start : start + size] for start in range(0, len(files), size)]
    # Spawned, not forked: a fork copies locks that other threads of the caller hold.
    executor = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_leave_interrupts)
    try:
        for readings in executor.map(partial(_read_chunk, read_one=read_one), chunks):
            yield from readings
    except BrokenProcessPool as error:
        raise LibnewsError(
            "a process that read files was stopped, perhaps for want of memory: build with fewer --jobs, or one. "
            "(A script that gives jobs= has to call build below `if __name__ == '__main__':`.)"
        ) from error
    finally:
        executor.shutdown(cancel_futures=True)


def _read_chunk(files: Sequence[FoundFile], read_one: ReadOne) -> list[FileReading]:
    return [read_one(found) for found in files]


def _read_file(found: FoundFile, encoding: str | None, extractor: str) -> FileReading:
    loaded = load_file(found, encoding)
    return FileReading(loaded, read_article(loaded, extractor) if isinstance(loaded, Article) else None)


def _leave_interrupts() -> None:
    # Ctrl-C reaches every process of a terminal; the parent alone answers it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
