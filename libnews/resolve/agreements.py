"""Which agreements of different articles are one: parties, kind, time and size agree; prices may differ a little."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple

from libnews.models.vocabulary import AgreementKind, AgreementStage
from libnews.resolve.clusters import Clusters
from libnews.resolve.gathering import Gathering, Likeness, Telling
from libnews.resolve.times import Closeness, latest_days, times_of
from libnews.resolve.view import Told

Price = tuple[Decimal, str | None]
# Kinds that say no more than that something was agreed.
_OPEN = frozenset({AgreementKind.COOPERATION, AgreementKind.TRADE, AgreementKind.OTHER, AgreementKind.MOU})
_AHEAD = frozenset({AgreementStage.PLANNED, AgreementStage.NEGOTIATED})
# «4 billion», «more than 4 billion», «4.6 billion» are told of one deal; twice as much is another.
_SAME_SIZE = Decimal(2)


class Shape(NamedTuple):
    """What is compared of two agreements."""

    kinds: frozenset[str]
    is_ahead: bool | None
    """Whether all that is said of its stage is that it is still to come; null where nothing is said."""
    prices: frozenset[Price]
    items: frozenset[str]


def join_agreements(agreements: Iterable[Told], who: Mapping[str, str], clusters: Clusters) -> None:
    """Join agreements between the same parties whose kinds, times and prices do not contradict."""
    latest = latest_days(agreements)
    tellings = []
    for deal in agreements:
        parties = frozenset(who.get(value, value) for value in deal.all("party"))
        times = times_of(deal, latest.get(deal.article_id))
        shape = _shape(deal)
        # Those that say most first: who only says «agreement» joins one of them, or none
        size = len(shape.kinds & _OPEN) - bool(shape.prices)
        tellings.append(Telling(deal.id, deal.teller, times, shape, (parties,) if parties else (), size))
    Gathering(clusters, _compare, "same parties").gather(tellings)


def _shape(deal: Told) -> Shape:
    currencies = {part: value for (name, part), value in deal.parts.items() if name == "currency"}
    prices = {(Decimal(value), currencies.get(part)) for (name, part), value in deal.parts.items() if name == "amount"}
    stages = set(deal.all("stage"))
    is_ahead = stages <= _AHEAD if stages else None
    return Shape(frozenset(deal.all("kind")), is_ahead, frozenset(prices), frozenset(deal.all("item")))


def _compare(one: Shape, other: Shape, closeness: Closeness) -> Likeness | None:
    same_size = are_of_one_size(one.prices, other.prices)
    if same_size is False:
        return None
    kinds = one.kinds & other.kinds
    strength = 2 * bool(kinds - _OPEN) + bool(kinds) + 3 * bool(same_size) + 3 * bool(one.items & other.items)
    if not kinds and not (one.kinds <= _OPEN or other.kinds <= _OPEN):
        return None
    if one.items and other.items and not one.items & other.items:
        return Likeness(strength, "different things are named") if closeness >= Closeness.MONTH else None
    if same_size or one.items & other.items:
        return Likeness(strength)
    if closeness is Closeness.FAR and not kinds - _OPEN:
        return None
    if None not in (one.is_ahead, other.is_ahead) and one.is_ahead != other.is_ahead and closeness < Closeness.MONTH:
        return Likeness(strength, "still to come in one, made in the other")
    return Likeness(strength, _lack(bool(kinds), bool(kinds - _OPEN), closeness))


def _lack(same_kind: bool, is_telling: bool, closeness: Closeness) -> str | None:
    """What is missing to make them one, or `None`."""
    if (is_telling and closeness is not Closeness.FAR) or (same_kind and closeness is Closeness.DAY):
        return None
    return "too little tells what was agreed"


def are_of_one_size(mine: frozenset[Price], theirs: frozenset[Price]) -> bool | None:
    """Whether some amounts of two are in one currency and lie close together; `None` where that cannot be said."""
    pairs = [(a, b) for a, money in mine for b, other in theirs if money is None or other is None or money == other]
    if not pairs:
        return None
    return any(max(abs(a), abs(b)) < _SAME_SIZE * min(abs(a), abs(b)) or a == b for a, b in pairs)
