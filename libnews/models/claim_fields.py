"""Which fields a claim may have for each type of record, and what their values look like."""

import re
from collections.abc import Callable
from decimal import Decimal
from enum import StrEnum

from libnews.models import vocabulary as words
from libnews.models.agreement import DURATION
from libnews.models.codes import countries, currencies
from libnews.models.dates import Edtf
from libnews.models.money import fits_column

_NUMBER = re.compile(r"-?\d{1,34}(\.\d+)?", re.ASCII)  # more digits fit no DECIMAL(38,4), zeros before them too

Check = Callable[[str], object]
"""Raises `ValueError` for a value that the field cannot have."""


def _word(vocabulary: type[StrEnum]) -> Check:
    return vocabulary


def _code(codes: frozenset[str], standard: str) -> Check:
    def known(value: str) -> None:
        if value not in codes:
            raise ValueError(f"not in {standard}")

    return known


def _number(value: str) -> None:
    if not _NUMBER.fullmatch(value):
        raise ValueError("not plain decimal digits")
    fits_column(Decimal(value))


def _duration(value: str) -> None:
    if not re.fullmatch(DURATION, value):
        raise ValueError("not a duration")


def _text(value: str) -> None:
    """The words themselves."""
    if not value.strip():
        raise ValueError("no words")


def _mention(value: str) -> None:
    """A mention_id: the rules of references.sql look for it."""


_COUNTRY = _code(countries(), "ISO 3166-1")
_MONEY: dict[str, Check] = {
    "amount": _number,
    "currency": _code(currencies(), "ISO 4217"),
    "amount_qualifier": _word(words.Qualifier),
}

FIELDS: dict[words.RecordType, dict[str, Check]] = {
    words.RecordType.ARTICLE: {"title": _text, "published_on": Edtf, "publisher": _text},
    words.RecordType.ACTOR: {
        "name": _text,
        "role": _text,
        "rank": _text,
        "country": _COUNTRY,
        "kind": _word(words.ActorKind),
    },
    words.RecordType.MEETING: {
        "kind": _word(words.MeetingKind),
        "status": _word(words.MeetingStatus),
        "date": Edtf,
        "city": _text,
        "country": _COUNTRY,
        "venue": _text,
        "participant": _mention,
        "participant_role": _word(words.ParticipantRole),
        "part_of": _mention,
    },
    words.RecordType.AGREEMENT: {
        **_MONEY,
        "kind": _word(words.AgreementKind),
        "stage": _word(words.AgreementStage),
        "date": Edtf,
        "country": _COUNTRY,
        "subject": _text,
        "party": _mention,
        "party_role": _word(words.PartyRole),
        "item": _text,
        "quantity": _number,
        "unit": _text,
        "duration": _duration,
        "part_of": _mention,
    },
    words.RecordType.TRADE_FIGURE: {
        **_MONEY,
        "flow": _word(words.Flow),
        "reporter": _COUNTRY,
        "partner": _COUNTRY,
        "commodity": _text,
        "period": Edtf,
    },
}
"""Every field of the contract with the check of its values."""

_EXPECTED: dict[Check, str] = {
    Edtf: "a date as precise as the words (EDTF), such as 2025-12-17, 2025-12, 2025 or 2025-12-17/2025-12-19",
    _number: "plain decimal digits in full units, such as 19000000, with four places after the point at most",
    _duration: "an ISO 8601 duration in years, months, weeks or days, such as P2Y6M",
    _COUNTRY: "a country's code of three letters (ISO 3166-1), such as LBY",
    _MONEY["currency"]: "a currency's code (ISO 4217), such as USD",
}

OWN = "x_"
"""Fields and record types of a user's own begin with this."""

REFERENCES = frozenset({"participant", "party", "part_of"})
"""Fields whose value is a mention_id."""

OPEN = frozenset(name for fields in FIELDS.values() for name, check in fields.items() if check in (_text, _mention))
"""Fields whose values are words of the source or mention_ids: as many as there are claims."""


def is_field(record_type: str, field: str) -> bool:
    """Whether claims about such a record may have this field.

    >>> is_field("meeting", "venue"), is_field("actor", "venue"), is_field("actor", "x_party")
    (True, False, True)
    """
    if record_type.startswith(OWN) or field.startswith(OWN):
        return True
    return record_type in FIELDS and field in FIELDS[words.RecordType(record_type)]


def expected_value(record_type: str, field: str) -> str:
    """What the values of a field look like, for somebody who wrote another.

    >>> expected_value("meeting", "status")
    'one of held, planned, cancelled, denied'
    """
    check = None if record_type.startswith(OWN) else FIELDS[words.RecordType(record_type)].get(field)
    if isinstance(check, type) and issubclass(check, StrEnum):
        return f"one of {', '.join(check)}"
    return "some words" if check is None else _EXPECTED.get(check, "some words")


def is_value(record_type: str, field: str, value: str) -> bool:
    """Whether the field can have this value.

    >>> is_value("meeting", "date", "2025-12"), is_value("meeting", "date", "December")
    (True, False)
    """
    if record_type.startswith(OWN) or field.startswith(OWN):
        return bool(value.strip())
    try:
        FIELDS[words.RecordType(record_type)][field](value)
    except ValueError:
        return False
    return True
