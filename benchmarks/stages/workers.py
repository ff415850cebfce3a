"""The whole build on two workers against one, by wall time: processes of this machine, and workers of a Dask cluster.

What the workers do is reading; resolution, the database and its checks are done by the first process, so that the
whole gains less than reading alone. Beside them stands a loop of nothing but Python on two processes against one: more
than that gains, nothing gains on this machine. With other work on it the figures say little: run this stage alone.
"""

import multiprocessing
from functools import partial

from benchmarks.building import built
from benchmarks.measuring import Clock, Data, Run, Way
from benchmarks.stage import Figure, Stage, Target, peak

_ROUNDS = 40_000_000
_GAIN = Target("at least", 1.7)


def _build(jobs: int, data: Data, clock: Clock) -> float:
    return built(data.articles, data.place(f"workers-{jobs}.duckdb"), clock, jobs=jobs)


def _build_on_cluster(workers: int, data: Data, clock: Clock) -> float:
    from distributed import LocalCluster  # type: ignore[import-not-found,unused-ignore]

    with LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None) as cluster:
        database = data.place(f"workers-dask-{workers}.duckdb")
        return built(data.articles, database, clock, dask=cluster.scheduler_address)


def _loop(processes: int, data: Data, clock: Clock) -> float:
    with multiprocessing.get_context("spawn").Pool(processes) as pool:
        pool.map(_count, [1] * processes)  # all have started
        with clock.step("loop"):
            pool.map(_count, [_ROUNDS // processes] * processes, chunksize=1)
        pool.close()
        pool.join()
    clock.facts["rounds"] = _ROUNDS
    return 1


def _count(rounds: int) -> int:
    found = 0
    for number in range(rounds):
        found += number & 1
    return found


def _sooner(what: str, one: str, two: str, target: Target | None = None, step: str | None = None) -> Figure:
    """How many times sooner `two` is done than `one`, with all of it or with one step."""

    def wall(run: Run) -> float:
        return run.wall if step is None else run.steps[step].wall

    return Figure(what, lambda ways: wall(ways[one]) / wall(ways[two]), (one, two), target)


STAGE = Stage(
    name="workers",
    unit="articles",
    ways=(
        Way("jobs=1", partial(_build, 1)),
        Way("jobs=2", partial(_build, 2)),
        Way("dask, one worker", partial(_build_on_cluster, 1), ("distributed",)),
        Way("dask, two workers", partial(_build_on_cluster, 2), ("distributed",)),
        Way("a loop, one process", partial(_loop, 1)),
        Way("a loop, two processes", partial(_loop, 2)),
    ),
    figures=(
        _sooner("two processes are faster by, wall", "jobs=1", "jobs=2", _GAIN),
        _sooner("the same for reading alone, wall", "jobs=1", "jobs=2", step="reading"),
        _sooner("two Dask workers are faster by, wall", "dask, one worker", "dask, two workers", _GAIN),
        _sooner("the same on Dask for reading alone, wall", "dask, one worker", "dask, two workers", step="reading"),
        _sooner("a loop of nothing but Python on two processes, wall", "a loop, one process", "a loop, two processes"),
        peak("memory of the largest process, MB", "jobs=2", Target("at most", 1536)),
    ),
)
