"""Where a clause stands: who is spoken of before it, which days are in reach, who takes part in what it tells."""

from collections.abc import Sequence
from datetime import date

from libnews.extract.clauses import Clause, nearest
from libnews.extract.deal import day_of
from libnews.extract.draft import Place
from libnews.extract.parties import NAMING, Parties, Party
from libnews.models.annotation import Form, Mark, MarkKind, Sentence
from libnews.models.match import DateMatch, PlaceMatch

# How far behind the noun its nationalities stand: «الاتفاق المصري الإثيوبي».
_ADJECTIVES = 4


class Surroundings:
    """The sentence being heard, with what was said before it."""

    def __init__(self, parties: Parties, today: date | None) -> None:
        self.parties = parties
        self.today = today
        self.sentence: Sentence | None = None
        self.previous: Sentence | None = None
        self._subject: list[Party] = []

    def enter(self, sentence: Sentence) -> None:
        """Go on to the next sentence."""
        same_paragraph = self.sentence is not None and self.sentence.paragraph_no == sentence.paragraph_no
        self.previous = self.sentence if same_paragraph else None
        self.sentence = sentence
        self._subject = []

    def leave(self, clause: Clause) -> None:
        """Remember whom a clause was about."""
        self._subject = self.parties.acting(clause.paragraph_no, clause.marks)[:2] or self._subject

    def parties_of(self, clause: Clause, marks: Sequence[Mark], noun: Mark, stage: Mark | None) -> list[Party]:
        """Who agrees, as «between», «with», nationalities behind the noun, «the two sides» or the subject tell."""
        before = [mark for mark in marks if mark.position < noun.position]
        after = [mark for mark in marks if mark.position > noun.position]
        found = self.parties.between(clause, after) or self.parties.between(clause, before)
        if found:
            return found
        partners = self.parties.with_whom(clause, after) or self.parties.with_whom(clause, before)
        if partners:
            return [*self._subject_beside(clause, before, stage, partners), *partners]
        adjectives = [m for m in after if _is_nationality(m) and m.position - noun.position <= _ADJECTIVES]
        pair = self.parties.of_marks(clause.paragraph_no, adjectives)
        if len(pair) == 2:
            return pair
        return self.parties.referred(clause, marks) or self._of_clause(clause, marks)

    def _subject_beside(
        self, clause: Clause, before: Sequence[Mark], stage: Mark | None, partners: list[Party]
    ) -> list[Party]:
        known = {party.country or party.key for party in partners}
        if stage is not None:
            behind = [mark for mark in before if mark.position > stage.position]
            for marks in (behind, [mark for mark in before if mark.position < stage.position]):
                found = _others(self.parties.acting(clause.paragraph_no, marks), known)
                if found:
                    return found[:1]
        found = _others(self.parties.acting(clause.paragraph_no, before), known)
        found = found or _others(self._subject, known)
        return (found or _others(self.parties.subject_of(self.previous), known))[:1]

    def _of_clause(self, clause: Clause, marks: Sequence[Mark]) -> list[Party]:
        """The two that act in the clause; the second may be told where something took place, or in its sentence."""
        number = clause.paragraph_no
        acting = self.parties.acting(number, marks)
        if len(acting) > 2:
            agents = self.parties.of_marks(number, [mark for mark in marks if mark.kind is not MarkKind.PLACE])
            return agents if len(agents) == 2 else acting[:2]
        if len(acting) == 2:
            return acting
        inside = [m for m in marks if m.kind in NAMING and m.link not in ("to", "from")]
        wider = [self.parties.of_marks(number, inside), self._subject]
        wider += [self.parties.acting(number, clause.sentence.marks), self.parties.subject_of(self.previous)]
        wider += [self._pair_before()]
        for more in wider:
            known = {party.country or party.key for party in acting}
            acting = [*acting, *_others(more, known)][:2]
            if len(acting) == 2:
                return acting
        return self.parties.referred(clause, clause.sentence.marks) or acting

    def _pair_before(self) -> list[Party]:
        """The only two that the sentence before names."""
        if self.previous is None:
            return []
        places = [mark for mark in self.previous.marks if mark.kind is MarkKind.PLACE]
        found = self.parties.of_marks(self.previous.paragraph_no, places)
        return found if len(found) == 2 else []

    def days(self, clause: Clause, marks: Sequence[Mark], anchor: Mark) -> list[tuple[Place, DateMatch]]:
        """The day within reach: nearest in the clause, else the one of its sentence, else of what «during it» means."""
        found = nearest(self._past([mark for mark in marks if mark.kind is MarkKind.DATE]), anchor)
        if found is None and clause.links("during_it"):
            found = next(iter(self._past([m for m in clause.sentence.marks if m.kind is MarkKind.DATE])), None)
        if found is None:
            all_days = self._past([mark for mark in clause.sentence.marks if mark.kind is MarkKind.DATE])
            found = all_days[0] if len(all_days) == 1 else None
        if found is None and self.previous is not None and _speaks_of_meeting(clause):
            found = next(iter(self._past([m for m in self.previous.marks if m.kind is MarkKind.DATE])), None)
        if found is None or not isinstance(found.match, DateMatch):
            return []
        return [(Place(clause.paragraph_no, found.span), found.match)]

    def _past(self, days: list[Mark]) -> list[Mark]:
        """Those that do not lie ahead and begin nothing: what is signed was signed before the article."""
        days = [mark for mark in days if mark.link is None]
        first = {mark: day.first for mark in days if (day := day_of(mark)) is not None}
        return [m for m in days if self.today is None or first.get(m) is None or (first[m] or self.today) <= self.today]


def _others(found: list[Party], known: set[str | int]) -> list[Party]:
    return [party for party in found if (party.country or party.key) not in known]


def _is_nationality(mark: Mark) -> bool:
    return isinstance(mark.match, PlaceMatch) and mark.match.kind == "nationality"


def _speaks_of_meeting(clause: Clause) -> bool:
    return any(mark.form is Form.DEFINITE for mark in clause.of(MarkKind.MEETING))
