"""Measuring one way of doing something: in a process of its own, by CPU and wall time, with its peak memory.

CPU time is that of the process and of those it started; imports and what is made ready for the work stand outside the
clock. Ways take turns, round by round, so that other work on the machine touches all alike: compare the ratios of one
run, not runs.
"""

import multiprocessing
import os
import resource
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from multiprocessing.connection import Connection
from pathlib import Path
from typing import ParamSpec, TypeVar

_P = ParamSpec("_P")
_T = TypeVar("_T")
_MAXRSS_PER_MB = 2**20 if sys.platform == "darwin" else 2**10


@dataclass(frozen=True, slots=True)
class Data:
    """What the stages work on: a folder of their own, and the articles that all of them read.

    `count` is how many articles; `is_own` where they were given, and not made.
    """

    folder: Path
    articles: Path
    count: int
    seed: int = 0
    is_own: bool = False

    def place(self, name: str) -> Path:
        """A path below the folder of this run, which is removed in the end."""
        return self.folder / name


@dataclass(slots=True)
class Seconds:
    """Wall and CPU time."""

    wall: float = 0.0
    cpu: float = 0.0


@dataclass(slots=True)
class Clock:
    """Seconds by step, and what else a way tells of its work."""

    steps: dict[str, Seconds] = field(default_factory=dict)
    facts: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Whatever is done inside belongs to this step; steps may be entered again and again, not one in another."""
        wall, cpu = time.perf_counter(), _cpu()
        try:
            yield
        finally:
            kept = self.steps.setdefault(name, Seconds())
            kept.wall += time.perf_counter() - wall
            kept.cpu += _cpu() - cpu


def _cpu() -> float:
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + ended.ru_utime + ended.ru_stime


@dataclass(frozen=True, slots=True)
class Run:
    """One way, done once: how much of the work, in what time, with how much memory in its largest process."""

    done: float
    steps: dict[str, Seconds]
    facts: dict[str, float]
    peak_mb: float

    @property
    def cpu(self) -> float:
        """CPU seconds of all steps."""
        return sum(step.cpu for step in self.steps.values())

    @property
    def wall(self) -> float:
        """Wall seconds of all steps."""
        return sum(step.wall for step in self.steps.values())

    @property
    def each(self) -> float:
        """CPU seconds for one piece of work: what ways that did unequal amounts are compared by."""
        return self.cpu / self.done


@dataclass(frozen=True, slots=True)
class Way:
    """One way to do what a stage measures: it takes the data and a clock, and returns how much it did.

    `needs` are modules that may be missing; then the way is left out, and the table says so.
    """

    name: str
    work: Callable[[Data, Clock], float]
    needs: tuple[str, ...] = ()

    def missing(self) -> list[str]:
        """The modules it needs that are not installed."""
        return [name for name in self.needs if find_spec(name) is None]

    def run(self, data: Data) -> Run:
        """Do it here and now."""
        clock = Clock()
        done = self.work(data, clock)
        return Run(done, clock.steps, clock.facts, _peak())


def apart(work: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
    """What `work` gives in a process of its own."""
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(sender, work, args, kwargs))
    process.start()
    sender.close()
    try:
        result: _T = receiver.recv()
    except EOFError as error:
        raise RuntimeError(f"{getattr(work, '__qualname__', work)} failed in its process: see above") from error
    finally:
        process.join()
    return result


def _send(sender: Connection, work: Callable[..., object], args: tuple[object, ...], kwargs: dict[str, object]) -> None:
    sender.send(work(*args, **kwargs))


def _peak() -> float:
    """Most memory of this process so far, or of one that it started and that has ended, in MB."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return max(_own_peak(), ended / _MAXRSS_PER_MB)


def _own_peak() -> float:
    """What Linux gives as the maximum of a process is that of its parent too, so it is read where it stands alone."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MAXRSS_PER_MB
    told = dict(line.split(":", 1) for line in status.read_text(encoding="utf-8").splitlines())
    return int(told["VmHWM"].split()[0]) / 2**10


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
