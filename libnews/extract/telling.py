"""What a clause tells of encounters: its words for them, who takes part and as what, where and when."""

import re
from dataclasses import dataclass
from datetime import timedelta

from libnews.extract.clauses import Clause, nearest
from libnews.extract.draft import Place
from libnews.extract.encounter import VISIT, Encounter, Spot
from libnews.models.annotation import Form, Mark, MarkKind
from libnews.models.dates import Edtf
from libnews.models.match import DateMatch, DurationMatch, PlaceMatch
from libnews.models.vocabulary import AgreementStage, Basis, DatePrecision, MeetingKind, ParticipantRole

# How many characters may stand between a word for a visit and the visitor behind it: «وصل إلى … أمس», «زيارة رسمية ل…».
_NEAR = {Form.VERB: 10, Form.JOINT: 10, Form.NOUN: 25, Form.DEFINITE: 25, None: 0}


_DAYS = re.compile(r"P([2-9]|1\d)D")


@dataclass(frozen=True, slots=True)
class Spoken:
    """Whom the words before a clause let «he» and «the two» mean."""

    one: Mark | None = None
    two: tuple[Mark, ...] = ()


def trigger_of(clause: Clause) -> Mark | None:
    """The word that makes the clause tell of an encounter: a verb before a noun, a visit's noun before its verb."""
    words = [mark for mark in clause.of(MarkKind.MEETING) if _tells(clause, mark)]
    # «عقدا مباحثات، ناقشا خلالها …»: what happened during the talks does not tell of others
    outer = [mark for mark in words if not is_during(clause, mark)] or words
    verbs = [mark for mark in outer if mark.form is Form.VERB]
    return next(iter(verbs or outer), None)


def _tells(clause: Clause, mark: Mark) -> bool:
    if mark.form is Form.DEFINITE:
        return _names_two(clause, mark)
    if mark.form is Form.JOINT:
        people = [person for person in clause.of(MarkKind.PERSON) if person.position > mark.position]
        return any(person.link in ("with", "to", "between") for person in people)
    return True


def _names_two(clause: Clause, mark: Mark) -> bool:
    """«القمة التاريخية بين الرئيس الأمريكي … وزعيم …» says itself whose it is."""
    after = [person for person in clause.of(MarkKind.PERSON) if person.position > mark.position]
    return len(after) > 1 and after[0].link == "between"


def is_during(clause: Clause, trigger: Mark | None) -> bool:
    """«استقبله خلالها» happened during something; «زيارة …، ووقع خلالها» says only that the signing did."""
    return trigger is not None and any(abs(link.position - trigger.position) <= 2 for link in clause.links("during_it"))


def tellings(clause: Clause, spoken: Spoken) -> list[Encounter]:
    """The encounters that a clause tells of.

    «التقى فلان نظيره …، في زيارة هي الأولى إلى ايران» tells of talks and of a visit: where what stands before a second
    word for an encounter can stand alone, and what follows too, the clause is parted there.
    """
    trigger = trigger_of(clause)
    if trigger is None:
        return []
    for later in _later_words(clause, trigger):
        first, second = clause.parted(later.position)
        told = told_by(first, trigger, spoken)
        if told is not None and told.stands_alone():
            rest = tellings(second, Spoken(_visitor(told, first), spoken.two))
            if rest and all(encounter.stands_alone() for encounter in rest):
                return [told, *rest]
    told = told_by(clause, trigger, spoken)
    return [] if told is None else [told]


def told_during(clause: Clause, trigger: Mark, outer: Encounter) -> Encounter | None:
    """«زيارة …، التقى خلالها الرئيس فلان»: talks of a visitor with somebody who is no part of the visit itself."""
    visitors = [ref for ref in outer.people if ParticipantRole.VISITOR in outer.roles(ref)]
    met = {mark.ref for mark in clause.of(MarkKind.PERSON)} - set(outer.people)
    if not outer.is_visit or len(visitors) != 1 or not met or trigger.value != MeetingKind.TALKS:
        return None
    inner = told_by(clause, trigger, Spoken())
    if inner is None:
        return None
    inner.seat(visitors[0], None, Place(clause.paragraph_no, trigger.span), Basis.RESOLVED)
    inner.core.add(visitors[0])
    inner.places = inner.places or list(outer.places[:1])
    inner.planned = inner.planned or outer.planned
    return inner


def signing(clause: Clause) -> Encounter | None:
    """«وقع الوزير فلان ونظيره … مذكرة»: those who sign together, or see it signed, meet for it."""
    words = [mark for mark in clause.of(MarkKind.STAGE) if mark.value == AgreementStage.SIGNED and mark.form is None]
    if not words or not clause.of(MarkKind.AGREEMENT) or clause.is_unreal() or clause.planned:
        return None
    encounter = Encounter(MeetingKind.CEREMONY, Place(clause.paragraph_no, words[0].span))
    _seat(clause, words[0], clause.of(MarkKind.PERSON), encounter)
    if len(encounter.core) < 2:
        return None
    _set_scene(clause, words[0], encounter)
    encounter.countries.clear()
    return encounter


