"""Where a span of characters lies among the tokens of its text, and where letters stand within a token."""

from bisect import bisect_right

from libnews.arabic.titles import Places
from libnews.arabic.tokens import Token
from libnews.models.match import Match, PlaceMatch


def places_by_token(tokens: list[Token], matches: list[PlaceMatch]) -> Places:
    """Where each place begins and ends, counted in tokens."""
    found = {}
    ends = [token.end_char for token in tokens]
    for match in matches:
        start, end = positions_of(tokens, ends, match)
        found[start] = (match, end)
    return found


def positions_of(tokens: list[Token], ends: list[int], match: Match) -> tuple[int, int]:
    """The half-open range of tokens that a match covers; `ends` are where the tokens end, for look-up."""
    start = bisect_right(ends, match.start_char)
    end = start
    while end < len(tokens) and tokens[end].start_char < match.end_char:
        end += 1
    return start, end


def after_letters(text: str, token: Token, cut: int) -> int:
    """Position after the first `cut` letters of a token, at least one; marks do not count as letters."""
    position, left = token.start_char, cut
    while left and position < token.end_char:
        left -= text[position].isalpha() and text[position] != "ـ"
        position += 1
    while position < token.end_char and not (text[position].isalpha() and text[position] != "ـ"):
        position += 1
    return position


def letters_before(text: str, token: Token, start_char: int) -> int:
    """How many letters of a token stand before a place in it: those of a clitic."""
    if start_char == token.start_char:
        return 0
    return sum(char.isalpha() and char != "ـ" for char in text[token.start_char : start_char])
