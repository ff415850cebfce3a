"""Claims from outside held to one another: a record is of one type, is complete, and names records that are there."""

from collections import defaultdict
from collections.abc import Iterator

from libnews.models.claim_fields import REFERENCES
from libnews.models.claim_row import ClaimRow, PlacedClaim, RefusedClaim
from libnews.models.correction import NEEDED
from libnews.models.record_key import RecordKey, record_key
from libnews.models.vocabulary import ActorKind, Qualifier, RecordType

Accepted = dict[int, PlacedClaim]
"""Placed claims by the position of their rows."""
_Broken = tuple[int, str, str]
"""The position of a row, the rule it breaks and why."""

_INCOMPLETE = "claims.record-incomplete"
# What talks and agreements may be part of: a visit. A type of one's own has parts of that type.
_WHOLE: dict[str, str] = {RecordType.MEETING: RecordType.MEETING, RecordType.AGREEMENT: RecordType.MEETING}
_PRICE = ("amount", "currency", "amount_qualifier")


def refuse_broken(accepted: Accepted) -> dict[int, RefusedClaim]:
    """Take out of `accepted` the rows that cannot stand with or without the others, until all that are left can.

    A refused row may have been what another needed, so it is asked again until nothing more is refused.
    """
    refused: dict[int, RefusedClaim] = {}
    while broken := list(_broken(accepted)):
        for position, rule, why in broken:
            if position in accepted:
                row = accepted.pop(position).row
                refused[position] = RefusedClaim(row=row, position=position, rule=rule, message=why)
    return refused


def _broken(accepted: Accepted) -> Iterator[_Broken]:
    records: dict[RecordKey, dict[int, ClaimRow]] = defaultdict(dict)
    for position, claim in accepted.items():
        records[record_key(claim.row)][position] = claim.row
    types = {key: next(iter(rows.values())).record_type for key, rows in records.items()}
    anybody = {(key.file, key.record): kind for key, kind in reversed(types.items())}
    for key, rows in records.items():
        for position, row in rows.items():
            if row.record_type != types[key]:
                why = f"column record_type: {row.record} is {types[key]} in a row before, {row.record_type} here"
                yield position, "claims.record-type-differs", why
            elif row.field in REFERENCES and row.value is not None:
                named = types.get(record_key(row, row.value)) or anybody.get((row.file, row.value))
                yield from _dangling(position, row, named)
        yield from _incomplete(rows, types[key])


def _dangling(position: int, row: ClaimRow, named: str | None) -> Iterator[_Broken]:
    wanted = _WHOLE.get(row.record_type, row.record_type) if row.field == "part_of" else RecordType.ACTOR
    if row.field == "part_of" and row.value == row.record:
        yield position, "claims.record-unknown", f"column value: {row.record} cannot be part of itself"
    elif named is None:
        why = f"column value: no accepted row of {row.file} makes the record {row.value}"
        yield position, "claims.record-unknown", why
    elif named != wanted:
        yield position, "claims.record-unknown", f"column value: {row.field} {row.value} is {named}, not {wanted}"


def _incomplete(rows: dict[int, ClaimRow], record_type: str) -> Iterator[_Broken]:
    """All rows of a record without what its table needs; else the rows of a price that is only half told."""
    told: dict[str, set[str]] = defaultdict(set)
    for row in rows.values():
        if row.value is not None:
            told[row.field].add(row.value)
    lacking = [field for field in NEEDED.get(record_type, ()) if not told[field]]
    why = f"no accepted row for {' and '.join(lacking)}, which every {record_type} needs" if lacking else None
    if record_type == RecordType.ACTOR:
        why = _wrong_actor(told["kind"], told["country"])
    if why is not None:
        name = next(iter(rows.values())).record
        yield from ((position, _INCOMPLETE, f"the record {name} has {why}") for position in rows)
    elif record_type in (RecordType.AGREEMENT, RecordType.TRADE_FIGURE):
        yield from _half_prices(rows)


def _wrong_actor(kinds: set[str], countries: set[str]) -> str | None:
    """A country is known by its code, and an actor without a kind is one."""
    if kinds - {ActorKind.COUNTRY}:
        return "kind country and another kind" if ActorKind.COUNTRY in kinds else None
    if not countries:
        return "kind country and no accepted row for country, its code" if kinds else "no accepted row for kind"
    return "several country codes and is itself a country" if len(countries) > 1 else None


def _half_prices(rows: dict[int, ClaimRow]) -> Iterator[_Broken]:
    parts: dict[int, dict[int, ClaimRow]] = defaultdict(dict)
    for position, row in rows.items():
        if row.field in _PRICE:
            parts[row.part or 0][position] = row
    for part, priced in parts.items():
        why = _half_told(list(priced.values()))
        if why is not None:
            at = f"part {part}" if part else "rows without part"
            yield from (
                (position, _INCOMPLETE, f"{at} of the record {row.record}: {why}") for position, row in priced.items()
            )


def _half_told(price: list[ClaimRow]) -> str | None:
    values = {name: {row.value for row in price if row.field == name} - {None} for name in _PRICE}
    several = [name for name, given in values.items() if len(given) > 1]
    if several:
        return f"several values for {several[0]}; a part states one price, give each its own number"
    qualifiers = values["amount_qualifier"]
    if not qualifiers:
        return "an amount or currency comes with an amount_qualifier (exactly, for a bare amount)"
    if (Qualifier.UNSPECIFIED in qualifiers) == bool(values["amount"]):
        return "an amount is missing exactly where its amount_qualifier is unspecified"
    return None
