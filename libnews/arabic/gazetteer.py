"""Countries, nationality words and cities of the lexicon, and what each may be confused with."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from libnews.arabic.fold import bare
from libnews.arabic.lexicon import rows
from libnews.arabic.nisba import nisba_forms, plural_forms
from libnews.arabic.phrases import Phrases, key

COUNTRY, NATIONALITY, CITY = "country", "nationality", "city"


class Place(NamedTuple):
    """A place of the lexicon: `country` is its ISO 3166-1 alpha-3 code, `name` the same for all its spellings."""

    kind: str
    country: str
    name: str


class Condition(NamedTuple):
    """What the words around say: `needs`, `not_behind`, `not_before` hold keys, `never` letters as written."""

    needs: frozenset[str]
    not_behind: frozenset[str]
    not_before: frozenset[str]
    never: frozenset[str]


_UNCONDITIONAL = Condition(frozenset(), frozenset(), frozenset(), frozenset())


@cache
def country_names() -> dict[str, str]:
    """ISO 3166-1 alpha-3 code to the country's name in the lexicon.

    >>> country_names()["LBY"]
    'ليبيا'
    """
    return {code: names.split("|")[0] for code, names in rows("countries")}


def _countries() -> Iterator[tuple[str, Place]]:
    for file in ("countries", "country_aliases"):
        for code, names in rows(file):
            for name in names.split("|"):
                yield name, Place(COUNTRY, code, country_names()[code])


def _nationalities() -> Iterator[tuple[str, Place]]:
    for code, singulars, plurals in rows("nationalities"):
        place = Place(NATIONALITY, code, country_names()[code])
        for singular in singulars.split("|"):
            yield from ((form, place) for form in nisba_forms(singular))
        for plural in filter(None, plurals.split("|")):
            yield from ((form, place) for form in plural_forms(plural))


def _cities() -> Iterator[tuple[str, Place]]:
    for name, spellings, code in rows("cities"):
        for form in (name, *filter(None, spellings.split("|"))):
            yield form, Place(CITY, code, name)


def _no_places() -> Iterator[tuple[str, None]]:
    for kind, _, forms in rows("place_words"):
        if kind == "none":
            yield from ((form, None) for form in forms.split("|"))


@cache
def gazetteer() -> Phrases[tuple[Place, ...]]:
    """Every name with the places it may mean, best known first; none for phrases that only hold a place's name."""
    meant: dict[str, tuple[str, tuple[Place, ...]]] = {}
    for form, place in (*_no_places(), *_countries(), *_nationalities(), *_cities()):
        known = meant.setdefault(" ".join(key(bare(word)) for word in form.split(" ")), (form, ()))
        if place is not None and place not in known[1]:
            meant[" ".join(key(bare(word)) for word in form.split(" "))] = (known[0], (*known[1], place))
    return Phrases(meant.values())


@cache
def nations() -> Phrases[Place]:
    """Countries and nationality words alone: what stands behind the name of a currency."""
    return Phrases((*_nationalities(), *_countries()), clitics=False)


@cache
def _conditions() -> dict[str, Condition]:
    known: dict[str, Condition] = {}
    for kind, words, others in rows("place_words"):
        if kind != "none":
            for word in words.split("|"):
                form = key(bare(word))
                condition = known.get(form, _UNCONDITIONAL)
                more = (
                    frozenset(others.split("|"))
                    if kind == "never"
                    else frozenset(map(key, map(bare, others.split("|"))))
                )
                known[form] = condition._replace(**{kind: getattr(condition, kind) | more})
    return known


def condition_of(form: str) -> Condition | None:
    """When a word (by its key) is a place; `None` where it always is."""
    return _conditions().get(form)
