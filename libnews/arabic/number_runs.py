"""Runs of tokens that make one number: digits and words, magnitudes, halves, the joining و."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from libnews.arabic.number_parts import (
    AND,
    SHADDA,
    Part,
    below_thousand,
    digits_at,
    half_at,
    joined_at,
    scale_at,
    word_at,
)  # fmt: skip
from libnews.arabic.number_words import NumberWord, number_word
from libnews.arabic.phrases import behind_clitics
from libnews.arabic.tokens import Token

_THOUSAND = Decimal(1000)
_TANWIN = "\N{ARABIC FATHATAN}"


class NumberRun(NamedTuple):
    """A whole number at tokens `[first, after)`; `scale` is its smallest magnitude word (1 for none)."""

    first: int
    after: int
    start_char: int
    end_char: int
    value: Decimal
    scale: Decimal


def _scaled(tokens: Sequence[Token], part: Part, scale: Decimal) -> tuple[Part, Decimal]:
    """`part` with the magnitudes that follow it directly: 19 مليون, ألف مليار, خمسة ونصف مليار."""
    value, after = part
    half = half_at(tokens, after)
    if scale == 1 and half is not None and scale_at(tokens, half.after):
        value, after = value + half.value, half.after
    while (word := scale_at(tokens, after)) is not None and (scale == 1 or word.value > scale):
        value, after, scale = value * word.value, after + 1, word.value
    return Part(value, after), scale


def _of_scale(tokens: Sequence[Token], place: int, *, first: bool, joined: bool) -> tuple[Part, Decimal] | None:
    """A group without a number before its magnitude: مليار, ألفان, نصف مليون."""
    found = word_at(tokens, place)
    if found is None or found.definite or not (first or found.lead == (AND if joined else "")):
        return None
    text = tokens[place].text
    if SHADDA in text:  # ألّف is a verb
        return None
    if found.kind == "half":
        whole = word_at(tokens, place + 1)
        if whole is None or whole.lead or whole.kind != "scale":
            return None
        return Part(found.value * whole.value, place + 2), whole.value
    if found.kind == "scale":
        return _scaled(tokens, Part(found.value, place + 1), found.value)
    if found.kind == "dual":
        return _scaled(tokens, Part(found.value * 2, place + 1), found.value)
    if found.kind == "tanwin":
        return _tanwin(tokens, place, found)
    return None


def _tanwin(tokens: Sequence[Token], place: int, found: NumberWord) -> tuple[Part, Decimal] | None:
    """مليارا unvowelled: two of them before what is counted (مليارا دولار), one before a rest (مليارا و200 مليون)."""
    if joined_at(tokens, place + 1) is not None:
        return _scaled(tokens, Part(found.value, place + 1), found.value)
    if _TANWIN in tokens[place].text or place + 1 == len(tokens) or not tokens[place + 1].is_word:
        return None
    return _scaled(tokens, Part(found.value * 2, place + 1), found.value)


def _group(
    tokens: Sequence[Token], place: int, *, first: bool = False, joined: bool = False
) -> tuple[Part, Decimal] | None:
    part = digits_at(tokens, place) or below_thousand(tokens, place, first=first, joined=joined)
    if part is not None:
        return _scaled(tokens, part, Decimal(1))
    return _of_scale(tokens, place, first=first, joined=joined)


def _fits(scale: Decimal, more: Decimal, more_scale: Decimal, *, digits: bool) -> bool:
    """Whether «و» goes on with the same number, not to the next thing counted.

    3 ملايين و400 ألف is one number, and so is ألف و200; مليون و5 سفن is two.
    """
    if more >= scale:
        return False
    if digits and more_scale == 1:
        return scale == _THOUSAND and more >= 10 and more == more.to_integral_value()
    return True


def _rises(total: Decimal, scale: Decimal, more: Decimal, more_scale: Decimal) -> bool:
    """ألف وخمسمائة مليار: a small thousand and its hundreds share the magnitude behind them."""
    small = more / more_scale
    return scale == _THOUSAND and total < 10 * _THOUSAND and more_scale > scale and 100 <= small < _THOUSAND


def number_run(tokens: Sequence[Token], place: int) -> NumberRun | None:
    """The number that begins at token `place`, clitics before it left out of its span."""
    token = tokens[place]
    opening = None if token.is_number else word_at(tokens, place)
    if opening is None and not token.is_number:
        return None
    if opening is not None and place and _is_counted(tokens[place - 1], opening):
        return None
    group = _group(tokens, place, first=True)
    if group is None:
        return None
    (total, after), scale = group
    total, after, scale = _continued(tokens, total, after, scale)
    start = token.start_char if opening is None else behind_clitics(token, len(opening.lead))
    return NumberRun(place, after, start, tokens[after - 1].end_char, plain(total), scale)


def _is_counted(before: Token, word: NumberWord) -> bool:
    """Whether the word before counts this one in a way that gives no number: 2-3 ملايين, ثلث مليون."""
    if word.lead:
        return False
    part = number_word(before.bare)
    return before.is_number or (part is not None and part.kind == "part")


def plain(value: Decimal) -> Decimal:
    """Without the zeros that multiplying leaves behind, and never in powers of ten."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def _continued(tokens: Sequence[Token], total: Decimal, after: int, scale: Decimal) -> tuple[Decimal, int, Decimal]:
    """The number with every further group that «و» joins to it."""
    while (link := joined_at(tokens, after)) is not None:
        half = half_of_scale(tokens, after, scale)
        if half is not None:
            return total + half.value, half.after, scale
        group = _group(tokens, link[0], joined=link[1]) if scale > 1 else None
        if group is None:
            break
        (more, end), more_scale = group
        if _fits(scale, more, more_scale, digits=tokens[link[0]].is_number):
            total, after, scale = total + more, end, more_scale
        elif _rises(total, scale, more, more_scale):
            total, after, scale = total * more_scale + more, end, more_scale
        else:
            break
    return total, after, scale


def half_of_scale(tokens: Sequence[Token], place: int, scale: Decimal) -> Part | None:
    """«ونصف [المليار]» at `place`, behind a number of magnitude `scale`: what it adds."""
    half = half_at(tokens, place)
    if half is None:
        return None
    return Part(half.value * scale, _past_repeated_scale(tokens, half.after, scale))


def _past_repeated_scale(tokens: Sequence[Token], place: int, scale: Decimal) -> int:
    """Behind the magnitude that is named again: مليار ونصف المليار."""
    found = word_at(tokens, place)
    is_again = (
        found is not None and not found.lead and found.value == scale and (found.definite or found.kind == "scale")
    )
    return place + 1 if is_again else place


def opens_number(word: str) -> bool:
    """Whether a number can begin with a lightly folded word."""
    return word[0].isdigit() or number_word(word) is not None


def number_runs(tokens: Sequence[Token], at: Sequence[int] | None = None) -> list[NumberRun]:
    """Every number of a tokenized text, in its order; none overlap. `at` are the tokens that may begin one."""
    places = [place for place, token in enumerate(tokens) if opens_number(token.bare)] if at is None else at
    runs: list[NumberRun] = []
    after = 0
    for place in places:
        if place < after:
            continue
        run = number_run(tokens, place)
        if run is not None:
            runs.append(run)
            after = run.after
    return runs
