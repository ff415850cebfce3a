"""Who is who across articles: by full name, by a name spelled alike and the same office, by family name, by office.

Persons are compared as *bearers*: all mentions of one full name and one country are one bearer, so that cost grows with
the names there are and not with the articles that tell of them.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import combinations

from libnews.models.annotation import Office
from libnews.resolve.clusters import Clusters
from libnews.resolve.names import DROPPED, Likeness, Parts, likeness, skeleton
from libnews.resolve.view import Told

# A part that more names share than this tells nothing; its block is passed over.
_CROWD = 400


@dataclass(slots=True)
class Bearer:
    """A full name in one country (or none), with the mentions that bear it and the offices they were given."""

    form: Parts
    country: str | None
    mentions: list[str] = field(default_factory=list)
    offices: set[Office] = field(default_factory=set)


class Persons:
    """The persons of a corpus, and the steps that join them; each step joins only what the ones before left apart."""

    def __init__(self, persons: list[Told], clusters: Clusters) -> None:
        self.clusters = clusters
        self.by_id = {person.id: person for person in persons}
        self.forms = {person.id: forms_of(person) for person in persons}
        self.offices = {person.id: [_placed(office, person) for office in person.offices()] for person in persons}
        self.bearers = self._bearers()

    def _bearers(self) -> list[Bearer]:
        found: dict[tuple[Parts, str | None], Bearer] = {}
        for key in sorted(self.by_id):
            country = self.by_id[key].first("country")
            for form in self.forms[key]:
                if len(form) > 1:
                    bearer = found.setdefault((form, country), Bearer(form, country))
                    bearer.mentions.append(key)
                    bearer.offices.update(self.offices[key])
        return [found[key] for key in sorted(found, key=lambda one: (one[0], one[1] or ""))]

    def join(self) -> None:
        """All steps, the surest first."""
        for bearer in self.bearers:
            self._join_all(bearer.mentions, f"same name: «{' '.join(bearer.form)}»")
        self._join_alike()
        self._join_countryless()
        self._join_family_names()
        self._join_by_office()

    def _join_all(self, mentions: list[str], reason: str) -> None:
        for other in mentions[1:]:
            self.clusters.join(mentions[0], other, reason)

    def _join_alike(self) -> None:
        """Compare bearers who share their first part and another one, as those of one person do."""
        blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
        for number, bearer in enumerate(self.bearers):
            for key in _block_keys(bearer.form):
                blocks[key].append(number)
        pairs = {pair for block in blocks.values() if len(block) <= _CROWD for pair in combinations(block, 2)}
        for one, other in sorted(pairs):
            mine, theirs = self.bearers[one], self.bearers[other]
            if mine.country == theirs.country or mine.form != theirs.form:
                reason = _reason_to_join(mine, theirs)
                if reason is not None:
                    self.clusters.join(mine.mentions[0], theirs.mentions[0], reason)

    def _join_countryless(self) -> None:
        """A name told without a country is that of the one country in which it is borne, if there is only one."""
        by_form: dict[Parts, list[Bearer]] = defaultdict(list)
        for bearer in self.bearers:
            by_form[bearer.form].append(bearer)
        for form, bearers in by_form.items():
            if len(bearers) == 2 and bearers[0].country is None:
                reason = f"same name: «{' '.join(form)}»"
                self.clusters.join(bearers[1].mentions[0], bearers[0].mentions[0], reason)

    def _join_family_names(self) -> None:
        """A family name alone is the one person of the corpus who bears it in full, if there is only one."""
        holders: dict[str, dict[str, Bearer]] = defaultdict(dict)
        for bearer in self.bearers:
            holders[bearer.form[-1]].setdefault(self.clusters.root(bearer.mentions[0]), bearer)
        for key in sorted(self.by_id):
            short = self.forms[key]
            if not short or any(len(form) > 1 for form in short):
                continue
            found = list(holders.get(short[0][-1], {}).values())
            if len(found) == 1 and _agree(found[0].country, self.by_id[key].first("country")):
                self.clusters.join(found[0].mentions[0], key, f"family name alone: «{short[0][-1]}»")

    def _join_by_office(self) -> None:
        """Somebody told only by an office is the one person whom another article names so."""
        holders: dict[Office, dict[str, str]] = defaultdict(dict)
        for key in sorted(self.by_id):
            if self.forms[key]:
                for office in self.offices[key]:
                    holders[office].setdefault(self.clusters.root(key), key)
        for key in sorted(self.by_id):
            if self.forms[key]:
                continue
            found = {
                root: named
                for office in self.offices[key]
                if office.country
                for root, named in holders.get(office, {}).items()
            }
            if len(found) == 1:
                named = self.by_id[next(iter(found.values()))]
                words = self.by_id[key].first("role")
                reason = f"office «{words}» is held by {named.first('name')} in {named.file}"
                self.clusters.join(named.id, key, reason)


def _block_keys(form: Parts) -> set[tuple[str, str]]:
    forms = [form, form[1:]] if form[0] in DROPPED and len(form) > 2 else [form]
    return {(skeleton(one[0]), skeleton(part)) for one in forms for part in one[1:]}


def _reason_to_join(one: Bearer, other: Bearer) -> str | None:
    if one.form != other.form and not _agree(one.country, other.country):
        return None
    alike = likeness(one.form, other.form)
    names = f"«{' '.join(one.form)}» and «{' '.join(other.form)}»"
    if alike is Likeness.SAME and one.country == other.country:
        return f"same name: {names}"
    if alike is Likeness.DIFFERENT:
        return None
    shared = _shared_office(one, other)
    if shared is not None:
        return f"name spelled alike and same office ({shared}): {names}"
    one_sided = alike is Likeness.SAME and None in (one.country, other.country)
    return f"same name: {names}" if one_sided else None


def _shared_office(one: Bearer, other: Bearer) -> str | None:
    keys = {office.key for office in one.offices} & {office.key for office in other.offices}
    return min(keys, default=None)


def forms_of(actor: Told) -> list[Parts]:
    """The names of an actor in parts, as its language compares them; without a reader, its words."""
    reader = actor.reader
    if reader is None:
        return sorted({tuple(name.casefold().split()) for name in actor.all("name")})
    return sorted({reader.name_parts(name) for name in actor.all("name")})


def _placed(office: Office, person: Told) -> Office:
    return Office(office.key, office.country or person.first("country"))


def _agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other
