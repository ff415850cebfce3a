"""When two written names are one person's: spelled otherwise, shortened, or with parts left out."""

import re
from collections.abc import Callable
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

Parts = tuple[str, ...]
GivenRank = Callable[[str], int]
"""0 for a part that is no given name of the language itself, 2 for one of its most frequent, else 1."""

# Honoured first names that writers drop: محمد شهباز شريف is شهباز شريف.
DROPPED = frozenset({"محمد", "سيد", "مولاي"})
_SON = frozenset({"بن", "ابن", "بنت", "ولد"})
HOUSE = "ال"
# What ties the next part to the name and is itself written or left out.
TIES = _SON | {HOUSE}
# Letters that transcribers of foreign names interchange, after folding.
_ALIKE = str.maketrans(
    {"ص": "س", "ط": "ت", "ض": "د", "ظ": "س", "ز": "س", "ث": "س", "ذ": "د", "ج": "غ", "ق": "ك", "ڤ": "ف"}
)
_VOWELS = str.maketrans({"ا": "", "و": "", "ي": ""})
# The ه that ends «كاغامه» is a vowel, that of «إسلامية» a woman's; «جيه» is no such word.
_VOWEL_H = re.compile("(?<!...ي)ه$")
# Shorter parts a letter apart are other names: كيم, كين.
_LONG = 4
_LONG_SOUND = 4
# First parts of so few letters that are no given name are Chinese or Korean, and every syllable after them tells.
_SYLLABLE = 3


class Likeness(IntEnum):
    """How alike two names are, and so what else is needed to make them one person's."""

    DIFFERENT = 0
    NEAR = 1
    """A letter apart, or a part more or less that may make another man of him: the same office is needed."""
    LONG_NEAR = 2
    """A letter apart in a long foreign part: the same office or country is needed."""
    CUT_SHORT = 3
    """One is the beginning of the other: the same office or country is needed."""
    SOUNDS_SAME = 4
    """Foreign parts written as they were heard, the same consonants: nothing may speak against it."""
    SAME = 5
    """The same parts, or the father's left out: nothing may speak against it."""


class Name(NamedTuple):
    """A name's parts without what ties them, and before each part its tie («بن», «ال») or ''."""

    parts: Parts
    ties: Parts

    @property
    def tells_father(self) -> bool:
        """Whether the second part is the father's name, and said to be."""
        return len(self.parts) > 1 and self.ties[1] in _SON


@lru_cache(maxsize=1 << 15)
def name_of(parts: Parts) -> Name:
    """The parts that count, and their ties.

    >>> name_of(("محمد", "بن", "زايد", "ال", "نهيان"))
    Name(parts=('محمد', 'زايد', 'نهيان'), ties=('', 'بن', 'ال'))
    """
    kept: list[str] = []
    ties: list[str] = []
    tie = ""
    for part, after in zip(parts, (*parts[1:], None), strict=True):
        if part in TIES and after is not None:
            tie = part
            continue
        kept.append(part)
        ties.append(tie)
        tie = ""
    return Name(tuple(kept), tuple(ties))


@lru_cache(maxsize=1 << 15)
def skeleton(part: str) -> str:
    """A name part without its long vowels, and without the ه of «كاغامه»; emphatic and plain letters made one.

    >>> skeleton("ظهير") == skeleton("ظاهر"), skeleton("سدهو") == skeleton("صدهو")
    (True, True)
    """
    heard = _VOWEL_H.sub("", part.replace("تش", "ش")).translate(_ALIKE)
    return heard[:1] + heard[1:].translate(_VOWELS)


def no_given_names(part: str) -> int:
    """For names of a language without a reader."""
    return 0


