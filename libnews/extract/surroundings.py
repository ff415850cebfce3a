"""Where a clause stands: who is spoken of before it, which days are in reach, who takes part in what it tells."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from libnews.extract.clauses import Clause, day_of, nearest
from libnews.extract.deal import Deal
from libnews.extract.draft import Place
from libnews.extract.parties import NAMING, Parties, Party
from libnews.models.annotation import Form, Mark, MarkKind, Sentence
from libnews.models.match import DateMatch, PlaceMatch
from libnews.models.vocabulary import Basis, DatePrecision

# A day this many days before the article or less is the day of what it reports.
_NEWS_DAYS = 3
_NEWS_PARAGRAPHS = 3
# How far behind the noun its nationalities stand: «الاتفاق المصري الإثيوبي».
_ADJECTIVES = 4


class Surroundings:
    """The sentence being heard, with what was said before it."""

    def __init__(self, parties: Parties, today: date | None) -> None:
        self.parties = parties
        self.today = today
        self.sentence: Sentence | None = None
        self.previous: Sentence | None = None
        self._left: list[Clause] = []
        self._news_day: tuple[int, Mark] | None = None
        self.several: Deal | None = None
        """What a noun in the plural told of in this sentence."""

    def enter(self, sentence: Sentence) -> None:
        """Go on to the next sentence."""
        same_paragraph = self.sentence is not None and self.sentence.paragraph_no == sentence.paragraph_no
        self.previous = self.sentence if same_paragraph else None
        self.sentence = sentence
        self._left = []
        self.several = None
        for mark in sentence.marks:
            if mark.kind is MarkKind.DATE and self._is_news_day(mark):
                self._news_day = (sentence.paragraph_no, mark)

    def leave(self, clause: Clause) -> None:
        """Remember a clause, and with it whom it was about."""
        self._left.append(clause)

    def _subject(self) -> list[Party]:
        """Whom the sentence was about before the clause being heard, as its last clause that names somebody tells."""
        for clause in reversed(self._left):
            found = self.parties.acting(clause.paragraph_no, clause.marks)[:2]
            if found:
                return found
        return []

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

    def named_behind(self, clause: Clause, marks: Sequence[Mark], noun: Mark) -> list[Party]:
        """Those that the noun's own words name: «الاتفاق النووي الإيراني», «الاتفاق النووي مع إيران»."""
        near = [m for m in marks if 0 < m.position - noun.position <= _ADJECTIVES + 2]
        found = self.parties.between(clause, [m for m in marks if m.position > noun.position])
        if found and any(m.kind is MarkKind.LINK for m in near):
            return found
        adjectives = [m for m in near if _is_nationality(m) and m.position - noun.position <= _ADJECTIVES]
        partners = self.parties.with_whom(clause, near)
        return partners or self.parties.of_marks(clause.paragraph_no, adjectives)

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
        found = found or _others(self._subject(), known)
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
        wider = [self.parties.of_marks(number, inside), self._subject()]
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
        if anchor.form is not None:  # «الاتفاقية الموقعة …»: only what follows tells when
            behind = [m for m in marks if m.kind is MarkKind.DATE and m.position > anchor.position]
            return self._claimed(clause, nearest(self._past(behind), anchor))
        found = nearest(self._past([mark for mark in marks if mark.kind is MarkKind.DATE]), anchor)
        if found is None and clause.links("during_it"):
            found = next(iter(self._past([m for m in clause.sentence.marks if m.kind is MarkKind.DATE])), None)
        if found is None and not _is_aside(clause):
            all_days = self._past([mark for mark in clause.sentence.marks if mark.kind is MarkKind.DATE])
            found = all_days[0] if len(all_days) == 1 else None
        if found is None and self.previous is not None and _speaks_of_meeting(clause):
            found = next(iter(self._past([m for m in self.previous.marks if m.kind is MarkKind.DATE])), None)
        if found is None and not _is_aside(clause) and not (clause.links("earlier") or clause.links("was")):
            return self._news_days(clause)
        return self._claimed(clause, found)

    def _news_days(self, clause: Clause) -> list[tuple[Place, DateMatch]]:
        """The day of the news, where it was told in this paragraph or shortly before."""
        if self._news_day is not None and clause.paragraph_no - self._news_day[0] <= _NEWS_PARAGRAPHS:
            number, day = self._news_day
            assert isinstance(day.match, DateMatch)  # _is_news_day asked
            return [(Place(number, day.span), replace(day.match, basis=Basis.RESOLVED))]
        return []

    def _is_news_day(self, mark: Mark) -> bool:
        """A day shortly before the article: what it goes on to tell without a day took place then."""
        told = day_of(mark)
        if told is None or told.precision is not DatePrecision.DAY or self.today is None or told.first is None:
            return False
        return 0 <= (self.today - told.first).days <= _NEWS_DAYS

    def _claimed(self, clause: Clause, day: Mark | None) -> list[tuple[Place, DateMatch]]:
        if day is None or not isinstance(day.match, DateMatch):
            return []
        return [(Place(clause.paragraph_no, day.span), day.match)]

    def _past(self, days: list[Mark]) -> list[Mark]:
        """Those that do not lie ahead and begin nothing: what is signed was signed before the article."""
        days = [mark for mark in days if mark.link is None]
        first = {mark: day.first for mark in days if (day := day_of(mark)) is not None}
        return [m for m in days if self.today is None or first.get(m) is None or (first[m] or self.today) <= self.today]


def _others(found: list[Party], known: set[str | int]) -> list[Party]:
    return [party for party in found if (party.country or party.key) not in known]


def _is_aside(clause: Clause) -> bool:
    """Whether a clause tells of another time than its sentence: «بعد توقيع …», «التي أبرمت …»."""
    return clause.opened_as("relative", "time")


def _is_nationality(mark: Mark) -> bool:
    return isinstance(mark.match, PlaceMatch) and mark.match.kind == "nationality"


def _speaks_of_meeting(clause: Clause) -> bool:
    return any(mark.form is Form.DEFINITE for mark in clause.of(MarkKind.MEETING))
