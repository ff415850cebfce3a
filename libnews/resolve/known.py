"""Which mentions tell of somebody whom the user knew already.

A known actor is found by whole names: the form that an article gives has to be one of his. A form that is spelled
otherwise, or leaves his father's name out, is taken only in his country, and where it fits nobody else who is known.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from libnews.models import KnownActor
from libnews.models.vocabulary import ActorKind
from libnews.readers import Reader
from libnews.resolve.clusters import Clusters
from libnews.resolve.names import Likeness, Parts, likeness, no_given_names, skeleton
from libnews.resolve.view import Told, body_parts, country_of, name_parts


class Fit(NamedTuple):
    """A mention, the known actor whom it fits, and why."""

    actor: Told
    row: KnownActor
    reason: str


class Name(NamedTuple):
    """One name of a known actor, and its parts."""

    row: KnownActor
    text: str
    parts: Parts


@dataclass(slots=True)
class Index:
    """Known actors by their names, as one language compares them.

    `whole` has whole names; `sounds` persons by how two parts of a name sound; `home` bodies by their country and the
    words of their name without it.
    """

    whole: dict[Parts, list[KnownActor]] = field(default_factory=lambda: defaultdict(list))
    sounds: dict[tuple[str, str], list[Name]] = field(default_factory=lambda: defaultdict(list))
    home: dict[tuple[str | None, Parts], list[Name]] = field(default_factory=lambda: defaultdict(list))


class Known:
    """The actors known already, and the mentions that fit them."""

    def __init__(self, known: Iterable[KnownActor]) -> None:
        self._rows = sorted(known, key=lambda row: row.known_id)
        self._codes = {row.country: row.known_id for row in self._rows if row.kind is ActorKind.COUNTRY}
        self._indexes: dict[str | None, Index] = {}
        self._found: dict[str, str] = {}
        self._fits: dict[str, list[Fit]] = defaultdict(list)

    def compare(self, actor: Told) -> None:
        """Look whether a mention fits one of them."""
        if not self._rows:
            return
        code = country_of(actor)
        if code is None:
            fit = self._fit(actor)
            if fit is not None:
                self._fits[fit.row.known_id].append(fit)
        elif code in self._codes:
            known_id = self._codes[code]
            self._found[known_id] = min(self._found.get(known_id, actor.id), actor.id)

    def join(self, clusters: Clusters) -> dict[str, str]:
        """Join the mentions of each known actor and keep known actors apart, before any other rule joins actors.

        Returns a mention of each known actor that was found, by known_id. A country needs no joining: its record is the
        code, by which its row finds it.
        """
        found = dict(self._found)
        for known_id in sorted(self._fits):
            fits = sorted(self._fits[known_id], key=lambda fit: fit.actor.id)
            if not _of_several_countries(fits):
                _settle(fits, found, clusters)
        return found

    def _fit(self, actor: Told) -> Fit | None:
        language = actor.reader.language if actor.reader else None
        if language not in self._indexes:
            self._indexes[language] = _index(self._rows, actor.reader)
        fitting = _whole(actor, self._indexes[language])
        if fitting is None:
            fitting = _otherwise(actor, self._indexes[language])
        return fitting[0] if len({fit.row.known_id for fit in fitting}) == 1 else None


def _index(rows: list[KnownActor], reader: Reader | None) -> Index:
    index = Index()
    for row in rows:
        texts = [*row.names, *([row.name_en] if row.name_en else [])]
        # Two forms that compare alike are one name, the first of them
        names = {form: Name(row, text, form) for text in reversed(texts) for form in [name_parts(text, reader)]}
        for name in names.values():
            if row.kind is ActorKind.PERSON:
                _index_person(name, index)
            elif row.kind is not ActorKind.COUNTRY and name.parts:
                index.whole[name.parts].append(row)
        if row.kind is not ActorKind.PERSON and row.country is not None:
            at_home = {body_parts(text, row.country, reader): text for text in reversed(texts)}
            for form, text in at_home.items():
                index.home[row.country, form].append(Name(row, text, form))
    return index


def _index_person(name: Name, index: Index) -> None:
    if len(name.parts) > 1:  # a family name alone names nobody: his son has it too
        index.whole[name.parts].append(name.row)
        for key in _sounds(name.parts):
            index.sounds[key].append(name)


def _whole(actor: Told, index: Index) -> list[Fit] | None:
    """Those known by exactly a name of this mention whom nothing else tells apart; `None` where nobody has the name."""
    same = [
        Fit(actor, row, f"known as {row.known_id}: «{name}»")
        for name in actor.all("name")
        for row in index.whole.get(name_parts(name, actor.reader), ())
    ]
    return [fit for fit in same if _may_be(actor, fit.row)] if same else None


def _otherwise(actor: Told, index: Index) -> list[Fit]:
    """Those of the country that is told who are known by a name of this mention in other words: spelled otherwise, a
    father's name more or less; of bodies with the country named or not."""
    is_person = actor.first("kind") == ActorKind.PERSON
    alike = _alike if is_person else _alike_at_home
    return [
        Fit(actor, name.row, f"known as {name.row.known_id}: «{told}» is «{name.text}»")
        for told in actor.all("name")
        for name in alike(told, actor, index)
        if name.row.country in actor.all("country")
    ]


def _alike(told: str, person: Told, index: Index) -> list[Name]:
    parts = name_parts(told, person.reader)
    given = person.reader.given_name_rank if person.reader else no_given_names
    found = [name for key in sorted(_sounds(parts)) for name in index.sounds.get(key, ())]
    return [name for name in found if likeness(parts, name.parts, given) >= Likeness.SOUNDS_SAME]


def _alike_at_home(told: str, body: Told, index: Index) -> list[Name]:
    country = body.first("country")
    return index.home.get((country, body_parts(told, country, body.reader)), []) if country else []


def _sounds(form: Parts) -> set[tuple[str, str]]:
    """The first part with each other: names that are one person's share such a pair."""
    return {(skeleton(form[0]), skeleton(part)) for part in form[1:]}


def _may_be(actor: Told, row: KnownActor) -> bool:
    """Whether neither kind nor country speaks against it; articles do not tell kinds of bodies apart for sure."""
    kind, countries = actor.first("kind"), actor.all("country")
    same_sort = kind is None or (kind == ActorKind.PERSON) == (row.kind is ActorKind.PERSON)
    return same_sort and (row.country is None or not countries or row.country in countries)


def _of_several_countries(fits: list[Fit]) -> bool:
    """Whether no one country agrees with all: then they are namesakes, and nothing says who of them is known."""
    told = [set(fit.actor.all("country")) for fit in fits if fit.actor.all("country")]
    return bool(told) and not set.intersection(*told) and fits[0].row.country is None


def _settle(fits: list[Fit], found: dict[str, str], clusters: Clusters) -> None:
    """Make them one; a mention that a judgement keeps from the others, or gave to somebody else, stays where it is."""
    for actor, row, reason in fits:
        first = found.get(row.known_id)
        one = clusters.call(actor.id, row.known_id) if first is None else clusters.join(first, actor.id, reason)
        if one:
            clusters.reasons.setdefault(actor.id, reason)
            found.setdefault(row.known_id, actor.id)