def likeness(one: Parts, other: Parts, given: GivenRank = no_given_names) -> Likeness:
    """How alike two names of two parts or more are; `given` knows the given names of their language.

    The shorter must be the longer with parts left out, beginning with the same part: a son bears his father's name
    after his own, so that «خليفة حفتر» stands inside «صدام خليفة حفتر» and is somebody else.

    >>> likeness(("صدام", "حفتر"), ("صدام", "خليفه", "حفتر")).name
    'SAME'
    >>> likeness(("خليفه", "حفتر"), ("صدام", "خليفه", "حفتر")).name
    'DIFFERENT'
    >>> likeness(("دميتري", "بيسكوف"), ("ديمتري", "بيسكوف")).name
    'SOUNDS_SAME'
    """
    short, long = sorted((name_of(one), name_of(other)), key=lambda name: (len(name.parts), name))
    if len(short.parts) < 2:
        return Likeness.DIFFERENT
    found = max(_aligned(short, long, given), _run_together(short, long))
    if found is Likeness.DIFFERENT and _drops_first(short, long):
        # محمد may also be the other's son: another reason has to say that they are one
        rest = sorted((short, Name(long.parts[1:], ("", *long.ties[2:]))), key=lambda name: len(name.parts))
        return min(_aligned(rest[0], rest[1], given), Likeness.NEAR)
    return found


def _drops_first(short: Name, long: Name) -> bool:
    first = long.parts[0]
    return first in DROPPED and short.parts[0] not in DROPPED and len(long.parts) > 2 and not long.tells_father


def _aligned(short: Name, long: Name, given: GivenRank) -> Likeness:
    worst = _part_likeness(short.parts[0], long.parts[0], given)
    if worst is Likeness.DIFFERENT:
        return worst
    at = [0]
    for number, part in enumerate(short.parts[1:], start=1):
        found = next(
            (
                (position, like)
                for position in range(at[-1] + 1, len(long.parts))
                if (like := _part_likeness(part, long.parts[position], given))
            ),
            None,
        )
        if found is None or _are_other_ties(short.ties[number], long.ties[found[0]]):
            return Likeness.DIFFERENT
        at.append(found[0])
        worst = min(worst, found[1])
    left = _by_what_is_left_out(short, long, at, given)
    return Likeness.NEAR if len(short.parts) < len(long.parts) and worst < Likeness.SOUNDS_SAME else min(worst, left)


def _are_other_ties(one: str, other: str) -> bool:
    """عبدالعزيز آل سعود is of the house of سعود, and another than عبدالعزيز بن سعود, whose father سعود is."""
    return HOUSE in (one, other) and (one in _SON or other in _SON)


def _by_what_is_left_out(short: Name, long: Name, at: list[int], given: GivenRank) -> Likeness:
    """Parts left out stand in the middle, or the name was cut short after its first parts."""
    if at[1] > 1 and short.tells_father:
        return Likeness.NEAR  # فيصل بن عبدالعزيز has another father than فيصل بن عبدالله بن عبدالعزيز
    after = at[-1] + 1
    if after == len(long.parts):
        is_syllable = len(short.parts[0]) <= _SYLLABLE and not given(short.parts[0])
        return Likeness.DIFFERENT if is_syllable and len(short.parts) < len(long.parts) else Likeness.SAME
    if after != len(short.parts):
        return Likeness.DIFFERENT
    # Who is called by his father's name alone is of a house («آل نهيان»), or goes on with his grandfather's.
    return Likeness.SAME if short.tells_father and all(long.ties[after:]) else Likeness.CUT_SHORT


def _run_together(short: Name, long: Name) -> Likeness:
    """«شي جين بينغ» and «شي جينبينغ», «لو دريان» and «لودريان»: parts written as one."""
    if len(short.parts) == len(long.parts) or short.parts[0] != long.parts[0]:
        return Likeness.DIFFERENT
    return Likeness.SOUNDS_SAME if skeleton("".join(short.parts)) == skeleton("".join(long.parts)) else Likeness(0)


def _part_likeness(one: str, other: str, given: GivenRank) -> Likeness:
    if one == other:
        return Likeness.SAME
    first, second = skeleton(one), skeleton(other)
    if first == second:
        # حسن is not حسين, nor صالح صالحي
        is_free = len(first) > 1 and not given(one) and not given(other)
        return Likeness.SOUNDS_SAME if is_free else Likeness.NEAR
    shorter = min(len(one), len(other))
    near = shorter >= _LONG and OSA.distance(one, other, score_cutoff=1) <= 1
    near = near or (min(len(first), len(second)) >= _LONG_SOUND and OSA.distance(first, second, score_cutoff=1) <= 1)
    if not near:
        return Likeness.DIFFERENT
    return Likeness.LONG_NEAR if shorter > _LONG and not given(one) and not given(other) else Likeness.NEAR
