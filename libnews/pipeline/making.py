"""From files to a database that has been checked."""

import os
from collections.abc import Iterable, Iterator, Mapping
from glob import escape
from itertools import islice
from pathlib import Path

from libnews import store
from libnews.errors import InputError, RejectedInputError
from libnews.loaders import Listing, check_encoding, discover, read_known_actors
from libnews.models import Bounds
from libnews.models.vocabulary import RejectedReason
from libnews.pipeline.claims import GivenClaims
from libnews.pipeline.extractors import OWN, check_extractor, signature
from libnews.pipeline.finishing import Built, Progress, finish, silent
from libnews.pipeline.gathering import Gathered
from libnews.pipeline.judgements import GivenJudgements
from libnews.pipeline.reading import FileReading, read_files
from libnews.pipeline.validation import refuse_wrong_settings
from libnews.reports import text
from libnews.store import Database

StrPath = str | os.PathLike[str]

_FILES_PER_WRITE = 500


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
    strict: bool = False,
    progress: Progress | None = None,
    rules_off: Mapping[str, str] | None = None,
    bounds: Mapping[str, Bounds] | None = None,
) -> Database:
    """Make the database `db` of exactly the files and folders `paths`, and open it.

    Use it where a script wants the records next; `build_database` takes the same and tells what was done instead. The
    same files give the same rows, whatever their order and the number of `jobs` (processes; `None`: as many as the
    work is worth). `claims` are claims files, CSV or JSON lines, taken in beside what `extractor` reads: the own rules,
    `none`, or the name of an entry point of group `libnews.extractors`; `actors` is a CSV of people and bodies known
    already. `judgements` are files of what people decided, with the columns of `libnews.models.Judgement`; they go
    before all rules. `rules_off` and `bounds` are those of `validate`. Files that cannot be read become rows of table
    `rejected`, and rows of claims and judgements that do not hold are left out, unless `strict`, which raises
    `RejectedInputError` for any but duplicates. `InvalidDataError` has the findings where the data breaks rules of
    severity error; `InputError` says what is wrong with a path, `metadata` (a metadata.csv), `actors` or `encoding`;
    `StoreError` what is wrong with `db`, and `BusyError` that somebody else is writing it. After any error an old `db`
    stays as it was.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = Path(folder, "a.txt").write_text("التقى الوزير سالم الكعبي نظيره في جنيف.", encoding="utf-8")
    ...     with build(folder, Path(folder, "news.duckdb")) as db:
    ...         [article.language for article in db.articles()]
    ['ar']
    """
    built = build_database(
        paths, db, metadata=metadata, encoding=encoding, claims=claims, actors=actors, judgements=judgements,
        extractor=extractor, jobs=jobs, strict=strict, progress=progress, rules_off=rules_off, bounds=bounds,
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
    strict: bool = False,
    progress: Progress | None = None,
    rules_off: Mapping[str, str] | None = None,
    bounds: Mapping[str, Bounds] | None = None,
) -> Built:
    """Make the database as `build` does, and tell what was read, refused, found and passed over.

    Data that breaks rules is told in the report and not raised.
    """
    if jobs is not None and jobs < 1:
        raise InputError(f"jobs={jobs}: give 1 or more processes")
    if encoding is not None:
        check_encoding(encoding)
    check_extractor(extractor)
    refuse_wrong_settings(rules_off, bounds)
    told = progress or silent
    target = Path(os.path.realpath(db))
    sources = [_named_file(path, "claims file") for path in _listed(claims)]
    decided = [_named_file(path, "file of judgements") for path in _listed(judgements)]
    known = () if actors is None else read_known_actors(Path(actors))
    listing = _given(paths, metadata, target, [*sources, *decided, *_listed(actors or ())])
    gathered = Gathered(GivenClaims(sources), GivenJudgements(decided), list(listing.rejected))
    with store.create(db) as building:
        building.add(rejected=listing.rejected)
        for readings in _pieces(read_files(listing.files, encoding, jobs, extractor)):
            gathered.take(readings, building)
            told("reading", gathered.files, len(listing.files))
        gathered.close()
        if strict:
            _refuse_what_was_left_out(gathered)
        given = len(listing.files) + len(listing.rejected)
        return finish(
            building, target, gathered, signature(extractor), given, listing.ignored, told, known, rules_off, bounds
        )


def _listed(paths: StrPath | Iterable[StrPath]) -> list[Path]:
    return [Path(path) for path in ([paths] if isinstance(paths, str | os.PathLike) else paths)]


def _named_file(path: Path, what: str) -> Path:
    """A link to such a file is followed: it is named, not found in a folder."""
    if not path.exists():
        raise InputError(f"{path}: no such {what}; check the name and the folder you are in")
    return Path(os.path.realpath(path)) if path.is_symlink() else path


def _given(paths: StrPath | Iterable[StrPath], metadata: StrPath | None, target: Path, sources: list[Path]) -> Listing:
    listed = _listed(paths)
    # The database, what the store keeps beside it, and what else was given are no articles, wherever they lie.
    others = [Path(os.path.realpath(source)) for source in sources]
    beside = [*target.parent.glob(f"{escape(target.name)}.*"), *target.parent.glob(f".{escape(target.name)}.*")]
    own = [target, *beside, *others]
    listing = discover(listed, None if metadata is None else Path(metadata), own)
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


def _refuse_what_was_left_out(gathered: Gathered) -> None:
    """Duplicates are forgiven: nothing that they say is lost."""
    rejected = [one for one in gathered.rejected if one.reason is not RejectedReason.DUPLICATE]
    refused = [*gathered.refused, *gathered.given_judgements.findings]
    if rejected or refused:
        listed = [f"{one.file}: {one.reason.value}: {one.detail}" for one in rejected]
        listed += [text.line(one) for one in refused]
        told = "\n".join([*listed, "left out with strict given, so no database was written"])
        raise RejectedInputError(told, (*rejected, *refused))
