"""Encounters: who met whom, where and when; one record for one encounter, however many sentences speak of it."""

from dataclasses import dataclass, field

from libnews.extract.actors import Cast
from libnews.extract.clauses import Clause, clauses, nearest
from libnews.extract.draft import Draft, Place
from libnews.models import Article
from libnews.models.annotation import Form, Mark, MarkKind, Reading, Sentence
from libnews.models.dates import Edtf
from libnews.models.match import DateMatch, PlaceMatch
from libnews.models.vocabulary import Basis, MeetingKind, MeetingStatus, ParticipantRole, RecordType

VISIT = MeetingKind.VISIT


@dataclass(slots=True)
class Seat:
    """A participant of an encounter and the words that seat him."""

    role: ParticipantRole | None
    at: Place
    basis: Basis


@dataclass(slots=True)
class Encounter:
    """A meeting in the making. `people` are actors by number, `countries` sides told only by their nationality."""

    kind: MeetingKind
    trigger: Place
    retold: list[tuple[MeetingKind, Place]] = field(default_factory=list)
    people: dict[int, list[Seat]] = field(default_factory=dict)
    countries: dict[str, tuple[int, PlaceMatch]] = field(default_factory=dict)
    dates: list[tuple[Place, DateMatch]] = field(default_factory=list)
    places: list[tuple[int, PlaceMatch]] = field(default_factory=list)
    planned: Place | None = None
    core: set[int] = field(default_factory=set)

    @property
    def is_visit(self) -> bool:
        return self.kind is VISIT

    def country(self) -> str | None:
        return self.places[0][1].value if self.places else None

    def date(self) -> Edtf | None:
        return next((Edtf(match.value) for _, match in self.dates if match.value), None)

    def seat(self, ref: int, role: ParticipantRole | None, at: Place, basis: Basis = Basis.STATED) -> None:
        """Add words that seat a participant; one who met is no mere attendee elsewhere."""
        if role is ParticipantRole.ATTENDEE and ref in self.core:
            role = None
        self.people.setdefault(ref, []).append(Seat(role, at, basis))


def find_meetings(article: Article, reading: Reading, cast: Cast) -> list[Draft]:
    """The encounters an article reports, each as a draft of its claims."""
    table = _Table()
    for sentence in reading.sentences:
        table.hear(sentence)
    for encounter in table.encounters:
        _plan_what_lies_ahead(article, encounter)
    in_text_order = sorted(table.encounters, key=lambda e: (e.trigger.paragraph_no, e.trigger.span))
    return [_draft(article, cast, encounter) for encounter in in_text_order]


def _plan_what_lies_ahead(article: Article, encounter: Encounter) -> None:
    """A day after the article's own can only be planned, whatever the tense of the verb."""
    date = encounter.date()
    if encounter.planned is not None or article.published_on is None or date is None or date.first is None:
        return
    if date.first > article.published_on:
        encounter.planned = next(at for at, match in encounter.dates if match.value)


class _Table:
    """The encounters heard of so far, and whom a pronoun would mean."""

    def __init__(self) -> None:
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
        self.spoken_of = told or self.spoken_of

    def _hear_clause(self, clause: Clause, subject: Mark | None, previous: Encounter | None) -> Encounter | None:
        trigger = _trigger(clause)
        if clause.is_unreal:
            return previous
        during_it = _is_during(clause, trigger)
        if trigger is None or (during_it and (previous is not None or self.spoken_of)):
            self._add_people(clause, previous or self._referred_to(clause), joined=during_it and trigger is not None)
            return previous
        encounter = _encounter(clause, trigger, subject)
        if encounter is None:
            return previous
        if previous is not None and previous.is_visit and _told_inside(clause, encounter, previous):
            self._merge(previous, encounter)
            return previous
        known = next((e for e in reversed(self.encounters) if _is_same(e, encounter)), None)
        if known is not None:
            self._merge(known, encounter)
            self.encounters.remove(known)
            self.encounters.append(known)  # the last in the list is the last spoken of
            encounter = known
        elif not _stands_alone(encounter):
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

    @staticmethod
    def _merge(known: Encounter, new: Encounter) -> None:
        known.core |= new.core
        known.retold.append((new.kind, new.trigger))
        for ref, seats in new.people.items():
            for seat in seats:
                known.seat(ref, seat.role, seat.at, seat.basis)
        known.countries.update({code: place for code, place in new.countries.items() if code not in known.countries})
        known.dates.extend(new.dates)
        known.places.extend(place for place in new.places if place[1].value == (known.country() or place[1].value))


def _is_during(clause: Clause, trigger: Mark | None) -> bool:
    """«استقبله خلالها» happened during something; «زيارة …، ووقع خلالها» says only that the signing did."""
    return trigger is not None and any(abs(link.position - trigger.position) <= 2 for link in clause.links("during_it"))


def _place_in_visit(told: list[Encounter]) -> None:
    """«عقد … اجتماعا مع …، وذلك خلال زيارته إلى باكستان»: talks told with a visit took place where it led."""
    visits = [encounter for encounter in told if encounter.is_visit and encounter.places]
    for encounter in told:
        if not encounter.is_visit and not encounter.places and visits:
            encounter.places.append(visits[0].places[0])


def _trigger(clause: Clause) -> Mark | None:
    """The word that makes the clause tell of an encounter: a verb before a noun, a visit's noun before its verb."""
    words = [mark for mark in clause.of(MarkKind.MEETING) if mark.form is not Form.DEFINITE]
    # «عقدا مباحثات، ناقشا خلالها …»: what happened during the talks does not tell of others
    outer = [mark for mark in words if not _is_during(clause, mark)] or words
    verbs = [mark for mark in outer if mark.form is Form.VERB]
    return next(iter(verbs or outer), None)


