"""The last stages of every database: resolve, derive, check, and only then publish."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from libnews import checks
from libnews.checks import Report
from libnews.models import Bounds, KnownActor
from libnews.models.difference import Difference
from libnews.models.summary import Summary
from libnews.pipeline.counting import summarize
from libnews.pipeline.difference import replaced
from libnews.pipeline.gathering import Gathered
from libnews.resolve import resolve_corpus
from libnews.store import Building
from libnews.store.digest import digest_of_digests

Progress = Callable[[str, int, int], None]
"""Told the stage, how many files are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build gave. Where `report.ok` is false nothing was published, and an old database stays as it was.

    `digest` is the digest of the database's digests: keep it elsewhere to notice later changes. `difference` tells in
    short how the records differ from those of the database that was replaced, or in words why they cannot be compared.
    Where `is_unchanged`, nothing given had changed since the database was made, and nothing was written.
    """

    database: Path
    digest: str
    report: Report
    summary: Summary
    difference: Difference | str | None = None
    is_unchanged: bool = False


@dataclass(frozen=True, slots=True)
class Rules:
    """What the checks of a build go by."""

    off: Mapping[str, str] | None = None
    bounds: Mapping[str, Bounds] | None = None


def finish(
    building: Building,
    target: Path,
    gathered: Gathered,
    own: Iterable[str],
    told: Progress,
    known: Sequence[KnownActor] = (),
    rules: Rules | None = None,
) -> Built:
    """Make records of what was taken in, check the database, and publish it where it is valid."""
    rules = rules or Rules()
    given, ignored = gathered.given, gathered.ignored
    told("resolving", given, given)
    building.add(rejected=gathered.rejected)
    _resolve(building, gathered, known)
    building.finish(own, given, ignored)
    told("checking", given, given)
    built = building.with_room(lambda: _checked(building, target, gathered, rules))
    if built.report.ok:
        building.publish()
    return built


def _resolve(building: Building, gathered: Gathered, known: Sequence[KnownActor]) -> None:
    """Decide of all mentions. Nothing that resolution holds outlives this: making records takes as much memory."""
    resolution = resolve_corpus(building.settle(), gathered.judgements.judgements, known)
    gathered.judgements.close(resolution.judged)
    building.resolve(
        resolution.decisions,
        undecided=resolution.undecided,
        reprints=resolution.reprints,
        judgements=resolution.judged,
        known=[(row, resolution.known.get(row.known_id)) for row in known],
    )


def _checked(building: Building, target: Path, gathered: Gathered, rules: Rules) -> Built:
    """The database in the making, checked, counted, and compared with the one at `target`."""
    connection = building.connection
    report = checks.run(connection, fresh=True, rules_off=rules.off, bounds=rules.bounds)
    summary = summarize(building, gathered)
    # Before the old database is replaced: after that nothing of it is left to compare with.
    difference = replaced(target, building) if report.ok else None
    return Built(target, digest_of_digests(connection), report, summary, difference)


def silent(stage: str, done: int, total: int) -> None:
    """Progress for callers who want none."""
