"""Persons in an article: their names and titles in every paragraph, and which of them are one."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from libnews.arabic.names import name_end
from libnews.arabic.titles import Places, Title, title_at
from libnews.arabic.tokens import Token, tokenize
from libnews.arabic.words import clitic_forms, is_common, is_given, is_surname, name_part

# Given names that are dropped before another one: محمد شهباز and شهباز are one man, صدام خليفة and خليفة two.
_DROPPED = frozenset({"محمد", "سيد", "مولاي"})
_NEAR = 8
_COUNTERPART = "نظير"
_JOINED = frozenset({"بن", "ابن", "ال", "ابو"})


@dataclass(frozen=True, slots=True)
class Sighting:
    """One place where a person is named or told by office: token positions in one paragraph.

    `name` is the half-open token range of the name without clitic (`cut` letters of its first token), or `None`.
    """

    paragraph: int
    name: tuple[int, int] | None
    cut: int
    titles: tuple[Title, ...]

    @property
    def start(self) -> int:
        positions = [title.start for title in self.titles] + ([self.name[0]] if self.name else [])
        return min(positions)

    @property
    def end(self) -> int:
        positions = [title.end for title in self.titles] + ([self.name[1]] if self.name else [])
        return max(positions)


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


def find_people(paragraphs: Sequence[list[Token]], places: Sequence[Places]) -> list[Person]:
    """The persons of an article, in the order of their first sighting; `places` tells the places of each paragraph."""
    sightings: list[Sighting] = []
    for number, tokens in enumerate(paragraphs):
        sightings.extend(_titled_and_full(number, tokens, places[number]))
    people: list[Person] = []
    for sighting in sightings:
        if sighting.name is not None:
            _join_by_name(people, sighting, paragraphs[sighting.paragraph])
    for number, tokens in enumerate(paragraphs):
        taken = {p for s in sightings if s.paragraph == number and s.name for p in range(*s.name)}
        _join_short_forms(people, number, tokens, taken, places[number])
        _add_lone_surnames(people, number, tokens, taken, places[number])
    for sighting in sightings:
        if _is_counterpart(sighting):
            _join_by_country(people, sighting)
        elif sighting.name is None:
            _join_by_office(people, sighting)
    for person in people:
        person.sightings.sort(key=lambda s: (s.paragraph, s.start))
    return sorted(people, key=lambda p: (p.sightings[0].paragraph, p.sightings[0].start))


def _titled_and_full(number: int, tokens: list[Token], places: Places) -> list[Sighting]:
    found: list[Sighting] = []
    position = 0
    while position < len(tokens):
        sighting = _titled(number, tokens, position, places) or _untitled(number, tokens, position, places)
        if sighting is None:
            position += 1
            continue
        sighting, position = _with_apposition(sighting, tokens, places)
        found.append(sighting)
    return [s for s in found if s.name is not None or _is_specific(s) or _is_counterpart(s)]


def _titled(number: int, tokens: list[Token], start: int, places: Places) -> Sighting | None:
    titles: list[Title] = []
    position = start
    while position < len(tokens) and len(titles) < 4:
        after = position + 1 if titles and tokens[position].text in "،," else position
        title = title_at(tokens, after, places) if after < len(tokens) else None
        if title is None or (titles and title.cut):
            break
        if titles and title.kind in ("office", "occupation"):
            break  # «وزير الخارجية، رئيس الوفد», «القائد الليبي رئيس الأركان»: somebody else, or an apposition
        titles.append(title)
        position = title.end
    if not titles:
        return None
    return Sighting(number, _name_after(tokens, position, titles, places), 0, tuple(titles))


def _name_after(tokens: list[Token], position: int, titles: list[Title], places: Places) -> tuple[int, int] | None:
    comma = position < len(tokens) and tokens[position].text in "،,:-"
    start = position + comma
    if start >= len(tokens) or start in places:
        return None
    end = name_end(tokens, start, titled=True)
    if end is None:
        return None
    if comma and end - start < 2 and not is_surname(tokens[start].bare):
        return None
    if titles[-1].kind == "kin" and is_common(tokens[start].bare):
        return None
    return start, end


def _untitled(number: int, tokens: list[Token], start: int, places: Places) -> Sighting | None:
    if start in places:
        return None
    for cut, form in clitic_forms(tokens[start].bare):
        shown = [*tokens[:start], tokens[start]._replace(bare=form), *tokens[start + 1 : start + 9]] if cut else tokens
        if cut and is_common(tokens[start].bare):
            break
        end = name_end(shown, start, titled=False)
        if end is not None:
            return Sighting(number, (start, end), cut, ())
    return None


def _with_apposition(sighting: Sighting, tokens: list[Token], places: Places) -> tuple[Sighting, int]:
    """Take in an office that stands right after the name («جون كيربي، المتحدث باسم مجلس الأمن»)."""
    position = sighting.end
    if sighting.name is None or position >= len(tokens):
        return sighting, position
    start = position + (tokens[position].text in "،,")
    title = title_at(tokens, start, places) if start < len(tokens) else None
    if (
        title is None
        or title.kind not in ("office", "occupation")
        or title.cut
        or _name_after(tokens, title.end, [title], places)
    ):
        return sighting, position
    if title_at(tokens, title.end, places) if title.end < len(tokens) else None:
        return sighting, position
    return Sighting(sighting.paragraph, sighting.name, sighting.cut, (*sighting.titles, title)), title.end


def _is_specific(sighting: Sighting) -> bool:
    """An office alone is somebody only if it says of what: «قائد الجيش الباكستاني», not «الرئيس»."""
    return any(title.kind == "office" and title.end - title.start >= 2 for title in sighting.titles)


def _is_counterpart(sighting: Sighting) -> bool:
    """«نظيره الروسي», without a name: whoever of that country the article has named."""
    return sighting.name is None and any(
        title.place is not None and title.key.startswith(_COUNTERPART) for title in sighting.titles
    )


def _join_by_country(people: list[Person], sighting: Sighting) -> None:
    country = next(title.place.value for title in sighting.titles if title.place is not None)
    named = [person for person in people if person.forms and person.country == country]
    if len(named) == 1:
        named[0].sightings.append(sighting)


def name_parts(text: str) -> tuple[str, ...]:
    """The parts of a written name, folded: articles go, and so does the space within compound parts.

    >>> name_parts("عبد الحميد الدبيبة") == name_parts("عبدالحميد دبيبة")
    True
    """
    parts: list[str] = []
    for token in tokenize(text):
        part = name_part(token.bare)
        if parts and parts[-1] in ("عبد", "ابو"):
            parts[-1] += part
        else:
            parts.append("عبد" + part[5:] if part.startswith("عبدال") else part)
    return tuple(parts)


def parts_of(tokens: list[Token], sighting: Sighting) -> tuple[str, ...]:
    """The folded parts of a name, without the joins and articles that writers leave out."""
    if sighting.name is None:
        return ()
    first, last = sighting.name
    words = [tokens[i].bare[sighting.cut :] if i == first else tokens[i].bare for i in range(first, last)]
    return tuple(name_part(word) for word in words)


def _join_by_name(people: list[Person], sighting: Sighting, tokens: list[Token]) -> None:
    form = parts_of(tokens, sighting)
    for person in people:
        if any(same_name(form, known) for known in person.forms):
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
        dropped = next((form for form in (long, short) if form[0] in _DROPPED and len(form) > 2), None)
        rest = short if dropped is long else long
        return dropped is not None and rest[0] not in _DROPPED and same_name(rest, dropped[1:])
    if short[-1] != long[-1] and short != long[: len(short)]:
        return False
    in_order = iter(long)
    return all(part in in_order for part in short)


def _join_short_forms(people: list[Person], number: int, tokens: list[Token], taken: set[int], places: Places) -> None:
    """Find those already introduced where a family name or a first name stands alone."""
    by_part: dict[str, Person] = {}
    for person in people:
        full = [form for form in person.forms if len(form) > 1]
        for form in full:
            by_part.setdefault(form[-1], person)
    for person in people:
        for form in person.forms:
            if len(form) > 1:
                by_part.setdefault(form[0], person)
    if not by_part:
        return
    for position, token in enumerate(tokens):
        if position in taken or position in places or not token.is_word:
            continue
        found = _short_form(token, by_part)
        if found is not None:
            person, cut = found
            person.sightings.append(Sighting(number, (position, position + 1), cut, ()))


def _add_lone_surnames(people: list[Person], number: int, tokens: list[Token], taken: set[int], places: Places) -> None:
    """Somebody so well known that the article never introduces him: a family name that is no ordinary word."""
    taken = taken | {
        p for person in people for s in person.sightings if s.paragraph == number and s.name for p in range(*s.name)
    }
    for position, token in enumerate(tokens):
        if position in taken or position in places or not token.is_word:
            continue
        for cut, form in clitic_forms(token.bare):
            if is_surname(form) and not (cut and is_common(token.bare)):
                _join_by_name(people, Sighting(number, (position, position + 1), cut, ()), tokens)
                break


def _short_form(token: Token, by_part: dict[str, Person]) -> tuple[Person, int] | None:
    for cut, form in clitic_forms(token.bare):
        person = by_part.get(name_part(form))
        if person is not None:
            ordinary = is_common(form) and not is_given(form)
            return None if ordinary or (cut and is_common(token.bare)) else (person, cut)
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
    people.append(Person([], [sighting]))
