"""Persons in an article: which of the places that name somebody name the same one."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from libnews.arabic.openings import Openings, Opens
from libnews.arabic.sightings import (
    Sighting,
    find_sightings,
    is_counterpart,
    names_a_thing,
    parts_of,
    refers_back,
)
from libnews.arabic.titles import Places, Title
from libnews.arabic.tokens import Token
from libnews.arabic.words import (
    ARTICLE,
    clitic_forms,
    is_common,
    is_given,
    is_listed,
    is_surname,
    name_part,
    title_words,
    without_article,
)

_NEAR = 8
# How many paragraphs back «الوزير» may reach.
_LAST = 3
# A shorter name behind a clitic may be another word: «وليد» is not «ليد».
_SURE_BEHIND_CLITIC = 4
_JOINED = frozenset({"بن", "ابن", "ال", "ابو"})


@dataclass(slots=True)
class Person:
    """Somebody an article names or knows by office, with all sightings in text order."""

    forms: list[tuple[str, ...]] = field(default_factory=list)
    sightings: list[Sighting] = field(default_factory=list)

    @property
    def country(self) -> str | None:
        for sighting in self.sightings:
            for title in sighting.titles:
                if title.place is not None and title.kind != "kin":
                    return title.place.value
        return None

    def offices(self) -> set[str]:
        return {title.key for sighting in self.sightings for title in sighting.titles if title.kind == "office"}


def find_people(
    paragraphs: Sequence[list[Token]], places: Sequence[Places], openings: Sequence[Openings]
) -> list[Person]:
    """The persons of an article, in the order of their first sighting.

    `places` tells the places of each paragraph, `openings` where in it what may begin.
    """
    sightings: list[Sighting] = []
    for number, tokens in enumerate(paragraphs):
        told = find_sightings(number, tokens, places[number], openings[number])
        sightings.extend(sighting for sighting in told if _is_introduced(sighting, tokens))
    people: list[Person] = []
    for sighting in sightings:
        if sighting.name is not None:
            _join_by_name(people, sighting, paragraphs[sighting.paragraph])
    by_part = _known_by_part(people)
    for number, tokens in enumerate(paragraphs):
        taken = {p for s in sightings if s.paragraph == number and s.name for p in range(*s.name)}
        _join_short_forms(by_part, number, tokens, taken, places[number], openings[number])
    for sighting in sightings:
        if is_counterpart(sighting):
            _join_by_country(people, sighting)
        elif sighting.name is None and not refers_back(sighting):
            _join_by_office(people, sighting)
    for sighting in sightings:
        if refers_back(sighting):
            _join_to_last(people, sighting)
    for person in people:
        person.sightings.sort(key=lambda s: (s.paragraph, s.start))
    return sorted(people, key=lambda p: (p.sightings[0].paragraph, p.sightings[0].start))


def _is_introduced(sighting: Sighting, tokens: list[Token]) -> bool:
    """A lone name in open text is somebody only if known for a family name; others are found by their full names."""
    if sighting.name is None or sighting.titles or sighting.name[1] - sighting.name[0] > 1:
        return True
    return is_surname(tokens[sighting.name[0]].bare[sighting.cut :])


def _join_by_country(people: list[Person], sighting: Sighting) -> None:
    country = next(title.place.value for title in sighting.titles if title.place is not None)
    named = [person for person in people if person.forms and person.country == country]
    if len(named) == 1:
        named[0].sightings.append(sighting)


def _join_to_last(people: list[Person], sighting: Sighting) -> None:
    """«الوزير» is the last minister spoken of before it, in this paragraph or shortly before."""
    head = sighting.titles[0].key
    here = (sighting.paragraph, sighting.start)
    before = [
        ((other.paragraph, other.start), person)
        for person in people
        if any(office.split()[0] == head for office in person.offices())
        for other in person.sightings
        if (other.paragraph, other.start) < here and sighting.paragraph - other.paragraph <= _LAST
    ]
    if before:
        max(before, key=lambda found: found[0])[1].sightings.append(sighting)


def _join_by_name(people: list[Person], sighting: Sighting, tokens: list[Token]) -> None:
    form = parts_of(tokens, sighting)
    for person in people:
        # «حفتر», «خليفة حفتر», «صدام حفتر»: once a family name has its first name, another first name is another man
        full = [known for known in person.forms if len(known) > 1]
        if any(same_name(form, known) for known in (full or person.forms)):
            person.sightings.append(sighting)
            if form not in person.forms:
                person.forms.append(form)
            return
    people.append(Person([form], [sighting]))


def same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two forms in one article name one person.

    The shorter is the longer with parts left out, and both begin alike: صدام حفتر is صدام خليفة حفتر, and خليفة حفتر is
    not, being his father. A lone family name is the last part of a full name.

    >>> same_name(("صدام", "حفتر"), ("صدام", "خليفه", "حفتر")), same_name(("خليفه", "حفتر"), ("صدام", "خليفه", "حفتر"))
    (True, False)
    """
    short, long = sorted((one, other), key=lambda form: (len(form), form))
    if len(short) == 1:
        return short[0] in (long[-1], long[0]) or (len(long) > 2 and long[-2] in _JOINED and short[0] == long[-1])
    if short[0] != long[0]:
        return False
    if short[-1] != long[-1] and short != long[: len(short)]:
        return False
    in_order = iter(long)
    return all(part in in_order for part in short)


