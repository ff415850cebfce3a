"""Which records of one database answer to which of another: found by SQL over the mentions that both have.

The cost grows with the rows and no faster: whole tables are joined (matching.sql), and Python sees only what differs.
"""

from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

from duckdb import DuckDBPyConnection

from libnews.store.row_values import RowValue, row_values

if TYPE_CHECKING:
    import pyarrow  # type: ignore[import-untyped]  # it ships no types

_KNOWN = """
SELECT record_type, record_id, count(DISTINCT article_id) AS articles
FROM main.mention WHERE record_id IS NOT NULL AND record_type <> 'article' GROUP BY record_type, record_id
UNION ALL
SELECT 'article', article_id, 1 FROM main.article
"""

_COUNTS = """
SELECT 'added' AS kind, count(*) FROM added
UNION ALL SELECT 'gone', count(*) FROM gone
UNION ALL SELECT 'merged', count(DISTINCT (record_type, record_id)) FROM pairing WHERE predecessors > 1
UNION ALL SELECT 'split', count(DISTINCT (record_type, former_id)) FROM pairing WHERE successors > 1
UNION ALL SELECT 'renamed', count(*) FROM pairing WHERE predecessors = 1 AND successors = 1 AND former_id <> record_id
UNION ALL SELECT 'changed', count(DISTINCT (record_type, record_id)) FROM changed
UNION ALL SELECT 'values', count(DISTINCT (record_type, record_id, field)) FROM changed
"""

_ARTICLES = """
SELECT
    (SELECT count(*) FROM main.article ANTI JOIN former_article USING (article_id)),
    (SELECT count(*) FROM former_article ANTI JOIN main.article USING (article_id))
"""

# What happened comes before who, and what most articles tell of before the rest.
_ORDER = """
array_position(['meeting', 'agreement', 'trade_figure', 'actor'], r.record_type) NULLS LAST,
r.record_type DESC, max(k.articles) DESC"""

_UNMATCHED = f"""
SELECT r.record_id, r.because
FROM {{table}} r JOIN {{known}} k ON k.record_type = r.record_type AND k.record_id = r.record_id
GROUP BY r.record_type, r.record_id, r.because ORDER BY {_ORDER}, r.record_id"""

_PAIRED = f"""
SELECT {{one}}, list({{several}} ORDER BY {{several}})
FROM pairing r JOIN {{known}} k ON k.record_type = r.record_type AND k.record_id = {{one}}
WHERE {{where}} GROUP BY r.record_type, {{one}} ORDER BY {_ORDER}, {{one}}"""

_MERGED = _PAIRED.format(one="r.record_id", several="r.former_id", known="known", where="r.predecessors > 1")
_SPLIT = _PAIRED.format(one="r.former_id", several="r.record_id", known="former_known", where="r.successors > 1")
_RENAMED = _PAIRED.format(
    one="r.record_id", several="r.former_id", known="known",
    where="r.predecessors = 1 AND r.successors = 1 AND r.former_id <> r.record_id",
)  # fmt: skip

_CHANGED = f"""
SELECT r.record_id, r.former_id, list(r ORDER BY r.field, r.side, r.value, r.detail)
FROM changed r JOIN known k ON k.record_type = r.record_type AND k.record_id = r.record_id
GROUP BY r.record_type, r.record_id, r.former_id ORDER BY {_ORDER}, r.record_id"""

_REASONS = """
SELECT n.record_id, list(DISTINCT n.reason ORDER BY n.reason)
FROM main.mention n
LEFT JOIN former_mention o ON o.mention_id = n.mention_id
WHERE n.record_id IN (SELECT unnest($1)) AND n.reason IS NOT NULL AND n.reason IS DISTINCT FROM o.reason
GROUP BY n.record_id
"""


class ChangedRow(NamedTuple):
    """A record whose values differ: its id now and before, and the values that only one of the two has."""

    record_id: str
    former_id: str
    values: list[dict[str, str]]

    def of(self, side: str) -> list[RowValue]:
        """The values that only the old or the new database has."""
        record_id = self.former_id if side == "old" else self.record_id
        return [
            RowValue(record_id, one["field"], one["value"], one["detail"]) for one in self.values if one["side"] == side
        ]


class Matched(NamedTuple):
    """What differs, by ids: of each kind the records that were asked for, and counts of all."""

    articles_added: int
    articles_gone: int
    counts: dict[str, int]
    added: list[tuple[str, str]]
    gone: list[tuple[str, str]]
    merged: list[tuple[str, list[str]]]
    split: list[tuple[str, list[str]]]
    renamed: list[tuple[str, list[str]]]
    changed: list[ChangedRow]
    reasons: dict[str, tuple[str, ...]]


def brought(former: DuckDBPyConnection) -> "dict[str, pyarrow.Table]":
    """What the old database has, as copies: the two stand in engines of their own."""
    queries = {
        "former_mention": "SELECT mention_id, record_type, article_id, record_id, reason FROM main.mention",
        "former_article": "SELECT article_id FROM main.article",
        "former_known": _KNOWN,
        "former_value": row_values(former),
    }
    return {name: former.sql(query).to_arrow_table() for name, query in queries.items()}


def match(tables: "dict[str, pyarrow.Table]", present: DuckDBPyConnection, listed: int | None) -> Matched:
    """Compare what `brought` gave with the new database; of each kind the first `listed` records are named."""
    for name, table in tables.items():
        present.register("batch", table)
        present.execute(f"CREATE TEMP TABLE {name} AS SELECT * FROM batch")
        present.unregister("batch")
    present.execute(f"CREATE TEMP TABLE known AS {_KNOWN}")
    present.execute(f"CREATE TEMP TABLE row_value AS {row_values(present)}")
    present.execute(files("libnews.store").joinpath("matching.sql").read_text(encoding="utf-8"))
    ((articles_added, articles_gone),) = present.execute(_ARTICLES).fetchall()
    merged = _rows(present, _MERGED, listed)
    return Matched(
        articles_added=articles_added,
        articles_gone=articles_gone,
        counts=dict(present.execute(_COUNTS).fetchall()),
        added=_rows(present, _UNMATCHED.format(table="added", known="known"), listed),
        gone=_rows(present, _UNMATCHED.format(table="gone", known="former_known"), listed),
        merged=merged,
        split=_rows(present, _SPLIT, listed),
        renamed=_rows(present, _RENAMED, listed),
        changed=[ChangedRow(*row) for row in _rows(present, _CHANGED, listed)],
        reasons={
            record_id: tuple(reasons)
            for record_id, reasons in present.execute(_REASONS, [[row[0] for row in merged]]).fetchall()
        },
    )


def _rows(connection: DuckDBPyConnection, query: str, listed: int | None) -> list[tuple[Any, ...]]:
    return connection.execute(query if listed is None else f"{query}\nLIMIT {listed}").fetchall()
