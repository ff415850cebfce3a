"""Things that are counted and named («16 طائرة مقاتلة من طراز JF-17 Thunder»), and spans of time («عامين ونصف»)."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache

from libnews.arabic.fold import bare
from libnews.arabic.lexicon import rows
from libnews.arabic.tokens import Token
from libnews.models.match import DurationMatch, ItemMatch, Match, NumberMatch

_MODEL = frozenset({"طراز", "نوع", "فئة"})
_HALF = frozenset({"ونصف"})
_FARTHEST_MODEL = 5
_QUOTES, _CLOSING = frozenset('"«“'), frozenset('"»”')
_LONGEST_NAME = 5


@cache
def _units(lexicon: str) -> dict[str, tuple[str, ...]]:
    return {bare(row[0]): row[1:] for row in rows(lexicon)}


def find_items(text: str, tokens: list[Token], numbers: list[NumberMatch]) -> list[ItemMatch]:
    """Things named after their number and kind; a thing without a name of its own is left out.

    >>> from libnews.arabic.numbers import find_numbers
    >>> from libnews.arabic.tokens import tokenize
    >>> words = "شراء 16 طائرة مقاتلة من طراز JF-17 Thunder و12 طائرة"
    >>> [(str(item.quantity.value), item.text) for item in find_items(words, tokenize(words), find_numbers(words))]
    [('16', 'JF-17 Thunder')]
    """
    found = []
    for number in numbers:
        position = bisect_left(tokens, number.end_char, key=lambda token: token.start_char)
        if position >= len(tokens) or tokens[position].bare not in _units("counted_things"):
            continue
        unit = _match(text, tokens, position, position + 1)
        name = _model_name(text, tokens, position + 1)
        if name is not None:
            found.append(ItemMatch(name.start_char, name.end_char, name.text, number, unit))
    return found


def _model_name(text: str, tokens: list[Token], start: int) -> Match | None:
    for position in range(start, min(start + _FARTHEST_MODEL, len(tokens) - 1)):
        if tokens[position].text in _QUOTES:
            return _quoted(text, tokens, position + 1)
        if tokens[position].bare in _MODEL:
            if tokens[position + 1].text in _QUOTES:
                return _quoted(text, tokens, position + 2)
            end = position + 1
            while end < len(tokens) and tokens[end].text[0].isascii() and tokens[end].text[0].isalnum():
                end += 1
            return _match(text, tokens, position + 1, end) if end > position + 1 else None
        if not tokens[position].is_word:
            return None
    return None


def _quoted(text: str, tokens: list[Token], start: int) -> Match | None:
    """The name that stands in quotation marks: «366 دبابة "أبرامز"»."""
    for end in range(start + 1, min(start + _LONGEST_NAME, len(tokens))):
        if tokens[end].text in _CLOSING:
            return _match(text, tokens, start, end)
    return None


def is_time_unit(word: str) -> bool:
    """Whether a lightly folded word is a unit that spans of time are told in."""
    return word in _units("time_units")


def find_durations(
    text: str, tokens: list[Token], numbers: list[NumberMatch], at: Sequence[int] | None = None
) -> list[DurationMatch]:
    """Spans of time in years, months, weeks or days, in words or figures; `at` are the tokens that are units.

    >>> from libnews.arabic.tokens import tokenize
    >>> [match.value for match in find_durations("على مدى عامين ونصف", tokenize("على مدى عامين ونصف"), [])]
    ['P2Y6M']
    """
    ends = {number.end_char: number for number in numbers}
    units = _units("time_units")
    found = []
    for position in [position for position, token in enumerate(tokens) if token.bare in units] if at is None else at:
        designator, own_count = units[tokens[position].bare]
        first, count = position, own_count
        if position and tokens[position - 1].end_char in ends:
            number = ends[tokens[position - 1].end_char]
            if number.value != int(number.value) or own_count == "2":
                continue
            count = str(int(number.value))
            first = bisect_right(tokens, number.start_char, key=lambda token: token.end_char)
        elif own_count != "2":
            continue
        half = designator == "Y" and position + 1 < len(tokens) and tokens[position + 1].bare in _HALF
        words = _match(text, tokens, first, position + 1 + half)
        value = f"P{count}{designator}{'6M' if half else ''}"
        found.append(DurationMatch(words.start_char, words.end_char, words.text, value))
    return found


def _match(text: str, tokens: list[Token], start: int, end: int) -> Match:
    first, last = tokens[start].start_char, tokens[end - 1].end_char
    return Match(first, last, text[first:last])
