"""Runs of tokens that make one number: digits and words, magnitudes, halves, the joining و."""

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from libnews.arabic.number_words import NumberWord, number_word
from libnews.arabic.numerals import stands_alone, to_decimal
from libnews.arabic.phrases import behind_clitics, key
from libnews.arabic.tokens import Token

_THOUSAND = Decimal(1000)
_AND = "و"
_SHADDA, _TANWIN = "\N{ARABIC SHADDA}", "\N{ARABIC FATHATAN}"


class Part(NamedTuple):
    """A piece of a number at tokens `[_, after)`."""

    value: Decimal
    after: int


class NumberRun(NamedTuple):
    """A whole number at tokens `[first, after)`; `scale` is its smallest magnitude word (1 for none)."""

    first: int
    after: int
    start_char: int
    end_char: int
    value: Decimal
    scale: Decimal


def _read(tokens: Sequence[Token], place: int) -> NumberWord | None:
    """The number word at `place`; وأحد is و and أحد, a number only before عشر."""
    if place >= len(tokens):
        return None
    found = number_word(tokens[place].bare)
    if found is None or tokens[place].bare != "واحد":
        return found
    behind = number_word(tokens[place + 1].bare) if place + 1 < len(tokens) else None
    if behind is not None and behind.kind == "teen" and not behind.lead and not behind.definite:
        return NumberWord(_AND, "one_of", Decimal(1), definite=False)
    return None if "أ" in tokens[place].text else found


def _word(tokens: Sequence[Token], place: int, *kinds: str, joined: bool = False) -> NumberWord | None:
    """The number word at `place` of one of `kinds`, without article, and without clitics unless و joins it."""
    found = _read(tokens, place)
    if found is None or found.definite or found.kind not in kinds or _SHADDA in tokens[place].text[1:3]:
        return None
    return found if found.lead == (_AND if joined else "") else None


def _joined(tokens: Sequence[Token], place: int) -> tuple[int, bool] | None:
    """Where the part behind a joining و begins, and whether that و is glued to its word."""
    if place < len(tokens) and key(tokens[place].bare) == _AND:
        return place + 1, False
    found = _read(tokens, place)
    return (place, True) if found is not None and found.lead == _AND else None


def _atom(tokens: Sequence[Token], place: int, *, first: bool = False, joined: bool = False) -> Part | None:
    """One word below a thousand, or two that make one: خمسة عشر, ثلاث مئة."""
    found = _read(tokens, place)
    if found is None or found.definite or not (first or found.lead == (_AND if joined else "")):
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
    link = _joined(tokens, place)
    return link is not None and _word(tokens, link[0], "ten", joined=link[1]) is not None


def _below_thousand(tokens: Sequence[Token], place: int, *, first: bool, joined: bool) -> Part | None:
    """Number words below a thousand: مئة وخمسة وعشرون."""
    part = _atom(tokens, place, first=first, joined=joined)
    if part is None:
        return None
    value, after, last = part.value, part.after, part.value
    while (link := _joined(tokens, after)) is not None:
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


def _digits(tokens: Sequence[Token], place: int) -> Part | None:
    if place >= len(tokens) or not tokens[place].is_number or not stands_alone(tokens, place):
        return None
    value = to_decimal(tokens[place], scaled=_scale(tokens, place + 1) is not None)
    return None if value is None else Part(value, place + 1)


def _scale(tokens: Sequence[Token], place: int) -> NumberWord | None:
    return _word(tokens, place, "scale", "scales", "tanwin")


def _half(tokens: Sequence[Token], place: int) -> Part | None:
    """«ونصف» behind a number."""
    link = _joined(tokens, place)
    if link is None:
        return None
    found = _word(tokens, link[0], "half", joined=link[1])
    return None if found is None else Part(found.value, link[0] + 1)


def _scaled(tokens: Sequence[Token], part: Part, scale: Decimal) -> tuple[Part, Decimal]:
    """`part` with the magnitudes that follow it directly: 19 مليون, ألف مليار, خمسة ونصف مليار."""
    value, after = part
    half = _half(tokens, after)
    if scale == 1 and half is not None and _scale(tokens, half.after):
        value, after = value + half.value, half.after
    while (word := _scale(tokens, after)) is not None and (scale == 1 or word.value > scale):
        value, after, scale = value * word.value, after + 1, word.value
    return Part(value, after), scale


def _of_scale(tokens: Sequence[Token], place: int, *, first: bool, joined: bool) -> tuple[Part, Decimal] | None:
    """A group without a number before its magnitude: مليار, ألفان, نصف مليون."""
    found = _read(tokens, place)
    if found is None or found.definite or not (first or found.lead == (_AND if joined else "")):
        return None
    text = tokens[place].text
    if _SHADDA in text:  # ألّف is a verb
        return None
    if found.kind == "half":
        whole = _read(tokens, place + 1)
        if whole is None or whole.lead or whole.kind != "scale":
            return None
        return Part(found.value * whole.value, place + 2), whole.value
    if found.kind == "scale":
        return _scaled(tokens, Part(found.value, place + 1), found.value)
    if found.kind == "dual" or (found.kind == "tanwin" and _TANWIN not in text):
        return _scaled(tokens, Part(found.value * 2, place + 1), found.value)
    return None


def _group(
    tokens: Sequence[Token], place: int, *, first: bool = False, joined: bool = False
) -> tuple[Part, Decimal] | None:
    part = _digits(tokens, place) or _below_thousand(tokens, place, first=first, joined=joined)
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
    opening = None if token.is_number else _read(tokens, place)
    if opening is None and not token.is_number:
        return None
    group = _group(tokens, place, first=True)
    if group is None:
        return None
    (total, after), scale = group
    total, after, scale = _continued(tokens, total, after, scale)
    start = token.start_char if opening is None else behind_clitics(token, len(opening.lead))
    return NumberRun(place, after, start, tokens[after - 1].end_char, plain(total), scale)


def plain(value: Decimal) -> Decimal:
    """Without the zeros that multiplying leaves behind, and never in powers of ten."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def _continued(tokens: Sequence[Token], total: Decimal, after: int, scale: Decimal) -> tuple[Decimal, int, Decimal]:
    """The number with every further group that «و» joins to it."""
    while (link := _joined(tokens, after)) is not None:
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
    half = _half(tokens, place)
    if half is None:
        return None
    return Part(half.value * scale, _past_repeated_scale(tokens, half.after, scale))


def _past_repeated_scale(tokens: Sequence[Token], place: int, scale: Decimal) -> int:
    """Behind the magnitude that is named again: مليار ونصف المليار."""
    found = _read(tokens, place)
    return place + 1 if found is not None and found.definite and not found.lead and found.value == scale else place


@lru_cache(maxsize=1 << 16)
def _may_begin(word: str) -> bool:
    """Whether a number can begin with `word`: asked of every word of a corpus, so it is remembered."""
    return word[0].isdigit() or number_word(word) is not None


def number_runs(tokens: Sequence[Token]) -> list[NumberRun]:
    """Every number of a tokenized text, in its order; none overlap."""
    runs: list[NumberRun] = []
    after = 0
    for place, token in enumerate(tokens):
        if place < after or not _may_begin(token.bare):
            continue
        run = number_run(tokens, place)
        if run is not None:
            runs.append(run)
            after = run.after
    return runs
