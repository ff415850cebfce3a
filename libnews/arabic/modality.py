"""How surely a verb says what it says, where the word before it or its own prefix tells: «قد يزور», «سيزور»."""

from collections.abc import Sequence

from libnews.arabic.tense import Tense, tense_of
from libnews.arabic.tokens import Token
from libnews.arabic.words import words_of
from libnews.models.vocabulary import Modality

_FUTURE = ("س", "وس", "فس")
_MAY = "قد"
_HAD = frozenset({"كان", "كانت", "كانوا", "يكون", "تكون", "كنت", "كنا"})


def modality_of(tokens: Sequence[Token], position: int) -> Modality | None:
    """What the word at a position says of the verb after it, or of itself; `None` where it says nothing.

    >>> from libnews.arabic.tokens import tokenize
    >>> [modality_of(tokenize(text), 0) for text in ("قد يزور", "قد زار", "سيزور", "سوريا")]
    [<Modality.POSSIBLE: 'possible'>, None, <Modality.PLANNED: 'planned'>, None]
    """
    word = tokens[position].bare
    if word == _MAY:
        return Modality.POSSIBLE if _may(tokens, position) else None
    # «ستحضره»: the pronoun behind the verb is no part of it.
    if word.startswith(_FUTURE) and Tense.FUTURE in (tense_of(word), tense_of(word.removesuffix("ه"))):
        return Modality.PLANNED
    return None


def opens_modality(word: str) -> bool:
    """Whether `modality_of` may have something to say of a lightly folded word."""
    return word == _MAY or word.startswith(_FUTURE)


def _may(tokens: Sequence[Token], position: int) -> bool:
    if position + 1 >= len(tokens) or (position and tokens[position - 1].bare.lstrip("وف") in _HAD):
        return False
    verb = tokens[position + 1].bare
    if verb == "لا" and position + 2 < len(tokens):
        verb = tokens[position + 2].bare
    return (
        len(verb) > 2
        and verb[0] in "يتن"
        and verb not in words_of("past_like_present")
        and tense_of(verb) is not Tense.PAST
    )
