"""Who is who across articles: by full name, by a name spelled alike and the same office, by family name, by office.

Persons are compared as *bearers*: all mentions of one full name and one country are one bearer, so that cost grows with
the names there are and not with the articles that tell of them.
"""

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from libnews.resolve.bearers import Bearer, Person, find_bearers
from libnews.resolve.candidates import pairs_to_compare
from libnews.resolve.clusters import Clusters
from libnews.resolve.family_names import join_by_family_name
from libnews.resolve.likely import STEPS, Step, agree
from libnews.resolve.names import Likeness, likeness, name_of
from libnews.resolve.offices import join_by_office
from libnews.resolve.reasons import Because, Open

# A name that fits more people than these says nothing of any of them.
_FEW = 3

Alike = tuple[int, int, Likeness]
"""Two bearers by number, and how alike their names are."""


class Persons:
    """The persons of a corpus, and the steps that join them; each step joins only what the ones before left apart."""

    def __init__(self, people: Iterable[Person], clusters: Clusters) -> None:
        self.clusters = clusters
        self.people = sorted(people, key=lambda person: person.id)
        self.bearers = find_bearers(self.people)
        # Of each bearer, those whom his name may stand for: it is not the longer one.
        self._fits: dict[int, set[int]] = defaultdict(set)

    def join(self) -> None:
        """All steps, the surest first."""
        for bearer in self.bearers:
            reason = f"{Because.SAME_NAME}: «{bearer.words}»"
            for other in bearer.mentions[1:]:
                self.clusters.join(bearer.mentions[0], other, reason)
        alike = self._alike()
        for step in STEPS:
            self._take(alike, step)
        self._doubt_the_rest(alike)
        join_by_family_name(self.people, self.bearers, self.clusters)
        join_by_office(self.people, self.clusters)

    def _alike(self) -> list[Alike]:
        found: list[Alike] = []
        for one, other in pairs_to_compare([bearer.form for bearer in self.bearers]):
            mine, theirs = self.bearers[one], self.bearers[other]
            how = likeness(mine.form, theirs.form, mine.given)
            if how is not Likeness.DIFFERENT and (agree(mine, theirs) or mine.form == theirs.form):
                found.append((one, other, how))
        return found

    def _take(self, alike: list[Alike], step: Step) -> None:
        """Join what the step finds reason to, but for a name that fits two who cannot be one."""
        found = [
            (one, other, reason)
            for one, other, how in alike
            if (reason := step(self.bearers[one], self.bearers[other], how)) is not None
        ]
        for one, other, _ in found:
            for number in self._shorter(one, other):
                if not self.bearers[one + other - number].is_stray:
                    self._fits[number].add(one + other - number)
        many = {number for number in {n for pair in found for n in pair[:2]} if self._fits_many(number)}
        for one, other, reason in found:
            unclear = [number for number in self._shorter(one, other) if number in many]
            if not unclear:
                self._join_bearers(self.bearers[one], self.bearers[other], reason)
            elif all(len(self._fits[number]) <= _FEW for number in unclear):
                self._doubt(self.bearers[one], self.bearers[other], Open.FITS_OTHERS)

    def _shorter(self, one: int, other: int) -> list[int]:
        """The one of two bearers whose name has fewer parts, or both."""
        parts = {number: len(name_of(self.bearers[number].form).parts) for number in (one, other)}
        return [number for number in parts if parts[number] == min(parts.values())]

    def _fits_many(self, number: int) -> bool:
        """Whether two of those whom a name fits cannot be one person: «أحمد الخطيب» is short for many names."""
        found = sorted(self._fits[number])
        roots = {one: self.clusters.root(self.bearers[one].mentions[0]) for one in found}
        for one, other in combinations(found, 2):
            mine, theirs = self.bearers[one], self.bearers[other]
            if roots[one] != roots[other] and not (
                agree(mine, theirs) and likeness(mine.form, theirs.form, mine.given)
            ):
                return True
        return False

    def _join_bearers(self, one: Bearer, other: Bearer, reason: str) -> None:
        """Join each mention for itself: a judgement may have split those who bear one name."""
        words = f"{reason}: «{one.words}» and «{other.words}»"
        for mine in self._apart(one):
            for theirs in self._apart(other):
                self.clusters.join(mine, theirs, words)

    def _apart(self, bearer: Bearer) -> list[str]:
        """The first mention of each set that a bearer's mentions are in by now: mostly one."""
        first: dict[str, str] = {}
        for mention in bearer.mentions:
            first.setdefault(self.clusters.root(mention), mention)
        return list(first.values())

    def _doubt_the_rest(self, alike: list[Alike]) -> None:
        for one, other, how in alike:
            mine, theirs = self.bearers[one], self.bearers[other]
            if how is Likeness.SAME:
                self._doubt(mine, theirs, Open.SAME_NAME)
            elif how is Likeness.SOUNDS_SAME or (mine.country is not None and mine.country == theirs.country):
                self._doubt(mine, theirs, Open.SPELLED_ALIKE)

    def _doubt(self, one: Bearer, other: Bearer, reason: Open) -> None:
        self.clusters.doubt(one.mentions[0], other.mentions[0], f"{reason}: «{one.words}» and «{other.words}»")