def told_by(clause: Clause, trigger: Mark, spoken: Spoken) -> Encounter | None:
    """The encounter that a clause tells of with the word `trigger`."""
    encounter = Encounter(MeetingKind(trigger.value or ""), Place(clause.paragraph_no, trigger.span))
    was = trigger.form is Form.VERB and clause.links("was")  # «وكان فلان التقى …», not «وكان في استقباله …»
    encounter.earlier = bool(was or clause.links("earlier"))
    people = _taking_part(clause, trigger)
    _seat(clause, trigger, people, encounter)
    if encounter.is_visit and len(encounter.core) > 1 and not _has_destination(clause):
        encounter.becomes_talks()  # to visit a person is to meet him
    for meant in _meant(clause, trigger, encounter, spoken):
        encounter.seat(ref_of(meant), _pronoun_role(trigger), Place(clause.paragraph_no, trigger.span), Basis.RESOLVED)
        encounter.core.add(ref_of(meant))
    _set_scene(clause, trigger, encounter)
    return encounter if encounter.people else None


def ref_of(mark: Mark) -> int:
    """The number of the person or body whom a mark names."""
    if mark.ref is None:
        raise ValueError(f"{mark.kind} names nobody")
    return mark.ref


def _later_words(clause: Clause, trigger: Mark) -> list[Mark]:
    words = [mark for mark in clause.of(MarkKind.MEETING) if mark.form is Form.NOUN]
    return [mark for mark in words if mark.position > trigger.position and not is_during(clause, mark)]


def _visitor(told: Encounter, clause: Clause) -> Mark | None:
    """Whom a pronoun after an encounter's words means: the visitor, else who was named first."""
    people = [mark for mark in clause.of(MarkKind.PERSON) if mark.ref in told.core]
    visitors = [mark for mark in people if ParticipantRole.VISITOR in told.roles(ref_of(mark))]
    return next(iter(visitors or people), None)


def _taking_part(clause: Clause, trigger: Mark) -> list[Mark]:
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
    between = [mark for mark in clause.marks if trigger.position < mark.position < person.position]
    return any(mark.kind is MarkKind.MEETING or mark.value == "with" for mark in between)


def _seat(clause: Clause, trigger: Mark, people: list[Mark], encounter: Encounter) -> None:
    """Seat those named; an attendee's role stands only beside others who met."""
    attended = clause.links("attended")
    for person in people:
        late = bool(attended) and person.position > attended[0].position
        role = ParticipantRole.ATTENDEE if late else _role(trigger, person, people)
        encounter.seat(ref_of(person), role, Place(clause.paragraph_no, person.span))
        if not late:
            encounter.core.add(ref_of(person))
    if not encounter.core and len(encounter.people) > 1:  # «اجتماع بحضور …»: who attended is who met
        encounter.core |= encounter.people.keys()


def _meant(clause: Clause, trigger: Mark, encounter: Encounter, spoken: Spoken) -> list[Mark]:
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


def _has_destination(clause: Clause) -> bool:
    return any(isinstance(m.match, PlaceMatch) and m.link == "to" for m in clause.of(MarkKind.PLACE))


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
    if trigger.pronoun and trigger.form is Form.VERB and encounter.is_visit:
        encounter.places.extend(_visited(clause, trigger))
    else:
        _set_places(clause, trigger, encounter)
    date = nearest(clause.of(MarkKind.DATE), trigger)
    if date is not None and isinstance(date.match, DateMatch):
        encounter.dates.append(_as_long_as(clause, encounter, Place(clause.paragraph_no, date.span), date.match))
    planned = [trigger] if trigger.future else clause.planned
    if planned:
        encounter.planned = Place(clause.paragraph_no, planned[0].span)


def _visited(clause: Clause, trigger: Mark) -> list[Spot]:
    """«الصين التي زارها فلان»: the place named last before the verb."""
    before = [mark for mark in clause.of(MarkKind.PLACE) if mark.position < trigger.position]
    named = [m.match for m in before if isinstance(m.match, PlaceMatch) and m.match.kind != "nationality"]
    return [Spot(clause.paragraph_no, match) for match in named[-1:]]


def _set_places(clause: Clause, trigger: Mark, encounter: Encounter) -> None:
    wanted = ("to", "in") if encounter.is_visit else ("in",)
    for mark in clause.of(MarkKind.PLACE, MarkKind.ORGANISATION):
        if not isinstance(mark.match, PlaceMatch):
            continue
        names_place = mark.match.kind != "nationality"
        bare_object = trigger.form is Form.VERB and encounter.is_visit and mark.link is None
        if names_place and (mark.link in wanted or bare_object):
            encounter.places.append(Spot(clause.paragraph_no, mark.match))
        elif not names_place and not encounter.is_visit and _follows_with(clause, mark):
            encounter.countries.setdefault(mark.match.value, (clause.paragraph_no, mark.match))


def _as_long_as(clause: Clause, encounter: Encounter, at: Place, day: DateMatch) -> tuple[Place, DateMatch]:
    """«بدأ السبت زيارة تستمر ثلاثة أيام»: the days of a visit, on the words that say how many."""
    lasts = [mark for mark in clause.of(MarkKind.DURATION) if isinstance(mark.match, DurationMatch)]
    if not encounter.is_visit or len(lasts) != 1 or not isinstance(lasts[0].match, DurationMatch) or not day.value:
        return at, day
    first, days = Edtf(day.value), _DAYS.fullmatch(lasts[0].match.value)
    if days is None or first.precision is not DatePrecision.DAY or first.first is None:
        return at, day
    last = first.first + timedelta(days=int(days[1]) - 1)
    value = f"{day.value}/{last.isoformat()}"
    start, end = lasts[0].span
    return Place(clause.paragraph_no, lasts[0].span), DateMatch(start, end, lasts[0].match.text, value, Basis.RESOLVED)


def _follows_with(clause: Clause, mark: Mark) -> bool:
    """«مع كبار المسؤولين الليبيين»: a side told by its nationality alone."""
    links = clause.links("with")
    return bool(links) and mark.position > links[0].position
