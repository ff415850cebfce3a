"""Which code reads: what was read by other code is read again."""

import hashlib
import os
import sys
from functools import cache
from importlib.metadata import EntryPoint, entry_points, version

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
    # Paths as text: of every build that finds nothing changed this is a large part.
    root = os.path.dirname(libnews.__file__)  # noqa: PTH120
    for folder, _, names in sorted(os.walk(root)):
        for name in sorted(name for name in names if not name.endswith(".pyc")):
            with open(f"{folder}{os.sep}{name}", "rb") as file:  # noqa: PTH123
                found.update(f"{folder[len(root) :]} {name}\n".encode())
                found.update(file.read())
    rests_on = [f"{name} {version(name)}" for name in _READING]
    rests_on += sorted(f"{entry.name} {entry.value} {_version(entry)}" for entry in entry_points(group=GROUP))
    found.update("\n".join([sys.version, *rests_on]).encode())
    return found.hexdigest()[:16]


def _version(entry: EntryPoint) -> str:
    return "" if entry.dist is None else entry.dist.version
