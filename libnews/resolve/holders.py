"""Who was spoken of when: offices change hands, so that what says little holds only for articles of one time."""

from bisect import bisect_left

from libnews.resolve.bearers import Person

# Days: half a year.
_TIME = 183
_UNKNOWN = 0


class Holders:
    """Those who share something, an office or a family name, by the days of the articles that say so."""

    def __init__(self) -> None:
        self._told: dict[str, list[tuple[int, str]]] = {}
        self._people: dict[str, Person] = {}
        self._sorted = True

    def add(self, root: str, person: Person) -> None:
        """Somebody of the set `root`."""
        self._people[person.id] = person
        self._told.setdefault(root, []).append((_day(person), person.id))
        self._sorted = False

    def at_the_time_of(self, person: Person) -> dict[str, Person]:
        """By set, the one told nearest in time, where that is within half a year or a day is not known."""
        if not self._sorted:
            for told in self._told.values():
                told.sort()
            self._sorted = True
        day = _day(person)
        nearest = {root: _nearest(told, day) for root, told in self._told.items()}
        return {root: self._people[key] for root, (then, key) in nearest.items() if _between(day, then) <= _TIME}


def _nearest(told: list[tuple[int, str]], day: int) -> tuple[int, str]:
    """Of the one before, the one after and the first, which may be of no known day."""
    at = bisect_left(told, (day, ""))
    return min((told[n] for n in {0, at - 1, at} if 0 <= n < len(told)), key=lambda one: (_between(day, one[0]), one))


def _day(person: Person) -> int:
    published = person.teller.published_on
    return _UNKNOWN if published is None else published.toordinal()


def _between(one: int, other: int) -> int:
    """Days between two articles; one of no known day is of any time."""
    return _TIME if _UNKNOWN in (one, other) else abs(one - other)
