"""What there is to tell, before it has words: persons, encounters, deals and figures of trade."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar

from hypothesis import strategies as st

from libnews.models.vocabulary import AgreementKind, Qualifier
from libnews.testing.strategies import vocabulary
from libnews.testing.strategies.choosing import one_of
from libnews.testing.strategies.vocabulary import Country

_T = TypeVar("_T")
_MOST = 4  # facts of one article, of three countries at most
_FIRST, _LAST = date(2015, 1, 1), date(2024, 12, 31)


@dataclass(frozen=True)
class Person:
    """Somebody who holds an office of a country."""

    given: str
    family: str
    office: str
    country: Country
    rank: str | None


@dataclass(frozen=True)
class Amount:
    """Money as it is told: a number of thousands, millions or milliards."""

    number: Decimal
    scale: int
    currency: str
    qualifier: str

    @property
    def value(self) -> str:
        """Plain digits, as a claim has them."""
        return format((self.number * self.scale).normalize(), "f")


@dataclass(frozen=True)
class Encounter:
    """Two persons who met, or one who travelled, on a day at a place."""

    kind: str
    persons: tuple[Person, Person]
    place: Country
    day: date


@dataclass(frozen=True)
class Deal:
    """Two countries that agreed on something, on a day or in a month."""

    kind: str
    parties: tuple[Country, Country]
    amount: Amount
    day: date
    month_only: bool


@dataclass(frozen=True)
class Trade:
    """What one country sold to another, bought from it, or both, in a period."""

    flow: str
    reporter: Country
    partner: Country
    amount: Amount
    period: str


Fact = Encounter | Deal | Trade


def _tenths(number: int) -> Decimal:
    return Decimal(number) / 10


_TENTHS = st.integers(111, 9999).filter(lambda number: number % 10 != 0).map(_tenths)
_NUMBERS = st.integers(3, 999).map(Decimal) | _TENTHS


@st.composite
def amounts(draw: st.DrawFn) -> Amount:
    """A number from 3 on, so that its noun is a plural or a singular and no dual."""
    number = draw(_NUMBERS)
    scale = one_of(draw, [int(value) for value, _ in vocabulary.money("scale")])
    currency = one_of(draw, list(dict.fromkeys(code for code, _ in vocabulary.money("currency"))))
    told = [str(one) for one in Qualifier if one == Qualifier.EXACTLY or vocabulary.money(one)]
    return Amount(number, scale, currency, one_of(draw, sorted(told, key=lambda word: word != "exactly")))


_SORTS = st.lists(st.sampled_from(["trade_figure", "agreement", "meeting"]), min_size=1, max_size=_MOST)


@st.composite
def facts(draw: st.DrawFn) -> list[Fact]:
    """A few things to tell that share no person and no country, so that none can be taken for part of another."""
    pool = _Pool(draw)
    return [pool.fact(sort) for sort in draw(_SORTS)]


class _Pool:
    """Names and countries that nothing was said of yet."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.countries = list(vocabulary.countries())
        self.given = list(vocabulary.people("given"))
        self.family = list(vocabulary.people("family"))

    def fact(self, sort: str) -> Fact:
        kind = one_of(self.draw, vocabulary.kinds(sort))
        if sort == "meeting":
            persons = (self._person(), self._person())
            place = persons[0].country if kind == "reception" else self._taken(self.countries)
            return Encounter(kind, persons, place, self._day())
        first, second = self._taken(self.countries), self._taken(self.countries)
        amount = self.draw(_AMOUNTS)
        if sort == "agreement":
            # Two memoranda of one month that name no sum may be two: whoever resolves them leaves that open.
            month_only = kind != AgreementKind.MOU and one_of(self.draw, (False, True))
            return Deal(kind, (first, second), amount, self._day(), month_only)
        return Trade(kind, first, second, amount, self.draw(_PERIODS))

    def _person(self) -> Person:
        office = one_of(self.draw, vocabulary.people("office"))
        rank = one_of(self.draw, (None, *vocabulary.people("rank")))
        given, family = self._taken(self.given), self._taken(self.family)
        return Person(given, family, office, self._taken(self.countries), rank)

    def _taken(self, left: list[_T]) -> _T:
        return left.pop(one_of(self.draw, range(len(left))))

    def _day(self) -> date:
        return self.draw(_DAYS)


def periods() -> st.SearchStrategy[str]:
    """EDTF of a year, a fiscal year, a month, a quarter or a half.

    >>> from hypothesis import find
    >>> find(periods(), lambda period: "/" in period)
    '2015/2016'
    """
    year = st.integers(_FIRST.year, _LAST.year)
    return st.one_of(
        year.map(str),
        year.map(lambda first: f"{first}/{first + 1}"),
        st.builds("{}-{:02}".format, year, st.integers(1, 12)),
        *(st.builds(_part, year, st.just(length), st.integers(0, 12 // length - 1)) for length in (3, 6)),
    )


def _part(year: int, length: int, number: int) -> str:
    return f"{year}-{number * length + 1:02}/{year}-{(number + 1) * length:02}"


def things(told: Sequence[Fact]) -> list[str]:
    """A name for each fact, the same wherever it is told."""
    return [f"{type(fact).__name__.lower()} {number}" for number, fact in enumerate(told, start=1)]


_AMOUNTS, _PERIODS, _DAYS = amounts(), periods(), st.dates(_FIRST, _LAST)
