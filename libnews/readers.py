"""Readers, one per language: found by language, so that a new one stands beside the others.

A reader knows a language's words; what makes a meeting or an agreement is decided in `extract`.
"""

from collections.abc import Sequence
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from typing import Protocol, cast

_OWN = {"ar": "libnews.arabic.reader"}


class Reader(Protocol):
    """What `loaders` and `extract` ask of a language."""

    language: str


@cache
def reader_for(language: str | None) -> Reader | None:
    """The reader of `language` (BCP 47; the primary subtag decides), or `None` where no reader knows it.

    Readers of other packages are found under the entry point group `libnews.readers`, named by language.

    >>> reader_for("xx") is None
    True
    """
    if language is None:
        return None
    primary = language.split("-")[0].lower()
    if primary in _OWN:
        return cast(Reader, import_module(_OWN[primary]).READER)
    found: Sequence[object] = [entry.load() for entry in entry_points(group="libnews.readers", name=primary)]
    return cast(Reader, found[0]) if found else None
