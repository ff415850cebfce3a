"""Phrases of a lexicon found in tokens: whole words only, with clitics before the first one left out of the span."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from libnews.arabic.fold import bare, fold
from libnews.arabic.tokens import Token, tokenize
from libnews.arabic.words import clitic_forms

Value = TypeVar("Value")


class Found(NamedTuple, Generic[Value]):
    """A phrase at tokens `[first, after)`; `start_char` stands behind its clitics, `cut` counts their letters.

    `form` is the key of its first word.
    """

    first: int
    after: int
    start_char: int
    end_char: int
    cut: int
    form: str
    value: Value


@lru_cache(maxsize=1 << 13)
def key(word: str) -> str:
    """What a lightly folded word is looked up by.

    >>> key("سنة") == key("سنه")
    True
    """
    return fold(word)


@lru_cache(maxsize=1 << 13)
def readings(word: str) -> tuple[tuple[int, str], ...]:
    """Keys of `word` with as many clitic letters taken off as each needs, the whole word first."""
    return tuple((cut, key(rest)) for cut, rest in clitic_forms(word))


def behind_clitics(token: Token, cut: int) -> int:
    """The raw position of the letter behind `cut` clitic letters, marks and tatweel among them passed over.

    >>> token = tokenize("بـلـيبيا")[0]
    >>> token.text[behind_clitics(token, 1):]
    'لـيبيا'
    """
    place = 0
    while cut > 0 or not bare(token.text[place]):
        cut -= len(bare(token.text[place]))
        place += 1
    return token.start_char + place


class Phrases(Generic[Value]):
    """A dictionary of phrases, each of one or more words.

    Use it for any list of names; `clitics=False` where a clitic before the first word makes another word of it.

    >>> seasons = Phrases([("فصل الربيع", "spring"), ("الربيع", "spring")])
    >>> tokens = tokenize("وفي فصل الربيع")
    >>> [seasons.at(tokens, place) for place in (0, 1)]
    [None, Found(first=1, after=3, start_char=4, end_char=14, cut=0, form='فصل', value='spring')]
    """

    def __init__(self, entries: Iterable[tuple[str, Value]], *, clitics: bool = True) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        for text, value in entries:
            first, *rest = (key(token.bare) for token in tokenize(text))
            self._by_first.setdefault(first, []).append((tuple(rest), value))
        for known in self._by_first.values():
            known.sort(key=lambda entry: -len(entry[0]))
        self._clitics = clitics
        # What a word may open; empty for most words, so that a caller passes them over without looking further.
        self.opens = lru_cache(maxsize=1 << 13)(self._look_up)

    def _look_up(self, word: str) -> tuple[tuple[int, str, list[tuple[tuple[str, ...], Value]]], ...]:
        forms = readings(word) if self._clitics else ((0, key(word)),)
        return tuple((cut, form, self._by_first[form]) for cut, form in forms if form in self._by_first)

    def at(self, tokens: Sequence[Token], first: int) -> Found[Value] | None:
        """The longest phrase that begins at token `first`; of equally long ones that with fewest clitics."""
        options = self.opens(tokens[first].bare)
        if not options:
            return None
        best: tuple[int, int, str, Value] | None = None
        for cut, form, known in options:
            for rest, value in known:
                if best is not None and len(rest) <= best[0]:
                    break
                if not rest or _follows(tokens, first + 1, rest):
                    best = (len(rest), cut, form, value)
                    break
        if best is None:
            return None
        more, cut, form, value = best
        start = behind_clitics(tokens[first], cut) if cut else tokens[first].start_char
        return Found(first, first + more + 1, start, tokens[first + more].end_char, cut, form, value)


def _follows(tokens: Sequence[Token], place: int, rest: tuple[str, ...]) -> bool:
    return [key(token.bare) for token in tokens[place : place + len(rest)]] == list(rest)
