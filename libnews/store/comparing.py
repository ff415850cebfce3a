"""Two databases compared through the mentions that both have: which records came of which, and what they say now.

The comparison is SQL over whole tables (comparing.sql), so that its cost grows with the rows and no faster; Python sees
only what differs.
"""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing
from importlib.resources import files
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from duckdb import DuckDBPyConnection

from libnews.models.difference import (
    Because,
    Change,
    Changed,
    Difference,
    Maker,
    Merged,
    Named,
    Renamed,
    Split,
    Unmatched,
    Value,
)
from libnews.store.backing import claims_behind, claims_telling, places
from libnews.store.damage import damage_told
from libnews.store.database import Database
from libnews.store.opening import CATALOG
from libnews.store.row_values import REFERENCES, RowValue, row_values

if TYPE_CHECKING:
    import pyarrow  # it ships no types

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
SELECT DISTINCT n.record_id, n.reason
FROM main.mention n
LEFT JOIN former_mention o ON o.mention_id = n.mention_id
WHERE n.record_id IN (SELECT unnest($1)) AND n.reason IS NOT NULL AND n.reason IS DISTINCT FROM o.reason
ORDER BY n.record_id, n.reason
"""

_NAMES = """
SELECT h.record_id, h.record_type, h.label, count(DISTINCT m.article_id)
FROM (
    SELECT record_type, record_id, label FROM derived.headline WHERE record_id IN (SELECT unnest($1))
    UNION ALL
    SELECT record_type, record_id, label FROM derived.own_record WHERE record_id IN (SELECT unnest($1))
    UNION ALL
    SELECT 'article', article_id, coalesce(title, file) FROM main.article WHERE article_id IN (SELECT unnest($1))
) h
LEFT JOIN main.mention m ON m.record_type = h.record_type AND m.record_id = h.record_id
GROUP BY h.record_id, h.record_type, h.label
"""

_MAKER = "SELECT libnews_version, schema_version, extractors FROM main.build"


def compare(old: Database, new: Database, listed: int | None = None) -> Difference:
    """What `new` has otherwise than `old`; of each kind the first `listed` records, all of them where it is `None`."""
    with ExitStack() as opened:
        opened.enter_context(damage_told(new.path))
        former = opened.enter_context(closing(_cursor(old)))
        present = opened.enter_context(closing(_cursor(new)))
        with damage_told(old.path):
            brought = _brought(former)
        _bring(brought, present)
        present.execute(files("libnews.store").joinpath("comparing.sql").read_text(encoding="utf-8"))
        ((added, gone),) = present.execute(_ARTICLES).fetchall()
        one, other = _Side(former, old.path), _Side(present, new.path)
        return Difference(
            old=one.maker(),
            new=other.maker(),
            articles_added=added,
            articles_gone=gone,
            counts=dict(present.execute(_COUNTS).fetchall()),
            added=_unmatched(_rows(present, _UNMATCHED.format(table="added", known="known"), listed), other),
            gone=_unmatched(_rows(present, _UNMATCHED.format(table="gone", known="former_known"), listed), one),
            merged=_merged(_rows(present, _MERGED, listed), one, other),
            split=_split(_rows(present, _SPLIT, listed), one, other),
            renamed=_renamed(_rows(present, _RENAMED, listed), other),
            changed=_changed(_rows(present, _CHANGED, listed), one, other),
        )


def _cursor(database: Database) -> DuckDBPyConnection:
    """A connection of its own to the same database: what is made here is gone with it."""
    cursor = database.connection.cursor()
    cursor.execute(f"USE {CATALOG}")
    return cursor


def _brought(former: DuckDBPyConnection) -> "dict[str, pyarrow.Table]":
    """What the old database has, as copies: the two stand in engines of their own."""
    queries = {
        "former_mention": "SELECT mention_id, record_type, article_id, record_id, reason FROM main.mention",
        "former_article": "SELECT article_id FROM main.article",
        "former_known": _KNOWN,
        "former_value": row_values(former),
    }
    return {name: former.sql(query).to_arrow_table() for name, query in queries.items()}


def _bring(brought: "dict[str, pyarrow.Table]", present: DuckDBPyConnection) -> None:
    """Lay what the old database has beside what the new one has, in the same form."""
    for name, table in brought.items():
        present.register("batch", table)
        present.execute(f"CREATE TEMP TABLE {name} AS SELECT * FROM batch")
        present.unregister("batch")
    present.execute(f"CREATE TEMP TABLE known AS {_KNOWN}")
    present.execute(f"CREATE TEMP TABLE row_value AS {row_values(present)}")


def _rows(connection: DuckDBPyConnection, query: str, listed: int | None) -> list[tuple[Any, ...]]:
    return connection.execute(query if listed is None else f"{query}\nLIMIT {listed}").fetchall()


class _Side:
    """One of the two databases, asked for names and words of many records at once."""

    def __init__(self, connection: DuckDBPyConnection, path: Path) -> None:
        self.connection = connection
        self._path = path

    def maker(self) -> Maker:
        (row,) = self.connection.execute(_MAKER).fetchall()
        return Maker(libnews_version=row[0], schema_version=row[1], extractors=row[2])

    def named(self, record_ids: Iterable[str]) -> dict[str, Named]:
        """Records with their labels and the words that tell of them, by id."""
        ids = sorted(set(record_ids))
        if not ids:
            return {}
        with damage_told(self._path):
            rows = self.connection.execute(_NAMES, [ids]).fetchall()
            telling = claims_telling(self.connection, ids)
            found = places(self.connection, (claim for claims in telling.values() for claim in claims))
        return {
            record_id: Named(
                record_type=record_type,
                record_id=record_id,
                label=label,
                articles=articles,
                evidence=tuple(found[claim_id] for claim_id in telling.get(record_id, ())),
            )
            for record_id, record_type, label, articles in rows
        }

    def told(self, values: list[RowValue]) -> dict[RowValue, Value]:
        """Values with the words behind them, and the label of the record that a value names."""
        if not values:
            return {}
        linked = sorted({one.value for one in values if one.field in REFERENCES})
        with damage_told(self._path):
            behind = claims_behind(self.connection, values)
            found = places(self.connection, (claim for claims in behind for claim in claims))
            labels = {row[0]: row[2] for row in self.connection.execute(_NAMES, [linked]).fetchall()}
        return {
            one: Value(
                value=one.value,
                detail=one.detail or None,
                label=labels.get(one.value) if one.field in REFERENCES else None,
                evidence=tuple(found[claim_id] for claim_id in claims),
            )
            for one, claims in zip(values, behind, strict=True)
        }


def _unmatched(rows: list[tuple[Any, ...]], side: _Side) -> tuple[Unmatched, ...]:
    named = side.named(row[0] for row in rows)
    return tuple(
        Unmatched(because=Because(because), **dict(named[record_id]))
        for record_id, because in rows
        if record_id in named
    )


def _merged(rows: list[tuple[Any, ...]], old: _Side, new: _Side) -> tuple[Merged, ...]:
    named, former = new.named(row[0] for row in rows), old.named(one for row in rows for one in row[1])
    told = new.connection.execute(_REASONS, [[row[0] for row in rows]]).fetchall()
    reasons = {record_id: tuple(row[1] for row in some) for record_id, some in groupby(told, key=lambda row: row[0])}
    return tuple(
        Merged(record=named[one], former=tuple(former[id_] for id_ in several), reasons=reasons.get(one, ()))
        for one, several in rows
    )


def _split(rows: list[tuple[Any, ...]], old: _Side, new: _Side) -> tuple[Split, ...]:
    former, named = old.named(row[0] for row in rows), new.named(one for row in rows for one in row[1])
    return tuple(Split(former=former[one], records=tuple(named[id_] for id_ in several)) for one, several in rows)


def _renamed(rows: list[tuple[Any, ...]], new: _Side) -> tuple[Renamed, ...]:
    named = new.named(row[0] for row in rows)
    return tuple(Renamed(former_id=former[0], record=named[one]) for one, former in rows)


def _changed(rows: list[tuple[Any, ...]], old: _Side, new: _Side) -> tuple[Changed, ...]:
    named = new.named(row[0] for row in rows)
    lost = old.told([value for row in rows for value in _values(row, "old")])
    gained = new.told([value for row in rows for value in _values(row, "new")])
    return tuple(
        Changed(former_id=row[1], record=named[row[0]], changes=tuple(_changes(row, lost, gained))) for row in rows
    )


def _values(row: tuple[Any, ...], side: str) -> list[RowValue]:
    """The values of one side in a row of the query for changes."""
    record_id = row[1] if side == "old" else row[0]
    return [RowValue(record_id, one["field"], one["value"], one["detail"]) for one in row[2] if one["side"] == side]


def _changes(row: tuple[Any, ...], lost: dict[RowValue, Value], gained: dict[RowValue, Value]) -> Iterator[Change]:
    old, new = _values(row, "old"), _values(row, "new")
    for field in sorted({cast(str, one["field"]) for one in row[2]}):
        yield Change(
            field=field,
            old=tuple(lost[one] for one in old if one.field == field),
            new=tuple(gained[one] for one in new if one.field == field),
        )
