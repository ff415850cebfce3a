"""Meetings, agreements and trade figures as resolution sees them, made without a text."""

from collections.abc import Iterable
from datetime import date

from libnews.models.corpus import Teller
from libnews.models.vocabulary import RecordType
from libnews.resolve.clusters import Clusters
from libnews.resolve.view import Told


def told(record_type: RecordType, name: str, published_on: str | None = None, **values: str | list[str]) -> Told:
    """One mention in an article of its own; values that make one value together share a part."""
    day = date.fromisoformat(published_on) if published_on else None
    view = Told(name, Teller(record_type, f"article of {name}", f"{name}.txt", "ar", day, "made"))
    for field, given in values.items():
        view.values[field] = [given] if isinstance(given, str) else list(given)
        for part, value in enumerate(view.values[field], start=1):
            view.parts[field, part] = value
    return view


def talks(name: str, *people: str, published_on: str | None = None, **values: str | list[str]) -> Told:
    """Talks of some people."""
    values = {"kind": "talks", "participant": list(people), **values}
    return told(RecordType.MEETING, name, published_on, **values)


def visit(name: str, visitor: str, country: str, published_on: str | None = None, **values: str | list[str]) -> Told:
    """A visit of one man to one country."""
    values = {"kind": "visit", "participant": visitor, "participant_role": "visitor", "country": country, **values}
    return told(RecordType.MEETING, name, published_on, **values)


def deal(name: str, *parties: str, published_on: str | None = None, **values: str | list[str]) -> Told:
    """An agreement of some parties."""
    return told(RecordType.AGREEMENT, name, published_on, **{"party": list(parties), **values})


class Sets(Clusters):
    """Clusters that know their members, those that are alone too."""

    def __init__(self, members: Iterable[str]) -> None:
        super().__init__()
        self.members = tuple(members)


def clusters_of(*views: Told) -> Sets:
    """Nothing joined yet."""
    return Sets(view.id for view in views)


def sets(clusters: Sets) -> set[frozenset[str]]:
    """What has been joined."""
    found: dict[str, set[str]] = {}
    for member in clusters.members:
        found.setdefault(clusters.root(member), set()).add(member)
    return {frozenset(members) for members in found.values()}
