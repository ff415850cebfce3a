"""Names of persons in the words of one paragraph: the likeliest way to cut it into names and all else.

Every word may stand outside names, begin one, begin one behind a clitic, or go on with one. Features of the word and
of its neighbours speak for each, with weights learned from articles marked by hand (`lexicon/name_weights.tsv`); the
best sequence is found by dynamic programming. Weights are whole numbers, so that every machine finds the same.
"""

from functools import cache, lru_cache
from typing import NamedTuple

from libnews.arabic.lexicon import rows
from libnews.arabic.name_cues import (
    Cues,
    Titles,
    cues_of,
    neighbour_features,
    outer_features,
    situation_features,
    sort_features,
)
from libnews.arabic.name_words import clitic_features, features, without_clitic
from libnews.arabic.titles import Places
from libnews.arabic.tokens import Token

OUTSIDE, BEGINS, BEHIND_CLITIC, GOES_ON = range(4)
IMPOSSIBLE = -(10**12)
Sums = tuple[float, float, float, float]
Steps = tuple[Sums, Sums, Sums, Sums]
_STATES = range(4)
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
_of_word = lru_cache(maxsize=1 << 16)(lambda word: _sum(features(word)))
_of_clitic = lru_cache(maxsize=1 << 16)(lambda word: _sum(clitic_features(word)))
_of_neighbour = lru_cache(maxsize=1 << 16)(lambda side, word, place: _sum(neighbour_features(side, word, place)))
_of_outer = lru_cache(maxsize=1 << 16)(lambda before, after: _sum(outer_features(before, after)))
_of_sorts = lru_cache(maxsize=1 << 16)(lambda before, sort, after: _sum(sort_features(before, sort, after)))
_of_situation = lru_cache(maxsize=1 << 16)(lambda place, title, sort: _sum(situation_features(place, title, sort)))


def find_name_runs(tokens: list[Token], places: Places, titles: Titles) -> list[NameRun]:
    """The names of a paragraph in text order; `titles` tells where titles end.

    >>> from libnews.arabic.tokens import tokenize
    >>> tokens = tokenize("وقال محمد صالح للصحفيين")
    >>> find_name_runs(tokens, {}, {})
    [NameRun(start=1, end=3, cut=0)]
    """
    states = _states(cues_of(tokens, places, titles))
    runs = []
    for start, state in enumerate(states):
        if state not in (BEGINS, BEHIND_CLITIC):
            continue
        end = start + 1
        while end < len(states) and states[end] == GOES_ON:
            end += 1
        reading = without_clitic(tokens[start].bare) if state == BEHIND_CLITIC else None
        runs.append(NameRun(start, end, 0 if reading is None else reading[0]))
    return runs


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
    scores: Sums = (0, IMPOSSIBLE, IMPOSSIBLE, IMPOSSIBLE)
    origins = []
    for emission, steps in zip(emissions, transitions, strict=True):
        reached = [max((scores[old] + steps[old][new], -old) for old in _STATES) for new in _STATES]
        scores = tuple(best + there for (best, _), there in zip(reached, emission, strict=True))  # type: ignore[assignment]
        origins.append([-old for _, old in reached])
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
    here = (
        _of_neighbour("P", *cue.before),
        _of_neighbour("N", *cue.after),
        _of_outer(outer_before, outer_after),
        _of_situation(cue.place, cue.title, cue.sort) if cue.place or cue.title else _NOTHING,
    )
    _, begins, behind, goes_on = (sum(column) for column in zip(*here, strict=True))
    word, sorts = _of_word(cue.word), _of_sorts(before, cue.sort, after)
    goes_on += word[GOES_ON] + sorts[GOES_ON]
    if cue.joins:
        return 0, IMPOSSIBLE, IMPOSSIBLE, goes_on
    begins += word[BEGINS] + sorts[BEGINS]
    if cue.clitic_sort is None:
        return 0, begins, IMPOSSIBLE, goes_on
    behind += _of_clitic(cue.word)[BEHIND_CLITIC] + _of_sorts(before, cue.clitic_sort, after)[BEHIND_CLITIC]
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
