"""Who is who across articles: by full name, by a name spelled alike and the same office, by family name, by office.

Persons are compared as *bearers*: all mentions of one full name and one country are one bearer, so that cost grows with
the names there are and not with the articles that tell of them.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import combinations

from libnews.models.annotation import Office
from libnews.resolve.bearers import Bearer, Person, find_bearers, is_common, person_of
from libnews.resolve.candidates import pairs_to_compare
from libnews.resolve.clusters import Clusters
from libnews.resolve.family_names import join_by_family_name
from libnews.resolve.names import HOUSE, Likeness, likeness, name_of
from libnews.resolve.offices import join_by_office, kinds_shared, shared_office
from libnews.resolve.view import Told

# A name that fits more people than these says nothing of any of them.
_FEW = 3

Alike = tuple[int, int, Likeness]
"""Two bearers by number, and how alike their names are."""


class Persons:
    """The persons of a corpus, and the steps that join them; each step joins only what the ones before left apart."""

    def __init__(self, persons: Iterable[Told], clusters: Clusters) -> None:
        read: dict[tuple[str | None, str], Office] = {}
        self.clusters = clusters
        self.people: list[Person] = sorted((person_of(told, read) for told in persons), key=lambda person: person.id)
        self.bearers = find_bearers(self.people)
        self._fits: dict[int, set[int]] = defaultdict(set)

    def join(self) -> None:
        """All steps, the surest first."""
        for bearer in self.bearers:
            for other in bearer.mentions[1:]:
                self.clusters.join(bearer.mentions[0], other, f"same name: «{bearer.words}»")
        alike = self._alike()
        for step in (_two_countries, _one_country_and_office, _one_country, _one_office, _no_country):
            self._join_step(alike, step)
        self._doubt_what_is_near(alike)
        join_by_family_name(self.people, self.bearers, self.clusters)
        join_by_office(self.people, self.clusters)

    def _alike(self) -> list[Alike]:
        found = []
        for one, other in pairs_to_compare([bearer.form for bearer in self.bearers]):
            mine, theirs = self.bearers[one], self.bearers[other]
            how = likeness(mine.form, theirs.form, mine.given)
            if how is not Likeness.DIFFERENT and (_agree(mine, theirs) or mine.form == theirs.form):
                found.append((one, other, how))
        return found

    def _join_step(self, alike: list[Alike], step: "Step") -> None:
        """Join what the step finds reason to, but for a name that fits two who cannot be one."""
        found = []
        for one, other, how in alike:
            reason = step(self.bearers[one], self.bearers[other], how)
            if reason is not None:
                found.append((one, other, reason))
                for short, long in ((one, other), (other, one)):
                    if self._is_no_longer(short, long) and not self.bearers[long].is_stray:
                        self._fits[short].add(long)
        many = {number for number in {n for one, other, _ in found for n in (one, other)} if self._fits_many(number)}
        for one, other, reason in found:
            mine, theirs = self.bearers[one], self.bearers[other]
            short = {number for number in (one, other) if self._is_no_longer(number, one + other - number)}
            if not short & many:
                self._join_bearers(mine, theirs, f"{reason}: {_both(mine, theirs)}")
            elif all(len(self._fits[number]) <= _FEW for number in short & many):
                self._doubt(mine, theirs, "name fits others too")

    def _is_no_longer(self, short: int, long: int) -> bool:
        return len(name_of(self.bearers[short].form).parts) <= len(name_of(self.bearers[long].form).parts)

    def _fits_many(self, number: int) -> bool:
        """Whether two of those whom a name fits cannot be one person: «أحمد الخطيب» is short for many names."""
        found = sorted(self._fits[number])
        roots = {one: self.clusters.root(self.bearers[one].mentions[0]) for one in found}
        for one, other in combinations(found, 2):
            mine, theirs = self.bearers[one], self.bearers[other]
            alike = _agree(mine, theirs) and likeness(mine.form, theirs.form, mine.given)
            if roots[one] != roots[other] and not alike:
                return True
        return False

    def _join_bearers(self, one: Bearer, other: Bearer, reason: str) -> None:
        """One after the other: a judgement may have split those who bear one name."""
        first = one.mentions[0]
        for root in sorted({self.clusters.root(mention): mention for mention in reversed(other.mentions)}.values()):
            self.clusters.join(first, root, reason)

    def _doubt_what_is_near(self, alike: list[Alike]) -> None:
        for one, other, how in alike:
            mine, theirs = self.bearers[one], self.bearers[other]
            if how is Likeness.SAME:
                self._doubt(mine, theirs, "same name and nothing else")
            elif how is Likeness.SOUNDS_SAME or (mine.country is not None and mine.country == theirs.country):
                self._doubt(mine, theirs, "name spelled alike")

    def _doubt(self, one: Bearer, other: Bearer, reason: str) -> None:
        self.clusters.doubt(one.mentions[0], other.mentions[0], f"{reason}: {_both(one, other)}")


Step = Callable[[Bearer, Bearer, Likeness], str | None]
"""Why two bearers of alike names are one person, or `None`."""


def _two_countries(one: Bearer, other: Bearer, how: Likeness) -> str | None:
    """A nationality is misread sooner than two people of one whole name hold one kind of office in two countries."""
    if _agree(one, other) or _is_common(one, other):
        return None
    office = kinds_shared(one.offices, other.offices)
    return None if office is None else f"same name and kind of office ({office})"


def _one_country_and_office(one: Bearer, other: Bearer, how: Likeness) -> str | None:
    return _one_office(one, other, how) if one.country is not None and one.country == other.country else None


def _one_country(one: Bearer, other: Bearer, how: Likeness) -> str | None:
    if one.country is None or one.country != other.country:
        return None
    if how is Likeness.LONG_NEAR:
        return f"name spelled alike and same country ({one.country})"
    if how is Likeness.CUT_SHORT and not _is_common(one, other):
        return f"name cut short and same country ({one.country})"
    return _by_name(how)


def _one_office(one: Bearer, other: Bearer, how: Likeness) -> str | None:
    share = kinds_shared if how >= Likeness.SOUNDS_SAME else shared_office
    office = share(one.offices, other.offices)
    if office is None or not _agree(one, other):
        return None
    how_alike = {Likeness.NEAR: "name spelled alike", Likeness.LONG_NEAR: "name spelled alike", Likeness.CUT_SHORT: "name cut short"}.get(how)
    return _by_name(how) if how_alike is None else f"{how_alike} and same office ({office})"


def _no_country(one: Bearer, other: Bearer, how: Likeness) -> str | None:
    if not _agree(one, other) or _is_common(one, other) or one.is_stray or other.is_stray:
        return None
    if how is Likeness.SOUNDS_SAME and one.has_common_first_name:
        return None  # the family name of such a man is of the language too: it is not heard but known
    return None if _may_be_another(one, other) else _by_name(how)


def _may_be_another(one: Bearer, other: Bearer) -> bool:
    """Whether one name tells less, and another office: «أحمد الخطيب», a minister, need not be «أحمد معاذ الخطيب».

    A house tells nothing («آل نهيان»), and who leaves his father out of a rare name is the same.
    """
    if not one.offices or not other.offices:
        return False
    short, long = sorted((name_of(one.form), name_of(other.form)), key=lambda name: len(name.parts))
    is_begun = short.parts == long.parts[: len(short.parts)]
    if len(short.parts) == len(long.parts) or (is_begun and long.ties[len(short.parts)] == HOUSE):
        return False
    return is_begun or one.has_common_first_name


def _by_name(how: Likeness) -> str | None:
    return {Likeness.SAME: "same name", Likeness.SOUNDS_SAME: "name spelled alike"}.get(how)


def _is_common(one: Bearer, other: Bearer) -> bool:
    short = min(one, other, key=lambda bearer: len(bearer.form))
    return is_common(short.form, short.given)


def _agree(one: Bearer, other: Bearer) -> bool:
    return one.country is None or other.country is None or one.country == other.country


def _both(one: Bearer, other: Bearer) -> str:
    return f"«{one.words}» and «{other.words}»"
