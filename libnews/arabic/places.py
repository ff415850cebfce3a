"""Countries, nationality words and cities in Arabic text."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from libnews.arabic.gazetteer import CITY, COUNTRY, NATIONALITY, Place, condition_of, gazetteer
from libnews.arabic.phrases import Found, key, readings
from libnews.arabic.tokens import Token, tokenize
from libnews.models.match import Match, PlaceMatch

_TANWIN = "\N{ARABIC FATHATAN}"
_SHADDA = "\N{ARABIC SHADDA}"
# Unvowelled, Oman and Amman are one word: what else the text names decides, and a doubled م.
_OMAN = "عمان"
_CITY_WORDS = frozenset({"العاصمه", "عاصمه", "مدينه", "المدينه"})


class _Candidate(NamedTuple):
    found: Found[tuple[Place, ...]]
    token: Token
    behind_article: bool  # the word before it has the article, so it may be that word's adjective
    behind_capital: bool  # «العاصمة», «مدينة», «العاصمة التونسية» stand before it


def find_places(text: str, tokens: Sequence[Token] | None = None, at: Sequence[int] | None = None) -> list[PlaceMatch]:
    """Find the countries, nationality words and cities of `text`, clitics before them left out of the span.

    Use it with a whole paragraph: of cities of one name (طرابلس) it takes the one whose country the text names. The
    span of «للسعودية» begins behind its first ل. Words that are mostly no places (مالي, الباب) are found only where
    the words beside them say so. Give `tokens` where `text` is tokenized already, and `at` where it is known which of
    them may begin a place.

    >>> [(place.text, place.value, place.kind) for place in find_places("وصل وفد ليبي إلى إسلام أباد وبالرياض")]
    [('ليبي', 'LBY', 'nationality'), ('إسلام أباد', 'PAK', 'city'), ('الرياض', 'SAU', 'city')]
    """
    cut = tokenize(text) if tokens is None else tokens
    return settled_places(text, cut, range(len(cut)) if at is None else at)[0]


def settled_places(text: str, tokens: Sequence[Token], at: Iterable[int]) -> tuple[list[PlaceMatch], list[Match]]:
    """The places of `text`, and the words that name one of several and do not say which.

    >>> tokens = tokenize("وصل إلى عمان")
    >>> settled, left = settled_places("وصل إلى عمان", tokens, range(len(tokens)))
    >>> settled, [match.text for match in left]
    ([], ['عمان'])
    """
    candidates = _candidates(tokens, at)
    named = _named_countries(candidates)
    settled: list[PlaceMatch] = []
    left: list[Match] = []
    for candidate in candidates:
        place = _meant(candidate, named)
        start, end = candidate.found.start_char, candidate.found.end_char
        if place is None:
            left.append(Match(start, end, text[start:end]))
        else:
            settled.append(PlaceMatch(start, end, text[start:end], place.country, place.name, place.kind))
    return settled, left


def _candidates(tokens: Sequence[Token], at: Iterable[int]) -> list[_Candidate]:
    names, found_all, after = gazetteer(), [], 0
    for place in at:
        found = names.at(tokens, place) if place >= after else None
        if found is None:
            continue
        before = [tokens[back].bare for back in (place - 1, place - 2) if back >= 0]
        candidate = _Candidate(found, tokens[place], bool(before) and _has_article(before[0]), _names_capital(before))
        if found.value and _is_place(tokens, candidate):
            found_all.append(candidate)
        after = found.after
    return found_all


@lru_cache(maxsize=1 << 13)
def _has_article(word: str) -> bool:
    return any(form.startswith("ال") and len(form) > 4 for _, form in readings(word))


def _names_capital(before: list[str]) -> bool:
    """Whether the words before (nearest first) announce a city: العاصمة, مدينة, العاصمة التونسية."""
    if before and _is_city_word(before[0]):
        return True
    return (
        len(before) > 1 and _is_city_word(before[1]) and any(form.startswith("ال") for _, form in readings(before[0]))
    )


@lru_cache(maxsize=1 << 13)
def _is_city_word(word: str) -> bool:
    return any(form in _CITY_WORDS for _, form in readings(word))


def _is_place(tokens: Sequence[Token], candidate: _Candidate) -> bool:
    first, after = candidate.found.first, candidate.found.after
    if _TANWIN in candidate.token.text and all(place.kind == CITY for place in candidate.found.value):
        return False
    condition = condition_of(candidate.found.form) if after == first + 1 else None
    if condition is None:
        return True
    before = tokens[first - 1].bare if first else ""
    behind = key(tokens[after].bare) if after < len(tokens) else ""
    befores = {form for _, form in readings(before)} if before else set()
    if befores & condition.not_behind or behind in condition.not_before:
        return False
    if any(letter in candidate.token.text for letter in condition.never):
        return False
    return not condition.needs or bool(befores & condition.needs)


def _named_countries(candidates: list[_Candidate]) -> frozenset[str]:
    """Countries that the text names in words that mean one country only."""
    named = set()
    for candidate in candidates:
        codes = {place.country for place in candidate.found.value}
        if len(codes) == 1:
            named |= codes
    return frozenset(named)


def _meant(candidate: _Candidate, named: frozenset[str]) -> Place | None:
    places = candidate.found.value
    if len(places) == 1:
        return places[0]
    if candidate.found.form == _OMAN:
        return _oman_or_amman(candidate, named)
    kinds = {place.kind for place in places}
    if kinds == {COUNTRY, CITY} and len({place.country for place in places}) == 1:
        return next(place for place in places if (place.kind == CITY) is candidate.behind_capital)
    if kinds == {COUNTRY, NATIONALITY}:
        is_adjective = candidate.behind_article and candidate.found.form.startswith("ال")
        wanted = NATIONALITY if is_adjective or _TANWIN in candidate.token.text else COUNTRY
        return next(place for place in places if place.kind == wanted)
    return next((place for place in places if place.country in named), places[0])


def _oman_or_amman(candidate: _Candidate, named: frozenset[str]) -> Place | None:
    by_code = {place.country: place for place in candidate.found.value}
    if _SHADDA in candidate.token.text:
        return by_code["JOR"]
    meant = [place for code, place in by_code.items() if code in named]
    return meant[0] if len(meant) == 1 else None
