"""From files to a database that has been checked."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from glob import escape
from importlib.metadata import version
from itertools import islice
from pathlib import Path

from libnews import checks, store
from libnews.checks import Report
from libnews.errors import InputError, RejectedInputError
from libnews.extract import EXTRACTOR
from libnews.loaders import Listing, check_encoding, discover
from libnews.models import Article, Claim, Mention, Rejected
from libnews.models.summary import Summary
from libnews.models.vocabulary import RejectedReason
from libnews.pipeline.counting import summarize
from libnews.pipeline.reading import FileReading, read_files
from libnews.resolve import resolve
from libnews.store import Building, Database
from libnews.store.digest import differences, digest_of_digests

StrPath = str | os.PathLike[str]
Progress = Callable[[str, int, int], None]
"""Told the stage, how many files are done, and of how many."""

_FILES_PER_WRITE = 500


@dataclass(frozen=True, slots=True)
class Built:
    """What a build gave. Where `report.ok` is false nothing was published, and an old database stays as it was.

    `digest` is the digest of the database's digests: keep it elsewhere to notice later changes.
    """

    database: Path
    digest: str
    report: Report
    summary: Summary


def build(
    paths: StrPath | Iterable[StrPath],
    db: StrPath,
    *,
    metadata: StrPath | None = None,
    encoding: str | None = None,
    jobs: int | None = 1,
    strict: bool = False,
    progress: Progress | None = None,
) -> Database:
    """Make the database `db` of exactly the files and folders `paths`, and open it.

    Use it where a script wants the records next; `build_database` takes the same and tells what was done instead. The
    same files give the same rows, whatever their order and the number of `jobs` (processes; `None`: as many as the
    work is worth). Files that cannot be read become rows of table `rejected`, unless `strict`, which raises
    `RejectedInputError` for any but duplicates. `InvalidDataError` has the findings where the data breaks rules of
    severity error; `InputError` says what is wrong with a path, `metadata` (a metadata.csv) or `encoding`;
    `StoreError` what is wrong with `db`, and `BusyError` that somebody else is writing it. After any error an old `db`
    stays as it was.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = Path(folder, "a.txt").write_text("التقى الوزير سالم الكعبي نظيره في جنيف.", encoding="utf-8")
    ...     with build(folder, Path(folder, "news.duckdb")) as db:
    ...         [article.language for article in db.articles()]
    ['ar']
    """
    built = build_database(paths, db, metadata=metadata, encoding=encoding, jobs=jobs, strict=strict, progress=progress)
    built.report.raise_for_errors()
    return store.connect(built.database)


def build_database(
    paths: StrPath | Iterable[StrPath],
    db: StrPath,
    *,
    metadata: StrPath | None = None,
    encoding: str | None = None,
    jobs: int | None = 1,
    strict: bool = False,
    progress: Progress | None = None,
) -> Built:
    """Make the database as `build` does, and tell what was read, refused, found and passed over.

    Data that breaks rules is told in the report and not raised.
    """
    if jobs is not None and jobs < 1:
        raise InputError(f"jobs={jobs}: give 1 or more processes")
    if encoding is not None:
        check_encoding(encoding)
    told = progress or _silent
    target = Path(os.path.realpath(db))
    listing = _given(paths, metadata, target)
    with store.create(db) as building:
        gathered = _Gathered(list(listing.rejected))
        for readings in _pieces(read_files(listing.files, encoding, jobs)):
            gathered.take(readings, building)
            told("reading", gathered.files, len(listing.files))
        if strict:
            _refuse_rejected(gathered.rejected)
        building.add(rejected=listing.rejected)
        told("resolving", gathered.files, len(listing.files))
        building.resolve(resolve(gathered.articles, gathered.mentions, gathered.claims))
        given = len(listing.files) + len(listing.rejected)
        building.finish([f"{EXTRACTOR} {version('libnews')}"], given, listing.ignored)
        told("checking", gathered.files, len(listing.files))
        return _checked(building, target, listing, gathered.rejected)


@dataclass(slots=True)
class _Gathered:
    """What resolution and the summary need of all files."""

    rejected: list[Rejected]
    articles: list[Article] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    files: int = 0

    def take(self, readings: list[FileReading], building: Building) -> None:
        """Write what was read, and keep what is needed later."""
        articles = [one.loaded for one in readings if isinstance(one.loaded, Article)]
        rejected = [one.loaded for one in readings if isinstance(one.loaded, Rejected)]
        extractions = [one.extraction for one in readings if one.extraction is not None]
        building.add(articles, extractions, rejected)
        self.files += len(readings)
        self.articles += articles
        self.rejected += rejected
        for extraction in extractions:
            self.mentions += extraction.mentions
            self.claims += extraction.claims


def _given(paths: StrPath | Iterable[StrPath], metadata: StrPath | None, target: Path) -> Listing:
    listed = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
    # The database and what the store keeps beside it are nobody's input, wherever they lie.
    own = [target, *target.parent.glob(f"{escape(target.name)}.*"), *target.parent.glob(f".{escape(target.name)}.*")]
    listing = discover([Path(path) for path in listed], None if metadata is None else Path(metadata), own)
    if not listing.files and not listing.rejected:
        folders = ", ".join(str(path) for path in listed)
        raise InputError(
            f"no article in {folders}: a folder gives its .txt files, README* and dot files aside; "
            f"{listing.ignored} other files were found"
        )
    return listing


def _pieces(readings: Iterator[FileReading]) -> Iterator[list[FileReading]]:
    while piece := list(islice(readings, _FILES_PER_WRITE)):
        yield piece


def _refuse_rejected(rejected: list[Rejected]) -> None:
    """Duplicates are forgiven: nothing that they say is lost."""
    refused = tuple(one for one in rejected if one.reason is not RejectedReason.DUPLICATE)
    if refused:
        listed = "\n".join(f"{one.file}: {one.reason.value}: {one.detail}" for one in refused)
        raise RejectedInputError(f"{listed}\nrejected with strict given, so no database was written", refused)


def _checked(building: Building, target: Path, listing: Listing, rejected: list[Rejected]) -> Built:
    connection = building.connection
    report = checks.run(connection, differences=differences)
    built = Built(target, digest_of_digests(connection), report, summarize(connection, listing, rejected))
    if report.ok:
        building.publish()
    return built


def _silent(stage: str, done: int, total: int) -> None:
    """Progress for callers who want none."""
