"""How far a person's name reaches inside the name of a body that bears it."""

from libnews.arabic.name_words import binds, sort_of
from libnews.arabic.tokens import Token

_PARTS = ("G", "S", "J", "U", "CE")
_MOST_PARTS = 8


def founder_end(tokens: list[Token], start: int) -> int | None:
    """Position after the name at `start` of «مركز الملك سلمان للإغاثة», or `None` where none begins.

    Use it inside the name of a body, where no name of a person is looked for.

    >>> from libnews.arabic.tokens import tokenize
    >>> tokens = tokenize("عبد العزيز للحوار الوطني")
    >>> [token.text for token in tokens[: founder_end(tokens, 0)]]
    ['عبد', 'العزيز']
    """
    end = start
    while end < len(tokens) and end - start < _MOST_PARTS and _is_part(tokens, start, end):
        end += 1
    return end if end > start else None


def _is_part(tokens: list[Token], start: int, position: int) -> bool:
    if not tokens[position].is_word:
        return False
    bound = position > start and binds(tokens[position - 1].bare)
    return bound or sort_of(tokens[position].bare).startswith(_PARTS)
