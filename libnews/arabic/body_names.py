"""Names of bodies for comparison: without their country, which is told beside them, and under one of several names."""

from functools import cache, lru_cache

from libnews.arabic.fold import fold
from libnews.arabic.lexicon import rows
from libnews.arabic.places import find_places
from libnews.arabic.sightings import name_parts


@lru_cache(maxsize=1 << 13)
def body_parts(text: str, country: str | None) -> tuple[str, ...]:
    """The words of a body's name, folded, but for those that name its own `country`; several names become one.

    >>> body_parts("القوات المسلحة الليبية", "LBY") == body_parts("الجيش الليبي", "LBY")
    True
    >>> body_parts("مجلس الأعمال السعودي الأمريكي", "SAU") == body_parts("مجلس الأعمال السعودي", "SAU")
    False
    """
    kept, end = [], 0
    for place in find_places(text):
        if place.value == country and place.kind != "city":
            kept.append(text[end : place.start_char])
            end = place.end_char
    words = " ".join(name_parts(" ".join([*kept, text[end:]]))) or " ".join(name_parts(text))
    for phrase, meaning in _synonyms():
        words = f" {words} ".replace(f" {phrase} ", f" {meaning} ").strip()
    return tuple(words.split())


@cache
def _synonyms() -> tuple[tuple[str, str], ...]:
    return tuple((fold(row[0]), fold(row[1])) for row in rows("body_synonyms"))
