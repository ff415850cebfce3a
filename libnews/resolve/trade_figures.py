"""Which trade figures of different articles are one: flow, countries, period, goods, currency, and close amounts."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from libnews.models.vocabulary import Flow
from libnews.resolve.agreements import Price, are_of_one_size
from libnews.resolve.clusters import Clusters
from libnews.resolve.gathering import Gathering, Key, Likeness, Telling
from libnews.resolve.times import Closeness, Times
from libnews.resolve.view import Told

# A figure is known by its period: the key says all about its time.
_ANY_TIME = Times(is_dated=False)


class Shape(NamedTuple):
    """The amount, which several sources may round or bring up to date."""

    prices: frozenset[Price]


def join_trade_figures(figures: Iterable[Told], clusters: Clusters) -> None:
    """Join figures of one flow, period, commodity and currency between the same countries."""
    tellings = []
    for figure in figures:
        currency = figure.first("currency")
        prices = frozenset((Decimal(value), currency) for value in figure.all("amount"))
        tellings.append(Telling(figure.id, figure.teller, _ANY_TIME, Shape(prices), tuple(_keys(figure))))
    Gathering(clusters, _compare, "same flow, countries and period").gather(tellings)


def _keys(figure: Told) -> list[Key]:
    reporter, partner = frozenset(figure.all("reporter")), frozenset(figure.all("partner"))
    # What two exchange is the same from either side; what one exports is not what the other does.
    sides: Key = reporter | partner if figure.first("flow") == Flow.TWO_WAY else (reporter, partner)
    told = [tuple(sorted(set(figure.all(name)))) for name in ("flow", "currency", "commodity")]
    return [(sides, period, *told) for period in figure.all("period")[:1]]


def _compare(one: Shape, other: Shape, _: Closeness) -> Likeness | None:
    if one.prices & other.prices:
        return Likeness(2)
    return Likeness(1) if are_of_one_size(one.prices, other.prices) is not False else Likeness(0, "amounts far apart")
