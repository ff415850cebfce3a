"""What a clause tells of an encounter: its word, who takes part and as what, where and when."""

from libnews.extract.clauses import Clause, nearest
from libnews.extract.draft import Place
from libnews.extract.encounter import VISIT, Encounter
from libnews.models.annotation import Form, Mark, MarkKind
from libnews.models.match import DateMatch, PlaceMatch
from libnews.models.vocabulary import Basis, MeetingKind, ParticipantRole


def trigger_of(clause: Clause) -> Mark | None:
    """The word that makes the clause tell of an encounter: a verb before a noun, a visit's noun before its verb."""
    words = [mark for mark in clause.of(MarkKind.MEETING) if mark.form is not Form.DEFINITE]
    # «عقدا مباحثات، ناقشا خلالها …»: what happened during the talks does not tell of others
    outer = [mark for mark in words if not is_during(clause, mark)] or words
    verbs = [mark for mark in outer if mark.form is Form.VERB]
    return next(iter(verbs or outer), None)


def is_during(clause: Clause, trigger: Mark | None) -> bool:
    """«استقبله خلالها» happened during something; «زيارة …، ووقع خلالها» says only that the signing did."""
    return trigger is not None and any(abs(link.position - trigger.position) <= 2 for link in clause.links("during_it"))


def told_by(clause: Clause, trigger: Mark, subject: Mark | None) -> Encounter | None:
    """The encounter that a clause tells of with the word `trigger`; `subject` is whom a pronoun would mean."""
    encounter = Encounter(MeetingKind(trigger.value or ""), Place(clause.paragraph_no, trigger.span))
    attended = clause.links("attended")
    people = _taking_part(clause, trigger)
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


def _taking_part(clause: Clause, trigger: Mark) -> list[Mark]:
    """The persons of a clause; «وأشار كيربي إلى زيارة أجراها …» makes no visitor of who speaks before the noun."""
    people = clause.of(MarkKind.PERSON)
    after = [person for person in people if person.position > trigger.position]
    if trigger.form is Form.NOUN and trigger.value == VISIT and after:
        return after
    return people


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
