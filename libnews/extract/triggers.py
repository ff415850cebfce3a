"""Words for an encounter: which of a clause's words tells of one."""

from libnews.extract.clauses import Clause
from libnews.extract.encounter import VISIT
from libnews.models.annotation import Form, Mark, MarkKind


def trigger_of(clause: Clause) -> Mark | None:
    """The word that makes the clause tell of an encounter: a verb before a noun, a visit's noun before its verb."""
    words = [mark for mark in clause.of(MarkKind.MEETING) if _tells(clause, mark)]
    # «عقدا مباحثات، ناقشا خلالها …»: what happened during the talks does not tell of others
    outer = [mark for mark in words if not is_during(clause, mark)] or words
    verbs = [mark for mark in outer if mark.form is Form.VERB]
    if verbs and outer[0] is not verbs[0] and _apart(clause, outer[0], verbs[0]):
        return outer[0]
    return next(iter(verbs or outer), None) or _told_of(clause)


def _apart(clause: Clause, one: Mark, other: Mark) -> bool:
    """«قام بزيارة …، واتفقا على مجلس يجتمع سنويا»: behind an «and» another encounter may be told."""
    return any(mark.kind is MarkKind.AND for mark in clause.between(one, other))


def _told_of(clause: Clause) -> Mark | None:
    """«اللقاء الثلاثي الذي جمع وزير … بنظيره …»: a relative clause tells who met at what stands before it."""
    if not clause.opened_as("relative") or not clause.links("members") or len(clause.of(MarkKind.PERSON)) < 2:
        return None
    return next((mark for mark in clause.before[-1:] if mark.kind is MarkKind.MEETING), None)


def _tells(clause: Clause, mark: Mark) -> bool:
    if mark.form is Form.DEFINITE:
        return _names_two(clause, mark)
    if mark.form is Form.JOINT:
        people = [person for person in clause.of(MarkKind.PERSON) if person.position > mark.position]
        return any(person.link in ("with", "to", "between") for person in people)
    return mark.value != VISIT or not (_amounts(clause, mark) or _is_counted(clause, mark))


def _is_counted(clause: Clause, mark: Mark) -> bool:
    """«50 زيارة» are no one visit."""
    return any(m.kind is MarkKind.NUMBER and m.position == mark.position - 1 for m in clause.marks)


def _amounts(clause: Clause, mark: Mark) -> bool:
    """«وصل خلال العام الماضي إلى ملياري دولار»: what arrives at a sum goes nowhere."""
    behind = [m for m in clause.marks if m.position > mark.position and m.kind is not MarkKind.DATE]
    return mark.form is Form.VERB and bool(behind) and behind[0].kind in (MarkKind.MONEY, MarkKind.NUMBER)


def _names_two(clause: Clause, mark: Mark) -> bool:
    """«القمة التاريخية بين الرئيس الأمريكي … وزعيم …» says itself whose it is."""
    after = [person for person in clause.of(MarkKind.PERSON) if person.position > mark.position]
    return len(after) > 1 and after[0].link == "between"


def is_during(clause: Clause, trigger: Mark | None) -> bool:
    """«استقبله خلالها» happened during something; «زيارة …، ووقع خلالها» says only that the signing did."""
    return trigger is not None and any(abs(link.position - trigger.position) <= 2 for link in clause.links("during_it"))
