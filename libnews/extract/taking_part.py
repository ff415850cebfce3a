"""Who takes part in an encounter: those its clause names, and those whom its words only mean."""

from dataclasses import dataclass

from libnews.extract.clauses import Clause
from libnews.extract.draft import Place
from libnews.extract.encounter import VISIT, Encounter
from libnews.models.annotation import Form, Mark, MarkKind
from libnews.models.match import DateMatch, PlaceMatch
from libnews.models.vocabulary import MeetingKind, ParticipantRole

# How many characters may stand between a word for a visit and the visitor behind it: «وصل إلى … أمس», «زيارة رسمية ل…».
_NEAR = {Form.VERB: 10, Form.JOINT: 10, Form.NOUN: 25, Form.DEFINITE: 25, None: 0}


@dataclass(frozen=True, slots=True)
class Spoken:
    """Whom the words before a clause let «he» and «the two» mean."""

    one: Mark | None = None
    two: tuple[Mark, ...] = ()


def ref_of(mark: Mark) -> int:
    """The number of the person or body whom a mark names."""
    if mark.ref is None:
        raise ValueError(f"{mark.kind} names nobody")
    return mark.ref


def taking_part(clause: Clause, trigger: Mark) -> list[Mark]:
    """The persons of a clause who take part; of a visit those whose visit it is.

    «وأشار كيربي إلى زيارة أجراها …» makes no visitor of who speaks before the noun, «وصلت طائرة … من مركز الملك سلمان»
    none of who is named behind the verb's own subject.
    """
    people = clause.of(MarkKind.PERSON)
    after = [person for person in people if person.position > trigger.position]
    if trigger.value != VISIT:
        # «المتحدث يؤكد اجتماع الرئيس والوزير»: those of whom the noun says that they met
        names_all = trigger.form is Form.NOUN and not trigger.pronoun and len(after) > 1
        return after if names_all and after[0].link not in ("with", "in") else people
    if after and _is_visitor(clause, trigger, after[0]):
        return after if trigger.form is Form.NOUN else people
    before = [person for person in people if person.position < trigger.position]
    return before and [*before, *after]


def _is_visitor(clause: Clause, trigger: Mark, person: Mark) -> bool:
    if clause.gap(trigger, person) > _NEAR[trigger.form] or _met_on(clause, trigger, person):
        return False
    return trigger.form is Form.NOUN or person.link is None  # «وصلت إلى درجة طرد السفير»: no subject


def _met_on(clause: Clause, trigger: Mark, person: Mark) -> bool:
    """«زيارة للصين … محادثات مع الرئيس»: whom the visitor met is named behind words of their own."""
    return any(mark.kind is MarkKind.MEETING or mark.value == "with" for mark in clause.between(trigger, person))


def seat_all(clause: Clause, trigger: Mark, people: list[Mark], encounter: Encounter) -> None:
    """Seat those named; an attendee's role stands only beside others who met."""
    attended = clause.links("attended")
    for person in people:
        late = bool(attended) and person.position > attended[0].position
        role = ParticipantRole.ATTENDEE if late else _role(trigger, person, people)
        encounter.seat(ref_of(person), role, Place(clause.paragraph_no, person.span))
        if not late:
            encounter.core.add(ref_of(person))
    if trigger.value != VISIT and len(encounter.core) == 1:
        _seat_bodies(clause, trigger, encounter)
    if not encounter.core and len(encounter.people) > 1:  # «اجتماع بحضور …»: who attended is who met
        encounter.core |= encounter.people.keys()


def _seat_bodies(clause: Clause, trigger: Mark, encounter: Encounter) -> None:
    """«التقى الوزير وفد الصندوق», «اجتماع مع البنك الدولي»: a body is the other side where nobody is named for it."""
    for body in clause.of(MarkKind.ORGANISATION):
        behind = body.position > trigger.position and body.match is None
        if behind and (body.link == "with" or clause.gap(trigger, body) <= _NEAR[Form.VERB]):
            encounter.seat(ref_of(body), None, Place(clause.paragraph_no, body.span))
            encounter.core.add(ref_of(body))


