"""What one build leaves for the next, in a folder beside the database."""

import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from libnews.checks import Report
from libnews.errors import InputError
from libnews.loaders.status import status_of
from libnews.models.summary import Summary
from libnews.pipeline.cache import Cache
from libnews.pipeline.finishing import Built
from libnews.pipeline.replacing import replace_file

_LAST_BUILD = "last_build.json"


def inputs_digest(*values: object) -> str:
    """A hash of what a build rests on, by its `repr`."""
    return hashlib.sha256("\0".join(map(repr, values)).encode()).hexdigest()


def bytes_of(files: Iterable[Path]) -> tuple[tuple[str, str], ...]:
    """Names and SHA-256 of files that every build reads whole.

    Ask before they are read: a file that changes in between is then known by what it was, and read again next time.
    """
    return tuple((str(path), _sha256(path)) for path in files)


def _sha256(path: Path) -> str:
    try:
        with path.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror or error}") from error


class Remembering:
    """The cache of one database, and what its last build gave."""

    def __init__(self, target: Path, signature: str, *, keep: bool) -> None:
        """`signature` stands for who reads and how; without `keep` nothing outlives the build."""
        self._target = target
        self._signature = signature
        self._keep = keep
        self._folder = target.with_name(f".{target.name}.cache")

    @property
    def _last_build(self) -> Path:
        return self._folder / self._signature / _LAST_BUILD

    @contextmanager
    def opened(self) -> Iterator[Cache]:
        """The cache, for whoever holds the right to write the database."""
        if self._keep:
            yield Cache(self._folder, self._signature)
            return
        folder = tempfile.mkdtemp(prefix=f".{self._target.name}.", suffix=".building", dir=self._target.parent)
        try:
            yield Cache(Path(folder), self._signature)
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def recall(self, known_by: str, digest: str) -> Built | None:
        """What the last build gave, where it was the same by this digest and the database is the one that it wrote."""
        if not self._keep:
            return None
        try:
            kept = json.loads(self._last_build.read_text(encoding="utf-8"))
            if kept[known_by] != digest or kept["database"] != status_of(self._target.stat()).hex():
                return None
            report, summary = Report.model_validate(kept["report"]), Summary.model_validate(kept["summary"])
            return Built(self._target, kept["digest"], report, summary, is_unchanged=True)
        except (OSError, ValueError, KeyError, TypeError):  # not there, or not as it was written: build
            return None

    def remember(self, built: Built, **known_by: str | None) -> None:
        """Keep what a build gave, with the digests that `recall` is asked by; `None` recalls nothing."""
        if not self._keep or not built.report.ok:
            return
        kept = {
            **known_by,
            "database": status_of(self._target.stat()).hex(),
            "digest": built.digest,
            "report": built.report.model_dump(mode="json"),
            "summary": built.summary.model_dump(mode="json"),
        }
        replace_file(self._last_build, json.dumps(kept))
