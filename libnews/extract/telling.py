"""What a clause tells of encounters: its words for them, with who takes part, where and when."""

from libnews.extract.clauses import Clause
from libnews.extract.draft import Place
from libnews.extract.encounter import Encounter
from libnews.extract.scene import set_scene
from libnews.extract.taking_part import Spoken, has_destination, meant, pronoun_role, ref_of, seat_all, taking_part
from libnews.extract.triggers import is_during, trigger_of
from libnews.models.annotation import Form, Mark, MarkKind
from libnews.models.vocabulary import AgreementStage, Basis, MeetingKind, ParticipantRole


def tellings(clause: Clause, spoken: Spoken) -> list[Encounter]:
    """The encounters that a clause tells of.

    «التقى فلان نظيره …، في زيارة هي الأولى إلى ايران» tells of talks and of a visit: where what stands before a second
    word for an encounter can stand alone, and what follows too, the clause is parted there.
    """
    trigger = trigger_of(clause)
    if trigger is None:
        return []
    inner = _with_talks_during(clause, trigger, spoken)
    if inner:
        return inner
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
    seat_all(clause, words[0], clause.of(MarkKind.PERSON), encounter)
    if len(encounter.core) < 2:
        return None
    set_scene(clause, words[0], encounter)
    encounter.countries.clear()
    return encounter


def told_by(clause: Clause, trigger: Mark, spoken: Spoken) -> Encounter | None:
    """The encounter that a clause tells of with the word `trigger`."""
    encounter = Encounter(MeetingKind(trigger.value or ""), Place(clause.paragraph_no, trigger.span))
    was = trigger.form is Form.VERB and clause.links("was")  # «وكان فلان التقى …», not «وكان في استقباله …»
    encounter.earlier = bool(was or clause.links("earlier"))
    people = taking_part(clause, trigger)
    seat_all(clause, trigger, people, encounter)
    if encounter.is_visit and len(encounter.core) > 1 and not has_destination(clause):
        encounter.becomes_talks()  # to visit a person is to meet him
    for person in meant(clause, trigger, encounter, spoken):
        encounter.seat(ref_of(person), pronoun_role(trigger), Place(clause.paragraph_no, trigger.span), Basis.RESOLVED)
        encounter.core.add(ref_of(person))
    set_scene(clause, trigger, encounter)
    return encounter if encounter.people else None


def _with_talks_during(clause: Clause, trigger: Mark, spoken: Spoken) -> list[Encounter]:
    """«بدأ زيارة إلى …، التقى خلالها فلانا»: the visit and the talks of the visitor, or nothing."""
    for word in clause.of(MarkKind.MEETING):
        if word.position > trigger.position and is_during(clause, word):
            first, second = clause.parted(word.position)
            visit = told_by(first, trigger, spoken)
            talks = told_during(second, word, visit) if visit is not None and visit.stands_alone() else None
            return [visit, talks] if visit is not None and talks is not None else []
    return []


def _later_words(clause: Clause, trigger: Mark) -> list[Mark]:
    words = [mark for mark in clause.of(MarkKind.MEETING) if mark.form is Form.NOUN]
    return [mark for mark in words if mark.position > trigger.position and not is_during(clause, mark)]


def _visitor(told: Encounter, clause: Clause) -> Mark | None:
    """Whom a pronoun after an encounter's words means: the visitor, else who was named first."""
    people = [mark for mark in clause.of(MarkKind.PERSON) if mark.ref in told.core]
    visitors = [mark for mark in people if ParticipantRole.VISITOR in told.roles(ref_of(mark))]
    return next(iter(visitors or people), None)
