"""Encounters: who met whom, where and when; one record for one encounter, however many sentences speak of it."""

from collections.abc import Sequence

from libnews.extract.actors import Cast
from libnews.extract.clauses import Clause, clauses
from libnews.extract.draft import Draft, Place
from libnews.extract.encounter import VISIT, Encounter, Spot
from libnews.extract.scene import complete_scenes, place_in_visit
from libnews.extract.taking_part import Spoken, ref_of
from libnews.extract.telling import signing, tellings, told_during
from libnews.extract.triggers import is_during, trigger_of
from libnews.models import Article
from libnews.models.annotation import Form, Mark, MarkKind, Reading, Sentence
from libnews.models.vocabulary import Basis, MeetingKind, MeetingStatus, ParticipantRole, RecordType


def find_meetings(article: Article, reading: Reading, cast: Cast) -> list[Draft]:
    """The encounters an article reports, each as a draft of its claims."""
    table = _Table()
    heard = [tuple(clauses(sentence)) for sentence in reading.sentences]
    for sentence, told in zip(reading.sentences, heard, strict=True):
        table.hear(sentence, told)
    for told in heard:
        table.hear_signings(told)
    complete_scenes(article, reading, cast, table.encounters)
    for encounter in table.encounters:
        _plan_what_lies_ahead(article, encounter)
    in_text_order = sorted(table.encounters, key=lambda e: (e.trigger.paragraph_no, e.trigger.span))
    return [_draft(article, cast, encounter) for encounter in in_text_order]


def _plan_what_lies_ahead(article: Article, encounter: Encounter) -> None:
    """A day after the article's own can only be planned, whatever the tense of the verb."""
    told = encounter.date()
    if not encounter.is_held or article.published_on is None or told is None or told.first is None:
        return
    if told.first > article.published_on:
        encounter.planned = next(at for at, match in encounter.dates if match.value)


class _Table:
    """The encounters heard of so far, and whom a pronoun would mean."""

    def __init__(self) -> None:
        self.encounters: list[Encounter] = []
        self.subject: Mark | None = None
        self.named: list[Mark] = []
        self.spoken_of: list[Encounter] = []

    def hear(self, sentence: Sentence, its_clauses: Sequence[Clause]) -> None:
        subject = self.subject
        told: list[Encounter] = []
        for clause in its_clauses:
            people = clause.of(MarkKind.PERSON)
            spoken = Spoken(clause.antecedent or subject, tuple(self.named[-2:]))
            for encounter in self._hear_clause(clause, spoken, told):
                if encounter not in told:
                    told.append(encounter)
            if subject is self.subject and people:
                subject = people[0]
            self._name(people)
        first = next((mark for mark in sentence.marks if mark.kind is MarkKind.PERSON), None)
        self.subject = first or self.subject
        place_in_visit(told)
        self.spoken_of = told or self.spoken_of

    def hear_signings(self, its_clauses: Sequence[Clause]) -> None:
        """A signing is an encounter of its own where nothing else tells that those who signed met."""
        for clause in its_clauses:
            found = None if clause.of(MarkKind.MEETING) else signing(clause)
            if found is not None and not any(len(found.core & known.people.keys()) > 1 for known in self.encounters):
                self.encounters.append(found)

    def _name(self, people: list[Mark]) -> None:
        """Keep who was named, each person once, the last named last."""
        for person in people:
            self.named = [mark for mark in self.named if mark.ref != person.ref] + [person]

    def _hear_clause(self, clause: Clause, spoken: Spoken, told: list[Encounter]) -> list[Encounter]:
        trigger = trigger_of(clause)
        previous = told[-1] if told else None
        if clause.is_unreal(trigger):
            return []
        if trigger is None:
            self._add_people(clause, previous or self._referred_to(clause), joined=False)
            return []
        outer = previous or (self.spoken_of[0] if self.spoken_of else None)
        if is_during(clause, trigger) and outer is not None:
            inner = told_during(clause, trigger, outer)
            if inner is None:
                self._add_people(clause, previous or self._referred_to(clause), joined=True)
                return []
            found = [self._known(inner, None)]
        else:
            found = [self._known(encounter, previous) for encounter in tellings(clause, spoken)]
        return [encounter for encounter in found if encounter is not None]

    def _known(self, encounter: Encounter, previous: Encounter | None) -> Encounter | None:
        """The encounter among those heard of, now told once more, or a new one that can stand alone."""
        if previous is not None and previous.is_visit and _told_inside(encounter, previous):
            previous.take_in(encounter)
            return previous
        known = next((e for e in reversed(self.encounters) if e.is_same(encounter)), None)
        if known is None:
            if not encounter.stands_alone():
                return None
            self.encounters.append(encounter)
            return encounter
        known.take_in(encounter)
        self.encounters.remove(known)
        self.encounters.append(known)  # the last in the list is the last spoken of
        return known

    def _referred_to(self, clause: Clause) -> Encounter | None:
        """«الاجتماع» is the last talks spoken of, «الزيارة» the last visit, «ذلك» what was told before."""
        words = [mark for mark in clause.of(MarkKind.MEETING) if mark.form is Form.DEFINITE]
        if words:
            visit = words[0].value == VISIT
            people = {mark.ref for mark in clause.of(MarkKind.PERSON)}
            fitting = [e for e in reversed(self.encounters) if e.is_visit == visit]
            return next((e for e in fitting if people & e.people.keys()), fitting[0] if fitting else None)
        return self.spoken_of[0] if self.spoken_of else None

    def _add_people(self, clause: Clause, encounter: Encounter | None, *, joined: bool) -> None:
        """«وحضر الاجتماع …», «وجاء ذلك بحضور …», «استقبله خلالها …» add people to what was just spoken of."""
        attended = clause.links("attended")
        if encounter is None or not (attended or joined):
            return
        for person in clause.of(MarkKind.PERSON):
            late = bool(attended) and person.position > attended[0].position
            role = ParticipantRole.ATTENDEE if late else None
            encounter.seat(ref_of(person), role, Place(clause.paragraph_no, person.span))


