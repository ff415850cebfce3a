"""Files to text and paragraphs, beside `os.scandir` and a stat of each of the same files.

The listing (names, kinds, metadata.csv), then the bytes and their decoding (with one `os.read` and `bytes.decode` a
file beside it, which looks at nothing and refuses nothing), and then the whole loader, which besides hashes the bytes,
tells the language, finds paragraphs and their kinds and makes models of them. The files were just written and lie in
the cache.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measuring import Clock, Data, Way
from benchmarks.stage import Stage, Target, ratio
from libnews.loaders import discover, load_file
from libnews.loaders.content import read_once
from libnews.loaders.decoding import decode


def scanned(folder: Path | str) -> Iterator[tuple[str, os.stat_result]]:
    """Every file below a folder with its stat: the least that can tell whether anything changed."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from scanned(entry.path)
            else:
                yield entry.path, entry.stat()


def _scandir_and_stat(data: Data, clock: Clock) -> float:
    with clock.step("scandir and stat"):
        return sum(1 for _ in scanned(data.articles))


def _listing(data: Data, clock: Clock) -> float:
    with clock.step("list"):
        return len(discover([data.articles]).files)


def _read_and_decode(data: Data, clock: Clock) -> float:
    files = discover([data.articles]).files
    with clock.step("read and decode"):
        for found in files:
            raw = read_once(found.path)
            if isinstance(raw, bytes):
                decode(raw)
    return len(files)


def _bare_read_and_decode(data: Data, clock: Clock) -> float:
    files = list(scanned(data.articles))
    with clock.step("read and decode"):
        for path, status in files:
            descriptor = os.open(path, os.O_RDONLY)
            os.read(descriptor, status.st_size).decode(errors="replace")
            os.close(descriptor)
    return len(files)


def _load(data: Data, clock: Clock) -> float:
    files = discover([data.articles]).files
    with clock.step("load"):
        for found in files:
            load_file(found)
    return len(files)


STAGE = Stage(
    name="loading",
    unit="files",
    ways=(
        Way("scandir and stat", _scandir_and_stat),
        Way("libnews: list", _listing),
        Way("libnews: read and decode", _read_and_decode),
        Way("bare read and decode", _bare_read_and_decode),
        Way("libnews: load", _load),
    ),
    figures=(
        ratio("listing against scandir and stat, CPU", "libnews: list", "scandir and stat"),
        ratio(
            "reading and decoding against scandir and stat, CPU", "libnews: read and decode", "scandir and stat",
            Target("at most", 6),
        ),
        ratio("the same against os.read and bytes.decode, CPU", "libnews: read and decode", "bare read and decode"),
        ratio("loading against scandir and stat, CPU", "libnews: load", "scandir and stat"),
    ),
)  # fmt: skip
