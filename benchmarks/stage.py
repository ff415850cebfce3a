"""A stage: ways to do one thing, libnews' own among them, and the figures that are told of them."""

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from statistics import median
from typing import Literal

from benchmarks.measuring import Data, Run, Way, apart

Round = Mapping[str, Run]
"""One run of every way that was not left out."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a figure should be."""

    bound: Literal["at most", "at least"]
    value: float

    def met(self, figure: float) -> bool:
        """Whether it is."""
        return figure <= self.value if self.bound == "at most" else figure >= self.value

    def __str__(self) -> str:
        return f"{self.bound} {self.value:g}"


@dataclass(frozen=True, slots=True)
class Figure:
    """One number told of a round, most often a ratio, and its target where there is one. `ways` are those it is of."""

    what: str
    of: Callable[[Round], float]
    ways: tuple[str, ...]
    target: Target | None = None

    def values(self, rounds: Sequence[Round]) -> list[float]:
        """One number a round; none where a way was left out."""
        return [self.of(one) for one in rounds if one.keys() >= set(self.ways)]


def ratio(what: str, way: str, to: str, target: Target | None = None) -> Figure:
    """How much CPU time one piece of work takes, as a multiple of what it takes another way."""
    return Figure(what, lambda one: one[way].each / one[to].each, (way, to), target)


def peak(what: str, way: str, target: Target | None = None) -> Figure:
    """Peak memory in MB."""
    return Figure(what, lambda one: one[way].peak_mb, (way,), target)


@dataclass(frozen=True, slots=True)
class Stage:
    """What is measured, in the module of this name; `unit` is what is counted.

    `prepare` makes ready what all ways share; it runs once, in a process of its own, and is not measured.
    `reads_articles` where articles must be made first.
    """

    name: str
    unit: str
    ways: tuple[Way, ...]
    figures: tuple[Figure, ...]
    prepare: Callable[[Data], None] | None = None
    reads_articles: bool = True

    @property
    def what(self) -> str:
        """What is measured against what."""
        return (sys.modules[f"benchmarks.stages.{self.name}"].__doc__ or "").strip()


@dataclass(frozen=True, slots=True)
class Measured:
    """A stage with its rounds; `left_out` are ways with the modules they want for."""

    stage: Stage
    articles: int
    rounds: list[Round]
    left_out: dict[str, list[str]]


def find(name: str) -> Stage:
    """The stage in the module of this name."""
    stage = import_module(f"benchmarks.stages.{name}").STAGE
    if not isinstance(stage, Stage):
        raise TypeError(f"benchmarks.stages.{name}.STAGE is no stage")
    return stage


def measure(stage: Stage, data: Data, rounds: int, told: Callable[[str], None]) -> Measured:
    """Run every way of a stage `rounds` times, each in a process of its own, one after the other."""
    left_out = {way.name: missing for way in stage.ways if (missing := way.missing())}
    if stage.prepare is not None:
        apart(stage.prepare, data)
    found: list[dict[str, Run]] = []
    for number in range(rounds):
        found.append({})
        # Every other round backwards, so that no way always follows the same other.
        for way in stage.ways if number % 2 == 0 else reversed(stage.ways):
            if way.name not in left_out:
                run = apart(run_way, stage.name, way.name, data)
                found[-1][way.name] = run
                told(f"{stage.name} {number + 1}/{rounds}  {way.name}: {run.cpu:.2f} s CPU, {run.wall:.2f} s")
    return Measured(stage, data.count, list(found), left_out)


def run_way(stage: str, way: str, data: Data) -> Run:
    """One way, found by name: what a process of its own is started with."""
    [found] = [one for one in find(stage).ways if one.name == way]
    return found.run(data)


def spread(values: Sequence[float]) -> str:
    """The median, and the least and most.

    >>> spread([1.5, 3.5, 2.5])
    '2.50 (1.50-3.50)'
    """
    return f"{shown(median(values))} ({shown(min(values))}-{shown(max(values))})"


def shown(value: float) -> str:
    """A number with as many digits as anybody reads.

    >>> shown(1234.5), shown(12.34), shown(0.01234), shown(5.0)
    ('1,234', '12.3', '0.0123', '5')
    """
    if abs(value) >= 1000 or value == int(value):
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}" if abs(value) >= 0.1 else f"{value:.3g}"
