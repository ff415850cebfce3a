"""Who agrees with whom: the parties that the words of a clause, its sentence or those before it tell."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from libnews.extract.actors import Cast
from libnews.extract.clauses import Clause
from libnews.extract.draft import Place
from libnews.extract.sides import Side, Sides
from libnews.models.annotation import Mark, MarkKind, Sentence
from libnews.models.match import PlaceMatch
from libnews.models.vocabulary import ActorKind, Basis

NAMING = (MarkKind.PLACE, MarkKind.PERSON, MarkKind.ORGANISATION)
_STATES = frozenset({ActorKind.GOVERNMENT, ActorKind.ARMED_FORCE})
_NO_PARTY = frozenset({ActorKind.MEDIA})
# Bodies that sign for themselves wherever they stand; others only where «with» or «between» makes them a party.
_SIGNING = frozenset({ActorKind.COMPANY})
# How many words may stand between «with» and the name it governs, and between two names that «between» governs.
_GOVERNED, _APART = 5, 10
_AWAY = frozenset({"in", "to", "from"})


class Party(NamedTuple):
    """One party: a country and where it is named, or a body or person by its number in the reading, or both."""

    at: Place
    basis: Basis
    country: str | None
    named_at: tuple[int, PlaceMatch] | None
    ref: int | None = None

    @property
    def key(self) -> str | int:
        """Equal for one party, however it is named."""
        return self.country if self.ref is None and self.country is not None else self.ref or 0


class Parties:
    """Finds the parties of an agreement around its words."""

    def __init__(self, sides: Sides, cast: Cast) -> None:
        self._sides = sides
        self._cast = cast

    def of_marks(self, number: int, marks: Iterable[Mark]) -> list[Party]:
        """The parties told by places, persons and bodies, in text order, each once."""
        found: dict[str | int, Party] = {}
        for mark in marks:
            party = self._party(number, mark)
            if party is not None:
                found.setdefault(party.key, party)
        return list(found.values())

    def _party(self, number: int, mark: Mark) -> Party | None:
        at = Place(number, mark.span)
        if isinstance(mark.match, PlaceMatch):
            basis = Basis.STATED if mark.match.kind == "country" else Basis.INFERRED
            return Party(at, basis, mark.match.value, (number, mark.match))
        if mark.ref is None or mark.kind not in NAMING:
            return None
        kind, country = self._cast.kind_of(mark.ref), self._cast.country_of(mark.ref)
        words = self._cast.country_of_reading(mark.ref)
        if kind in _NO_PARTY:
            return None
        if kind is ActorKind.PERSON or kind in _STATES:
            return None if words is None else Party(at, Basis.INFERRED, words[1].value, words)
        return Party(at, Basis.STATED, country, words, mark.ref)

    def _of_sides(self, sides: list[Side]) -> list[Party]:
        return [Party(side.at, side.basis, side.country, side.named_at) for side in sides]

    def between(self, clause: Clause, marks: Sequence[Mark]) -> list[Party]:
        """«بين مصر وليبيا», «بين البلدين»: all that «between» governs."""
        number = clause.paragraph_no
        for place, link in enumerate(marks):
            if link.kind is not MarkKind.LINK or link.value != "between":
                continue
            found = self._governed(number, marks[place + 1 :], link.position)
            if len(found) >= 2:
                return found
            near = [m for m in marks[place + 1 : place + 3] if m.kind is MarkKind.SIDES]
            if near and near[0].position - link.position <= _GOVERNED:
                return self._of_sides(self._sides.pair(clause.sentence, near[0]))
        return []

    def _governed(self, number: int, marks: Sequence[Mark], start: int) -> list[Party]:
        found: list[Mark] = []
        last = start
        for mark in marks:
            if mark.kind in (MarkKind.BARRIER, MarkKind.STAGE, MarkKind.AGREEMENT, MarkKind.SIDES, MarkKind.LINK):
                break
            if mark.kind not in NAMING:
                continue
            enough = len(self.of_marks(number, found)) >= 2
            if mark.position - last > _APART or (enough and not mark.joined):
                break
            found.append(mark)
            last = mark.position
        return self.of_marks(number, found)

    def with_whom(self, clause: Clause, marks: Sequence[Mark]) -> list[Party]:
        """«مع الولايات المتحدة وكوريا الجنوبية»: those that «with» governs."""
        for place, link in enumerate(marks):
            if link.kind is not MarkKind.LINK or link.value != "with":
                continue
            group: list[Mark] = []
            for mark in marks[place + 1 :]:
                if mark.kind not in NAMING:
                    if group or mark.kind in (MarkKind.BARRIER, MarkKind.STAGE):
                        break
                    continue
                if (not group and mark.position - link.position > _GOVERNED) or (group and not mark.joined):
                    break
                group.append(mark)
            found = self.of_marks(clause.paragraph_no, group)
            if found:
                return found
        return []

    def acting(self, number: int, marks: Iterable[Mark]) -> list[Party]:
        """Those that a clause names as acting: no place where something was, no body that is only spoken of."""
        return self.of_marks(number, [mark for mark in marks if mark.kind in NAMING and self._acts(mark)])

    def _acts(self, mark: Mark) -> bool:
        if mark.kind is MarkKind.ORGANISATION and mark.ref is not None:
            kind = self._cast.kind_of(mark.ref)
            if kind not in _SIGNING and kind not in _STATES and self._cast.country_of(mark.ref) is None:
                return False
        is_place = isinstance(mark.match, PlaceMatch) and mark.match.kind != "nationality"
        return not (is_place and mark.link in _AWAY)

    def referred(self, clause: Clause, marks: Iterable[Mark]) -> list[Party]:
        """What «الجانبان» means, where the marks hold such a word."""
        references = [mark for mark in marks if mark.kind is MarkKind.SIDES]
        return self._of_sides(self._sides.pair(clause.sentence, references[0])) if references else []

    def subject_of(self, sentence: Sentence | None) -> list[Party]:
        """The first that a sentence names: what a verb without a subject goes on about."""
        return [] if sentence is None else self.acting(sentence.paragraph_no, sentence.marks)[:1]