def _encounter(clause: Clause, trigger: Mark, subject: Mark | None) -> Encounter | None:
    encounter = Encounter(MeetingKind(trigger.value or ""), Place(clause.paragraph_no, trigger.span))
    attended = clause.links("attended")
    people = clause.of(MarkKind.PERSON)
    for person in people:
        assert person.ref is not None  # a person mark names its person
        late = bool(attended) and person.position > attended[0].position
        role = ParticipantRole.ATTENDEE if late else _role(trigger, person, people)
        encounter.seat(person.ref, role, Place(clause.paragraph_no, person.span))
        if not late:
            encounter.core.add(person.ref)
    if encounter.is_visit and len(encounter.core) > 1 and not _has_destination(clause):
        encounter.kind = MeetingKind.TALKS  # to visit a person is to meet him
        for seats in encounter.people.values():
            for seat in seats:
                seat.role = seat.role if seat.role is ParticipantRole.ATTENDEE else None
    if subject is not None and subject.ref is not None and _needs_subject(trigger, encounter, people):
        role = _pronoun_role(trigger)
        encounter.seat(subject.ref, role, Place(clause.paragraph_no, trigger.span), Basis.RESOLVED)
        encounter.core.add(subject.ref)
    _set_scene(clause, trigger, encounter)
    return encounter if encounter.people else None


def _has_destination(clause: Clause) -> bool:
    return any(isinstance(m.match, PlaceMatch) and m.link == "to" for m in clause.of(MarkKind.PLACE))


def _needs_subject(trigger: Mark, encounter: Encounter, people: list[Mark]) -> bool:
    if trigger.pronoun:
        return True
    # «الوزير، الذي يقوم بزيارة للهند»: the verb's subject stands in the clause before
    return encounter.is_visit and not people


def _role(trigger: Mark, person: Mark, people: list[Mark]) -> ParticipantRole | None:
    if trigger.value == MeetingKind.RECEPTION:
        host_is_first = person is people[0] and not (trigger.pronoun and trigger.form is Form.NOUN)
        return ParticipantRole.HOST if host_is_first else ParticipantRole.VISITOR
    if trigger.value == VISIT:
        return ParticipantRole.VISITOR if person is people[0] or trigger.form is Form.NOUN else None
    return None


def _pronoun_role(trigger: Mark) -> ParticipantRole | None:
    """«his visit» is the visitor's, «his receiving» the host's, «received him» the visitor's."""
    if trigger.value == VISIT:
        return ParticipantRole.VISITOR
    if trigger.value == MeetingKind.RECEPTION:
        return ParticipantRole.HOST if trigger.form is Form.NOUN else ParticipantRole.VISITOR
    return None


def _set_scene(clause: Clause, trigger: Mark, encounter: Encounter) -> None:
    wanted = ("to", "in") if encounter.is_visit else ("in",)
    for mark in clause.of(MarkKind.PLACE):
        assert isinstance(mark.match, PlaceMatch)  # a place mark carries its match
        names_place = mark.match.kind != "nationality"
        bare_object = trigger.form is Form.VERB and encounter.is_visit and mark.link is None
        if names_place and (mark.link in wanted or bare_object):
            encounter.places.append((clause.paragraph_no, mark.match))
        elif not names_place and not encounter.is_visit and _follows_with(clause, mark):
            encounter.countries.setdefault(mark.match.value, (clause.paragraph_no, mark.match))
    date = nearest(clause.of(MarkKind.DATE), trigger)
    if date is not None:
        assert isinstance(date.match, DateMatch)  # a date mark carries its match
        encounter.dates.append((Place(clause.paragraph_no, date.span), date.match))
    planned = [trigger] if trigger.future else clause.of(MarkKind.PLANNED)
    if planned:
        encounter.planned = Place(clause.paragraph_no, planned[0].span)


def _follows_with(clause: Clause, mark: Mark) -> bool:
    """«مع كبار المسؤولين الليبيين»: a side told by its nationality alone."""
    links = clause.links("with")
    return bool(links) and mark.position > links[0].position


def _told_inside(clause: Clause, encounter: Encounter, visit: Encounter) -> bool:
    """«… زيارة …، حيث التقى …»: talks told inside a visit's sentence, without a date or place of their own."""
    return not encounter.is_visit and not encounter.dates and not encounter.places and bool(visit.places)


def _is_same(known: Encounter, new: Encounter) -> bool:
    if known.is_visit != new.is_visit or bool(known.planned) != bool(new.planned):
        return False
    one, other = known.date(), new.date()
    if one is not None and other is not None and not one.overlaps(other):
        return False
    if known.country() and new.country() and known.country() != new.country():
        return False
    shared = known.core & new.core
    if known.is_visit:
        return bool(shared)
    return len(shared) >= 2


def _stands_alone(encounter: Encounter) -> bool:
    """A visit needs somewhere or somebody to go to, talks need two sides."""
    if encounter.is_visit:
        return bool(encounter.places) or len(encounter.core) > 1
    return len(encounter.core) + len(encounter.countries) > 1


def _draft(article: Article, cast: Cast, encounter: Encounter) -> Draft:
    draft = Draft(article, RecordType.MEETING, encounter.trigger)
    draft.add("kind", encounter.kind.value, encounter.trigger)
    for kind, at in encounter.retold:
        draft.add("kind", kind.value, at)
    if encounter.planned is not None:
        draft.add("status", MeetingStatus.PLANNED.value, encounter.planned)
    for at, date in encounter.dates:
        draft.add("date", date.value, at, date.basis)
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
