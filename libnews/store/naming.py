"""Records and values of one database as people read them: by label, with the words behind them."""

from collections.abc import Collection, Sequence

from duckdb import DuckDBPyConnection

from libnews.models.difference import Named, Value
from libnews.store.backing import claims_behind, claims_telling, places
from libnews.store.judgements import deciders
from libnews.store.row_values import REFERENCES, RowValue

_NAMES = """
SELECT m.record_id, m.record_type, any_value(coalesce(h.label, o.label)), count(DISTINCT m.article_id)
FROM main.mention m
LEFT JOIN derived.headline h ON h.record_type = m.record_type AND h.record_id = m.record_id
LEFT JOIN derived.own_record o ON o.record_type = m.record_type AND o.record_id = m.record_id
WHERE m.record_type <> 'article' AND m.record_id IN (SELECT unnest($1))
GROUP BY m.record_id, m.record_type
UNION ALL
SELECT article_id, 'article', coalesce(title, file), 1 FROM main.article WHERE article_id IN (SELECT unnest($1))
"""


class Naming:
    """The records and values that were asked for, of one database. Ask once for many: a label needs whole tables."""

    def __init__(self, connection: DuckDBPyConnection, record_ids: Collection[str], values: Sequence[RowValue]) -> None:
        linked = {one.value for one in values if one.field in REFERENCES}
        rows = connection.execute(_NAMES, [sorted({*record_ids, *linked})]).fetchall() if record_ids or linked else []
        telling = claims_telling(connection, record_ids)
        behind = dict(zip(values, claims_behind(connection, values), strict=True))
        found = places(
            connection, {claim for some in (telling, behind) for claims in some.values() for claim in claims}
        )
        self.records = {
            record_id: Named(
                record_type=record_type,
                record_id=record_id,
                label=label,
                articles=articles,
                evidence=tuple(found[claim_id] for claim_id in telling.get(record_id, ())),
            )
            for record_id, record_type, label, articles in rows
        }
        self._decided = deciders(connection, {one.record_id for one in values})
        self._values = {one: tuple(found[claim_id] for claim_id in claims) for one, claims in behind.items()}

    def value(self, one: RowValue) -> Value:
        """A value with its evidence; one that names a record has that record's label."""
        named = self.records.get(one.value) if one.field in REFERENCES else None
        return Value(
            value=one.value,
            detail=one.detail or None,
            label=None if named is None else named.label,
            decided=self._decided.get((one.record_id, one.field)),
            evidence=self._values[one],
        )
