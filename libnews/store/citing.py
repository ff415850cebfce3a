"""Values of a record, a mention or a claim with all that a report has to say about where they stand."""

from collections.abc import Sequence

from duckdb import DuckDBPyConnection

from libnews.models.citation import Citation
from libnews.models.claim_fields import FIELDS
from libnews.models.sentence import around
from libnews.models.vocabulary import RecordType
from libnews.store.backing import Backed, claims_behind, claims_telling, claims_told
from libnews.store.judgements import deciders
from libnews.store.row_values import REFERENCES, RowValue, row_values
from libnews.store.search import Headline, headlines

_CITED = """
SELECT
    p.claim_id, p.record_type, p.record_id, p.field, p.value, p.before, p.quote, p.after, p.basis, p.modality, p.source,
    a.title, p.publisher, p.published_on, a.url, p.file, p.line_no, p.col_no, p.paragraph_no, p.sha256, p.article_id,
    p.extractor
FROM provenance p
JOIN article a ON a.article_id = p.article_id
WHERE p.claim_id IN (SELECT unnest($1))
"""
_WHAT = """
SELECT kind, record_type FROM (
    SELECT 'record' AS kind, record_type, 1 AS nearness FROM mention WHERE record_id = $1
    UNION ALL SELECT 'record', 'article', 1 FROM article WHERE article_id = $1
    UNION ALL SELECT 'mention', record_type, 2 FROM mention WHERE mention_id = $1
    UNION ALL SELECT 'claim', '', 2 FROM claim WHERE claim_id = $1
) ORDER BY nearness, record_type LIMIT 1
"""
_TAKEN = "SELECT record_id, field, value, detail FROM ({rows}) WHERE record_type = $1 AND record_id = $2"


def cite(connection: DuckDBPyConnection, cited_id: str, field: str | None = None) -> list[Citation] | None:
    """What the record, mention or claim with this id says, or says of one field; `None` where nothing has the id.

    The id of a mention that its record has too means the record.
    """
    for kind, record_type in connection.execute(_WHAT, [cited_id]).fetchall():
        if kind == "record":
            return _record(connection, record_type, cited_id, field)
        if kind == "mention":
            return _cited(connection, _of_field(claims_told(connection, "mention_id", cited_id), field))
        return [one for one in _cited(connection, [Backed(None, cited_id)]) if field in (None, one.field)]
    return None


def _record(connection: DuckDBPyConnection, record_type: str, record_id: str, field: str | None) -> list[Citation]:
    """The values that the record took. What no record takes a value from, such as an actor's office, is told by all
    values that are claimed; what no claim gives but a documented rule is left out."""
    query = _TAKEN.format(rows=row_values(connection))
    rows = [RowValue(*row) for row in connection.execute(query, [record_type, record_id]).fetchall()]
    taken = [row for row in rows if field in (None, row.field)]
    decided = deciders(connection, [record_id])
    told = claims_told(connection, "record_id", record_id)
    backed: list[Backed] = []
    for row, found in zip(taken, claims_behind(connection, taken), strict=True):
        by = decided.get((record_id, row.field))
        # What a person put there is cited with the words that he put it in the place of, else with the record's own.
        claims = found or (_in_place_of(connection, row, told) if by else [])
        backed += [Backed(row, claim_id, by) for claim_id in claims[:1]]
    return _cited(connection, backed or _of_field(told, field))


def _in_place_of(connection: DuckDBPyConnection, row: RowValue, told: Sequence[Backed]) -> list[str]:
    same = [one.claim_id for one in told if one.value is not None and one.value.field == row.field]
    return same or claims_telling(connection, [row.record_id]).get(row.record_id, [])


def _of_field(told: Sequence[Backed], field: str | None) -> list[Backed]:
    return [one for one in told if one.value is not None and field in (None, one.value.field)]


def _cited(connection: DuckDBPyConnection, backed: Sequence[Backed]) -> list[Citation]:
    rows = connection.execute(_CITED, [sorted({one.claim_id for one in backed})])
    names = [column[0] for column in rows.description or ()]
    claims = {row[0]: dict(zip(names, row, strict=True)) for row in rows.fetchall()}
    linked = [row["value"] for row in claims.values() if row["field"] in REFERENCES and row["value"] is not None]
    labels = headlines(connection, [*(row["record_id"] for row in claims.values() if row["record_id"]), *linked])
    found = [_citation(one, dict(claims[one.claim_id]), labels) for one in backed if one.claim_id in claims]
    return sorted(found, key=_order)


def _citation(one: Backed, claim: dict[str, object], labels: dict[str, Headline]) -> Citation:
    value = one.value
    before, quote, after = (str(claim.pop(name) or "") for name in ("before", "quote", "after"))
    left, right = around(before, after)
    told = {**claim, "value": claim["value"] if value is None else value.value}
    field = claim["field"] if value is None else value.field  # an amount is told by its digits or its qualifier alone
    named = labels.get(str(told["value"])) if field in REFERENCES else None
    head = labels.get(str(claim["record_id"]))
    return Citation.model_validate(
        {
            **told,
            "field": field,
            "decided": one.decided,
            "detail": None if value is None else value.detail or None,
            "label": None if head is None else head.label,
            "named": None if named is None else named.label,
            "quote": quote,
            "sentence": f"{left}{quote}{right}".strip(),
        }
    )


def _order(one: Citation) -> tuple[int, str, str]:
    """Fields as claims list them, those of one's own last."""
    fields = list(FIELDS.get(RecordType(one.record_type), ())) if one.record_type in list(RecordType) else []
    return fields.index(one.field) if one.field in fields else len(fields), one.field, one.value or ""
