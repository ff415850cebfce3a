"""Persons by the names they bear: what each mention says beside a name, and who bears which name in which country."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from libnews.models.annotation import Office
from libnews.models.corpus import Teller
from libnews.readers import Reader, reader_for
from libnews.resolve.names import GivenRank, Parts, name_of, no_given_names
from libnews.resolve.view import Place, Told, name_parts

# Given names, of which so many make a name that others bear too.
_COMMON, _MOST = 2, 2
# Of how many articles that tell a man's country one may have misread it.
_STRAY = 10
# Letters between a title and the name it belongs to: a rank or a form of address may stand there.
_BESIDE = 30
# After a name a comma stands before his office; after a space alone comes whom he met («أبلغ عباس الرئيس الروسي»).
_APPOSED = range(2, 4)


@dataclass(slots=True)
class Person:
    """A mention of somebody: his names in parts, and the country and offices said where he is named.

    What stands elsewhere in the article («الرئيس», three lines later) was found to be his by nearness and may be
    another's; it counts only for somebody whom the article never names.
    """

    id: str
    teller: Teller
    names: Mapping[Parts, str]
    offices: frozenset[Office]
    country: str | None
    called: str | None
    """The first name that the article gives him."""
    titled: str | None
    """The first office, as it is written."""

    @property
    def reader(self) -> Reader | None:
        return reader_for(self.teller.language)

    @property
    def forms(self) -> list[Parts]:
        return list(self.names)

    @property
    def is_named(self) -> bool:
        return bool(self.names)

    @property
    def family_name(self) -> Parts | None:
        """The name alone by which all of the article knows him; `None` where it names him in full."""
        whole = [form for form in self.forms if is_full(form)]
        return None if whole or not self.forms else name_of(self.forms[0]).parts


@dataclass(slots=True)
class Bearer:
    """A full name in one country (or none), with the mentions that bear it and the offices they were given."""

    form: Parts
    country: str | None
    mentions: list[str] = field(default_factory=list)
    offices: set[Office] = field(default_factory=set)
    given: GivenRank = no_given_names
    words: str = ""
    """The name as articles write it; of several spellings the first in code-point order."""
    is_stray: bool = False
    """Whether hardly anybody gives the name this country: it was misread sooner than borne there too."""

    @property
    def has_common_first_name(self) -> bool:
        """Whether he bears one of the most frequent names: his others are of the language, and spelled, not heard."""
        return self.given(self.form[0]) == _MOST


class People:
    """Mentions made into persons. What many mentions say alike is kept once, or a large corpus would not fit."""

    def __init__(self) -> None:
        self._read: dict[tuple[str | None, str], Office] = {}
        self._names: dict[tuple[tuple[Parts, str], ...], Mapping[Parts, str]] = {}
        self._offices: dict[frozenset[Office], frozenset[Office]] = {}

    def person(self, told: Told) -> Person:
        """A mention as a person."""
        names = names_of(told)
        beside = _said_beside_names(told, "role") if names else told.all("role")
        country = _country_beside_names(told) if names else told.first("country")
        found = {_office(told, role, self._read) for role in beside}
        offices = frozenset(_placed(office, country) for office in found if office is not None and office.key)
        return Person(
            told.id,
            told.teller,
            self._names.setdefault(tuple(names.items()), names),
            self._offices.setdefault(offices, offices),
            country,
            told.first("name"),
            told.first("role"),
        )


def find_bearers(people: Iterable[Person]) -> list[Bearer]:
    """Who bears which full name in which country, sorted.

    A name of two frequent given names alone («محمد علي») is borne by many: told without a country it is one man's only
    under one office, and without an office nobody's to compare.
    """
    found: dict[tuple[Parts, str | None, str], Bearer] = {}
    for person in people:
        reader = person.reader
        given = reader.given_name_rank if reader else no_given_names
        for form in person.forms:
            if not is_full(form):
                continue
            under = ""
            if person.country is None and is_common(form, given):
                under = min((office.key for office in person.offices), default=person.id)
            key = form, person.country, under
            bearer = found.setdefault(key, Bearer(form, person.country, given=given))
            bearer.words = min(bearer.words or person.names[form], person.names[form])
            bearer.mentions.append(person.id)
            bearer.offices |= person.offices
    bearers = [found[key] for key in sorted(found, key=lambda one: (one[0], one[1] or "", one[2]))]
    _find_strays(bearers)
    return bearers


def _find_strays(bearers: list[Bearer]) -> None:
    most: dict[Parts, int] = {}
    for bearer in bearers:
        if bearer.country is not None:
            most[bearer.form] = max(len(bearer.mentions), most.get(bearer.form, 0))
    for bearer in bearers:
        bearer.is_stray = bearer.country is not None and len(bearer.mentions) * _STRAY <= most[bearer.form]


def is_full(form: Parts) -> bool:
    """Whether a name has a first part and another: «بن سلمان», «ولد الشيخ أحمد» are family names alone."""
    name = name_of(form)
    return len(name.parts) > 1 and not name.ties[0]


def is_common(form: Parts, given: GivenRank) -> bool:
    """Whether a name is two of the most frequent given names and nothing else, not even «بن»."""
    name = name_of(form)
    return len(name.parts) == _COMMON and not any(name.ties) and all(given(part) == _MOST for part in name.parts)


def names_of(actor: Told) -> dict[Parts, str]:
    """The names of an actor by their parts."""
    found: dict[Parts, str] = {}
    for name in sorted(set(actor.all("name"))):
        parts = name_parts(name, actor.reader)
        if parts:
            found.setdefault(parts, name)
    return dict(sorted(found.items()))


def _office(told: Told, role: str, known: dict[tuple[str | None, str], Office]) -> Office | None:
    reader = told.reader
    if reader is None:
        return None
    key = told.teller.language, role
    if key not in known:
        known[key] = reader.office(role)
    return known[key]


def _placed(office: Office, country: str | None) -> Office:
    return replace(office, country=office.country or country)


def _is_beside(place: Place, name: Place) -> bool:
    paragraph, start, end = place
    named, first, last = name
    return paragraph == named and (0 <= first - end <= _BESIDE or start - last in _APPOSED)


def _places_beside_names(told: Told, what: str) -> list[tuple[str, Place]]:
    names = told.places.get("name", [])
    found = zip(told.all(what), told.places.get(what, []), strict=True)
    return [(value, place) for value, place in found if any(_is_beside(place, name) for name in names)]


def _said_beside_names(told: Told, what: str) -> list[str]:
    return [value for value, _ in _places_beside_names(told, what)]


def _country_beside_names(told: Told) -> str | None:
    """The first country within a title beside a name, or beside the name itself."""
    titles = [place for what in ("role", "rank") for _, place in _places_beside_names(told, what)]
    names = told.places.get("name", [])
    for value, place in zip(told.all("country"), told.places.get("country", []), strict=True):
        paragraph, start, end = place
        inside = any(paragraph == where and first <= start and end <= last for where, first, last in titles)
        if inside or any(_is_beside(place, name) for name in names):
            return value
    return None
