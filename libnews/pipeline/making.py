"""From files to a database that has been checked."""

import hashlib
import os
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

from libnews import store
from libnews.errors import InputError, RejectedInputError
from libnews.loaders import check_encoding, read_known_actors, sha256_of
from libnews.models import Bounds
from libnews.pipeline.claims import GivenClaims
from libnews.pipeline.code import code_digest
from libnews.pipeline.extractors import OWN, check_extractor, signature
from libnews.pipeline.finishing import Built, Progress, Rules, finish, silent
from libnews.pipeline.gathering import Gathered
from libnews.pipeline.given import Beside, StrPath, articles_in
from libnews.pipeline.judgements import GivenJudgements
from libnews.pipeline.outstanding import Outstanding
from libnews.pipeline.reading import Way
from libnews.pipeline.remembering import Remembering, bytes_of, inputs_digest
from libnews.pipeline.validation import refuse_wrong_settings
from libnews.reports import text
from libnews.store import SCHEMA_VERSION, Database


def build(
    paths: StrPath | Iterable[StrPath],
    db: StrPath,
    *,
    metadata: StrPath | None = None,
    encoding: str | None = None,
    claims: StrPath | Iterable[StrPath] = (),
    actors: StrPath | None = None,
    judgements: StrPath | Iterable[StrPath] = (),
    extractor: str = OWN,
    jobs: int | None = 1,
    dask: str | None = None,
    strict: bool = False,
    cache: bool = True,
    verify: bool = False,
    progress: Progress | None = None,
    rules_off: Mapping[str, str] | None = None,
    bounds: Mapping[str, Bounds] | None = None,
) -> Database:
    """Make the database `db` of exactly the files and folders `paths`, and open it.

    Use it where a script wants the records next; `build_database` takes the same and tells what was done instead. The
    same files give the same rows, whatever their order, the number of `jobs` (processes; `None`: as many as the work is
    worth), and on the Dask cluster whose scheduler is at the address `dask`. What was read is remembered in a folder
    beside `db`, so that the next build reads only what changed, unless `cache` is false; `verify` reads the bytes of
    every file again and does not trust the times that the system tells.

    `claims` are claims files, CSV or JSON lines, taken in beside what `extractor` reads: the own rules, `none`, or the
    name of an entry point of group `libnews.extractors`; `actors` is a CSV of people and bodies known already.
    `judgements` are files of what people decided, with the columns of `libnews.models.Judgement`; they go before all
    rules. `rules_off` and `bounds` are those of `validate`.

    Files that cannot be read become rows of table `rejected`, and rows of claims and judgements that do not hold are
    left out, unless `strict`, which raises `RejectedInputError` for any but duplicates. `InvalidDataError` has the
    findings where the data breaks rules of severity error; `InputError` says what is wrong with a path, `metadata` (a
    metadata.csv), `actors`, `encoding` or `dask`; `StoreError` what is wrong with `db`, and `BusyError` that somebody
    else is writing it. After any error an old `db` stays as it was.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = Path(folder, "a.txt").write_text("التقى الوزير سالم الكعبي نظيره في جنيف.", encoding="utf-8")
    ...     with build(folder, Path(folder, "news.duckdb")) as db:
    ...         [article.language for article in db.articles()]
    ['ar']
    """
    built = build_database(
        paths, db, metadata=metadata, encoding=encoding, claims=claims, actors=actors, judgements=judgements,
        extractor=extractor, jobs=jobs, dask=dask, strict=strict, cache=cache, verify=verify, progress=progress,
        rules_off=rules_off, bounds=bounds,
    )  # fmt: skip
    built.report.raise_for_errors()
    return store.connect(built.database)


def build_database(
    paths: StrPath | Iterable[StrPath],
    db: StrPath,
    *,
    metadata: StrPath | None = None,
    encoding: str | None = None,
    claims: StrPath | Iterable[StrPath] = (),
    actors: StrPath | None = None,
    judgements: StrPath | Iterable[StrPath] = (),
    extractor: str = OWN,
    jobs: int | None = 1,
    dask: str | None = None,
    strict: bool = False,
    cache: bool = True,
    verify: bool = False,
    progress: Progress | None = None,
    rules_off: Mapping[str, str] | None = None,
    bounds: Mapping[str, Bounds] | None = None,
) -> Built:
    """Make the database as `build` does, and tell what was read, refused, found and passed over.

    Data that breaks rules is told in the report and not raised.
    """
    _refuse_wrong_options(jobs, encoding, extractor)
    refuse_wrong_settings(rules_off, bounds)
    now = time.time_ns()
    target = Path(os.path.realpath(db))
    beside = Beside.named(claims, judgements, actors)
    found = articles_in(paths, metadata, target, beside)
    others = strict, rules_off, bounds, bytes_of(beside.files)
    rows = bytes_of(map(Path, found.contents.metadata))
    remembering = Remembering(target, _signature(extractor, encoding), keep=cache)
    inputs = inputs_digest(found.bytes_state(sha256_of, rows) if verify else found.state, *others)
    if (last := remembering.recall("bytes" if verify else "states", inputs)) is not None:
        return last
    known = () if beside.actors is None else read_known_actors(beside.actors)
    listing = found.listing()
    gathered = Gathered.of(listing, GivenClaims(beside.claims), GivenJudgements(beside.judgements))
    told = progress or silent
    with store.create(db) as building, remembering.opened() as kept:
        outstanding = Outstanding(listing.files, gathered.claims, kept, now, verify=verify)
        readings = outstanding.read(Way(encoding, extractor, kept.folder), jobs, dask, told)
        del listing, outstanding  # metadata and tasks of every file, which nobody asks for again
        numbers = gathered.take(readings)
        if strict:
            _refuse_what_was_left_out(gathered)
        same = inputs_digest(numbers, gathered.rejected, gathered.ignored, *others)
        built = remembering.recall("readings", same)
        if built is None:
            building.load(kept.batches(numbers), numbers)
            built = finish(building, target, gathered, signature(extractor), told, known, Rules(rules_off, bounds))
        kept.sweep(reading for _, reading in readings)
        read = {reading.path: reading.sha256 for _, reading in readings}
        remembering.remember(
            built,
            states=inputs_digest(found.state, *others) if found.is_settled(now) else None,
            bytes=inputs_digest(found.bytes_state(read.get, rows), *others),
            readings=same,
        )
    return built


def _refuse_wrong_options(jobs: int | None, encoding: str | None, extractor: str) -> None:
    if jobs is not None and jobs < 1:
        raise InputError(f"jobs={jobs}: give 1 or more processes")
    if encoding is not None:
        check_encoding(encoding)
    check_extractor(extractor)


def _signature(extractor: str, encoding: str | None) -> str:
    """Who reads and how: what others read otherwise is of no use."""
    read_by = repr((signature(extractor), encoding, SCHEMA_VERSION, code_digest()))
    return hashlib.sha256(read_by.encode()).hexdigest()[:16]


def _refuse_what_was_left_out(gathered: Gathered) -> None:
    rejected, refused = gathered.left_out
    if rejected or refused:
        listed = [f"{one.file}: {one.reason.value}: {one.detail}" for one in rejected]
        listed += [text.line(one) for one in refused]
        told = "\n".join([*listed, "left out with strict given, so no database was written"])
        raise RejectedInputError(told, (*rejected, *refused))
