"""Which names are worth comparing: those that share a key, so that cost grows with names and not with their pairs."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from libnews.resolve.names import DROPPED, Parts, name_of, skeleton

Key = tuple[int | str, ...]
# A sound of fewer letters is another with a letter less.
_LONG = 2


def pairs_to_compare(forms: list[Parts]) -> list[tuple[int, int]]:
    """The numbers of names that may be one person's, each pair once, in order.

    Every name is found under all of its parts, once as they sound and once for each part with a letter less; a longer
    one asks also for what is left of it when parts are left out. So nothing depends on how many names there are.
    """
    under: dict[Key, list[int]] = defaultdict(list)
    for number, form in enumerate(forms):
        for key in _keys(_sounds(form)):
            under[key].append(number)
    pairs: set[tuple[int, int]] = set()
    for number, form in enumerate(forms):
        for shorter in _shortened(_sounds(form)):
            for key in _keys(shorter):
                pairs.update(
                    (min(number, other), max(number, other)) for other in under.get(key, ()) if other != number
                )
    return sorted(pairs)


def _sounds(form: Parts) -> Parts:
    return tuple(map(skeleton, name_of(form).parts))


def _keys(sounds: Parts) -> Iterator[Key]:
    yield ("", "".join(sounds))
    for at, sound in enumerate(sounds):
        rest: Key = (at, *sounds[:at], *sounds[at + 1 :])
        yield (*rest, "", sound)
        if len(sound) >= _LONG:
            for cut in range(len(sound)):
                yield (*rest, "", sound[:cut] + sound[cut + 1 :])


def _shortened(sounds: Parts) -> Iterator[Parts]:
    """The name itself, and its first part with some of the others: one, two, or all but one."""
    yield sounds
    first, rest = sounds[0], sounds[1:]
    for size in sorted(size for size in {1, 2, len(rest) - 1} if 0 < size < len(rest)):
        for kept in combinations(rest, size):
            yield (first, *kept)
    if first in _DROPPED and len(rest) > 1:
        yield from _shortened(rest)


_DROPPED = frozenset(map(skeleton, DROPPED))
