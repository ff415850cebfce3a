"""Talks held and agreements made on a visit that the same article tells of: claims `part_of`.

«التقى خلال زيارته …» points at the visit itself. Without such words talks are part of a visit where a traveller takes
part, the country is the same and no day contradicts; an agreement only where it is told beside
the visit and its day lies in the visit's own days.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from libnews.extract.draft import Draft, Place
from libnews.models.annotation import Form, Mark, MarkKind, Reading, Sentence
from libnews.models.dates import Edtf
from libnews.models.vocabulary import (
    AgreementStage,
    Basis,
    MeetingKind,
    MeetingStatus,
    ParticipantRole,
    RecordType,
)

# A visit told by one day lasted some days before and behind it.
_VISIT = timedelta(days=4)
_SHORT = timedelta(days=7)
# Paragraphs between a visit and an agreement whose day alone puts it there.
_BESIDE = 1
_ON_VISITS = frozenset({RecordType.MEETING, RecordType.AGREEMENT})
_NOT_MADE = (AgreementStage.DENIED, AgreementStage.CANCELLED)
_NOT_HELD = (MeetingStatus.CANCELLED, MeetingStatus.DENIED)


@dataclass(frozen=True, slots=True)
class _Told:
    """What the claims of one draft say, and where its words stand; `homes` are the countries of those who take part."""

    draft: Draft
    who: frozenset[str]
    travellers: frozenset[str]
    countries: frozenset[str]
    homes: frozenset[str]
    days: tuple[Edtf, ...]
    status: str
    words: tuple[Place, ...]

    def has_in(self, sentence: Sentence) -> bool:
        """Whether the words for it stand in a sentence."""
        return any(_is_in(at, sentence) for at in self.words)


def claim_visits(reading: Reading, drafts: Iterable[Draft]) -> None:
    """Claim for talks and agreements of an article which of its visits they are part of.

    The drafts must have their numbers: the claim's value is the mention_id of the visit.
    """
    drafts = list(drafts)
    if not any(_is_visit(draft) for draft in drafts):
        return
    homes = {draft.mention_id: _values(draft, "country") for draft in drafts if draft.record_type is RecordType.ACTOR}
    told = [_told(draft, homes) for draft in drafts if draft.record_type in _ON_VISITS]
    visits = [one for one in told if _is_visit(one.draft) and one.countries and one.status not in _NOT_HELD]
    for one in told:
        if visits and not _is_visit(one.draft):
            found = _pointed_at(reading, one, visits) or _around(one, visits)
            if found is not None:
                one.draft.add("part_of", *found)


def _pointed_at(reading: Reading, one: _Told, visits: list[_Told]) -> tuple[str, Place, Basis] | None:
    """The visit that the words around something point at: «خلال زيارته», «خلال هذه الزيارة»."""
    fitting = [visit for visit in visits if _may_hold(visit, one)]
    for sentence in reading.sentences:
        if not fitting or not one.has_in(sentence):
            continue
        for at, mark in _pointers(sentence, one):
            own = next((visit for visit in fitting if at in visit.words), None)
            if own is None and (mark.form is Form.DEFINITE or mark.pronoun or mark.kind is MarkKind.LINK):
                own = _last_before(at, fitting)
            if own is not None:
                return own.draft.mention_id, at, Basis.RESOLVED
    return None


def _pointers(sentence: Sentence, one: _Told) -> Iterator[tuple[Place, Mark]]:
    for mark in sentence.marks:
        visit = mark.kind is MarkKind.MEETING and mark.value == MeetingKind.VISIT and mark.link == "during"
        during_it = mark.kind is MarkKind.LINK and mark.value == "during_it"
        if visit or (during_it and _is_near(mark, sentence, one)):
            yield Place(sentence.paragraph_no, mark.span), mark


def _is_near(link: Mark, sentence: Sentence, one: _Told) -> bool:
    """«زيارة …، التقى خلالها فلانا»: the word for what happened stands beside «during it»."""
    words = [mark for mark in sentence.marks if Place(sentence.paragraph_no, mark.span) in one.words]
    return any(abs(mark.position - link.position) <= 3 for mark in words)


def _last_before(at: Place, visits: list[_Told]) -> _Told | None:
    """The visit spoken of last."""
    told = [(words, -number) for number, visit in enumerate(visits) for words in visit.words if words <= at]
    return visits[-max(told)[1]] if told else None


def _may_hold(visit: _Told, one: _Told) -> bool:
    """Whether something can have happened on a visit, as far as anything is told."""
    if one.status in (*_NOT_HELD, *_NOT_MADE) or (visit.status != one.status == MeetingStatus.HELD):
        return False
    if visit.days and one.days and not any(_within(a, b) for a in visit.days for b in one.days):
        return False
    if one.draft.record_type is RecordType.AGREEMENT:
        return _are_parties(visit, one)
    if not visit.travellers & one.who or "call" in _values(one.draft, "kind"):
        return False
    return not one.countries or bool(one.countries & visit.countries)


def _are_parties(visit: _Told, deal: _Told) -> bool:
    """Whether an agreement is between the country visited and that of a traveller."""
    return bool(visit.countries & deal.homes) and bool((visit.homes - visit.countries) & deal.homes)


def _around(one: _Told, visits: list[_Told]) -> tuple[str, Place, Basis] | None:
    """The visit that something lies in by who, where and when."""
    is_deal = one.draft.record_type is RecordType.AGREEMENT
    found = [
        visit
        for visit in visits
        if _may_hold(visit, one) and (_in_its_days(visit, one) if is_deal else _at_its_place(visit, one))
    ]
    if not found:
        return None
    best = max(found, key=lambda visit: (len(visit.travellers & one.who), bool(visit.days), -found.index(visit)))
    own = one.draft.at.paragraph_no
    at = min((best.draft.at, *best.words), key=lambda place: abs(place.paragraph_no - own))
    return best.draft.mention_id, at, Basis.INFERRED


def _at_its_place(visit: _Told, talks: _Told) -> bool:
    """Whether talks were held where the visit led; where only one of the two has a day, the other may be long ago."""
    if bool(visit.days) != bool(talks.days):
        return False
    return bool(visit.countries & talks.countries) or bool(talks.days and visit.countries & talks.homes)


def _in_its_days(visit: _Told, deal: _Told) -> bool:
    """Whether an agreement told beside a visit was made on its days; far from it nothing says where."""
    if not any(abs(a.paragraph_no - b.paragraph_no) <= _BESIDE for a in visit.words for b in deal.words):
        return False
    return any(_is_short(a) and _is_short(b) and a.overlaps(b) for a in visit.days for b in deal.days)


def _told(draft: Draft, homes: dict[str, frozenset[str]]) -> _Told:
    who = _values(draft, "participant") | _values(draft, "party")
    countries = _values(draft, "country")
    told = _values(draft, "status") | _values(draft, "stage")
    called_off = told & {*_NOT_HELD, *_NOT_MADE}
    ahead = told & {MeetingStatus.PLANNED, AgreementStage.NEGOTIATED}
    status = min(called_off) if called_off else MeetingStatus.PLANNED if ahead else MeetingStatus.HELD
    return _Told(
        draft=draft,
        who=who,
        travellers=frozenset(one for one in who if _travels(draft, one, homes.get(one, frozenset()) - countries)),
        countries=countries,
        homes=frozenset(home for one in who for home in homes.get(one, ())),
        days=tuple(Edtf(value) for value in sorted(_values(draft, "date"))),
        status=status,
        words=tuple(at for name, _, _, at in draft.values if name in ("kind", "stage")),
    )


def _travels(draft: Draft, who: str, from_elsewhere: frozenset[str]) -> bool:
    """Whether the words call somebody a visitor, or he is of another country than the one visited, and no host."""
    parts = {part for name, part, value, _ in draft.values if name == "participant" and value == who}
    roles = {value for name, part, value, _ in draft.values if name == "participant_role" and part in parts}
    return ParticipantRole.VISITOR in roles or (bool(from_elsewhere) and ParticipantRole.HOST not in roles)


def _values(draft: Draft, name: str) -> frozenset[str]:
    return frozenset(value for field, _, value, _ in draft.values if field == name and value is not None)


def _is_visit(draft: Draft) -> bool:
    return draft.record_type is RecordType.MEETING and MeetingKind.VISIT in _values(draft, "kind")


def _is_in(at: Place, sentence: Sentence) -> bool:
    start, end = sentence.span
    return at.paragraph_no == sentence.paragraph_no and start <= at.span[0] < end


def _within(visit: Edtf, day: Edtf) -> bool:
    """Whether a day may be one of a visit told by one of its days."""
    first, last = visit.first or date.min, visit.last or date.max
    if _is_short(visit):
        first, last = first - _VISIT, last + _VISIT
    return first <= (day.last or date.max) and (day.first or date.min) <= last


def _is_short(told: Edtf) -> bool:
    return told.first is not None and told.last is not None and told.last - told.first < _SHORT