def meant(clause: Clause, trigger: Mark, encounter: Encounter, spoken: Spoken) -> list[Mark]:
    """Those who take part without being named: «زيارته», «التقيا», «الذي يقوم بزيارة للهند», «التقى الوزيران»."""
    of_two = trigger.dual or (not encounter.is_visit and clause.links("both"))
    if of_two and len(encounter.core) < 2 and len({*encounter.core, *map(ref_of, spoken.two)}) == 2:
        return [mark for mark in spoken.two if mark.ref not in encounter.core]
    people = clause.of(MarkKind.PERSON)
    before = [mark for mark in people if mark.position < trigger.position]
    if spoken.one is None or spoken.one.ref in encounter.core or trigger.dual:
        return []
    if trigger.pronoun:
        return [] if before else [spoken.one]  # «قال فلان إثر لقائه نظيره»: the pronoun is his who stands before it
    # «الوزير، الذي يقوم بزيارة للهند»: the verb's subject stands in the clause before
    unnamed = encounter.is_visit and not encounter.people and _has_no_subject(clause, trigger)
    return [spoken.one] if unnamed or _lacks_subject(clause, trigger) else []


def _has_no_subject(clause: Clause, trigger: Mark) -> bool:
    """«وصل إلى طهران» leaves out who; «وصلت طائرة سعودية إلى عدن», «تصل قيمتها إلى ملياري دولار» do not."""
    if trigger.form is Form.NOUN:
        return True
    behind = [mark for mark in clause.marks if mark.position > trigger.position]
    if not behind or clause.gap(trigger, behind[0]) > _NEAR[Form.VERB]:
        return False
    return isinstance(behind[0].match, DateMatch) or _is_destination(behind[0])


def _is_destination(mark: Mark) -> bool:
    return isinstance(mark.match, PlaceMatch) and mark.match.kind != "nationality" and mark.link in ("to", "in", None)


def _lacks_subject(clause: Clause, trigger: Mark) -> bool:
    """«أجرى محادثات مع نظيره», «بايدن، الذي استقبل مودي»: the words name whom he met, and who he is stands before."""
    if trigger.value == VISIT:
        return False
    people = clause.of(MarkKind.PERSON)
    starts = trigger.position - 2 <= clause.marks[0].position
    if clause.antecedent is not None and trigger.form is Form.VERB and starts:
        return len(people) == 1
    # «حيث التقى بالوزير», «مع الوزير»: behind a preposition nobody is a subject
    objects = ("with", "in") if trigger.form is Form.VERB else ("with",)
    return bool(people) and people[0].link in objects and people[0].position > trigger.position


def has_destination(clause: Clause) -> bool:
    """Whether the clause says where somebody went: «إلى طهران»."""
    return any(isinstance(m.match, PlaceMatch) and m.link == "to" for m in clause.of(MarkKind.PLACE))


def _role(trigger: Mark, person: Mark, people: list[Mark]) -> ParticipantRole | None:
    if trigger.value == MeetingKind.RECEPTION:
        host_is_first = person is people[0] and not (trigger.pronoun and trigger.form is Form.NOUN)
        return ParticipantRole.HOST if host_is_first else ParticipantRole.VISITOR
    if trigger.value == VISIT:
        return ParticipantRole.VISITOR if person is people[0] or trigger.form is Form.NOUN else None
    return None


def pronoun_role(trigger: Mark) -> ParticipantRole | None:
    """«his visit» is the visitor's, «his receiving» the host's, «received him» the visitor's."""
    if trigger.value == VISIT:
        return ParticipantRole.VISITOR
    if trigger.value == MeetingKind.RECEPTION:
        return ParticipantRole.HOST if trigger.form is Form.NOUN else ParticipantRole.VISITOR
    return None
