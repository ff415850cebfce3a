"""Meetings: found where a paragraph and a participant are shared."""

from collections.abc import Iterator, Sequence

from libnews.evaluation.case import Case
from libnews.evaluation.judging import judge
from libnews.evaluation.pairing import Link, pair, same
from libnews.evaluation.spelling import name_key
from libnews.evaluation.wording import actor_name, told_names
from libnews.models.gold import GoldMeeting
from libnews.models.telling import ToldRecord
from libnews.models.vocabulary import MeetingStatus, RecordType

_NOT_HELD = {MeetingStatus.PLANNED, MeetingStatus.CANCELLED, MeetingStatus.DENIED}


def score_meetings(case: Case) -> None:
    """Count the meetings that were held; planned and cancelled ones count neither way."""
    every = case.telling.of_type(RecordType.MEETING)
    held = [record for record in every if not record.values("status") & _NOT_HELD]
    found = judge(case, "meeting", held, case.gold.meetings, _links(case, held), _must_be_found, ("kind",))
    for record, gold in found:
        _score_participants(case, record, gold)
        for field, wanted in (("kind", gold.kind), ("date", gold.date), ("country", gold.country)):
            right = same(record, field, wanted)
            case.slot(f"meeting.{field}", right, record, wanted, record.values(field), (field,))
        right = _is_city(record, gold.city)
        case.slot("meeting.city", right, record, gold.city, record.values("city"), ("city",))
    _score_status(case, every)


def _must_be_found(gold: GoldMeeting) -> bool:
    return gold.status is MeetingStatus.HELD and not gold.optional


def _links(case: Case, told: Sequence[ToldRecord]) -> Iterator[Link]:
    for record in told:
        participants = record.values("participant")
        who, where = case.known(participants), case.sides(participants)
        for at, gold in enumerate(case.gold.meetings):
            wanted = {*gold.participants, *gold.optional_participants}
            shared = record.paragraph_nos & set(gold.paragraphs)
            if shared and (who & wanted or (not wanted and where & set(gold.countries))):
                near = len(who & wanted) / max(1, len(who | wanted)) + 0.1 * len(shared)
                near += 0.2 * same(record, "date", gold.date) + 0.1 * same(record, "country", gold.country)
                yield Link(near, record.record_id, at)


def _score_participants(case: Case, record: ToldRecord, gold: GoldMeeting) -> None:
    """Right where all that certainly took part are there, and nobody who did not; countries aside."""
    actors = case.telling.actors
    ids = [one for one in sorted(record.values("participant") - {None}, key=str) if one is not None]
    ids = [one for one in ids if one not in actors or actors[one].kind != "country"]
    who = {case.keys.get(one, one) for one in ids}
    must, may = set(gold.participants), {*gold.participants, *gold.optional_participants}
    wanted = [actor_name(case.gold.actors[key], key) for key in gold.participants]
    right = must <= who <= may
    case.slot("meeting.participants", right, record, wanted, told_names(case, ids), ("participant",))


def _is_city(record: ToldRecord, wanted: str | None) -> bool:
    told = record.of("city")
    if wanted is None or not told:
        return wanted is None and not told
    spelled = {_joined(text) for one in told for text in (one.value or "", one.quote)}
    return len({one.value for one in told}) <= 2 and _joined(wanted) in spelled


def _joined(city: str) -> str:
    return name_key(city).replace(" ", "")


def _score_status(case: Case, every: Sequence[ToldRecord]) -> None:
    """Over all meetings, since among those held nothing is left to be right or wrong about."""
    by_id = {record.record_id: record for record in every}
    for record_id, at in pair(_links(case, every)):
        record, gold = by_id[record_id], case.gold.meetings[int(at)]
        if not gold.optional:
            told = record.values("status") or {MeetingStatus.HELD.value}
            case.slot("meeting.status", gold.status in told, record, gold.status, told, ("status",))
