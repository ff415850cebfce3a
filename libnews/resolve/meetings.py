"""Which meetings of different articles are one: who met, when and where agree, and nothing contradicts."""

from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import NamedTuple

from libnews.models.codes import countries
from libnews.models.vocabulary import MeetingKind, MeetingStatus, ParticipantRole
from libnews.resolve.clusters import Clusters
from libnews.resolve.gathering import Gathering, Key, Likeness, Telling
from libnews.resolve.times import Closeness, latest_days, times_of
from libnews.resolve.view import Told

Who = Mapping[str, str]
"""mention_id of an actor to the record it was joined to."""

Sets = dict[frozenset[str], frozenset[str]]
"""Sets as they were first made: the same people meet again and again, and each set would be kept as often."""

# Who met in larger circles is told by the summit's date and place; pairs of all guests would be too many.
_LARGEST_CIRCLE = 12
# Ways to meet that are told by words of their own; talks, receptions and summits are words for one thing.
_OWN_WAYS = (MeetingKind.VISIT, MeetingKind.CALL, MeetingKind.CEREMONY)


class Shape(NamedTuple):
    """What is compared of two meetings; `met` are those who met (of a visit: who came), `there` all who are named."""

    way: str
    status: str
    met: frozenset[str]
    there: frozenset[str]
    countries: frozenset[str]
    cities: frozenset[str]

    @property
    def is_visit(self) -> bool:
        return self.way == MeetingKind.VISIT


def join_meetings(meetings: Iterable[Told], who: Who, clusters: Clusters) -> None:
    """Join meetings whose participants, interval and place agree and nothing contradicts."""
    latest = latest_days(meetings)
    sets: Sets = {}
    tellings = []
    for meeting in meetings:
        shape = _shape(meeting, who, sets)
        times = times_of(meeting, latest.get(meeting.article_id))
        size = len(shape.met) + len(shape.countries)
        tellings.append(Telling(meeting.id, meeting.teller, times, shape, tuple(_keys(shape)), size, shape.is_visit))
    Gathering(clusters, _compare, "same participants").gather(tellings)


def _keys(shape: Shape) -> list[Key]:
    met = sorted(shape.met)[:_LARGEST_CIRCLE]
    if shape.is_visit:
        return [(one, country) for one in met for country in sorted(shape.countries)]
    return list(combinations(met, 2))


def _shape(meeting: Told, who: Who, sets: Sets) -> Shape:
    def one_of(values: Iterable[str]) -> frozenset[str]:
        found = frozenset(values)
        return sets.setdefault(found, found)

    seats = [(part, value) for (name, part), value in sorted(meeting.parts.items()) if name == "participant"]
    roles = {part: meeting.parts.get(("participant_role", part)) for part, _ in seats}
    kinds = set(meeting.all("kind"))
    way = next((kind for kind in _OWN_WAYS if kind in kinds), MeetingKind.TALKS)
    met = {who.get(value, value) for part, value in seats if roles[part] != ParticipantRole.ATTENDEE}
    if way is MeetingKind.VISIT:
        came = {who.get(value, value) for part, value in seats if roles[part] == ParticipantRole.VISITOR}
        met = came or met
    return Shape(
        way=way,
        status=meeting.first("status") or MeetingStatus.HELD,
        met=one_of(met),
        there=one_of(who.get(value, value) for _, value in seats),
        countries=one_of(meeting.all("country")),
        cities=one_of(meeting.all("city")),
    )


def _compare(one: Shape, other: Shape, closeness: Closeness) -> Likeness | None:
    if one.is_visit != other.is_visit or not _agree(one.countries, other.countries):
        return None
    shared = one.met & other.met
    if len(shared) < (1 if one.is_visit else 2) or not _agree(one.cities, other.cities):
        return None
    strangers = len(one.met - other.there) + len(other.met - one.there)
    places = len(one.countries & other.countries) + len(one.cities & other.cities)
    strength = 4 * len(shared) - 2 * strangers + places
    if closeness is Closeness.FAR and (strangers or not places):
        return None
    doubt = _contradiction(one, other)
    if doubt is not None:
        return Likeness(strength, doubt) if closeness is Closeness.DAY else None
    return Likeness(strength, _lack(shared, strangers, places, closeness))


def _contradiction(one: Shape, other: Shape) -> str | None:
    """What speaks against one meeting, and is said of one and the same at times."""
    if one.status != other.status:
        return f"{one.status} in one, {other.status} in the other"
    if one.way != other.way:
        return f"{one.way} in one, {other.way} in the other"
    return None


def _lack(shared: frozenset[str], strangers: int, places: int, closeness: Closeness) -> str | None:
    """What is missing to make them one, or `None`."""
    if strangers > len(shared):
        return "each names others as well"
    if closeness <= Closeness.NEAR and shared <= countries():
        return "only countries are named"
    if closeness is Closeness.FAR or (closeness is Closeness.VAGUE and (strangers or not places)):
        return "too little tells when"
    return None


def _agree(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return not mine or not theirs or bool(mine & theirs)
