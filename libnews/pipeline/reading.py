"""Files in, what stands in them out, as batches on disk, in whatever process the work is done."""

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from libnews.loaders import FoundFile, SourcedRow, load_bytes, read_once
from libnews.loaders.refusal import Refusal
from libnews.models import Article, Finding, Rejected
from libnews.models.vocabulary import RejectedReason
from libnews.pipeline.claims import claims_of, extractor_findings, joined
from libnews.pipeline.extractors import read_article
from libnews.store import arrow
from libnews.store.batch import Batch

if TYPE_CHECKING:
    import pyarrow  # type: ignore[import-untyped]

FILE = "file"
"""The table of a batch that holds its readings."""
_COLUMNS = (
    ("path", "binary"), ("status", "binary"), ("key", "string"), ("number", "int64"), ("sha256", "string"),
    ("byte_length", "int64"), ("rejected", "string"), ("rows_refused", "string"), ("claims_refused", "string"),
)  # fmt: skip


class Reading(NamedTuple):
    """What became of one file. The rows of its article stand in the batch that holds `number`.

    `status` is what the system told of the file before it was read; an empty one is never taken for that of a file.
    `key` is what else its rows depend on. `rows_refused` and `claims_refused` are findings on rows of claims files and
    on claims of another program's extractor.
    """

    path: str
    status: bytes
    key: str
    number: int
    sha256: str | None
    byte_length: int | None
    rejected: Rejected | None = None
    rows_refused: tuple[Finding, ...] = ()
    claims_refused: tuple[Finding, ...] = ()


class Task(NamedTuple):
    """One file to read, and the rows of claims files that speak of it.

    `before` is an earlier reading with the same key: where the bytes are still the same, it is taken.
    """

    found: FoundFile
    rows: tuple[SourcedRow, ...]
    key: str
    number: int
    before: Reading | None = None


class Way(NamedTuple):
    """How files are read: with which encoding and by whom, and the folder that batches are written to."""

    encoding: str | None
    extractor: str
    folder: Path


def read_tasks(tasks: Sequence[Task], way: Way) -> list[Reading]:
    """Read some files, and write what stands in them as one batch, named by the number of its first reading.

    Done again, it gives the same: use it where work may get lost.
    """
    batch = Batch()
    readings = [_read(task, way, batch) for task in tasks]
    batch.write(way.folder / batch_name(tasks[0].number), {FILE: table_of(readings)})
    return readings


def batch_name(first: int) -> str:
    """The folder of the batch whose readings begin with this number."""
    return f"{first:012}"


def _read(task: Task, way: Way, batch: Batch) -> Reading:
    found = task.found
    raw = read_once(found.path)
    reading = Reading(str(found.path), found.status or b"", task.key, task.number, None, None)
    if isinstance(raw, Refusal):
        # What cannot be opened today may be opened tomorrow, and nothing of the file needs to change for it.
        status = b"" if raw.reason is RejectedReason.UNREADABLE else reading.status
        return reading._replace(status=status, rejected=raw.of(found.file))
    sha256 = hashlib.sha256(raw).hexdigest()
    if task.before is not None and task.before.sha256 == sha256:
        return task.before._replace(status=reading.status)
    reading = reading._replace(sha256=sha256, byte_length=len(raw))
    loaded = load_bytes(raw, found.file, found.metadata, way.encoding)
    if isinstance(loaded, Rejected):
        return reading._replace(rejected=loaded)
    return _extracted(reading, loaded, task, way, batch)


def _extracted(reading: Reading, article: Article, task: Task, way: Way, batch: Batch) -> Reading:
    read = read_article(article, way.extractor)
    told, refused = claims_of(article, task.rows)
    batch.add(task.number, article, joined([read.extraction, told]))
    return reading._replace(rows_refused=refused, claims_refused=tuple(extractor_findings(read.refused, article)))


def table_of(readings: Sequence[Reading]) -> "pyarrow.Table":
    """Readings as they are kept; `readings_of` reads them back."""
    rows = (
        (
            os.fsencode(one.path),
            *one[1:6],
            None if one.rejected is None else one.rejected.model_dump_json(),
            _as_json(one.rows_refused),
            _as_json(one.claims_refused),
        )
        for one in readings
    )
    return arrow.table(_COLUMNS, rows)


def readings_of(table: "pyarrow.Table") -> list[Reading]:
    """The readings in a table that `table_of` made.

    >>> reading = Reading("/a.txt", b"1", "a.txt", 7, "0" * 64, 12)
    >>> readings_of(table_of([reading])) == [reading]
    True
    """
    columns = [table.column(name).to_pylist() for name, _ in _COLUMNS]
    return [
        Reading(
            os.fsdecode(path), status, key, number, sha256, byte_length,
            None if rejected is None else Rejected.model_validate_json(rejected),
            _findings(rows_refused),
            _findings(claims_refused),
        )
        for path, status, key, number, sha256, byte_length, rejected, rows_refused, claims_refused in zip(
            *columns, strict=True
        )
    ]  # fmt: skip


def _as_json(findings: Sequence[Finding]) -> str | None:
    return "\n".join(finding.model_dump_json() for finding in findings) or None


def _findings(text: str | None) -> tuple[Finding, ...]:
    return tuple(Finding.model_validate_json(line) for line in (text or "").splitlines())
