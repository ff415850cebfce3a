"""A whole build on the clock, step by step as it tells its progress."""

from contextlib import ExitStack
from pathlib import Path
from typing import Any

from benchmarks.imports import import_all
from benchmarks.measuring import Clock
from libnews.pipeline import Built, build_database


class _Steps:
    """The stages that a build names, as steps of a clock; before the first it reads."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._now = ExitStack()
        self._name = ""

    def __enter__(self) -> "_Steps":
        self._enter("reading")
        return self

    def __exit__(self, *raised: object) -> None:
        self._now.close()

    def __call__(self, stage: str, done: int, total: int) -> None:
        if stage != self._name:
            self._enter(stage)

    def _enter(self, name: str) -> None:
        self._now.close()
        self._now.enter_context(self._clock.step(name))
        self._name = name


def built(articles: Path, database: Path, clock: Clock, *, cache: bool = False, **options: Any) -> int:
    """Build with these options, and return how many files were given; what the build found is told as facts."""
    import_all()
    with _Steps(clock) as steps:
        made: Built = build_database(articles, database, cache=cache, progress=steps, **options)
    if not made.report.ok:
        raise RuntimeError(f"{len(made.report.findings)} findings in a database of made articles: {made.report}")
    summary = made.summary
    clock.facts |= {"paragraphs": summary.paragraphs, "claims": summary.claims}
    clock.facts["database MB"] = database.stat().st_size / 2**20
    return summary.given
