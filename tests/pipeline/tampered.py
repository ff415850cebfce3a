"""Many changes to one database, each checked by a whole run and taken back: what was found, and what was named.

One run takes most of a second, so the changes are dealt out to processes, each with a copy of its own.
"""

import multiprocessing
import os
import random
import shutil
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

import duckdb

from libnews import checks
from libnews.pipeline.validation import RECOMPUTED
from libnews.testing import mutators
from libnews.testing.mutators import Mutator


class Damage(NamedTuple):
    """One change to make: a mutator by its name, for `cell` also the column; the seed is its chance."""

    seed: int
    mutator: str
    table: str | None = None
    column: str | None = None

    def made(self) -> Mutator:
        if self.table is None or self.column is None:
            return next(one for one in mutators.MUTATORS if one.name == self.mutator)
        return mutators.cell_of(self.table, self.column)


class Outcome(NamedTuple):
    """What a run said about one change."""

    told: str
    table: str
    column: str | None
    found: bool
    caught: bool
    """By a rule that the change names."""
    named: bool
    """To the right table and row."""


def outcomes(path: Path, damages: Sequence[Damage]) -> list[Outcome]:
    """Make every change to a copy of the database at `path`, in as many processes as there are processors."""
    workers = len(os.sched_getaffinity(0))
    shares = [damages[number::workers] for number in range(workers)]
    copies = [shutil.copy(path, path.with_name(f"copy{number}.duckdb")) for number in range(workers)]
    # Not forked: a process that DuckDB's threads run in must not be.
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        return [outcome for share in pool.map(_share, copies, shares) for outcome in share]


def _share(path: str, damages: Iterable[Damage]) -> list[Outcome]:
    with duckdb.connect(path, config={"threads": 1}) as con:
        found = [outcome for damage in damages if (outcome := _outcome(con, damage)) is not None]
        assert RECOMPUTED.differences(con) == []
    return found


def _outcome(con: duckdb.DuckDBPyConnection, damage: Damage) -> Outcome | None:
    with mutators.undone(con):
        change = damage.made()(con, random.Random(damage.seed))
        if change is None:
            return None
        report = checks.run(con, recomputed=RECOMPUTED)
    named = any(change.named_by(finding) for finding in report.findings)
    return Outcome(str(change), change.table, change.column, not report.ok, change.caught_by(report), named)


def unnamed_columns(found: Iterable[Outcome]) -> str:
    """Where naming fails: table.column, how often of how many."""
    all_of = Counter((one.table, one.column) for one in found)
    failed = Counter((one.table, one.column) for one in found if not one.named)
    return ", ".join(
        f"{table}.{column} {many}/{all_of[table, column]}" for (table, column), many in failed.most_common()
    )
