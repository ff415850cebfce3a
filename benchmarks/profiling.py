"""Where the time of a build goes: what was at work whenever a clock rang, two hundred times in a second of CPU.

A profiler that follows every call makes small functions look twice as dear as they are, and one that looks from another
thread sees those that let go of the interpreter. The clock rings in the thread that works, and time inside DuckDB or
pydantic counts for whoever asked them.
"""

import signal
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import libnews
from benchmarks.building import built
from benchmarks.imports import import_all
from benchmarks.measuring import Clock, Data
from benchmarks.results import Results, circumstances

_EVERY = 0.005
_LISTED = 25
_PACKAGE = f"{Path(libnews.__file__).parent}/"


class Shares:
    """CPU seconds by function of libnews.

    `whole` counts those while a function is being called, `own` those while it calls no other of libnews.
    """

    def __init__(self) -> None:
        self.whole = defaultdict[str, float](float)
        self.own = defaultdict[str, float](float)
        self._last = 0.0

    @contextmanager
    def counted(self) -> Iterator[None]:
        """Count what is done inside, in the main thread of a Unix system."""
        signal.signal(signal.SIGPROF, self._look)
        self._last = time.process_time()
        signal.setitimer(signal.ITIMER_PROF, _EVERY, _EVERY)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)

    def _look(self, _signal: int, frame: FrameType | None) -> None:
        # The clock may ring often while one long call outside Python lasts, and is heard once, behind it.
        now = time.process_time()
        at_work = _at_work(frame)
        for function in set(at_work):
            self.whole[function] += now - self._last
        if at_work:
            self.own[at_work[0]] += now - self._last
        self._last = now


def profiled(data: Data) -> Results:
    """One build on one core: shares of its time, by package and by function."""
    import_all()
    found = Shares()
    with found.counted():
        built(data.articles, data.place("profiled.duckdb"), Clock())
    total = sum(found.own.values())
    packages = defaultdict[str, float](float)
    for function, seconds in found.own.items():
        packages[function.split(".")[0]] += seconds / total
    return {
        **circumstances(),
        "articles": data.count,
        "rounds": 1,
        "packages": dict(sorted(packages.items(), key=lambda one: -one[1])),
        "functions": [
            {"function": function, "whole": seconds / total, "own": found.own[function] / total}
            for function, seconds in sorted(found.whole.items(), key=lambda one: -one[1])[:_LISTED]
        ],
    }


def _at_work(frame: FrameType | None) -> list[str]:
    """The functions of libnews on a stack, the innermost first; what stands in the body of one is that one."""
    found = []
    while frame is not None:
        code = frame.f_code
        if code.co_filename.startswith(_PACKAGE) and not code.co_name.startswith("<"):
            module = code.co_filename[len(_PACKAGE) :].removesuffix(".py").replace("/", ".")
            found.append(f"{module}.{code.co_qualname}")
        frame = frame.f_back
    return found
