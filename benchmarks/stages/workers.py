"""The whole build on two processes against one, by wall time.

What the workers do is reading; resolution, the database and its checks are done by the first process, so that the
whole gains less than reading alone. On a machine with other work the figure says little: run it alone.
"""

from functools import partial

from benchmarks.building import built
from benchmarks.measuring import Clock, Data, Way
from benchmarks.stage import Figure, Stage, Target, peak


def _build(jobs: int, data: Data, clock: Clock) -> float:
    return built(data.articles, data.place(f"workers-{jobs}.duckdb"), clock, jobs=jobs)


STAGE = Stage(
    name="workers",
    unit="articles",
    ways=(Way("jobs=1", partial(_build, 1)), Way("jobs=2", partial(_build, 2))),
    figures=(
        Figure(
            "two workers are faster by, wall", lambda one: one["jobs=1"].wall / one["jobs=2"].wall,
            ("jobs=1", "jobs=2"), Target("at least", 1.7),
        ),
        Figure(
            "the same for reading alone, wall",
            lambda one: one["jobs=1"].steps["reading"].wall / one["jobs=2"].steps["reading"].wall, ("jobs=1", "jobs=2"),
        ),
        peak("memory of the largest process, MB", "jobs=2", Target("at most", 1536)),
    ),
)  # fmt: skip
