"""Who reads: this process, several on this machine, or the workers of a Dask cluster, all by the same interface."""

import asyncio
import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError, Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from libnews.errors import InputError, LibnewsError
from libnews.pipeline.code import code_digest
from libnews.pipeline.reading import Reading, Task, Way, read_tasks

_FILES_PER_JOB = 100
"""Starting a process takes as long as reading about this many articles."""
_MOST_PER_BATCH = 100
"""Ctrl-C waits for the batches that are being read, and what a process holds grows with them."""
_MOST_JOBS = 61
"""Windows waits for no more processes than this."""
_BATCHES_PER_WORKER = 4
"""So that no worker is left with a long piece when the others are done."""
_CONNECTING = "10s"
"""How long a scheduler is waited for."""
_RETRIES = 3
"""Workers that may be lost with one batch before it is given up."""


_Map = Callable[[Callable[[Sequence[Task]], list[Reading]], Iterable[Sequence[Task]]], Iterator[list[Reading]]]


def read_on(tasks: Sequence[Task], way: Way, jobs: int | None, dask: str | None) -> Iterator[list[Reading]]:
    """Read `tasks`, batch by batch, in their order: on the cluster at `dask`, or on `jobs` processes.

    `jobs=None` takes as many as the work is worth. A process that the system stops raises `LibnewsError`, and so does a
    cluster that is lost; one that cannot be used, `InputError`. What was read by then stays where `way` says.
    """
    if not tasks:
        return
    with _workers(len(tasks), way.folder, jobs, dask) as (mapped, workers):
        yield from mapped(partial(read_tasks, way=way), _batches(tasks, workers))


def _batches(tasks: Sequence[Task], workers: int) -> list[Sequence[Task]]:
    share = len(tasks) if workers == 1 else len(tasks) // (_BATCHES_PER_WORKER * workers)
    size = min(_MOST_PER_BATCH, max(1, share))
    return [tasks[start : start + size] for start in range(0, len(tasks), size)]


@contextmanager
def _workers(files: int, folder: Path, jobs: int | None, dask: str | None) -> Iterator[tuple[_Map, int]]:
    """A `map` that is done by the workers asked for, and their number."""
    if dask is not None:
        with _cluster(dask, folder) as (executor, workers):
            yield executor.map, workers
        return
    workers = min(_MOST_JOBS, jobs or max(1, min(_processors(), files // _FILES_PER_JOB)))
    if workers == 1:
        yield map, 1
        return
    with _processes(workers) as executor:
        yield executor.map, workers


@contextmanager
def _processes(workers: int) -> Iterator[Executor]:
    # Spawned, not forked: a fork copies locks that other threads of the caller hold.
    executor = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_leave_interrupts)
    try:
        yield executor
    except BrokenProcessPool as error:
        raise LibnewsError(
            "a process that read files was stopped, perhaps for want of memory: build with fewer --jobs, or one. "
            "(A script that gives jobs= has to call build below `if __name__ == '__main__':`.)"
        ) from error
    finally:
        executor.shutdown(cancel_futures=True)


@contextmanager
def _cluster(address: str, folder: Path) -> Iterator[tuple[Executor, int]]:
    """The workers of a Dask cluster as an executor, and their number.

    Dask does the work of a lost worker again on another, since every batch can be read again.
    """
    try:
        from distributed import Client, KilledWorker  # type: ignore[import-not-found,unused-ignore]
        from distributed.comm.core import CommClosedError  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        raise InputError("--dask needs Dask: pip install 'libnews[dask]'") from None
    try:
        client = Client(address, timeout=_CONNECTING, set_as_default=False)
    except (OSError, ValueError) as error:
        raise InputError(f"no Dask scheduler answers at {address}: {error}; start one with `dask scheduler`") from error
    try:
        with client:
            workers = _ready_workers(client, address, folder)
            executor: Executor = client.get_executor(retries=_RETRIES, pure=False)
            yield executor, workers
    except KilledWorker as error:
        raise LibnewsError(
            f"workers at {address} were lost again and again while they read the same files, perhaps for want of"
            " memory: give each more of it (--memory-limit); the next build goes on from here"
        ) from error
    # Which of the three comes first is chance; the last is no `Exception`, and closing the client may raise it too.
    except (CommClosedError, CancelledError, asyncio.CancelledError) as error:
        told = " ".join(str(error).split())
        raise LibnewsError(
            f"the Dask scheduler at {address} was lost: {told}; the next build goes on from here"
        ) from error


def _ready_workers(client: Any, address: str, folder: Path) -> int:
    """How many workers there are. Refused where they are another libnews, or do not see the folder."""
    try:
        told: dict[str, tuple[str, bool]] = client.run(_about, str(folder))
    except (ImportError, AttributeError) as error:  # on a worker, where libnews or this part of it is missing
        raise InputError(f"the workers at {address} cannot run libnews: {error}; install the same on all") from error
    if not told:
        raise InputError(f"the scheduler at {address} has no worker; start one with `dask worker {address}`")
    mine = code_digest()
    for worker, (theirs, sees_folder) in sorted(told.items()):
        if theirs != mine:
            raise InputError(f"the worker at {worker} has another libnews than this one: install the same everywhere")
        if not sees_folder:
            raise InputError(f"the worker at {worker} does not see {folder}: put the database on a shared folder")
    return len(told)


def _about(folder: str) -> tuple[str, bool]:
    return code_digest(), os.access(folder, os.W_OK)


def _leave_interrupts() -> None:
    # Ctrl-C reaches every process of a terminal; the parent alone answers it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
