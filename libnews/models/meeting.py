"""An encounter of named sides."""

from typing import ClassVar

from libnews.models.dates import Edtf
from libnews.models.frozen import Frozen
from libnews.models.money import CountryCode
from libnews.models.record import Record
from libnews.models.vocabulary import MeetingKind, MeetingStatus, ParticipantRole


class Participant(Frozen):
    """Who took part, and as what; `role` is null where the source does not say."""

    actor_id: str
    role: ParticipantRole | None = None


class Meeting(Record):
    """A visit, talks, a reception, a call, a summit or a ceremony. PLOVER: CONSULT; schema.org: Event.

    `date` is EDTF, `country` ISO 3166-1 alpha-3, `city` its name in the lexicon. `status` is held where nothing
    speaks against it, and only then needs no evidence. `part_of` is the meeting_id of the visit that it belongs to.
    """

    claimed: ClassVar[tuple[str, ...]] = (
        "kind",
        "status",
        "date",
        "city",
        "country",
        "venue",
        "part_of",
        "participant",
        "participant_role",
    )

    meeting_id: str
    kind: MeetingKind
    status: MeetingStatus = MeetingStatus.HELD
    date: Edtf | None = None
    city: str | None = None
    country: CountryCode | None = None
    venue: str | None = None
    part_of: str | None = None
    participants: tuple[Participant, ...] = ()

    def claimed_value(self, field: str) -> object:
        if field == "status":
            return None if self.status is MeetingStatus.HELD else self.status
        if field == "participant":
            return self.participants
        if field == "participant_role":
            return tuple(who.role for who in self.participants if who.role is not None)
        return super().claimed_value(field)
