"""The organisations of an article: which of the places that name a body name the same one."""

from collections.abc import Sequence, Set
from dataclasses import dataclass, field, replace

from libnews.arabic.openings import Openings, Opens
from libnews.arabic.organisation_words import head_readings, known_bodies
from libnews.arabic.organisations import CLOSING, OPENING, Body, find_organisations, is_marked
from libnews.arabic.phrases import key, readings
from libnews.arabic.titles import Places
from libnews.arabic.tokens import Token
from libnews.arabic.word_table import WordTable
from libnews.arabic.words import ARTICLE, is_common, without_article
from libnews.models.match import PlaceMatch
from libnews.models.vocabulary import ActorKind

Span = tuple[int, int]
"""Half-open, in token positions."""
Forms = dict[str, list[tuple[tuple[str, ...], bool, "Organisation"]]]
"""First word of a name to the names: their words, whether all are ordinary ones, whose it is."""
_LONGEST_ALIAS = 4
_OFFICIAL = frozenset({"رسمي", "رسمية"})


@dataclass(slots=True)
class Organisation:
    """A body of an article, with all places that name it in text order.

    `references` are the places where its head alone means it («الشركة»), for rules over records: they name nobody.
    """

    sightings: list[Body] = field(default_factory=list)
    references: list[Body] = field(default_factory=list)

    @property
    def kind(self) -> ActorKind:
        return self.sightings[0].kind

    @property
    def country(self) -> str | None:
        return next((body.country for body in self.sightings if body.country), None)

    @property
    def place(self) -> tuple[int, PlaceMatch] | None:
        """The words that say of which country it is, and their paragraph."""
        return next(((body.paragraph, body.place) for body in self.sightings if body.place is not None), None)


def find_bodies(
    paragraphs: Sequence[list[Token]],
    places: Sequence[Places],
    taken: Sequence[Set[int]],
    openings: Sequence[Openings],
) -> list[Organisation]:
    """The organisations of an article in the order of their first sighting; `taken` are the names of persons.

    `openings` tells where in each paragraph what may begin.
    """
    found: list[Body] = []
    for number, tokens in enumerate(paragraphs):
        here = find_organisations(number, tokens, places[number], taken[number], openings[number])
        for body in here:
            alias = _alias(body, tokens, here)
            found += [body] if alias is None else [body, alias]
    organisations = _joined(found)
    _add_short_forms(organisations, paragraphs, taken)
    for number, tokens in enumerate(paragraphs):
        _add_references(organisations, number, tokens, openings[number][Opens.BODY_HEAD])
    return organisations


def _alias(body: Body, tokens: list[Token], others: list[Body]) -> Body | None:
    """«وكالة الأنباء السعودية "واس"», «حلف شمال الأطلسي (الناتو)»: another name of the body that stands before it."""
    start = body.end
    if start < len(tokens) and without_article(tokens[start].bare) in _OFFICIAL:
        start += 1
    first = start + 1
    if first >= len(tokens) or tokens[start].text not in OPENING:
        return None
    last = next((p for p in range(first, min(first + _LONGEST_ALIAS, len(tokens))) if tokens[p].text in CLOSING), first)
    words = tokens[first:last]
    if not words or not all(token.is_word for token in words):
        return None
    known = known_bodies().at(tokens, first)
    if known is None or known.after != last:
        strange = all(token.text.isascii() or not is_common(token.bare) for token in words)
        if not strange or any(other.start == first for other in others):
            return None
    return _moved(body, body.paragraph, (first, last), 0)


def _joined(found: list[Body]) -> list[Organisation]:
    """Bodies of one name are one; «وزارة الدفاع» is the article's only «وزارة الدفاع الروسية»."""
    countries: dict[str, set[str]] = {}
    for body in found:
        if body.country:
            countries.setdefault(body.key, set()).add(body.country)
    same = _same_names(found)
    told = {body.key for body in found if not body.has_own_name}
    groups: dict[tuple[str, str | None], Organisation] = {}
    for body in sorted(found, key=lambda body: (body.paragraph, body.start)):
        name = same.get(body.key, body.key)
        known = countries.get(name, set())
        country = None if name not in told else (body.country or (min(known) if len(known) == 1 else None))
        group = groups.setdefault((name, country), Organisation()).sightings
        if all((b.paragraph, b.name) != (body.paragraph, body.name) for b in group):
            group.append(body)
    return list(groups.values())


