"""Which of the files given have to be read, since nothing remembered speaks of them."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from libnews.loaders import FoundFile, SourcedRow
from libnews.loaders.status import is_settled
from libnews.pipeline.cache import Cache
from libnews.pipeline.claims import GivenClaims
from libnews.pipeline.finishing import Progress
from libnews.pipeline.reading import Reading, Task, Way
from libnews.pipeline.workers import read_on


class Outstanding:
    """The files that have to be read, beside the readings remembered of the others."""

    def __init__(
        self, files: Sequence[FoundFile], claims: GivenClaims, cache: Cache, now: int, *, verify: bool
    ) -> None:
        """`now` is a time before the files were looked at: what changed just then may change again unseen. With
        `verify` no file is taken for the one remembered but by its bytes."""
        before = cache.open()
        self._files = [found.file for found in files]
        self._readings: list[Reading | None] = []
        self._tasks: list[tuple[int, Task]] = []
        for place, found in enumerate(files):
            rows = claims.of(found.file)
            key = _key(found, rows)
            status = found.status if found.status is not None and is_settled(found.status, now) else None
            last = before.get(str(found.path))
            last = last if last is not None and last.key == key else None
            is_read = last is not None and last.status == status and not verify
            self._readings.append(last if is_read else None)
            if not is_read:
                number = cache.next_number + len(self._tasks)
                self._tasks.append((place, Task(replace(found, status=status), rows, key, number, last)))

    def read(self, way: Way, jobs: int | None, dask: str | None, told: Progress) -> list[tuple[str, Reading]]:
        """The readings of all files, each with its `file`, in their order."""
        total = len(self._readings)
        done = total - len(self._tasks)
        told("reading", done, total)
        places = (place for place, _ in self._tasks)
        for readings in read_on([task for _, task in self._tasks], way, jobs, dask):
            for reading in readings:
                self._readings[next(places)] = reading
            done += len(readings)
            told("reading", done, total)
        found = zip(self._files, self._readings, strict=True)
        return [(file, reading) for file, reading in found if reading is not None]


def _key(found: FoundFile, rows: Sequence[SourcedRow]) -> str:
    """What the rows of an article depend on beside the bytes of its file."""
    if found.metadata is None and not rows:
        return found.file
    return f"{found.file} {hashlib.sha256(repr((found.metadata, rows)).encode()).hexdigest()}"
