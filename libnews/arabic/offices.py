"""Offices for comparison: which office a title tells, and whether the office alone tells who."""

from functools import cache

from libnews.arabic.fold import bare, fold
from libnews.arabic.lexicon import rows
from libnews.arabic.titles import Title
from libnews.models.annotation import Office

_COUNTERPART = "نظير"


def office_of(title: Title | None, text: str) -> Office:
    """The office that `title` tells, or that the words of `text` do where they are no title.

    Who held it once and who holds it now are told by one key. «نظيره» tells no office at all.
    """
    if title is None:
        return Office(fold(text), None, tells_holder=False)
    country = title.place.value if title.place else None
    if title.key.startswith(_COUNTERPART):
        return Office("", country, tells_holder=False)
    told = title.key.split()
    words = [word for word in told if _sort(word) not in ("past", "now")] or told
    return Office(" ".join(words), country, tells_holder=title.kind == "office" and _tells_holder(told))


def _tells_holder(words: list[str]) -> bool:
    if _sort(words[0]) == "many" or any(_sort(word) == "past" for word in words):
        return False
    said = [word for word in words[1:] if _sort(word) not in ("sort", "now")]
    return bool(said) or (len(words) == 1 and _sort(words[0]) == "alone")


def _sort(word: str) -> str | None:
    return _sorts().get(word)


@cache
def _sorts() -> dict[str, str]:
    return {bare(word): sort for word, sort in rows("offices")}
