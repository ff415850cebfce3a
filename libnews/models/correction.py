"""Which fields of a record a person may correct, and with what."""

from collections.abc import Mapping

from libnews.models.claim_fields import FIELDS, expected_value, is_value
from libnews.models.vocabulary import ActorKind, Qualifier, RecordType

NEEDED: Mapping[str, tuple[str, ...]] = {
    RecordType.ACTOR: ("kind",),
    RecordType.MEETING: ("kind",),
    RecordType.AGREEMENT: ("kind",),
    RecordType.TRADE_FIGURE: ("flow", "amount", "amount_qualifier"),
}
"""Fields that every record of a type has."""

# Who takes part, and what is in a deal, are rows of tables of their own; roles and ranks stand in no table.
_ELSEWHERE = frozenset(
    ["participant", "participant_role", "party", "party_role", "part_of", "item", "quantity", "unit", "role", "rank"]
)


def why_no_correction(record_type: str, field: str, value: str) -> str | None:
    """Why the field of such a record cannot be corrected so; `None` where it can.

    >>> why_no_correction("meeting", "date", "2025-12") is None
    True
    >>> why_no_correction("meeting", "participant", "actor_x")
    'participant is not corrected in place: reject the wrong claim, and give the right one with --claims'
    """
    if record_type == RecordType.ARTICLE:
        return "day, title and publisher of an article are corrected in metadata.csv"
    if record_type not in FIELDS:
        return f"records of your own type {record_type} have no table: give another claim with --claims"
    if field in _ELSEWHERE:
        return f"{field} is not corrected in place: reject the wrong claim, and give the right one with --claims"
    kind = RecordType(record_type)
    if field not in FIELDS[kind]:
        known = ", ".join(name for name in FIELDS[kind] if name not in _ELSEWHERE)
        return f"a record of type {record_type} has no field {field}; it has {known}"
    if not is_value(record_type, field, value):
        return f"{value!r} is no value for {field}, which takes {expected_value(record_type, field)}"
    return _unfit(kind, field, value)


def _unfit(kind: RecordType, field: str, value: str) -> str | None:
    if (kind, field, value) == (RecordType.ACTOR, "kind", ActorKind.COUNTRY):
        return "a country is known by its code: give the claim of its country with --claims"
    if (kind, field, value) == (RecordType.TRADE_FIGURE, "amount_qualifier", Qualifier.UNSPECIFIED):
        return "every trade figure has an amount: reject the record instead"
    return None
