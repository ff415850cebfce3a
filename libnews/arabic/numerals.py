"""Digits as news writes them: three digit shapes, two habits of separators."""

import re
from collections.abc import Sequence
from decimal import Decimal

from libnews.arabic.tokens import Token

_PLAIN = re.compile(r"0|[1-9]\d{0,14}")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?")
_DOT_GROUPED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3}){2,}|[1-9]\d{0,2}(?:\.\d{3})+,\d+")
_DECIMAL = re.compile(r"(?:0|[1-9]\d{0,14})[.,]\d+")
_THREE_PLACES = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_ARABIC_DECIMAL = "٫"


def to_decimal(token: Token, *, scaled: bool = False) -> Decimal | None:
    """The value of a token of digits, or `None` where it is no number or could be two.

    1.250 alone is 1250 to one writer and 1.25 to the next, so it has no value; before a magnitude (`scaled`) it is
    1.25. Leading zeros, dates, scores and slashes are no numbers.

    >>> from libnews.arabic.tokens import tokenize
    >>> [str(to_decimal(token)) for token in tokenize("1,250,000 1.250.000 ٣٫٥ 3,5 1.250 2022/2023 0912")]
    ['1250000', '1250000', '3.5', '3.5', 'None', 'None', 'None']
    """
    digits = token.bare
    if _PLAIN.fullmatch(digits):
        return Decimal(digits)
    if _ARABIC_DECIMAL in token.text and digits.count(".") == 1:
        return Decimal(digits.replace(",", "")) if _DECIMAL.fullmatch(digits.replace(",", "")) else None
    if _GROUPED.fullmatch(digits):
        return Decimal(digits.replace(",", ""))
    if _DOT_GROUPED.fullmatch(digits):
        return Decimal(digits.replace(".", "").replace(",", "."))
    if _DECIMAL.fullmatch(digits) and (scaled or not _THREE_PLACES.fullmatch(digits)):
        return Decimal(digits.replace(",", "."))
    return None


def stands_alone(tokens: Sequence[Token], place: int) -> bool:
    """Whether the digits at `place` are not part of a code: JF 17-A, +218, #5, G7, إف-16."""
    token = tokens[place]
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    # 3ر5 is 3.5 to some writers and 5.3 to others.
    is_glued = after is not None and after.start_char == token.end_char and after.is_word
    if after is not None and is_glued and (after.bare.isascii() or after.bare == "ر"):
        return False
    if place == 0 or tokens[place - 1].end_char != token.start_char:
        return True
    before = tokens[place - 1]
    if before.text in "+#_@ر" or (before.is_word and before.bare.isascii()):
        return False
    glued = place > 1 and tokens[place - 2].end_char == before.start_char
    return not (before.text in "-–/" and glued and tokens[place - 2].is_word)
