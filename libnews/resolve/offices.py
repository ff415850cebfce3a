"""Somebody told only by an office is the one person whom articles of that time name so."""

from collections import defaultdict
from collections.abc import Iterable

from libnews.models.annotation import Office
from libnews.resolve.bearers import Person
from libnews.resolve.clusters import Clusters
from libnews.resolve.holders import Holders
from libnews.resolve.reasons import Because, Open

# An office that more people may hold says nothing of any of them.
_FEW = 3


def shared_office(one: Iterable[Office], other: Iterable[Office]) -> str | None:
    """The office that both hold: its country is the same, or its words say of what («وزير الخارجية», not «الوزير»)."""
    theirs = list(other)
    found = [mine.key for mine in one if mine.key and any(_is_one(mine, office) for office in theirs)]
    return min(found, default=None)


def _is_one(one: Office, other: Office) -> bool:
    if one.key != other.key:
        return False
    if one.country is not None and other.country is not None:
        return one.country == other.country
    return " " in one.key


def kinds_shared(one: Iterable[Office], other: Iterable[Office]) -> str | None:
    """An office that both hold, whatever countries the articles seem to give it to."""
    return min({office.key for office in one if office.key} & {office.key for office in other}, default=None)


def join_by_office(people: list[Person], clusters: Clusters) -> None:
    """Join those without a name to the one holder of their office whom articles of that time name; two are a doubt."""
    holders: dict[Office, Holders] = defaultdict(Holders)
    for person in people:
        if person.is_named:
            for office in person.offices:
                if office.country is not None and office.tells_holder:
                    holders[office].add(clusters.root(person.id), person)
    for person in people:
        if not person.is_named:
            _join_to_holder(person, holders, clusters)


def _join_to_holder(person: Person, holders: dict[Office, Holders], clusters: Clusters) -> None:
    found: dict[str, Person] = {}
    for office in sorted(person.offices, key=lambda one: (one.key, one.country or "")):
        if office in holders:
            found = {**holders[office].at_the_time_of(person), **found}
    words = person.titled
    for holder in found.values():
        named = f"«{words}» is held by {holder.called} in {holder.teller.file}"
        if len(found) == 1:
            clusters.join(holder.id, person.id, f"{Because.OFFICE}: {named}")
        elif len(found) <= _FEW:
            clusters.doubt(holder.id, person.id, f"{Open.OFFICE}: {named}")
