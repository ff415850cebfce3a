"""What the words around a word tell of whether it stands in a personal name, as features the weights speak of."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from libnews.arabic.fold import bare
from libnews.arabic.name_words import beside, binds, sort_of, without_clitic
from libnews.arabic.titles import Places
from libnews.arabic.tokens import Token
from libnews.arabic.word_table import WordTable
from libnews.arabic.words import words_of

_JOINING = "-_"
# «جالساً»: the mark of an indefinite noun, which no writer puts on a name.
_TANWIN = re.compile("[\u064b-\u064d]")


class Cues(NamedTuple):
    """One token and what stands around it: words, their sorts, places, and the kind of a title that ends before it."""

    word: str
    sort: str
    clitic_sort: str | None
    before: tuple[str, str]
    after: tuple[str, str]
    sorts: tuple[str, str, str, str]
    place: str
    title: str
    is_word: bool
    joins: bool
    binds: bool
    """Whether a name cannot end here: «عبد», «بن», «دي», a hyphen."""


Titles = Mapping[int, str]
"""Token position behind a title to the kind of that title."""


def cues_of(tokens: Sequence[Token], places: Places, titles: Titles) -> list[Cues]:
    """The cues of every token of a paragraph."""
    return cues_among(tokens, place_kinds(places), titles_before(tokens, titles), (0, len(tokens)))


def cues_among(
    tokens: Sequence[Token], kinds_at: Mapping[int, str], titled: Mapping[int, str], stretch: tuple[int, int]
) -> list[Cues]:
    """The cues of the tokens of a stretch of a paragraph, from its `place_kinds` and `titles_before`."""
    first, last = stretch
    make = tuple.__new__  # as Cues(...), and faster: it is made for every token
    near = range(first - 2, last + 2)
    kinds = [kinds_at.get(position, "") for position in near]
    words = [tokens[position].bare if 0 <= position < len(tokens) else "" for position in near]
    sorts = [_sort(word, kind) if kind or not word else sort_of(word) for word, kind in zip(words, kinds, strict=True)]
    found = []
    for here, position in enumerate(range(first, last), start=2):
        word, is_word = words[here], _may_be_part[tokens[position].text]
        joins = word in _JOINING and _joins(tokens, position)
        told = (
            word,
            sorts[here],
            _clitic_sort[word] if is_word else None,
            (words[here - 1], kinds[here - 1]),
            (words[here + 1], kinds[here + 1]),
            (sorts[here - 2], sorts[here - 1], sorts[here + 1], sorts[here + 2]),
            kinds[here],
            titled.get(position, ""),
            is_word,
            joins,
            joins or _binds[word],
        )
        found.append(make(Cues, told))
    return found


def _is_no_stop(text: str) -> bool:
    """«منوتشين الأحد»: days, «الذي» and their like stand in no name, whatever the weights say."""
    if not text[0].isalpha() or text.isascii() or bare(text) in words_of("title_stops"):
        return False
    return not _TANWIN.search(text)


_may_be_part = WordTable(_is_no_stop)
_binds = WordTable(binds)
_clitic_sort: WordTable[str | None] = WordTable(
    lambda word: None if (reading := without_clitic(word)) is None else sort_of(reading[1])
)


def place_kinds(places: Places) -> dict[int, str]:
    """Token position to the sort of the place that stands there."""
    return {position: place.kind[:3] for start, (place, end) in places.items() for position in range(start, end)}


def _sort(word: str, place: str) -> str:
    if not word:
        return "-"
    sort = sort_of(word)
    return "@" + place if place and sort[0] != "G" else sort


def titles_before(tokens: Sequence[Token], titles: Titles) -> dict[int, str]:
    """Token position to the kind of the title that ends before it, or to «,» where only a comma stands between."""
    behind_comma = {end + 1: "," for end in titles if end < len(tokens) and tokens[end].text in "،,:"}
    return {**behind_comma, **titles}


def _joins(tokens: Sequence[Token], position: int) -> bool:
    """A hyphen or underscore within a word: «جونغ-اون»."""
    if tokens[position].text not in _JOINING or not 0 < position < len(tokens) - 1:
        return False
    before, here, after = tokens[position - 1 : position + 2]
    touches = before.end_char == here.start_char and here.end_char == after.start_char
    return touches and before.is_word and after.is_word


def neighbour_features(side: str, word: str, place: str) -> tuple[str, ...]:
    """The features of the word before (`P`) or after (`N`)."""
    if not word:
        return (side + "-",)
    found = [side + feature for feature in beside(word)]
    return (*found, f"{side}@{place}") if place else tuple(found)


def outer_features(before: str, sort: str, after: str) -> tuple[str, ...]:
    """The features of the sorts two words before and two words after: «محمد بن حمود المزيد»."""
    return ("PP" + before, "NN" + after, f"pps|{before}|{sort[0]}")


def sort_features(before: str, sort: str, after: str) -> tuple[str, ...]:
    """The features of a word's sort together with its neighbours'."""
    fine = (f"pc|{before}|{sort}", f"nc|{sort}|{after}", f"pcn|{before}|{sort[0]}|{after[:2]}")
    return (*fine, f"pq|{before[0]}|{sort[0]}", f"nq|{sort[0]}|{after[0]}")


def situation_features(place: str, title: str, sort: str) -> tuple[str, ...]:
    """The features of a place that stands here and of a title that ends before."""
    found = [f"@{place}", f"@{place}|{sort}"] if place else []
    if title:
        found += ["T", "T" + title, f"T{title}|{sort}"] if title != "," else ["T,"]
    return tuple(found)
