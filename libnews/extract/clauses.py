"""Sentences cut into clauses: what belongs to one verb stands between two barriers."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from libnews.models.annotation import Mark, MarkKind, Sentence
from libnews.models.dates import Edtf
from libnews.models.match import DateMatch

# «من المتوقع أن», «دعا إلى أن»: words further before «that» are mostly of another verb.
_GOVERNING = 2


@dataclass(frozen=True, slots=True)
class Clause:
    """The marks of one clause of a sentence, in text order, and the barrier that opened it."""

    sentence: Sentence
    marks: tuple[Mark, ...]
    opened_by: Mark | None = None

    @property
    def paragraph_no(self) -> int:
        return self.sentence.paragraph_no

    def of(self, *kinds: MarkKind) -> list[Mark]:
        """The marks of some kinds, in text order."""
        return [mark for mark in self.marks if mark.kind in kinds]

    def links(self, value: str) -> list[Mark]:
        """The links of one meaning."""
        return [mark for mark in self.marks if mark.kind is MarkKind.LINK and mark.value == value]

    def between(self, one: Mark, other: Mark) -> list[Mark]:
        """The marks that stand between two."""
        return [mark for mark in self.marks if one.position < mark.position < other.position]

    def opened_as(self, *values: str) -> bool:
        """Whether a barrier of one of these meanings opens the clause: relative, that, time."""
        return self.opened_by is not None and self.opened_by.value in values

    @property
    def before(self) -> list[Mark]:
        """What its sentence says before the barrier that opens the clause."""
        at = self.opened_by.position if self.opened_by is not None else 0
        return [mark for mark in self.sentence.marks if mark.position < at]

    @property
    def antecedent(self) -> Mark | None:
        """Of whom a relative clause speaks: «الوزير فلان، الذي يقوم بزيارة …»."""
        before = reversed(self.before) if self.opened_as("relative") else ()
        return next((mark for mark in before if mark.kind is MarkKind.PERSON), None)

    def gap(self, one: Mark, other: Mark) -> int:
        """How many characters between two marks no mark covers: nothing stands between a verb and its subject."""
        first, last = sorted((one, other), key=lambda mark: mark.start_char)
        between = [mark for mark in self.marks if first.end_char <= mark.start_char < last.start_char]
        return last.start_char - first.end_char - sum(mark.end_char - mark.start_char for mark in between)

    def parted(self, at: int) -> tuple["Clause", "Clause"]:
        """The clause in two, the second from the mark at position `at` on."""
        first = tuple(mark for mark in self.marks if mark.position < at)
        second = tuple(mark for mark in self.marks if mark.position >= at)
        return Clause(self.sentence, first, self.opened_by), Clause(self.sentence, second)

    def is_unreal(self, trigger: Mark | None = None) -> bool:
        """Whether the clause tells of what did not happen; what stands behind a trigger says nothing of it."""
        own = [mark for mark in self.marks if trigger is None or mark.position < trigger.position]
        return any(mark.kind is MarkKind.UNREAL for mark in (*own, *self.governing))

    @property
    def planned(self) -> list[Mark]:
        """The words that set what the clause tells in the future."""
        return [mark for mark in (*self.governing, *self.marks) if mark.kind is MarkKind.PLANNED]

    @property
    def governing(self) -> tuple[Mark, ...]:
        """What a clause with «that» depends on: «من المتوقع أن يعقد …», «دعا إلى أن …»."""
        if self.opened_by is None or not self.opened_as("that"):
            return ()
        return tuple(mark for mark in self.before if mark.position >= self.opened_by.position - _GOVERNING)


def clauses(sentence: Sentence) -> Iterator[Clause]:
    """The clauses of a sentence; barriers are not part of them, empty ones are left out."""
    held: list[Mark] = []
    barrier: Mark | None = None
    for mark in sentence.marks:
        if mark.kind is MarkKind.BARRIER:
            if held:
                yield Clause(sentence, tuple(held), barrier)
            held, barrier = [], mark
        else:
            held.append(mark)
    if held:
        yield Clause(sentence, tuple(held), barrier)


def day_of(mark: Mark) -> Edtf | None:
    """The date of a mark, where it has one."""
    match = mark.match
    return _edtf(match.value) if match is not None and isinstance(match, DateMatch) and match.value else None


# An article asks for its few days again and again.
_edtf = lru_cache(maxsize=1 << 10)(Edtf)


def nearest(marks: list[Mark], to: Mark) -> Mark | None:
    """The mark closest to another, counted in words; of two as close the later."""
    return min(marks, key=lambda mark: (abs(mark.position - to.position), -mark.position), default=None)
