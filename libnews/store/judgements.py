"""Judgements as a database keeps them: what they are about there, and whether they were applied."""

from collections.abc import Collection, Iterator, Sequence

from duckdb import DuckDBPyConnection

from libnews.models.judgement import Judged, Judgement
from libnews.models.vocabulary import RecordType
from libnews.store.row_values import PRICE_FIELDS

_COLUMNS = tuple(Judgement.model_fields)
_LISTED = ", ".join(f"j.{column}" for column in _COLUMNS)

_ALL = f"SELECT j.judgement_id, {_LISTED}, j.applied FROM judgement j ORDER BY j.decided_on, j.judgement_id"

_CORRECTIONS = f"""
SELECT c.record_id, {_LISTED}
FROM derived.correction c
JOIN judgement j ON j.judgement_id = c.judgement_id
WHERE c.record_type = ? AND c.record_id IN (SELECT unnest(?))
ORDER BY c.record_id, c.field
"""

_DECIDED = f"""
SELECT c.record_id, {_LISTED}
FROM derived.correction c
JOIN judgement j ON j.judgement_id = c.judgement_id
WHERE c.record_id IN (SELECT unnest(?))
ORDER BY c.record_id, j.decided_on DESC, j.judgement_id DESC
"""

_OF_RECORD = f"""
SELECT j.judgement_id, {_LISTED}, j.applied
FROM judgement j
JOIN derived.judged d ON d.judgement_id = j.judgement_id
WHERE $1 IN (d.record_id, d.other_record_id, d.id, d.mention_id)
ORDER BY j.decided_on, j.judgement_id
"""


def read_judgements(con: DuckDBPyConnection, record_id: str | None = None) -> Iterator[Judged]:
    """All judgements, or those about one record or rejected mention, in the order they were decided in."""
    rows = con.execute(_ALL) if record_id is None else con.execute(_OF_RECORD, [record_id])
    for judgement_id, *values, applied in rows.fetchall():
        yield Judged(judgement_id, _judgement(values), applied)


def corrections_of(
    con: DuckDBPyConnection, record_type: RecordType, record_ids: Sequence[str]
) -> dict[str, dict[str, Judgement]]:
    """The corrections that stand in these records, by record and field."""
    found: dict[str, dict[str, Judgement]] = {}
    for record_id, *values in con.execute(_CORRECTIONS, [record_type.value, list(record_ids)]).fetchall():
        judgement = _judgement(values)
        found.setdefault(record_id, {})[judgement.field or ""] = judgement
    return found


def deciders(con: DuckDBPyConnection, record_ids: Collection[str]) -> dict[tuple[str, str], str]:
    """Who decided when and why what a record says, by record and field, as `row_values` names fields."""
    found: dict[tuple[str, str], str] = {}
    for record_id, *values in con.execute(_DECIDED, [sorted(record_ids)]).fetchall():
        judgement = _judgement(values)
        field = "amount" if judgement.field in PRICE_FIELDS else judgement.field or ""
        found.setdefault((record_id, field), judgement.signature)
    return found


def rejection_of(con: DuckDBPyConnection, mention_id: str) -> str | None:
    """Why a mention has no record: who rejected it; `None` where it has one, or there is no such mention."""
    found = con.execute(
        "SELECT reason FROM mention WHERE mention_id = ? AND record_id IS NULL", [mention_id]
    ).fetchall()
    return found[0][0] if found else None


def rejected_claims(con: DuckDBPyConnection, claim_ids: Sequence[str]) -> dict[str, Judged]:
    """Those of these claims that a judgement rejects, each with it."""
    pairs = con.execute(
        "SELECT claim_id, judgement_id FROM derived.rejected_claim WHERE claim_id IN (SELECT unnest(?))", [claim_ids]
    ).fetchall()
    judged = {one.judgement_id: one for one in read_judgements(con)} if pairs else {}
    return {claim_id: judged[judgement_id] for claim_id, judgement_id in pairs}


def _judgement(values: Sequence[object]) -> Judgement:
    return Judgement.model_validate(dict(zip(_COLUMNS, values, strict=True)))
