"""Who is who across articles: countries by code, persons by name and office, bodies by name."""

from collections import defaultdict
from itertools import combinations

from libnews.models.annotation import Office
from libnews.models.vocabulary import ActorKind
from libnews.resolve.clusters import Clusters
from libnews.resolve.names import Likeness, Parts, likeness, skeleton
from libnews.resolve.view import Told


def is_country(actor: Told) -> bool:
    """Whether a mention tells of a country: its record is the ISO code, whatever the article."""
    return actor.first("kind") in (None, ActorKind.COUNTRY) and actor.first("country") is not None


def join_actors(actors: list[Told], clusters: Clusters) -> None:
    """Join the mentions of one person or body; countries are left to their code."""
    persons = [actor for actor in actors if actor.first("kind") == ActorKind.PERSON]
    bodies = [actor for actor in actors if not is_country(actor) and actor.first("kind") != ActorKind.PERSON]
    known = _Persons(persons, clusters)
    known.join_by_name()
    known.join_short_names()
    known.join_by_office()
    _join_bodies(bodies, clusters)


class _Persons:
    def __init__(self, persons: list[Told], clusters: Clusters) -> None:
        self.clusters = clusters
        self.by_id = {person.id: person for person in persons}
        self.forms = {person.id: _forms(person) for person in persons}
        self.full = {key: [form for form in forms if len(form) > 1] for key, forms in self.forms.items()}
        self.offices = {person.id: person.offices() for person in persons}

    def join_by_name(self) -> None:
        """Compare only persons who share how a name part begins, so that cost grows with families, not with all."""
        blocks: dict[str, set[str]] = defaultdict(set)
        for key, forms in self.full.items():
            for form in forms:
                for part in form[:2]:
                    blocks[skeleton(part)].add(key)
        pairs = {pair for block in blocks.values() for pair in combinations(sorted(block), 2)}
        for one, other in sorted(pairs):
            reason = self._reason_to_join(one, other)
            if reason is not None and self._countries_agree(one, other):
                self.clusters.join(one, other, reason)

    def _reason_to_join(self, one: str, other: str) -> str | None:
        alike = [(likeness(a, b), a, b) for a in self.full[one] for b in self.full[other]]
        best = max(alike, default=None)
        if best is None or best[0] is Likeness.DIFFERENT:
            return None
        names = f"«{' '.join(best[1])}» and «{' '.join(best[2])}»"
        if best[0] is Likeness.SAME:
            return f"same name: {names}"
        shared = self._shared_office(one, other)
        return f"name spelled alike and same office ({shared}): {names}" if shared else None

    def _shared_office(self, one: str, other: str) -> str | None:
        for mine in self.offices[one]:
            for theirs in self.offices[other]:
                if mine.key == theirs.key and _agree(mine.country, theirs.country):
                    return mine.key
        return None

    def _countries_agree(self, one: str, other: str) -> bool:
        mine, theirs = self._countries(one), self._countries(other)
        return not mine or not theirs or bool(mine & theirs)

    def _countries(self, key: str) -> set[str]:
        return set(self.by_id[key].all("country"))

    def join_short_names(self) -> None:
        """A family name alone is the one person of the corpus who bears it in full, if there is only one."""
        bearers: dict[str, set[str]] = defaultdict(set)
        for key, forms in self.full.items():
            for form in forms:
                bearers[form[-1]].add(self.clusters.root(key))
        holder = {self.clusters.root(key): key for key in sorted(self.full, reverse=True) if self.full[key]}
        for key in sorted(self.by_id):
            if self.full[key] or not self.forms[key]:
                continue
            roots = bearers.get(self.forms[key][0][-1], set())
            if len(roots) == 1:
                other = holder[next(iter(roots))]
                if self._countries_agree(key, other):
                    self.clusters.join(other, key, f"family name alone: «{self.forms[key][0][-1]}»")

    def join_by_office(self) -> None:
        """Somebody told only by an office is the one person whom another article names so."""
        holders: dict[Office, set[str]] = defaultdict(set)
        for key, offices in self.offices.items():
            if self.forms[key]:
                for office in offices:
                    holders[_placed(office, self.by_id[key])].add(self.clusters.root(key))
        for key in sorted(self.by_id):
            if self.forms[key]:
                continue
            offices = [_placed(office, self.by_id[key]) for office in self.offices[key]]
            roots = {root for office in offices if office.country for root in holders.get(office, ())}
            if len(roots) == 1:
                holder = next(iter(roots))
                named = self.by_id[holder]
                words = self.by_id[key].first("role")
                self.clusters.join(holder, key, f"office «{words}» is held by {named.first('name')} in {named.file}")


def _forms(person: Told) -> list[Parts]:
    reader = person.reader
    if reader is None:
        return sorted({tuple(name.casefold().split()) for name in person.all("name")})
    return sorted({reader.name_parts(name) for name in person.all("name")})


def _placed(office: Office, person: Told) -> Office:
    return Office(office.key, office.country or person.first("country"))


def _agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def _join_bodies(bodies: list[Told], clusters: Clusters) -> None:
    first: dict[tuple[str, str | None, Parts], str] = {}
    for body in bodies:
        for form in _forms(body):
            key = body.first("kind") or "", body.first("country"), form
            known = first.setdefault(key, body.id)
            if known != body.id:
                clusters.join(known, body.id, f"same name: «{' '.join(form)}»")
