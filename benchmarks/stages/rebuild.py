"""A build that was made before, made again: nothing changed, and one file changed; beside scandir and stat.

The first build is not measured. Then the same files are given again, with nothing changed; and after a line was added
to one of them. Beside it stand a scandir with a stat of each file, which is the least that can tell whether anything
changed, and the same with each file's SHA-256. The files lie in the cache.
"""

import os
import shutil
import time
from hashlib import sha256
from pathlib import Path

from benchmarks.building import built
from benchmarks.measuring import Clock, Data, Way
from benchmarks.stage import Stage, Target, ratio
from benchmarks.stages.loading import scanned


def _articles(data: Data) -> Path:
    return data.place("rebuild-articles")


def _database(data: Data) -> Path:
    return data.place("rebuild.duckdb")


def _prepare(data: Data) -> None:
    shutil.copytree(data.articles, _articles(data))
    time.sleep(_SETTLING)
    built(_articles(data), _database(data), Clock(), cache=True)


def _scandir_and_stat(data: Data, clock: Clock) -> float:
    with clock.step("scandir and stat"):
        return sum(1 for _ in scanned(_articles(data)))


def _scandir_and_hash(data: Data, clock: Clock) -> float:
    done = 0
    with clock.step("scandir, stat and hash"):
        for path, status in scanned(_articles(data)):
            descriptor = os.open(path, os.O_RDONLY)
            sha256(os.read(descriptor, status.st_size)).digest()
            os.close(descriptor)
            done += 1
    return done


def _nothing_changed(data: Data, clock: Clock) -> float:
    return built(_articles(data), _database(data), clock, cache=True)


def _verified(data: Data, clock: Clock) -> float:
    return built(_articles(data), _database(data), clock, cache=True, verify=True)


def _one_changed(data: Data, clock: Clock) -> float:
    changed = min(path for path, _ in scanned(_articles(data)))
    with Path(changed).open("a", encoding="utf-8") as file:
        file.write("\nولم تصدر تعليقات أخرى.\n")
    time.sleep(_SETTLING)
    return built(_articles(data), _database(data), clock, cache=True)


_FLOOR = "scandir and stat"
_SETTLING = 2.5
"""Seconds after which a build trusts the times of a file that was written."""

STAGE = Stage(
    name="rebuild",
    unit="files",
    prepare=_prepare,
    ways=(
        Way(_FLOOR, _scandir_and_stat),
        Way("scandir, stat and SHA-256", _scandir_and_hash),
        Way("libnews: nothing changed", _nothing_changed),
        Way("libnews: nothing changed, --verify", _verified),
        Way("libnews: one file changed", _one_changed),
    ),
    figures=(
        ratio(
            "nothing changed, against scandir and stat, CPU", "libnews: nothing changed", _FLOOR, Target("at most", 1.5)
        ),
        ratio(
            "--verify, nothing changed, against scandir and stat, CPU", "libnews: nothing changed, --verify", _FLOOR,
            Target("at most", 4),
        ),
        ratio("one file changed, against scandir and stat, CPU", "libnews: one file changed", _FLOOR),
    ),
)  # fmt: skip
