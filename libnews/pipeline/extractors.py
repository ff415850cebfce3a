"""Who reads an article: the own rules, nobody, or a program that another package brings."""

from functools import cache
from importlib.metadata import EntryPoint, entry_points, version
from typing import NamedTuple

from libnews.errors import InputError
from libnews.extract import EXTRACTOR, assemble, extract, verify
from libnews.models import Article, Extraction
from libnews.models.claim_row import ClaimRow, PlacedClaim, RefusedClaim

OWN, NOBODY = "libnews", "none"
GROUP = "libnews.extractors"
"""Entry points of this group are extractors: an Article in, rows or placed claims out."""


class Read(NamedTuple):
    """What an extractor told of one article, and what of it was refused."""

    extraction: Extraction
    refused: tuple[RefusedClaim, ...] = ()


def check_extractor(name: str) -> None:
    """Raise `InputError` unless there is an extractor of this `name`.

    >>> check_extractor("none")
    >>> check_extractor("nobody-at-all")
    Traceback (most recent call last):
    libnews.errors.InputError: no extractor is named 'nobody-at-all'; there are: libnews, none
    """
    if name not in (OWN, NOBODY) and _entry_point(name) is None:
        known = sorted({OWN, NOBODY, *(entry.name for entry in entry_points(group=GROUP))})
        raise InputError(f"no extractor is named {name!r}; there are: {', '.join(known)}")


def signature(name: str) -> tuple[str, ...]:
    """The extractor with its version, as table build names it; nothing for `none`."""
    if name == NOBODY:
        return ()
    if name == OWN:
        return (f"{EXTRACTOR} {version('libnews')}",)
    entry = _entry_point(name)
    found = "" if entry is None or entry.dist is None else f" {entry.dist.version}"
    return (f"program:{name}{found}",)


def read_article(article: Article, name: str) -> Read:
    """Let the extractor `name` read an article. What another program claims is held to the article like any claim."""
    if name == NOBODY:
        return Read(Extraction())
    if name == OWN:
        return Read(extract(article))
    entry = _entry_point(name)
    told = [] if entry is None else [_row(one, article) for one in entry.load()(article)]
    placed = verify(told, [article], extractor=f"program:{name}")
    return Read(assemble(placed.accepted), placed.refused)


@cache
def _entry_point(name: str) -> EntryPoint | None:
    return next(iter(entry_points(group=GROUP, name=name)), None)


def _row(told: PlacedClaim | ClaimRow | dict[str, object], article: Article) -> ClaimRow | dict[str, object]:
    if isinstance(told, PlacedClaim):
        return told.row  # looked up again: it may be of another article
    return {"file": article.file, **told} if isinstance(told, dict) else told
