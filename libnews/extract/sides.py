"""The countries and bodies that a sentence speaks of together: who agreed with whom, who trades with whom."""

from collections import Counter
from dataclasses import dataclass

from libnews.extract.actors import Cast
from libnews.extract.clauses import Clause
from libnews.extract.draft import Place
from libnews.models.annotation import Mark, MarkKind, Reading, Sentence
from libnews.models.match import PlaceMatch
from libnews.models.vocabulary import Basis


@dataclass(frozen=True, slots=True)
class Side:
    """One side: its country, the words that tell it, and the place of the text its country actor is named by."""

    country: str
    at: Place
    basis: Basis
    named_at: tuple[int, PlaceMatch]


class Sides:
    """Finds the sides of a clause; «the two countries» are those the article speaks of most."""

    def __init__(self, reading: Reading, cast: Cast) -> None:
        self._cast = cast
        self._usual = self._two_most_named(reading)

    def _two_most_named(self, reading: Reading) -> list[tuple[int, PlaceMatch]]:
        counts: Counter[str] = Counter()
        first: dict[str, tuple[int, PlaceMatch]] = {}
        for paragraph_no, place in reading.places:
            if place.kind != "city":
                counts[place.value] += 1
                first.setdefault(place.value, (paragraph_no, place))
        return [first[code] for code, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:2]]

    def of_marks(self, paragraph_no: int, marks: list[Mark]) -> list[Side]:
        """The countries told by places, nationalities, persons and bodies, in text order, each once."""
        found: dict[str, Side] = {}
        for mark in marks:
            side = self._side(paragraph_no, mark)
            if side is not None:
                found.setdefault(side.country, side)
        return list(found.values())

    def _side(self, paragraph_no: int, mark: Mark) -> Side | None:
        at = Place(paragraph_no, mark.span)
        if isinstance(mark.match, PlaceMatch):
            basis = Basis.STATED if mark.match.kind == "country" else Basis.INFERRED
            return Side(mark.match.value, at, basis, (paragraph_no, mark.match))
        if mark.kind in (MarkKind.PERSON, MarkKind.ORGANISATION) and mark.ref is not None:
            words = self._cast.country_of_reading(mark.ref)
            if words is not None:
                return Side(words[1].value, at, Basis.INFERRED, words)
        return None

    def is_stateless(self, mark: Mark) -> bool:
        """Whether a body's mark tells of one that can agree and that the article gives no country."""
        return mark.ref is not None and self._cast.is_stateless(mark.ref)

    def usual(self, paragraph_no: int, reference: Mark) -> list[Side]:
        """What «الجانبان» or «البلدين» means in this article: the two countries it names most."""
        if len(self._usual) < 2:
            return []
        at = Place(paragraph_no, reference.span)
        return [Side(words[1].value, at, Basis.RESOLVED, words) for words in self._usual]

    def of_clause(self, clause: Clause, sentence: Sentence) -> list[Side]:
        """The sides of a clause: those it names, else those its sentence names, else those «the two sides» means."""
        for marks in (clause.marks, sentence.marks):
            places = [m for m in marks if m.kind in (MarkKind.PLACE, MarkKind.PERSON, MarkKind.ORGANISATION)]
            sides = self.of_marks(clause.paragraph_no, places)
            if len(sides) >= 2:
                return self._two(clause.paragraph_no, places, sides)
            references = [m for m in marks if m.kind is MarkKind.SIDES]
            if references:
                usual = self.usual(clause.paragraph_no, references[0])
                if usual:
                    return usual
        return []

    def _two(self, paragraph_no: int, marks: list[Mark], sides: list[Side]) -> list[Side]:
        """Of many countries those of the persons and bodies that act, else the two named first."""
        acting = self.of_marks(paragraph_no, [mark for mark in marks if mark.kind is not MarkKind.PLACE])
        return acting if len(sides) > 2 and len(acting) == 2 else sides[:2]

    def of_figure(self, clause: Clause, sentence: Sentence, *, two_way: bool) -> list[Side]:
        """The sides of a trade figure; of trade with a country the speaker's own goes unsaid («مع الجزائر بلغ …»)."""
        found = self.of_clause(clause, sentence)
        if found:
            return found
        marks = [m for m in sentence.marks if m.kind in (MarkKind.PLACE, MarkKind.ORGANISATION)]
        own = self.of_marks(clause.paragraph_no, marks)
        if two_way and len(own) == 1 and own[0].country in {words[1].value for words in self._usual} and marks:
            usual = self.usual(clause.paragraph_no, marks[0])
            return [own[0], *(side for side in usual if side.country != own[0].country)]
        return own
