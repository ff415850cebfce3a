"""Which code reads: what was read by other code is read again."""

import hashlib
import sys
from functools import cache
from importlib.metadata import EntryPoint, entry_points, version
from pathlib import Path

import libnews
from libnews.readers import GROUP

_READING = ("hijridate", "charset-normalizer")
"""Packages whose version can change what is read, beside those that bring readers."""


@cache
def code_digest() -> str:
    """A hash of the source and data files of libnews, and of what reading rests on.

    Not the version alone: whoever works on libnews changes code between two versions.

    >>> len(code_digest())
    16
    """
    found = hashlib.sha256()
    root = Path(libnews.__file__).parent
    for path in sorted(root.rglob("*.*")):
        if path.suffix != ".pyc" and path.is_file():
            found.update(f"{path.relative_to(root).as_posix()}\n".encode())
            found.update(path.read_bytes())
    rests_on = [f"{name} {version(name)}" for name in _READING]
    rests_on += sorted(f"{entry.name} {entry.value} {_version(entry)}" for entry in entry_points(group=GROUP))
    found.update("\n".join([sys.version, *rests_on]).encode())
    return found.hexdigest()[:16]


def _version(entry: EntryPoint) -> str:
    return "" if entry.dist is None else entry.dist.version
