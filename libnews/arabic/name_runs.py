"""Names of persons in the words of one paragraph: the likeliest way to cut it into names and all else.

Every word may stand outside names, begin one, begin one behind a clitic, or go on with one. Features of the word and
of its neighbours speak for each, with weights learned from articles marked by hand (`lexicon/name_weights.tsv`); the
best sequence is found by dynamic programming. Weights are whole numbers, so that every machine finds the same.
"""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from libnews.arabic.lexicon import rows
from libnews.arabic.name_cues import (
    Cues,
    Titles,
    cues_among,
    neighbour_features,
    outer_features,
    place_kinds,
    situation_features,
    sort_features,
    titles_before,
)
from libnews.arabic.name_words import clitic_features, features, sort_of, without_clitic
from libnews.arabic.titles import Places
from libnews.arabic.tokens import Token
from libnews.arabic.words import ARTICLE

OUTSIDE, BEGINS, BEHIND_CLITIC, GOES_ON = range(4)
IMPOSSIBLE = -(10**12)
# A tenth of the words say more for a name than this; of 835 names only one had no such word.
_WORTH_A_LOOK = -1500
Sums = tuple[float, float, float, float]
Steps = tuple[Sums, Sums, Sums, Sums]
_STATES = range(4)
_SON = ("بن", "ابن")
_NOTHING: Sums = (0, 0, 0, 0)


class NameRun(NamedTuple):
    """A name at the tokens `[start, end)`; `cut` letters of its first token are a clitic."""

    start: int
    end: int
    cut: int


@cache
def _weights() -> dict[str, Sums]:
    return {row[0]: (int(row[1]), int(row[2]), int(row[3]), int(row[4])) for row in rows("name_weights")}


def _sum(found: tuple[str, ...]) -> Sums:
    weights = _weights()
    outside = begins = behind = goes_on = 0.0
    for feature in found:
        if feature in weights:
            weight = weights[feature]
            outside += weight[0]
            begins += weight[1]
            behind += weight[2]
            goes_on += weight[3]
    return outside, begins, behind, goes_on


# News repeats its words and their company: sums are kept by what they were drawn from.
_of_word = lru_cache(maxsize=1 << 15)(lambda word: _sum(features(word)))
_of_neighbour = lru_cache(maxsize=1 << 15)(lambda side, word, place: _sum(neighbour_features(side, word, place)))
_of_outer = lru_cache(maxsize=1 << 15)(lambda before, sort, after: _sum(outer_features(before, sort, after)))
_of_sorts = lru_cache(maxsize=1 << 15)(lambda before, sort, after: _sum(sort_features(before, sort, after)))
_of_situation = lru_cache(maxsize=1 << 15)(lambda place, title, sort: _sum(situation_features(place, title, sort)))


@lru_cache(maxsize=1 << 15)
def _of_clitic(word: str) -> Sums | None:
    """Of a word read behind a clitic; `None` where no clitic can stand."""
    reading = without_clitic(word)
    if reading is None:
        return None
    rest, added = _of_word(reading[1]), _sum(clitic_features(word))
    return rest[0] + added[0], rest[1] + added[1], rest[2] + added[2], rest[3] + added[3]


def find_name_runs(
    tokens: list[Token], places: Places, titles: Titles, at: Sequence[int] | None = None
) -> list[NameRun]:
    """The names of a paragraph in text order; `titles` tells where titles end.

    Give `at` where it is known which tokens speak for a name.

    >>> from libnews.arabic.tokens import tokenize
    >>> tokens = tokenize("وقال محمد صالح للصحفيين")
    >>> find_name_runs(tokens, {}, {})
    [NameRun(start=1, end=3, cut=0)]
    """
    runs = []
    kinds, titled = place_kinds(places), titles_before(tokens, titles)
    if at is None:
        at = [position for position, token in enumerate(tokens) if speaks_for_name(token.bare)]
    for first, last in _stretches(tokens, at):
        states = _states(cues_among(tokens, kinds, titled, (first, last)))
        for start, state in enumerate(states, start=first):
            if state in (BEGINS, BEHIND_CLITIC):
                runs.append(_run(tokens, start, states[start - first + 1 :], state))
    return runs


def speaks_for_name(word: str) -> bool:
    """Whether a word alone speaks for a name enough that its neighbours could make it one."""
    if not word[0].isalpha() or word.isascii():
        return False
    whole, behind = _of_word(word), _of_clitic(word)
    if max(whole[BEGINS], whole[GOES_ON]) > _WORTH_A_LOOK:
        return True
    return behind is not None and behind[BEHIND_CLITIC] > _WORTH_A_LOOK


