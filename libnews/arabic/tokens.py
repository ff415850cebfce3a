"""Words of running text with their places, and where sentences end."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from libnews.arabic.fold import bare
from libnews.arabic.lexicon import rows
from libnews.arabic.word_table import WordTable

# A word is a run of Arabic letters, marks and invisible joiners (a digit ends it: بـ4 and و12 are two tokens), or of
# Latin letters and digits (JF-17, CNN); a number is a run of digits with inner separators (1,250.5 ٣٫٥ 2022/2023);
# anything else that is not white space is a token of one character, but for what ties a hashtag (#ولي_العهد).
_DIGIT = "0-9٠-٩۰-۹"
_MARK = (
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"  # written marks
    "\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"  # invisible ones
)
_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_TOKEN = re.compile(
    rf"[^\W\d_{_LATIN}]+(?:[{_MARK}]+[^\W\d_{_LATIN}]*)*"
    rf"|[{_DIGIT}]+(?:[.,٫٬/:-][{_DIGIT}]+)*"
    rf"|[{_LATIN}][{_LATIN}0-9]*(?:-[A-Za-z0-9]+)*"
    rf"|[^\w\s{_MARK}#]"
)
_SENTENCE_END = frozenset(".؟?!؛…")


# News repeats its words; half the time of cutting a text goes into folding words seen before.
_bare = WordTable(bare)


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

    >>> [token.text for token in tokenize("بقيمة ٣٫٥ مليار، و12 طائرة JF-17")]
    ['بقيمة', '٣٫٥', 'مليار', '،', 'و', '12', 'طائرة', 'JF-17']
    """
    make = tuple.__new__  # as Token(...), and faster: it is made for every word
    return [
        make(Token, (*match.span(), word, plain))
        for match in _TOKEN.finditer(text)
        if (plain := _bare[word := match[0]])
    ]


_ABBREVIATIONS = frozenset(bare(row[0]) for row in rows("abbreviations"))


def is_sentence_end(word: str) -> bool:
    """Whether a sentence may end with a lightly folded word or mark."""
    return word in _SENTENCE_END


def sentences(tokens: Sequence[Token], at: Sequence[int] | None = None) -> list[tuple[int, int]]:
    """Half-open ranges of token positions, one a sentence; a full stop after an abbreviation (د. م.) ends none.

    Give `at` where it is known which tokens may end one.

    >>> sentences(tokenize("وصل د. حماد. ثم غادر"))
    [(0, 5), (5, 7)]
    """
    ranges: list[tuple[int, int]] = []
    start = 0
    for position in range(len(tokens)) if at is None else at:
        if tokens[position].text in _SENTENCE_END and not _is_abbreviation(tokens, position):
            ranges.append((start, position + 1))
            start = position + 1
    if start < len(tokens):
        ranges.append((start, len(tokens)))
    return ranges


def _is_abbreviation(tokens: Sequence[Token], position: int) -> bool:
    if tokens[position].text != "." or position == 0:
        return False
    before = tokens[position - 1]
    return before.end_char == tokens[position].start_char and before.bare in _ABBREVIATIONS
