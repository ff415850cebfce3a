"""Words of running text with their places, and where sentences end."""

import re
from functools import lru_cache
from typing import NamedTuple

from libnews.arabic.fold import bare
from libnews.arabic.lexicon import rows

# A word is a run of letters, with the marks and invisible joiners inside it; a Latin one may hold digits (JF-17).
# A number may hold separators (1,250.5 ٣٫٥ 2022/2023 2026-02-03). Anything else that is not white space stands alone.
_TOKEN = re.compile(
    r"[0-9٠-٩۰-۹]+(?:[.,٫٬/:-][0-9٠-٩۰-۹]+)*"
    r"|[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*"
    r"|[^\W\d_](?:[^\W\d_]|[\u064B-\u065F\u0670\u200C-\u200F])*"
    r"|[^\w\s]|_"
)
_SENTENCE_END = frozenset(".؟?!؛…")


class Token(NamedTuple):
    """A word, number or mark at `[start_char, end_char)`; `bare` is its lightly folded form."""

    start_char: int
    end_char: int
    text: str
    bare: str

    @property
    def is_word(self) -> bool:
        return self.text[0].isalpha()

    @property
    def is_number(self) -> bool:
        return self.text[0].isdigit()


def tokenize(text: str) -> list[Token]:
    """Cut `text` into tokens; white space and stray marks stand in none, nor does a tatweel alone.

    >>> [token.text for token in tokenize("بقيمة ٣٫٥ مليار، طائرة JF-17")]
    ['بقيمة', '٣٫٥', 'مليار', '،', 'طائرة', 'JF-17']
    """
    found = (Token(match.start(), match.end(), match[0], _bare(match[0])) for match in _TOKEN.finditer(text))
    return [token for token in found if token.bare]


# Most words of a text come again and again.
_bare = lru_cache(maxsize=1 << 16)(bare)
_ABBREVIATIONS = frozenset(bare(row[0]) for row in rows("abbreviations"))


def sentences(tokens: list[Token]) -> list[tuple[int, int]]:
    """Half-open ranges of token positions, one a sentence; a full stop after an abbreviation (د. م.) ends none.

    >>> sentences(tokenize("وصل د. حماد. ثم غادر"))
    [(0, 5), (5, 7)]
    """
    ranges: list[tuple[int, int]] = []
    start = 0
    for position, token in enumerate(tokens):
        if token.text in _SENTENCE_END and not _is_abbreviation(tokens, position):
            ranges.append((start, position + 1))
            start = position + 1
    if start < len(tokens):
        ranges.append((start, len(tokens)))
    return ranges


def _is_abbreviation(tokens: list[Token], position: int) -> bool:
    if tokens[position].text != "." or position == 0:
        return False
    before = tokens[position - 1]
    return before.end_char == tokens[position].start_char and before.bare in _ABBREVIATIONS
