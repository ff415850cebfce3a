"""Currency names, and which currency a name means beside a country's."""

from collections.abc import Collection, Sequence
from functools import cache
from typing import NamedTuple

from libnews.arabic.gazetteer import nations
from libnews.arabic.lexicon import rows
from libnews.arabic.phrases import Phrases, key
from libnews.arabic.tokens import Token
from libnews.models.vocabulary import Basis

_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP"}


class Currency(NamedTuple):
    """A name of a currency: what it means alone, how surely, and by country."""

    alone: str | None
    basis: Basis
    by_country: dict[str, str]
    needs_country: bool


class CurrencyWords(NamedTuple):
    """A currency named at tokens `[first, after)`."""

    first: int
    after: int
    code: str | None
    basis: Basis


@cache
def _names() -> Phrases[Currency]:
    entries = []
    for alone, sure, countries, forms in rows("currencies"):
        by_country = dict(pair.split(":") for pair in countries.split(" ") if ":" in pair)
        needs_country = sure == "country"
        basis = Basis.STATED if sure == "stated" else Basis.INFERRED
        currency = Currency(None if alone == "-" or needs_country else alone, basis, by_country, needs_country)
        entries += [(form, currency) for form in forms.split("|") if form not in _SIGNS]
    return Phrases(entries, clitics=False)


def currency_at(tokens: Sequence[Token], place: int, countries: Collection[str]) -> CurrencyWords | None:
    """The currency named at `place`, its country's adjective included; `countries` are those of the paragraph.

    >>> from libnews.arabic.tokens import tokenize
    >>> [currency_at(tokenize(text), 0, ["LBY", "TUR"]).code for text in ("دينار", "دينار تونسي", "ليرة", "دولار")]
    ['LYD', 'TND', 'TRY', 'USD']
    """
    if place >= len(tokens):
        return None
    if tokens[place].text in _SIGNS:
        return CurrencyWords(place, place + 1, _SIGNS[tokens[place].text], _basis_of_sign(tokens[place].text))
    found = _names().at(tokens, place)
    if found is None:
        return None
    nation = nations().at(tokens, found.after) if found.after < len(tokens) else None
    if nation is not None and nation.value.country in found.value.by_country:
        return CurrencyWords(place, nation.after, found.value.by_country[nation.value.country], Basis.STATED)
    if found.value.needs_country:
        return None
    if found.value.alone is None:
        meant = {found.value.by_country[one] for one in countries if one in found.value.by_country}
        return CurrencyWords(place, found.after, meant.pop() if len(meant) == 1 else None, Basis.INFERRED)
    return CurrencyWords(place, found.after, found.value.alone, found.value.basis)


def _basis_of_sign(sign: str) -> Basis:
    return Basis.STATED if sign == "€" else Basis.INFERRED


def is_definite_plural(token: Token) -> bool:
    """Whether the name stands as in «مليارات الدولارات», where nothing counts it."""
    return key(token.bare).startswith("ال")
