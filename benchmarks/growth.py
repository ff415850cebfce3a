"""The whole build over more and more articles: time a step and memory, to see whether both stay in proportion."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from benchmarks.building import built
from benchmarks.corpus.articles import Made, make_articles
from benchmarks.measuring import Data, Run, Way, apart
from benchmarks.results import Results, circumstances, figure_result, run_result
from benchmarks.stage import Target

_LINEAR = Target("at most", 1.15)


def grown(sizes: Sequence[int], folder: Path, seed: int, jobs: int, told: Callable[[str], None]) -> Results:
    """Build once over each number of articles, which are made for it and removed behind it."""
    found = []
    for size in sizes:
        data = Data(folder, folder / f"grown-{size}", size, seed)
        made = apart(make_articles, data.articles, size, seed)
        run = apart(run_build, data, jobs)
        told(f"growth  {size} articles: {run.cpu:.2f} s CPU, {run.wall:.2f} s, {run.peak_mb:.0f} MB")
        found.append(_size(size, made, run))
        shutil.rmtree(data.articles)
    articles = f"{min(sizes):,} to {max(sizes):,}"
    about = {"articles": articles, "rounds": 1, "jobs": jobs}
    return {**circumstances(), **about, "sizes": found, "figures": [*_slopes(found), _memory(found)]}


def run_build(data: Data, jobs: int) -> Run:
    """One build, and its database removed."""
    database = data.place(f"grown-{data.count}.duckdb")
    run = Way("build", lambda given, clock: built(given.articles, database, clock, jobs=jobs)).run(data)
    database.unlink()
    return run


def _slopes(sizes: list[Results]) -> Iterator[Results]:
    """How much more an article costs among the most than among the fewest; and, so that what every build costs whatever
    its size does not hide it, how much more one article more."""
    counts = [(int(size["articles"]), float(size["cpu"])) for size in sorted(sizes, key=lambda size: size["articles"])]
    each = [cpu / count for count, cpu in counts]
    yield figure_result("CPU an article, most articles against fewest", [each[-1] / each[0]], _LINEAR)
    more = [(cpu - cpu_before) / (count - before) for (before, cpu_before), (count, cpu) in pairwise(counts)]
    if len(more) > 1:
        what = "CPU of one article more, between the largest sizes against between the smallest"
        yield figure_result(what, [more[-1] / more[0]], _LINEAR)


def _memory(sizes: list[Results]) -> Results:
    most = max(size["peak_mb"] for size in sizes)
    return figure_result("memory of the largest process, MB", [most], Target("at most", 1536))


def _size(size: int, made: Made, run: Run) -> Results:
    return {"articles": size, "text_mb": round(made.bytes / 1e6, 2), **run_result(run)}