def _told_inside(encounter: Encounter, visit: Encounter) -> bool:
    """«… زيارة …، حيث استقبله …»: to be received where one went is part of the visit; talks are told apart."""
    received = encounter.kind is MeetingKind.RECEPTION
    return received and not encounter.dates and not encounter.places and bool(visit.places)


def _draft(article: Article, cast: Cast, encounter: Encounter) -> Draft:
    draft = Draft(article, RecordType.MEETING, encounter.trigger)
    draft.add("kind", encounter.kind.value, encounter.trigger)
    for kind, at in encounter.retold:
        draft.add("kind", kind.value, at)
    if encounter.cancelled is not None:
        draft.add("status", MeetingStatus.CANCELLED.value, encounter.cancelled)
    elif encounter.planned is not None:
        draft.add("status", MeetingStatus.PLANNED.value, encounter.planned)
    for at, day in encounter.dates:
        draft.add("date", day.value, at, day.basis)
    for spot in encounter.places:
        _claim_place(draft, spot)
    for part, (ref, seats) in enumerate(sorted(encounter.people.items()), start=1):
        for seat in seats:
            draft.add("participant", cast.actor_id(ref), seat.at, seat.basis, part)
            if seat.role is not None:
                draft.add("participant_role", seat.role.value, seat.at, Basis.INFERRED, part)
    for number, (paragraph_no, place) in enumerate(encounter.countries.values(), start=len(encounter.people) + 1):
        at = Place(paragraph_no, (place.start_char, place.end_char))
        draft.add("participant", cast.country_id(paragraph_no, place), at, Basis.INFERRED, number)
    return draft


def _claim_place(draft: Draft, spot: Spot) -> None:
    at = Place(spot.paragraph_no, (spot.match.start_char, spot.match.end_char))
    if spot.match.kind in ("city", "building"):
        draft.add("city" if spot.match.kind == "city" else "venue", spot.match.name, at, spot.basis)
    draft.add("country", spot.match.value, at, spot.country_basis)
