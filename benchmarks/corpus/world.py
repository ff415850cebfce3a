"""A seeded world that grows like a newspaper's: who there is, what happens, and which article tells of it how.

Ten articles a day; as many persons as thirty times the square root of the articles, some named in many articles and
most in few (Zipf), one in six under a name spelled otherwise and one in six by family name or office alone; in each
article up to three events, two thirds of them told by other articles of the same days too, a fifth without a date and a
fifth with no more than its month. The articles are made one by one: nothing of a large world is held but its persons.
"""

from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from random import Random

_PER_DAY = 10
_EVENTS = 3
_SPREAD = timedelta(days=5)
_FIRST_DAY = date(2000, 1, 1)
COUNTRIES = ("LBY", "PAK", "EGY", "TUN", "RUS", "USA", "FRA", "SAU", "ARE", "TUR", "CHN", "IRN")
OFFICES = ("وزير الخارجية", "وزير الدفاع", "رئيس الوزراء", "قائد الجيش", "وزير المالية", "رئيس البرلمان")
_GIVEN = (
    "محمد", "احمد", "خالد", "سالم", "عمر", "يوسف", "طارق", "سامي", "نبيل", "فيصل", "ماجد", "رشيد", "كريم", "جمال",
    "حسن", "عادل", "وليد", "انور", "زياد", "هشام",
)  # fmt: skip
_LETTERS = "بتجحدرزسشصطعفقكلمنه"


@dataclass(frozen=True, slots=True)
class ToldPerson:
    """Somebody as one article calls him; name or office may be empty, not both."""

    name: str
    country: str
    office: str


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """A visit, talks or an agreement; `date` is a day, a month, or not told (EDTF)."""

    kind: str
    date: str | None
    who: tuple[ToldPerson, ...]
    country: str


@dataclass(frozen=True, slots=True)
class Telling:
    """What one article tells, without its words."""

    number: int
    published_on: date
    events: tuple[ToldEvent, ...]


@dataclass(frozen=True, slots=True)
class _Event:
    day: date
    kind: str
    who: tuple[int, ...]
    country: str


class World:
    """Persons and events, and the articles that tell of them; the same for the same number of articles and seed."""

    def __init__(self, articles: int, seed: int = 0) -> None:
        self.size = articles
        self._random = Random(articles + seed)
        count = max(20, round(30 * articles**0.5))
        self._persons = [self._person() for _ in range(count)]
        self._weights = list(accumulate(1 / (rank + 5) for rank in range(count)))
        self._recent: list[_Event] = []

    def tellings(self) -> Iterator[Telling]:
        """What every article tells, in the order of days; to be asked for once."""
        for number in range(self.size):
            today = _FIRST_DAY + timedelta(days=number // _PER_DAY)
            events = [self._told(self._event(today)) for _ in range(self._random.randint(1, _EVENTS))]
            yield Telling(number, today, tuple(events))

    def _person(self) -> ToldPerson:
        family = "".join(self._random.choice(_LETTERS) for _ in range(self._random.randint(4, 6)))
        father = self._random.choice(_GIVEN)
        name = f"{self._random.choice(_GIVEN)} {father} {family}"
        return ToldPerson(name, self._random.choice(COUNTRIES), self._random.choice(OFFICES))

    def _event(self, today: date) -> _Event:
        """One that others tell of in these days, or a new one."""
        while self._recent and self._recent[0].day < today - _SPREAD:
            self._recent.pop(0)
        if self._recent and self._random.random() < 2 / 3:
            return self._random.choice(self._recent)
        kind = self._random.choice(["visit", "talks", "talks", "agreement"])
        count = 1 if kind == "visit" else self._random.choice([2, 2, 2, 3])
        who = tuple(sorted({self._somebody() for _ in range(count)}))
        self._recent.append(_Event(today, kind, who, self._random.choice(COUNTRIES)))
        return self._recent[-1]

    def _somebody(self) -> int:
        return bisect(self._weights, self._random.random() * self._weights[-1])

    def _told(self, event: _Event) -> ToldEvent:
        who = tuple(self._told_as(self._persons[person]) for person in event.who)
        return ToldEvent(event.kind, self._date(event.day), who, event.country)

    def _told_as(self, person: ToldPerson) -> ToldPerson:
        """The full name, a shorter one, one letter of it otherwise, the family name alone, or the office alone."""
        name, country, office = person.name, person.country, person.office
        chance = self._random.random()
        if chance < 1 / 12:
            given, *_, family = name.split()
            return ToldPerson(f"{given} {family}", country, office)
        if chance < 1 / 6:
            return ToldPerson(name.replace("ط", "ت"), country, office)
        if chance < 1 / 4:
            return ToldPerson(name.split()[-1], country, "")
        if chance < 1 / 3:
            return ToldPerson("", country, office)
        return person

    def _date(self, day: date) -> str | None:
        chance = self._random.random()
        return None if chance < 0.2 else day.isoformat()[:7] if chance < 0.4 else day.isoformat()