def _known_by_part(people: list[Person]) -> dict[str, Person]:
    """Whom a family name or a first name alone means, of those introduced."""
    by_part: dict[str, Person] = {}
    for end in (-1, 0):
        for person in people:
            for form in person.forms:
                by_part.setdefault(form[end], person)
    return by_part


def _join_short_forms(
    by_part: dict[str, Person], number: int, tokens: list[Token], taken: set[int], places: Places, openings: Openings
) -> None:
    """Find those already introduced where a family name or a first name stands alone."""
    for position in openings[Opens.SHORT_NAME]:
        found = _short_form(tokens[position].bare, by_part)
        if found is not None and position not in taken and _may_stand_alone(tokens, position, places):
            person, cut = found
            person.sightings.append(Sighting(number, (position, position + 1), cut, ()))


def _may_stand_alone(tokens: list[Token], position: int, places: Places) -> bool:
    """«العمل العربي» is no Mr Arabi, «لقاء رئيسي مصر والسودان» no Mr Raisi, «مطار الملك خالد» nobody at all."""
    token = tokens[position]
    if position in places or not token.is_word or names_a_thing(tokens, position):
        return False
    before = tokens[position - 1] if position else None
    if before is not None and before.is_word and token.bare.startswith(ARTICLE) and token.bare.endswith("ي"):
        noun = any(form.startswith(ARTICLE) and is_listed(form) for _, form in clitic_forms(before.bare))
        if noun and without_article(before.bare) not in title_words():
            return False
    return not (position + 1 in places and token.bare.removesuffix("ي") in title_words())


def _is_sure(word: str, cut: int, form: str) -> bool:
    """Whether `word` is `form` behind a clitic and not just an ordinary word of a few letters more."""
    return not cut or not is_common(word) or len(form) >= _SURE_BEHIND_CLITIC


class _ShortReading(NamedTuple):
    """A word read as a name alone: letters of its clitic, the part of a name, whether it is rather an ordinary word."""

    cut: int
    part: str
    is_ordinary: bool


@lru_cache(maxsize=1 << 13)
def short_readings(word: str) -> tuple[_ShortReading, ...]:
    """The names that `word` may be alone; none for an ordinary word that is no given name, which are most."""
    if is_common(word):
        sure = [(cut, form) for cut, form in clitic_forms(word) if cut and _is_sure(word, cut, form)]
        behind = [_ShortReading(cut, name_part(form), is_ordinary=False) for cut, form in sure if not is_common(form)]
        return ((_ShortReading(0, name_part(word), is_ordinary=False),) if is_given(word) else ()) + tuple(behind)
    return tuple(
        _ShortReading(cut, name_part(form), is_ordinary=is_common(form) and not is_given(form))
        for cut, form in clitic_forms(word)
    )


def _short_form(word: str, by_part: dict[str, Person]) -> tuple[Person, int] | None:
    for reading in short_readings(word):
        person = by_part.get(reading.part)
        if person is not None:
            return None if reading.is_ordinary else (person, reading.cut)
    return None


def _join_by_office(people: list[Person], sighting: Sighting) -> None:
    office = next(title for title in sighting.titles if title.kind == "office")
    country = office.place.value if office.place else None
    for person in people:
        known = person.country
        if any(
            other.name is not None and other.paragraph == sighting.paragraph and abs(other.end - sighting.start) < _NEAR
            for other in person.sightings
        ):
            continue  # nobody meets himself: a name and an office close by are two persons
        if office.key in person.offices() and (country is None or known is None or country == known):
            person.sightings.append(sighting)
            return
    if _join_by_head(people, sighting, office):
        return
    people.append(Person([], [sighting]))


def _join_by_head(people: list[Person], sighting: Sighting, office: Title) -> bool:
    """«الوزير الإيراني» is the one minister of Iran whom the article names, whatever his ministry."""
    if office.place is None or " " in office.key:
        return False
    holders = [
        person
        for person in people
        if person.forms
        and person.country == office.place.value
        and any(held.split()[0] == office.key for held in person.offices())
    ]
    if len(holders) != 1:
        return False
    holders[0].sightings.append(sighting)
    return True