def _stretches(tokens: list[Token], at: Sequence[int]) -> list[tuple[int, int]]:
    """The stretches of a paragraph where names may stand: words that speak for it, and those beside them."""
    found: list[tuple[int, int]] = []
    for position in at:
        first, last = max(0, position - 1), min(len(tokens), position + 3)
        if found and first <= found[-1][1]:
            first = found.pop()[0]
        found.append((first, last))
    return found


def _run(tokens: list[Token], start: int, states: list[int], state: int) -> NameRun:
    end = start + 1 + next((more for more, later in enumerate(states) if later != GOES_ON), len(states))
    reading = without_clitic(tokens[start].bare) if state == BEHIND_CLITIC else None
    return NameRun(start, end + _closes_patronym(tokens, end), 0 if reading is None else reading[0])


def _closes_patronym(tokens: list[Token], end: int) -> bool:
    """«محمد بن حمود المزيد،»: an ordinary word with article, and nothing behind it, is the family name."""
    if not 2 < end < len(tokens) or tokens[end - 2].bare not in _SON or not tokens[end].bare.startswith(ARTICLE):
        return False
    if end + 1 < len(tokens) and (tokens[end + 1].is_word or tokens[end + 1].is_number):
        return False
    return sort_of(tokens[end].bare)[0] in "CU"


def _states(cues: list[Cues]) -> list[int]:
    emissions = [_emission(cue) for cue in cues]
    bound = False
    transitions = []
    for cue in cues:
        transitions.append(_transitions(cue.sort, bound))
        bound = cue.binds
    return best_states(emissions, transitions)


def best_states(emissions: list[Sums], transitions: list[Steps]) -> list[int]:
    """The sequence of states with the highest sum; of equal ones that with the lower states."""
    scores: list[float] = [0, IMPOSSIBLE, IMPOSSIBLE, IMPOSSIBLE]
    origins = []
    for emission, (outside, begins, behind, goes_on) in zip(emissions, transitions, strict=True):
        from_outside, from_begins, from_behind, from_goes_on = scores
        reached, origin = [], []
        for new in _STATES:
            best, old = from_outside + outside[new], OUTSIDE
            if (way := from_begins + begins[new]) > best:
                best, old = way, BEGINS
            if (way := from_behind + behind[new]) > best:
                best, old = way, BEHIND_CLITIC
            if (way := from_goes_on + goes_on[new]) > best:
                best, old = way, GOES_ON
            reached.append(best + emission[new])
            origin.append(old)
        scores = reached
        origins.append(origin)
    state = max(_STATES, key=scores.__getitem__)
    states = []
    for back in reversed(origins):
        states.append(state)
        state = back[state]
    return states[::-1]


def _emission(cue: Cues) -> Sums:
    if not cue.is_word and not cue.joins:
        return 0, IMPOSSIBLE, IMPOSSIBLE, IMPOSSIBLE
    outer_before, before, after, outer_after = cue.sorts
    left, right = _of_neighbour("P", *cue.before), _of_neighbour("N", *cue.after)
    outer = _of_outer(outer_before, cue.sort, outer_after)
    here = _of_situation(cue.place, cue.title, cue.sort) if cue.place or cue.title else _NOTHING
    begins = left[BEGINS] + right[BEGINS] + outer[BEGINS] + here[BEGINS]
    behind = left[BEHIND_CLITIC] + right[BEHIND_CLITIC] + outer[BEHIND_CLITIC] + here[BEHIND_CLITIC]
    goes_on = left[GOES_ON] + right[GOES_ON] + outer[GOES_ON] + here[GOES_ON]
    word, sorts = _of_word(cue.word), _of_sorts(before, cue.sort, after)
    goes_on += word[GOES_ON] + sorts[GOES_ON]
    if cue.joins:
        return 0, IMPOSSIBLE, IMPOSSIBLE, goes_on
    begins += word[BEGINS] + sorts[BEGINS]
    clitic = None if cue.clitic_sort is None else _of_clitic(cue.word)
    if clitic is None:
        return 0, begins, IMPOSSIBLE, goes_on
    behind += clitic[BEHIND_CLITIC] + _of_sorts(before, cue.clitic_sort, after)[BEHIND_CLITIC]
    return 0, begins, behind, goes_on


@lru_cache(maxsize=1 << 12)
def _transitions(sort: str, bound: bool) -> Steps:
    sums = [_sum((f"t{state}", f"t{state}{sort}")) for state in _STATES]
    return allowed_steps(sums, bound)


def allowed_steps(sums: list[Sums], bound: bool) -> Steps:
    """Weights of the steps between states, from which no name goes on outside one and none ends on عبد or a hyphen."""
    open_, *inside = sums
    if bound:
        inside = [(IMPOSSIBLE, IMPOSSIBLE, IMPOSSIBLE, steps[GOES_ON]) for steps in inside]
    return ((*open_[:GOES_ON], IMPOSSIBLE), *inside)  # type: ignore[return-value]
