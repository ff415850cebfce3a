"""What it costs to validate a large database, beside SQL written by hand and the same schemas over pandas.

    python -m benchmarks.validation [--paragraphs 1000000] [--claims 5000000] [--rounds 3] [--db FILE]

Makes a valid database of copies of the seeds (benchmarks/copies.py), or takes FILE, and in each round validates it
three ways, one after the other, each in a process of its own, whose imports are left out: with libnews, every rule;
with the SQL of validation.sql, which counts what the same rules look for and names nothing; and every table's schema
with pandera over pandas, on a part of the rows (--part), its time scaled to all of them. Digests are computed by the
statements that the store writes them by, in both of the first two; what needs the reader of Arabic has no SQL. CPU time
is told beside wall time: on a busy machine only the first can be compared.
"""

import argparse
import multiprocessing
import re
import resource
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from statistics import median

import libnews
from benchmarks.copies import make
from libnews.models import vocabulary
from libnews.models.claim_fields import FIELDS
from libnews.models.codes import countries, currencies
from libnews.store import digest

_SQL = Path(__file__).with_suffix(".sql")
Steps = dict[str, tuple[float, float]]
"""Wall and CPU seconds of each step."""


class _Clock:
    """Seconds by step."""

    def __init__(self) -> None:
        self.steps: dict[str, tuple[float, float]] = defaultdict(lambda: (0.0, 0.0))

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        wall, cpu = time.perf_counter(), time.process_time()
        yield
        before = self.steps[name]
        self.steps[name] = (before[0] + time.perf_counter() - wall, before[1] + time.process_time() - cpu)


def by_libnews(path: Path, part: float, clock: _Clock) -> int:
    """Every rule, as `libnews validate` looks for them; how many findings."""
    import pandera.backends.ibis.register  # noqa: F401 - imports are no part of what is measured

    from libnews.checks import catalogue, schemas, validation
    from libnews.checks.rule import Scope

    assert schemas.TABLES
    with libnews.connect(path) as db:
        with clock.step("structure and digests"):
            scope = validation.looked_over(Scope(db.connection), digest.differences)
        found = 0
        for step in catalogue.STEPS:
            with clock.step(_STEP_NAMES.get(step.__name__.rpartition(".")[2], "structure and digests")):
                found += sum(one.total for one in step.check(scope))
    return found


_STEP_NAMES = {
    "columns": "columns", "queries": "relations and quotes", "dates": "dates", "claim_values": "values",
    "languages": "values", "derivation": "records computed again", "amounts": "amounts against words",
}  # fmt: skip


def by_hand(path: Path, part: float, clock: _Clock) -> int:
    """The statements of validation.sql, and the digests; how much is wrong."""
    kinds = {name: kind for name, kind in vars(vocabulary).items() if isinstance(kind, type)}
    words = {name: _listed(kind) for name, kind in kinds.items() if issubclass(kind, StrEnum) and kind is not StrEnum}
    words |= {"countries": _listed(countries()), "currencies": _listed(currencies())}
    words["fields"] = _listed({field for fields in FIELDS.values() for field in fields})
    found = 0
    with libnews.connect(path) as db:
        con = db.connection
        for section in _SQL.read_text(encoding="utf-8").split("-- step: ")[1:]:
            name, _, text = section.partition("\n")
            for statement in _filled(re.sub("^--.*", "", text, flags=re.MULTILINE), words).split(";\n"):
                with clock.step(name):
                    rows = con.execute(statement).fetchall() if statement.strip() else []
                found += sum(row[0] or 0 for row in rows if statement.strip().startswith("select"))
        with clock.step("structure and digests"):
            for table, sql in digest.queries(con).items():
                kept = con.execute("select row_count, digest from digest where table_name = ?", [table]).fetchall()
                found += kept != [con.execute(sql).fetchall()[0][:2]]
    return found


def _filled(statement: str, words: dict[str, str]) -> str:
    for word, listed in words.items():
        statement = statement.replace(f"{{{word}}}", listed)
    return statement


def _listed(words: Iterable[str]) -> str:
    return "(" + ", ".join(f"'{word}'" for word in sorted(map(str, words))) + ")"


