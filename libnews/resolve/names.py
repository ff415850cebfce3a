"""When two written names are one person's: spelled otherwise, shortened, or with parts left out."""

from enum import IntEnum

from rapidfuzz.distance import Levenshtein

Parts = tuple[str, ...]

# Honoured first names that writers drop: محمد شهباز شريف is شهباز شريف.
DROPPED = frozenset({"محمد", "سيد", "مولاي"})
# Letters that transcribers of foreign names interchange, after folding.
_ALIKE = str.maketrans({"ص": "س", "ط": "ت", "ض": "د", "ظ": "ز", "ث": "س", "ذ": "د", "ج": "غ", "ق": "ك", "ڤ": "ف"})
_VOWELS = str.maketrans({"ا": "", "و": "", "ي": ""})
_LONG = 5


class Likeness(IntEnum):
    """How alike two names are; only SPELLED_ALIKE needs another reason to make them one person."""

    DIFFERENT = 0
    SPELLED_ALIKE = 1
    SAME = 2


def skeleton(part: str) -> str:
    """A name part without its long vowels, emphatic and plain letters made one.

    >>> skeleton("ظهير") == skeleton("ظاهر"), skeleton("سدهو") == skeleton("صدهو")
    (True, True)
    """
    return part[:1].translate(_ALIKE) + part[1:].translate(_ALIKE).translate(_VOWELS)


def likeness(one: Parts, other: Parts) -> Likeness:
    """How alike two names of two parts or more are.

    The shorter must be the longer with parts left out, beginning with the same part: a son bears his father's name
    after his own, so that «خليفة حفتر» stands inside «صدام خليفة حفتر» and is somebody else.

    >>> likeness(("صدام", "حفتر"), ("صدام", "خليفه", "حفتر")).name
    'SAME'
    >>> likeness(("خليفه", "حفتر"), ("صدام", "خليفه", "حفتر")).name
    'DIFFERENT'
    >>> likeness(("اسامه", "حماد"), ("اسامه", "سعد", "حمد")).name
    'SPELLED_ALIKE'
    """
    short, long = sorted((one, other), key=len)
    if len(short) < 2:
        return Likeness.DIFFERENT
    if long[0] in DROPPED and short[0] not in DROPPED and len(long) > 2:
        # محمد may also be the other's son: another reason has to say that they are one
        return min(_aligned(*sorted((short, long[1:]), key=len)), Likeness.SPELLED_ALIKE)
    return _aligned(short, long)


def _aligned(short: Parts, long: Parts) -> Likeness:
    worst = _part_likeness(short[0], long[0])
    if worst is Likeness.DIFFERENT:
        return worst
    position = 1
    for part in short[1:]:
        found = next(((i, like) for i in range(position, len(long)) if (like := _part_likeness(part, long[i]))), None)
        if found is None:
            return Likeness.DIFFERENT
        position, worst = found[0] + 1, min(worst, found[1])
    # Parts left out stand in the middle, or the name was cut short after its first parts.
    ends_alike = position == len(long)
    return worst if ends_alike or position == len(short) else Likeness.DIFFERENT


def _part_likeness(one: str, other: str) -> Likeness:
    if one == other:
        return Likeness.SAME
    if skeleton(one) == skeleton(other) and len(skeleton(one)) > 1:
        return Likeness.SPELLED_ALIKE
    near = min(len(one), len(other)) >= _LONG and Levenshtein.distance(one, other, score_cutoff=1) <= 1
    return Likeness.SPELLED_ALIKE if near else Likeness.DIFFERENT
