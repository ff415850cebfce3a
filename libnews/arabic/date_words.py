"""The words that dates are made of, from the lexicon."""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from libnews.arabic.fold import bare
from libnews.arabic.lexicon import rows
from libnews.arabic.phrases import Found, Phrases, key, readings
from libnews.arabic.tokens import Token

_MADDA = "آ"
# Folded, آب (August) is one with أب (father): the letter as written tells them apart.
_WRITTEN_WITH_MADDA = frozenset({"اب"})


class Month(NamedTuple):
    """A month of the Gregorian (`g`) or the Hijri (`h`) calendar; `need` says what must stand beside it."""

    calendar: str
    number: int
    need: str


@cache
def months() -> Phrases[Month]:
    """Month names of every system in use."""
    return Phrases(
        (name, Month(calendar, int(number), need))
        for calendar, number, need, names in rows("months")
        for name in names.split("|")
    )


def month_at(tokens: Sequence[Token], place: int) -> Found[Month] | None:
    """The month name at `place`."""
    if place >= len(tokens):
        return None
    found = months().at(tokens, place)
    if (
        found is not None
        and key(tokens[place].bare)[found.cut :] in _WRITTEN_WITH_MADDA
        and _MADDA not in tokens[place].text
    ):
        return None
    return found


@cache
def _words(kind: str) -> dict[str, int]:
    return {
        key_of(form): int(value)
        for what, value, forms in rows("date_words")
        if what == kind
        for form in forms.split("|")
    }


def key_of(text: str) -> str:
    """The look-up key of a word of the lexicon."""
    return key(bare(text))


@cache
def phrases(kind: str) -> Phrases[int]:
    """The phrases of one kind of date_words.tsv, clitics allowed before them."""
    return Phrases(
        (form, int(value)) for what, value, forms in rows("date_words") if what == kind for form in forms.split("|")
    )


@lru_cache(maxsize=1 << 13)
def word_value(kind: str, word: str, *, clitics: bool = False) -> int | None:
    """The value of a lightly folded word among those of `kind`, or `None`.

    >>> word_value("direction", "المقبلة"), word_value("direction", "مقبل")
    (1, None)
    """
    known = _words(kind)
    if not clitics:
        return known.get(key(word))
    return next((known[form] for _, form in readings(word) if form in known), None)


def is_word(tokens: Sequence[Token], place: int, *kinds: str, clitics: bool = False) -> bool:
    """Whether the token at `place` is a word of one of `kinds`; a place outside the text holds none."""
    if not 0 <= place < len(tokens):
        return False
    return _is_of(tokens[place].bare, kinds, clitics)


@lru_cache(maxsize=1 << 13)
def _is_of(word: str, kinds: tuple[str, ...], clitics: bool) -> bool:
    return any(word_value(kind, word, clitics=clitics) is not None for kind in kinds)
