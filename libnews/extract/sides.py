"""The countries and bodies that a sentence speaks of together: who agreed with whom, who trades with whom."""

from collections import Counter
from typing import NamedTuple

from libnews.extract.actors import Cast
from libnews.extract.draft import Place
from libnews.models.annotation import Mark, MarkKind, Reading, Sentence
from libnews.models.match import PlaceMatch
from libnews.models.vocabulary import Basis

# How many sentences back «the two countries» may have been named.
_FAR = 3


class Side(NamedTuple):
    """One side: its country, the words that tell it, and the place of the text its country actor is named by."""

    country: str
    at: Place
    basis: Basis
    named_at: tuple[int, PlaceMatch]


class Sides:
    """Finds the sides of a clause; «the two countries» are those the article speaks of most."""

    def __init__(self, reading: Reading, cast: Cast) -> None:
        self._cast = cast
        self._heard: list[Sentence] = []
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

    def usual(self, paragraph_no: int, reference: Mark) -> list[Side]:
        """What «الجانبان» or «البلدين» means in this article: the two countries it names most."""
        if len(self._usual) < 2:
            return []
        at = Place(paragraph_no, reference.span)
        return [Side(words[1].value, at, Basis.RESOLVED, words) for words in self._usual]

    def pair(self, sentence: Sentence, reference: Mark) -> list[Side]:
        """What «the two countries» means in a sentence: the only two it or one shortly before it names, else those the
        article names most."""
        named = self._countries_of(sentence, before=reference.position)
        if len(named) == 2:
            return named
        for earlier in reversed(self._heard[-_FAR:]):
            named = self._countries_of(earlier)
            if len(named) == 2 and _together(earlier):
                at = Place(sentence.paragraph_no, reference.span)
                return [side._replace(at=at, basis=Basis.RESOLVED) for side in named]
        return self.usual(sentence.paragraph_no, reference)

    def hear(self, sentence: Sentence) -> None:
        """Remember a sentence, for what the next ones refer to."""
        self._heard.append(sentence)

    def _countries_of(self, sentence: Sentence, before: int | None = None) -> list[Side]:
        marks = [mark for mark in sentence.marks if before is None or mark.position < before]
        places = self.of_marks(sentence.paragraph_no, [mark for mark in marks if mark.kind is MarkKind.PLACE])
        acting = [mark for mark in marks if mark.kind in (MarkKind.PLACE, MarkKind.PERSON)]
        return places if len(places) == 2 else self.of_marks(sentence.paragraph_no, acting)


def _together(sentence: Sentence) -> bool:
    """Whether a sentence names its places in one breath: «بين مصر وليبيا», «إيران وألمانيا»."""
    return any(mark.kind is MarkKind.PLACE and (mark.joined or mark.link == "between") for mark in sentence.marks)
