"""The words that the names of bodies are made of, as the lexicon has them."""

from functools import cache, lru_cache
from typing import NamedTuple

from libnews.arabic.fold import bare
from libnews.arabic.lexicon import rows
from libnews.arabic.phrases import Phrases
from libnews.arabic.words import ARTICLE, clitic_forms, without_article
from libnews.models.vocabulary import ActorKind


class Head(NamedTuple):
    """A noun that begins the names of bodies; `ways` say what may make it the name of one."""

    word: str
    kind: ActorKind
    ways: frozenset[str]

    @property
    def is_feminine(self) -> bool:
        """Whether adjectives behind it are feminine; so are those of plurals."""
        return self.word.endswith(("ة", "ات", "ا")) or self.word in ("قوات", "كتائب")


class Known(NamedTuple):
    """A body of the lexicon; one that is `ordinary` has a name that is also an ordinary word."""

    name: str
    kind: ActorKind
    country: str | None
    ordinary: bool


@cache
def heads() -> dict[str, Head]:
    """Head nouns, lightly folded and without article."""
    found = {}
    for word, kind, ways in rows("organisation_heads"):
        found[bare(word)] = Head(bare(word), ActorKind(kind), frozenset(ways.split("|")))
    return found


@lru_cache(maxsize=1 << 13)
def head_readings(word: str) -> tuple[tuple[int, Head, bool], ...]:
    """What head nouns a lightly folded word may be: letters of clitics, the head, whether it has the article.

    >>> [(cut, head.word, definite) for cut, head, definite in head_readings("للشركة")]
    [(1, 'شركة', True)]
    """
    return tuple(
        (cut, heads()[without_article(form)], form.startswith(ARTICLE))
        for cut, form in clitic_forms(word)
        if without_article(form) in heads()
    )


@cache
def known_bodies() -> Phrases[Known]:
    """The bodies that have a name of their own, by every spelling."""
    return Phrases(
        (spelling, Known(spellings.split("|")[0], ActorKind(kind), country or None, bool(how)))
        for spellings, kind, country, how in rows("organisations")
        for spelling in spellings.split("|")
    )


@cache
def _sorts() -> dict[str, frozenset[str]]:
    return {sort: frozenset(map(bare, words.split("|"))) for sort, words in rows("organisation_words")}


def is_sort(word: str, sort: str) -> bool:
    """Whether a lightly folded word without article is of a sort of organisation_words.tsv.

    >>> is_sort("مركزي", "naming"), is_sort("حالي", "naming")
    (True, False)
    """
    return word in _sorts()[sort]


@cache
def _kinds() -> dict[tuple[str, str], ActorKind]:
    return {
        (bare(head), bare(word)): ActorKind(kind)
        for heads_, words, kind in rows("organisation_kinds")
        for head in heads_.split("|")
        for word in words.split("|")
    }


def kind_of(head: Head, words: list[str]) -> ActorKind:
    """What kind of body a head noun and the words behind it (without articles) tell of."""
    return next((_kinds()[head.word, word] for word in words if (head.word, word) in _kinds()), head.kind)
