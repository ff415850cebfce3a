"""Somebody told by a family name alone is the one person of that time who bears it in full and holds his office."""

from collections import defaultdict
from collections.abc import Iterable

from libnews.models.annotation import Office
from libnews.resolve.bearers import Bearer, Person
from libnews.resolve.clusters import Clusters
from libnews.resolve.holders import Holders
from libnews.resolve.names import Parts, name_of
from libnews.resolve.reasons import Because, Open


class _Families:
    """Those who bear a family name, by name and by name and office; each is one of the sets found so far."""

    def __init__(self, people: dict[str, Person], bearers: Iterable[Bearer], clusters: Clusters) -> None:
        self.bearing: dict[Parts, Holders] = defaultdict(Holders)
        self.holding: dict[tuple[Parts, str], Holders] = defaultdict(Holders)
        self.countries: dict[str, set[str]] = defaultdict(set)
        for bearer in bearers:
            parts = name_of(bearer.form).parts
            # «الشيخ أحمد» of «إسماعيل ولد الشيخ أحمد» is a family name of two parts
            families = {parts[at:] for at in range(1, len(parts))}
            for mention in bearer.mentions:
                root, person = clusters.root(mention), people[mention]
                self.countries[root] |= {bearer.country} if bearer.country else set()
                for family in families:
                    self.bearing[family].add(root, person)
                    for office in person.offices:
                        self.holding[family, office.key].add(root, person)

    def same_office(self, person: Person, family: Parts) -> dict[str, Person]:
        """By set, those of that time who bear the name and hold an office of his."""
        found: dict[str, Person] = {}
        for office in sorted(person.offices, key=_office_order):
            if office.key and (family, office.key) in self.holding:
                found |= self._fitting(person, self.holding[family, office.key])
        return found

    def same_name(self, person: Person, family: Parts) -> dict[str, Person]:
        """By set, those of that time who bear the name."""
        return self._fitting(person, self.bearing[family]) if family in self.bearing else {}

    def _fitting(self, person: Person, holders: Holders) -> dict[str, Person]:
        told = holders.at_the_time_of(person)
        return {root: one for root, one in told.items() if self._agree(person.country, self.countries[root])}

    @staticmethod
    def _agree(country: str | None, countries: set[str]) -> bool:
        return country is None or not countries or country in countries


def _office_order(office: Office) -> tuple[str, str]:
    return office.key, office.country or ""


def join_by_family_name(people: Iterable[Person], bearers: Iterable[Bearer], clusters: Clusters) -> None:
    """Join a family name alone to the one who bears it in full and holds the same office.

    Without an office it is a doubt: «هيل» is a place too, and «رئيسي» an ordinary word.
    """
    by_id = {person.id: person for person in people}
    families = _Families(by_id, bearers, clusters)
    for person in by_id.values():
        family = person.family_name
        if family is None:
            continue
        words = person.names[person.forms[0]]
        same = families.same_office(person, family)
        found = same or families.same_name(person, family)
        if len(found) != 1:
            continue
        (holder,) = found.values()
        named = f"«{words}» is {holder.called} in {holder.teller.file}"
        if same:
            clusters.join(holder.id, person.id, f"{Because.FAMILY_NAME_AND_OFFICE}: {named}")
        else:
            clusters.doubt(holder.id, person.id, f"{Open.FAMILY_NAME}: {named}")
