"""Words that name a source: a person, a body, a country, «ثلاثة مصادر مطلعة», «تقرير», read at one place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from libnews.arabic.fold import bare
from libnews.arabic.lexicon import rows
from libnews.arabic.titles import Places
from libnews.arabic.tokens import Token
from libnews.arabic.words import ARTICLE, clitic_forms, ends_name, is_common, title_words, without_article
from libnews.models.vocabulary import AttributionKind

_MOST_WORDS = 8
_QUOTES = {'"': '"', "«": "»", "“": "”", "(": ")"}
_ON_BEHALF = frozenset({"باسم", "بلسان"})
_ONE_OF_MANY = frozenset({"office", "occupation"})


SAYING = ("according", "says", "relays", "saying")
"""The sorts of cue that a saying begins with."""


class Cue(NamedTuple):
    """What a word (or words) of attribution.tsv is."""

    rest: tuple[str, ...]
    what: str
    value: str


class Known(NamedTuple):
    """An actor that was found: the token after it, what sort of source it is, and letters of a clitic before it."""

    end: int
    kind: AttributionKind
    cut: int


@dataclass(frozen=True, slots=True)
class Source:
    """Who says something, at the token positions `[start, end)`, `cut` letters of the first being a clitic."""

    start: int
    end: int
    cut: int
    kind: AttributionKind | None
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Listened:
    """What a paragraph is to this module: its words, the actors by the position they begin at, places and numbers."""

    tokens: Sequence[Token]
    sentences: Sequence[tuple[int, int]]
    """Half-open, in token positions."""
    known: Mapping[int, Known]
    places: Places
    counts: Mapping[int, tuple[int, int]]
    """Position of a number to the position after it and its value."""
    saying: Sequence[int]
    """Where a verb of saying or «according to» may stand."""


@cache
def cues() -> dict[str, tuple[Cue, ...]]:
    """First word of an entry to what it may be, the longest first."""
    found: dict[str, list[Cue]] = {}
    for words, what, value in rows("attribution"):
        first, *rest = [bare(word) for word in words.split()]
        found.setdefault(first, []).append(Cue(tuple(rest), what, value))
    return {word: tuple(sorted(entries, key=lambda cue: -len(cue.rest))) for word, entries in found.items()}


@lru_cache(maxsize=1 << 16)
def cues_of(word: str) -> tuple[Cue, ...]:
    """The cues that a lightly folded word may begin, «and» before it aside; empty for most, and asked of every word."""
    found = cues().get(word, ())
    return found or (cues().get(word[1:], ()) if word[:1] in ("و", "ف") and len(word) > 2 else ())


def opens_saying(word: str) -> bool:
    """Whether a lightly folded word may begin what tells of somebody who says something."""
    return any(cue.what in SAYING for cue in cues_of(word))


def cue_at(tokens: Sequence[Token], position: int, *wanted: str) -> tuple[Cue, int] | None:
    """The cue of one of the `wanted` sorts at a position, and the position after it; «and» may stand before it."""
    if position >= len(tokens):
        return None
    for cue in cues_of(tokens[position].bare):
        end = position + 1 + len(cue.rest)
        if cue.what in wanted and (not cue.rest or _goes_on(tokens, position + 1, cue.rest)):
            return (cue, end) if end <= len(tokens) else None
    return None


def _goes_on(tokens: Sequence[Token], position: int, rest: tuple[str, ...]) -> bool:
    """Whether these words follow, as far as the text goes."""
    behind = tokens[position : position + len(rest)]
    return all(token.bare == part for token, part in zip(behind, rest, strict=False))


def source_at(heard_in: Listened, position: int) -> Source | None:
    """The source that begins at a token, if one does."""
    tokens = heard_in.tokens
    if position >= len(tokens):
        return None
    first = position
    some = cue_at(tokens, position, "some")
    if some is not None and position not in heard_in.known:
        position = some[1]
    counted = heard_in.counts.get(position)
    if counted is not None:
        noun = _noun(heard_in, counted[0], first)
        return None if noun is None else Source(first, noun.end, noun.cut, noun.kind, counted[1])
    if position >= len(tokens):
        return None
    known = heard_in.known.get(position)
    if known is not None:
        cut = known.cut if position == first else 0
        if known.kind is AttributionKind.NAMED_OFFICE:
            return _with_name(heard_in, first, known.end, cut)
        return Source(first, known.end, cut, known.kind)
    return (
        _noun(heard_in, position, first)
        or _place(heard_in, position)
        or _office(heard_in, position)
        or _name(heard_in, position)
    )


def _noun(heard_in: Listened, position: int, first: int) -> Source | None:
    tokens = heard_in.tokens
    quote = quoted_end(tokens, position)
    if position >= len(tokens) or quote is not None:
        return None
    for cut, form in clitic_forms(tokens[position].bare):
        if tokens[position].bare[:cut] not in ("", "ل", "و", "ول"):
            continue
        for stem in (form, without_article(form)):
            for cue in cues().get(stem, ()):
                end = position + 1 + len(cue.rest)
                rest = [without_article(token.bare) for token in tokens[position + 1 : end]]
                if cue.what == "honorific" and [t.bare for t in tokens[position + 1 : end]] == list(cue.rest):
                    return Source(first, end, cut, None)
                if cue.what == "source" and rest == [without_article(word) for word in cue.rest]:
                    return _told(heard_in, first, position, end, cut, form, cue.value)
    return None


def _told(heard_in: Listened, first: int, noun: int, end: int, cut: int, form: str, value: str) -> Source:
    kind, _, count = value.partition(" ")
    definite = form.startswith(ARTICLE)
    if cut and definite and not heard_in.tokens[noun].bare[cut:].startswith(ARTICLE):
        cut += 1  # «للوثائق»: the ل that stands for the article is no part of the noun
    end = _phrase_end(heard_in, end, definite=definite)
    counted = int(count) if count and not definite and first == noun else None
    if first != noun:
        cut = 0
    return Source(first, end, cut, AttributionKind(kind), counted)


def _phrase_end(heard_in: Listened, position: int, *, definite: bool) -> int:
    """Where a noun's phrase ends: a particle, a verb of saying, or a bare word after one with the article."""
    tokens, start = heard_in.tokens, position
    while position < len(tokens) and position - start < _MOST_WORDS:
        quoted = quoted_end(tokens, position)
        if quoted is not None:
            return quoted if quoted - position < _MOST_WORDS else position
        token = tokens[position]
        if not token.is_word or ends_name(token.bare) or _is_particle(tokens, position):
            break
        addressed = token.bare.startswith("لل")  # «البيان للصحافيين» ends before it, «بيان للوزارة» goes on
        has_article = addressed or token.bare.startswith((ARTICLE, "وال")) or position in heard_in.places
        if definite and (addressed or not has_article):
            break
        definite = definite or has_article
        position += 1
    return position


