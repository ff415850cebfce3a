"""What stands in a text and is no part of what it tells: datelines, and quotation marks around names."""

from collections.abc import Sequence

from libnews.arabic.titles import Places
from libnews.arabic.tokens import Token

_QUOTES, _OPENING = frozenset('"«»“”'), frozenset("«“")
# Tokens from the opening to the closing mark around a name.
_LONGEST_QUOTED = 5
_LONGEST_DATELINE = 12


def is_quote(word: str) -> bool:
    """Whether a token is a quotation mark or an opening bracket."""
    return word in _QUOTES or word == "("


def quotes_of_names(tokens: list[Token], at: Sequence[int]) -> set[int]:
    """Where quotation marks stand around a few words, a name and not what somebody said: «شركة "إيرباص"».

    `at` are the quotation marks.
    """
    found: set[int] = set()
    opened: int | None = None
    for position in at:
        mark = tokens[position].text
        if mark not in _QUOTES:
            continue
        if opened is None or mark in _OPENING:
            opened = position
            continue
        if position - opened <= _LONGEST_QUOTED:
            found |= {opened, position}
        opened = None
    return found


def dateline_end(tokens: list[Token], places: Places) -> int:
    """Behind «دبي، الإمارات العربية المتحدة (CNN)--»: where the report was written is no part of what it tells."""
    position = 0
    while position < min(len(tokens), _LONGEST_DATELINE):
        if position in places:
            position = places[position][1]
        elif tokens[position].text in "-–—" and position:
            return position + 1
        elif tokens[position].text in "،,()" or tokens[position].bare.isascii():
            position += 1
        else:
            return 0
    return 0
