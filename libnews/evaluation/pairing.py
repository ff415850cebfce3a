"""Who goes with whom where several fit: one to one, the best pair first."""

from collections.abc import Callable, Iterable
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from libnews.models.telling import ToldRecord


class Link(NamedTuple):
    """A record of the database that may be one of the gold; `gold` is its key or number there."""

    weight: float
    record_id: str
    gold: str | int


def pair(links: Iterable[Link]) -> list[tuple[str, str | int]]:
    """One-to-one pairs of record id and gold key, the heaviest first, ties in the order of their names.

    >>> pair([Link(1, "a", 0), Link(2, "b", 0), Link(1, "a", 1)])
    [('b', 0), ('a', 1)]
    """
    taken_ids, taken_gold = set[str](), set[str | int]()
    chosen: list[tuple[str, str | int]] = []
    for link in sorted(links, key=lambda link: (-link.weight, link.record_id, str(link.gold))):
        if link.record_id not in taken_ids and link.gold not in taken_gold:
            taken_ids.add(link.record_id)
            taken_gold.add(link.gold)
            chosen.append((link.record_id, link.gold))
    return chosen


def same(
    record: ToldRecord, field: str, wanted: object, convert: Callable[[str | None], object] = lambda value: value
) -> bool:
    """Whether a field of a record is the gold value.

    An article may claim a field several times: it is right where the gold value is one of at most two different ones.
    A claim that keeps words without a value does not speak against one that has it.
    """
    told = {convert(value) for value in record.values(field) or {None}}
    if len(told) > 1:
        told.discard(None)
    return len(told) <= 2 and wanted in told


def number(value: object) -> Decimal | None:
    """A number as `same` compares it.

    >>> number("4000000000") == number(Decimal("4000000000.0000")), number("") is None
    (True, True)
    """
    try:
        return None if value in (None, "") else Decimal(str(value)).normalize()
    except InvalidOperation:
        return None