def _same_names(found: list[Body]) -> dict[str, str]:
    """A body's other name to the name it is known by: two bodies found on the same words are one."""
    by_words: dict[tuple[int, int], str] = {}
    same: dict[str, str] = {}
    for body in found:
        known = by_words.setdefault((body.paragraph, body.name[0]), body.key)
        if known != body.key:
            same[body.key] = known
    return same


def _moved(body: Body, number: int, at: Span, cut: int) -> Body:
    """The same body where another place of the article names it."""
    return replace(body, paragraph=number, start=at[0], end=at[1], cut=cut, name=at, head=None, place=None)


def _add_short_forms(
    organisations: list[Organisation], paragraphs: Sequence[list[Token]], taken: Sequence[Set[int]]
) -> None:
    """A name once introduced («شركة "درشال"») is that body wherever it stands again."""
    forms: Forms = {}
    for organisation in organisations:
        for body in organisation.sightings:
            if body.has_own_name:
                names = [token.bare for token in paragraphs[body.paragraph][slice(*body.name)]]
                ordinary = all(is_common(word) for word in names)
                words = tuple(key(word) for word in names)
                forms.setdefault(words[0], []).append((words, ordinary, organisation))
    if not forms:
        return
    for number, tokens in enumerate(paragraphs):
        seen = _positions(organisations, number) | taken[number]
        for position in [at for at, token in enumerate(tokens) if not _keys[token.bare].isdisjoint(forms)]:
            if position not in seen and tokens[position].is_word:
                _add_short_form(forms, number, tokens, position)
    for organisation in organisations:
        organisation.sightings.sort(key=lambda body: (body.paragraph, body.start))


# By what a word may be looked up, clitics aside.
_keys: WordTable[frozenset[str]] = WordTable(lambda word: frozenset(form for _, form in readings(word)))


def _positions(organisations: list[Organisation], number: int) -> set[int]:
    return {p for o in organisations for b in o.sightings if b.paragraph == number for p in range(b.start, b.end)}


def _add_short_form(forms: Forms, number: int, tokens: list[Token], position: int) -> None:
    for cut, form in readings(tokens[position].bare):
        for words, ordinary, organisation in forms.get(form, ()):
            end = position + len(words)
            if tuple(key(token.bare) for token in tokens[position + 1 : end]) != words[1:]:
                continue
            if ordinary and not is_marked(tokens, position, end):
                continue
            name = position, end
            if all((b.paragraph, b.name) != (number, name) for b in organisation.sightings):
                organisation.sightings.append(_moved(organisation.sightings[0], number, name, cut))
            return


def _add_references(organisations: list[Organisation], number: int, tokens: list[Token], at: Sequence[int]) -> None:
    """«الوزارة» is the only ministry that the article has named so far; of two nobody knows which."""
    named = _positions(organisations, number)
    for position in at:
        definite = [(cut, head) for cut, head, with_article in head_readings(tokens[position].bare) if with_article]
        if position in named or not definite or _goes_on(tokens, position):
            continue
        cut, head = definite[0]
        meant = [o for o in organisations if _may_mean(o, head.word, (number, position))]
        if len(meant) == 1:
            meant[0].references.append(_moved(meant[0].sightings[0], number, (position, position + 1), cut))


def _may_mean(organisation: Organisation, head: str, at: tuple[int, int]) -> bool:
    return any(body.head == head and (body.paragraph, body.start) < at for body in organisation.sightings)


def _goes_on(tokens: list[Token], position: int) -> bool:
    """«الشركة التابعة», «الوزارة الجديدة»: perhaps another one."""
    after = tokens[position + 1] if position + 1 < len(tokens) else None
    return after is not None and after.is_word and after.bare.startswith(ARTICLE) and len(after.bare) > 4
