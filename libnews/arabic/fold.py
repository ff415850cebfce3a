"""Folding: what different spellings of one word become, with a way back to the raw text."""

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from libnews.arabic.lexicon import rows

# Hamza carriers on alef, marks and invisible characters differ between writers of the same word; the other
# pairs of fold.tsv (على and علي, سنة and سنه) are different words to a reader of sentences.
_ALEF = "\N{ARABIC LETTER ALEF}"
# Presentation forms A and B: ligatures and shaped letters of old encodings.
_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")


@cache
def fold_table() -> dict[int, str]:
    """Code point to what it becomes, from lexicon/fold.tsv."""
    table: dict[int, str] = {}
    for span, target, _name in rows("fold"):
        low, _, high = span.partition("-")
        first, last = int(low, 16), int(high or low, 16)
        for code in range(first, last + 1):
            is_digit_range = target == "0030"
            table[code] = chr(int(target, 16) + (code - first if is_digit_range else 0)) if target else ""
    return table


@cache
def _light_table() -> dict[int, str]:
    return {code: to for code, to in fold_table().items() if to in ("", _ALEF, " ") or to.isascii()}


def _fold_char(char: str, table: dict[int, str]) -> str:
    if ord(char) < 0x80:
        return char.lower()
    if _PRESENTATION.match(char):
        char = unicodedata.normalize("NFKC", char)
    return "".join(table.get(ord(c), c) for c in char).lower()


# Presentation forms become several letters, and sigma has a lower case of its own at the end of a word: these are
# folded one by one, so that the map of positions stays true. All else is folded as a whole, ten times faster.
_NEEDS_CARE = re.compile("[\ufb50-\ufdff\ufe70-\ufefc\u03a3]")


class Folded(NamedTuple):
    """Folded text and, for each of its characters, the raw position it came from (and one for the end)."""

    text: str
    positions: tuple[int, ...]

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """The raw half-open span that the folded span `[start, end)` came from, marks that follow it included.

        A ligature (ﷲ) that the folded span ends inside of is taken whole.
        """
        first, last = self.positions[start], self.positions[end]
        if end > start and last == self.positions[end - 1]:
            last += 1
        return first, last


def fold(text: str) -> str:
    """Fold `text` for comparison and search: marks, tatweel and invisible characters go, spellings that writers
    interchange become one, digits become 0-9, Latin letters lower case.

    Use it on both sides of a comparison; the macro `fold(text)` in the database does the same.

    >>> fold("أسامة حمّاد") == fold("اسامه حماد")
    True
    """
    if _NEEDS_CARE.search(text):
        return "".join(_fold_char(char, fold_table()) for char in text)
    return text.translate(fold_table()).lower()


def fold_with_positions(text: str) -> Folded:
    """Fold `text` and remember where each character came from.

    >>> folded = fold_with_positions("المُشير")
    >>> start = folded.text.index("مش")
    >>> "المُشير"[slice(*folded.raw_span(start, start + 2))]
    'مُش'
    """
    pieces: list[str] = []
    positions: list[int] = []
    for index, char in enumerate(text):
        piece = _fold_char(char, fold_table())
        pieces.append(piece)
        positions.extend([index] * len(piece))
    return Folded("".join(pieces), (*positions, len(text)))


def bare(text: str) -> str:
    """Fold lightly, as a reader of sentences does: marks, tatweel, hamza on alef and digit shapes only.

    Use it for words in running text, where على is not علي.

    >>> bare("إلى") == bare("الى"), bare("على") == bare("علي")
    (True, False)
    """
    if text.isascii():
        return text.lower()
    table = _light_table()
    plain = text.translate(table)
    if _PRESENTATION.search(plain):
        plain = "".join(_fold_char(char, table) for char in plain)
    return plain.lower()