def _is_particle(tokens: Sequence[Token], position: int) -> bool:
    return (
        cue_at(
            tokens, position, "says", "relays", "saying", "that", "aside", "governed", "frame", "relative", "own_words"
        )
        is not None
    )


def quoted_end(tokens: Sequence[Token], position: int) -> int | None:
    """The position after a short quotation or bracket that begins at a token: «"أكسيوس"», «(سونا)»."""
    if position >= len(tokens) or tokens[position].text not in _QUOTES:
        return None
    closing = _QUOTES[tokens[position].text]
    for end in range(position + 1, min(position + _MOST_WORDS, len(tokens))):
        if tokens[end].text == closing:
            return end + 1
    return None


def _place(heard_in: Listened, position: int) -> Source | None:
    """«قالت الهند», «بكين: …»: a country speaks by its government."""
    found = heard_in.places.get(position)
    if found is None or found[0].kind == "nationality":
        return None
    return Source(position, found[1], 0, AttributionKind.OFFICIAL_STATEMENT)


def _office(heard_in: Listened, position: int) -> Source | None:
    word = heard_in.tokens[position].bare
    if title_words().get(without_article(word)) not in _ONE_OF_MANY:
        return None
    return _with_name(heard_in, position, _phrase_end(heard_in, position + 1, definite=word.startswith(ARTICLE)), 0)


def _with_name(heard_in: Listened, start: int, end: int, cut: int) -> Source:
    """An office, with whom it speaks for («المتحدث باسم …»), and the name that may follow."""
    if end < len(heard_in.tokens) and heard_in.tokens[end].bare in _ON_BEHALF:
        end += 1
    if heard_in.tokens[end - 1].bare in _ON_BEHALF:
        end = _phrase_end(heard_in, end, definite=False)
    known = heard_in.known.get(end)
    if known is not None and known.kind is AttributionKind.NAMED_PERSON:
        return Source(start, known.end, cut, known.kind)
    return Source(start, end, cut, AttributionKind.NAMED_OFFICE)


def _name(heard_in: Listened, position: int) -> Source | None:
    """A name that no list has, right after a verb of saying; or one in quotation marks, as newspapers' names stand."""
    tokens = heard_in.tokens
    quoted = quoted_end(tokens, position)
    if quoted is not None:
        return Source(position, quoted, 0, AttributionKind.OUTLET) if quoted - position <= 5 else None
    end = position
    while end < len(tokens) and end - position < 4 and _is_name_word(heard_in, end):
        end += 1
    return Source(position, end, 0, AttributionKind.NAMED_PERSON) if end > position else None


def _is_name_word(heard_in: Listened, position: int) -> bool:
    token = heard_in.tokens[position]
    return (
        token.is_word
        and not is_common(token.bare)
        and not ends_name(token.bare)
        and position not in heard_in.places
        and not _is_particle(heard_in.tokens, position)
    )
