"""The pieces of a number: digits, number words below a thousand, magnitudes, and the و that joins them."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from libnews.arabic.number_words import NumberWord, number_word
from libnews.arabic.numerals import stands_alone, to_decimal
from libnews.arabic.phrases import key
from libnews.arabic.tokens import Token

AND = "و"
SHADDA = "\N{ARABIC SHADDA}"


class Part(NamedTuple):
    """A piece of a number at tokens `[_, after)`."""

    value: Decimal
    after: int


def word_at(tokens: Sequence[Token], place: int) -> NumberWord | None:
    """The number word at `place`; وأحد is و and أحد, a number only before عشر."""
    if place >= len(tokens):
        return None
    found = number_word(tokens[place].bare)
    if found is None or tokens[place].bare != "واحد":
        return found
    behind = number_word(tokens[place + 1].bare) if place + 1 < len(tokens) else None
    if behind is not None and behind.kind == "teen" and not behind.lead and not behind.definite:
        return NumberWord(AND, "one_of", Decimal(1), definite=False)
    return None if "أ" in tokens[place].text else found


def _word(tokens: Sequence[Token], place: int, *kinds: str, joined: bool = False) -> NumberWord | None:
    """The number word at `place` of one of `kinds`, without article, and without clitics unless و joins it."""
    found = word_at(tokens, place)
    if found is None or found.definite or found.kind not in kinds or SHADDA in tokens[place].text[1:3]:
        return None
    return found if found.lead == (AND if joined else "") else None


def joined_at(tokens: Sequence[Token], place: int) -> tuple[int, bool] | None:
    """Where the part behind a joining و begins, and whether that و is glued to its word."""
    if place < len(tokens) and key(tokens[place].bare) == AND:
        return place + 1, False
    found = word_at(tokens, place)
    return (place, True) if found is not None and found.lead == AND else None


def _atom(tokens: Sequence[Token], place: int, *, first: bool = False, joined: bool = False) -> Part | None:
    """One word below a thousand, or two that make one: خمسة عشر, ثلاث مئة."""
    found = word_at(tokens, place)
    if found is None or found.definite or not (first or found.lead == (AND if joined else "")):
        return None
    if found.kind in ("ten", "hundred", "teen"):
        return Part(found.value, place + 1)
    if found.kind not in ("unit", "one_of"):
        return None
    if _word(tokens, place + 1, "teen"):
        return Part(found.value + 10, place + 2)
    if found.kind == "unit" and found.value > 2 and (hundred := _word(tokens, place + 1, "hundred")):
        return Part(found.value * hundred.value, place + 2) if hundred.value == 100 else None
    if found.kind == "one_of" and not _ten_follows(tokens, place + 1):
        return None
    return Part(found.value, place + 1)


def _ten_follows(tokens: Sequence[Token], place: int) -> bool:
    link = joined_at(tokens, place)
    return link is not None and _word(tokens, link[0], "ten", joined=link[1]) is not None


def below_thousand(tokens: Sequence[Token], place: int, *, first: bool, joined: bool) -> Part | None:
    """Number words below a thousand: مئة وخمسة وعشرون."""
    part = _atom(tokens, place, first=first, joined=joined)
    if part is None:
        return None
    value, after, last = part.value, part.after, part.value
    while (link := joined_at(tokens, after)) is not None:
        more = _atom(tokens, link[0], joined=link[1])
        if more is None or not _may_follow(last, more.value):
            break
        value, after, last = value + more.value, more.after, more.value
    return Part(value, after)


def _may_follow(last: Decimal, more: Decimal) -> bool:
    """Hundreds take what is below a hundred; units below ten take a ten: خمسة وعشرون, never خمسة وستة."""
    if last >= 100:
        return more < 100
    return last < 10 and more >= 20 and more < 100


def digits_at(tokens: Sequence[Token], place: int) -> Part | None:
    if place >= len(tokens) or not tokens[place].is_number or not stands_alone(tokens, place):
        return None
    value = to_decimal(tokens[place], scaled=scale_at(tokens, place + 1) is not None)
    return None if value is None else Part(value, place + 1)


def scale_at(tokens: Sequence[Token], place: int) -> NumberWord | None:
    return _word(tokens, place, "scale", "scales", "tanwin")


def half_at(tokens: Sequence[Token], place: int) -> Part | None:
    """«ونصف» behind a number."""
    link = joined_at(tokens, place)
    if link is None:
        return None
    found = _word(tokens, link[0], "half", joined=link[1])
    return None if found is None else Part(found.value, link[0] + 1)
