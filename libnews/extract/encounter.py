"""An encounter in the making: what one clause tells of a meeting, and when two tellings are one."""

from dataclasses import dataclass, field
from datetime import timedelta

from libnews.extract.draft import Place
from libnews.models.dates import Edtf
from libnews.models.match import DateMatch, PlaceMatch
from libnews.models.vocabulary import Basis, MeetingKind, ParticipantRole

VISIT = MeetingKind.VISIT
# Heads of state and ministers stay no longer; who comes back within the week does so in other words.
_LONGEST_VISIT = timedelta(days=5)


@dataclass(slots=True)
class Seat:
    """A participant of an encounter and the words that seat him."""

    role: ParticipantRole | None
    at: Place
    basis: Basis


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an encounter took place: the words that tell it, and how surely they do."""

    paragraph_no: int
    match: PlaceMatch
    basis: Basis = Basis.STATED

    @property
    def country_basis(self) -> Basis:
        """A city's or a building's country is inferred."""
        return self.basis if self.match.kind in ("country", "nationality") else Basis.INFERRED


@dataclass(slots=True)
class Encounter:
    """A meeting in the making. `people` are actors by number, `countries` sides told only by their nationality.

    `earlier` tells that the words set it before what the article is about («كان قد التقى …»).
    """

    kind: MeetingKind
    trigger: Place
    retold: list[tuple[MeetingKind, Place]] = field(default_factory=list)
    people: dict[int, list[Seat]] = field(default_factory=dict)
    countries: dict[str, tuple[int, PlaceMatch]] = field(default_factory=dict)
    dates: list[tuple[Place, DateMatch]] = field(default_factory=list)
    places: list[Spot] = field(default_factory=list)
    planned: Place | None = None
    cancelled: Place | None = None
    core: set[int] = field(default_factory=set)
    earlier: bool = False

    @property
    def is_visit(self) -> bool:
        return self.kind is VISIT

    @property
    def is_held(self) -> bool:
        """Whether nothing says that it was only planned, or called off."""
        return self.planned is None and self.cancelled is None

    @property
    def told_in(self) -> list[int]:
        """The paragraphs that tell of it, in the order they were read."""
        return [self.trigger.paragraph_no, *(at.paragraph_no for _, at in self.retold)]

    @property
    def countries_of_places(self) -> set[str]:
        """Where it took place, by country: a tour names several."""
        return {spot.match.value for spot in self.places}

    def date(self) -> Edtf | None:
        return next((Edtf(match.value) for _, match in self.dates if match.value), None)

    def seat(self, ref: int, role: ParticipantRole | None, at: Place, basis: Basis = Basis.STATED) -> None:
        """Add words that seat a participant; one who met is no mere attendee elsewhere."""
        if role is ParticipantRole.ATTENDEE and ref in self.core:
            role = None
        self.people.setdefault(ref, []).append(Seat(role, at, basis))

    def roles(self, ref: int) -> set[ParticipantRole | None]:
        """What a participant was there as, as far as the words say."""
        return {seat.role for seat in self.people.get(ref, [])}

    def becomes_talks(self) -> None:
        """A visit that turns out to be a meeting: there is no visitor any more."""
        self.kind = MeetingKind.TALKS
        for seats in self.people.values():
            for seat in seats:
                seat.role = seat.role if seat.role is ParticipantRole.ATTENDEE else None

    def take_in(self, new: "Encounter") -> None:
        """Add what another clause tells of the same encounter."""
        self.core |= new.core
        self.retold.append((new.kind, new.trigger))
        self.cancelled = self.cancelled or new.cancelled
        self.earlier = self.earlier and new.earlier
        for ref, seats in new.people.items():
            for seat in seats:
                self.seat(ref, seat.role, seat.at, seat.basis)
        self.countries.update({code: place for code, place in new.countries.items() if code not in self.countries})
        self.dates.extend(new.dates)
        here = self.places[0].match.value if self.places else None
        self.places.extend(spot for spot in new.places if spot.match.value == (here or spot.match.value))

    def is_same(self, new: "Encounter") -> bool:
        """Whether another telling could be of this encounter: who met agrees, and nothing contradicts."""
        if self.is_visit != new.is_visit or self.is_held != new.is_held:
            return False
        one, other = self.date(), new.date()
        if one is not None and other is not None and not one.overlaps(other) and not self._lasted(one, other, new):
            return False
        if self.places and new.places and not self.countries_of_places & new.countries_of_places:
            return False
        shared = self.core & new.core
        if self.is_visit:
            return bool(shared)
        return len(shared) >= 2

    def _lasted(self, one: Edtf, other: Edtf, new: "Encounter") -> bool:
        """Two days of a visit to one country that lie close together are days of one visit."""
        if not self.is_visit or not self.countries_of_places & new.countries_of_places:
            return False
        days = [day for date in (one, other) for day in (date.first, date.last)]
        known = [day for day in days if day is not None]
        return len(known) == len(days) and max(known) - min(known) <= _LONGEST_VISIT

    def stands_alone(self) -> bool:
        """A visit needs somewhere or somebody to go to, talks need two sides."""
        if self.is_visit:
            return bool(self.places or self.dates) or len(self.core) > 1
        return len(self.core) + len(self.countries) > 1
