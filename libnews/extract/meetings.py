"""Encounters: who met whom, where and when; one record for one encounter, however many sentences speak of it."""

from datetime import date

from libnews.extract.actors import Cast
from libnews.extract.clauses import Clause, clauses
from libnews.extract.draft import Draft, Place
from libnews.extract.encounter import VISIT, Encounter
from libnews.extract.telling import is_during, told_by, trigger_of
from libnews.models import Article
from libnews.models.annotation import Form, Mark, MarkKind, Reading, Sentence
from libnews.models.dates import Edtf
from libnews.models.match import DateMatch
from libnews.models.vocabulary import Basis, MeetingStatus, ParticipantRole, RecordType


def find_meetings(article: Article, reading: Reading, cast: Cast) -> list[Draft]:
    """The encounters an article reports, each as a draft of its claims."""
    table = _Table(article.published_on)
    for sentence in reading.sentences:
        table.hear(sentence)
    for encounter in table.encounters:
        _plan_what_lies_ahead(article, encounter)
    in_text_order = sorted(table.encounters, key=lambda e: (e.trigger.paragraph_no, e.trigger.span))
    return [_draft(article, cast, encounter) for encounter in in_text_order]


def _plan_what_lies_ahead(article: Article, encounter: Encounter) -> None:
    """A day after the article's own can only be planned, whatever the tense of the verb."""
    told = encounter.date()
    if encounter.planned is not None or article.published_on is None or told is None or told.first is None:
        return
    if told.first > article.published_on:
        encounter.planned = next(at for at, match in encounter.dates if match.value)


class _Table:
    """The encounters heard of so far, and whom a pronoun would mean."""

    def __init__(self, today: date | None) -> None:
        self.today = today
        self.encounters: list[Encounter] = []
        self.subject: Mark | None = None
        self.spoken_of: list[Encounter] = []

    def hear(self, sentence: Sentence) -> None:
        subject = self.subject
        previous: Encounter | None = None
        told: list[Encounter] = []
        for clause in clauses(sentence):
            people = clause.of(MarkKind.PERSON)
            previous = self._hear_clause(clause, subject, previous)
            if previous is not None and previous not in told:
                told.append(previous)
            if subject is self.subject and people:
                subject = people[0]
        first = next((mark for mark in sentence.marks if mark.kind is MarkKind.PERSON), None)
        self.subject = first or self.subject
        _place_in_visit(told)
        _date_by_sentence(sentence, told, self.today)
        self.spoken_of = told or self.spoken_of

    def _hear_clause(self, clause: Clause, subject: Mark | None, previous: Encounter | None) -> Encounter | None:
        trigger = trigger_of(clause)
        if clause.is_unreal:
            return previous
        during_it = is_during(clause, trigger)
        if trigger is None or (during_it and (previous is not None or self.spoken_of)):
            self._add_people(clause, previous or self._referred_to(clause), joined=during_it and trigger is not None)
            return previous
        encounter = told_by(clause, trigger, subject)
        if encounter is None:
            return previous
        if previous is not None and previous.is_visit and _told_inside(encounter, previous):
            previous.take_in(encounter)
            return previous
        known = next((e for e in reversed(self.encounters) if e.is_same(encounter)), None)
        if known is not None:
            known.take_in(encounter)
            self.encounters.remove(known)
            self.encounters.append(known)  # the last in the list is the last spoken of
            encounter = known
        elif not encounter.stands_alone():
            return previous
        else:
            self.encounters.append(encounter)
        return encounter

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
            assert person.ref is not None  # a person mark names its person
            late = bool(attended) and person.position > attended[0].position
            role = ParticipantRole.ATTENDEE if late else None
            encounter.seat(person.ref, role, Place(clause.paragraph_no, person.span))


def _date_by_sentence(sentence: Sentence, told: list[Encounter], today: date | None) -> None:
    """The one past day a sentence names is that of the one encounter it tells of, whichever clause it stands in."""
    days = [mark for mark in sentence.marks if mark.kind is MarkKind.DATE and isinstance(mark.match, DateMatch)]
    if len(days) != 1 or len(told) != 1 or told[0].dates:
        return
    match = days[0].match
    assert isinstance(match, DateMatch)  # asked above
    first = Edtf(match.value).first if match.value else None
    if today is None or first is None or first <= today:
        told[0].dates.append((Place(sentence.paragraph_no, days[0].span), match))


def _place_in_visit(told: list[Encounter]) -> None:
    """«عقد … اجتماعا مع …، وذلك خلال زيارته إلى باكستان»: talks told with a visit took place where it led."""
    visits = [encounter for encounter in told if encounter.is_visit and encounter.places]
    for encounter in told:
        if not encounter.is_visit and not encounter.places and visits:
            encounter.places.append(visits[0].places[0])


def _told_inside(encounter: Encounter, visit: Encounter) -> bool:
    """«… زيارة …، حيث التقى …»: talks told inside a visit's sentence, without a date or place of their own."""
    return not encounter.is_visit and not encounter.dates and not encounter.places and bool(visit.places)


def _draft(article: Article, cast: Cast, encounter: Encounter) -> Draft:
    draft = Draft(article, RecordType.MEETING, encounter.trigger)
    draft.add("kind", encounter.kind.value, encounter.trigger)
    for kind, at in encounter.retold:
        draft.add("kind", kind.value, at)
    if encounter.planned is not None:
        draft.add("status", MeetingStatus.PLANNED.value, encounter.planned)
    for at, day in encounter.dates:
        draft.add("date", day.value, at, day.basis)
    for paragraph_no, place in encounter.places:
        at = Place(paragraph_no, (place.start_char, place.end_char))
        if place.kind == "city":
            draft.add("city", place.name, at)
        draft.add("country", place.value, at, Basis.INFERRED if place.kind == "city" else Basis.STATED)
    for part, (ref, seats) in enumerate(sorted(encounter.people.items()), start=1):
        for seat in seats:
            draft.add("participant", cast.actor_id(ref), seat.at, seat.basis, part)
            if seat.role is not None:
                draft.add("participant_role", seat.role.value, seat.at, Basis.INFERRED, part)
    for number, (paragraph_no, place) in enumerate(encounter.countries.values(), start=len(encounter.people) + 1):
        at = Place(paragraph_no, (place.start_char, place.end_char))
        draft.add("participant", cast.country_id(paragraph_no, place), at, Basis.INFERRED, number)
    return draft