def over_pandas(path: Path, part: float, clock: _Clock) -> int:
    """The schema of every table, on the first rows of each as pandas has them; the seconds are scaled to all rows."""
    from libnews.checks import pandas_frames, schemas  # noqa: F401 - imports are no part of what is measured

    with libnews.connect(path) as db:
        for name, model in schemas.TABLES.items():
            ((rows,),) = db.sql(f"select count(*) from {name}").fetchall()
            taken = rows if rows < 10_000 else int(rows * part)
            if taken:
                one = _Clock()
                with one.step("frames"):
                    frame = db.sql(f"select * from {name} limit {taken}").df()
                with one.step("columns"):
                    model.validate(frame)
                for step, seconds in one.steps.items():
                    wall, cpu = clock.steps[step]
                    clock.steps[step] = (wall + seconds[0] * rows / taken, cpu + seconds[1] * rows / taken)
    return 0


WAYS: dict[str, Callable[[Path, float, _Clock], int]] = {
    "libnews": by_libnews, "SQL by hand": by_hand, "pandera over pandas": over_pandas,
}  # fmt: skip


def _measured(way: str, path: Path, part: float) -> tuple[Steps, int, float]:
    """Steps, findings and peak memory in MB, in a process of its own."""
    clock = _Clock()
    found = WAYS[way](path, part, clock)
    return dict(clock.steps), found, _peak()


def _peak() -> float:
    """Most memory of this process so far, in MB; what Linux calls its maximum is that of the parent too."""
    status = Path("/proc/self/status")
    if status.exists():
        told = dict(line.split(":", 1) for line in status.read_text(encoding="utf-8").splitlines())
        return int(told["VmHWM"].split()[0]) / 2**10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--paragraphs", type=int, default=1_000_000)
    parser.add_argument("--claims", type=int, default=5_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--part", type=float, default=0.1, help="of the rows of large tables that pandas is given")
    parser.add_argument("--db", type=Path, help="a database to validate; made there if it is not there yet")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = arguments.db or Path(folder) / "large.duckdb"
        if not path.exists():
            make(path, arguments.paragraphs, arguments.claims)
        _rounds(path, arguments.rounds, arguments.part)


def _rounds(path: Path, rounds: int, part: float) -> None:
    with libnews.connect(path) as db:
        counts = db.sql("select paragraphs, mentions, claims, spans from build").fetchall()[0]
    print("{:,} paragraphs, {:,} mentions, {:,} claims, {:,} spans".format(*counts))
    told: dict[str, list[tuple[Steps, int, float]]] = defaultdict(list)
    for number in range(rounds):
        for way in WAYS:
            with multiprocessing.get_context("spawn").Pool(1) as pool:
                told[way].append(pool.apply(_measured, (way, path, part)))
            steps, found, peak = told[way][-1]
            wall, cpu = (sum(seconds[place] for seconds in steps.values()) for place in (0, 1))
            print(
                f"round {number + 1}  {way:20} {wall:7.1f} s  {cpu:7.1f} s CPU  {peak:6.0f} MB  {found} found",
                flush=True,
            )
    _print_steps(told)


def _print_steps(told: dict[str, list[tuple[Steps, int, float]]]) -> None:
    """CPU seconds of each step: median, and least to most."""
    names = {name: None for runs in told.values() for steps, *_ in runs for name in steps}
    print(f"\n{'CPU seconds (least-most)':26}" + "".join(f"{way:>26}" for way in told))
    shared = {step for steps, *_ in told["SQL by hand"] for step in steps}
    for name in [*names, "all that SQL can say"]:
        cells = []
        for runs in told.values():
            wanted = {name} if name in names else shared
            seconds = [sum(s[1] for step, s in steps.items() if step in wanted) for steps, *_ in runs]
            cells.append(f"{median(seconds):.2f} ({min(seconds):.2f}-{max(seconds):.2f})" if any(seconds) else "-")
        print(f"{name:26}" + "".join(f"{cell:>26}" for cell in cells))


if __name__ == "__main__":
    main()
