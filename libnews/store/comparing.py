"""Two databases compared: what the records of the new one are, beside those of the old, with evidence."""

from collections.abc import Iterator
from contextlib import ExitStack, closing

from duckdb import DuckDBPyConnection

from libnews.models.difference import Because, Change, Changed, Difference, Maker, Merged, Renamed, Split, Unmatched
from libnews.store.damage import damage_told
from libnews.store.database import Database
from libnews.store.matching import ChangedRow, Matched, brought, match
from libnews.store.naming import Naming
from libnews.store.opening import CATALOG

_MAKER = "SELECT libnews_version, schema_version, extractors FROM main.build"


def compare(old: Database, new: Database, listed: int | None = None) -> Difference:
    """What `new` has otherwise than `old`; of each kind the first `listed` records, all of them where it is `None`."""
    with ExitStack() as opened:
        former, present = (opened.enter_context(closing(_cursor(one))) for one in (old, new))
        with damage_told(old.path):
            tables, old_maker = brought(former), _maker(former)
        with damage_told(new.path):
            matched, new_maker = match(tables, present, listed), _maker(present)
        with damage_told(old.path):
            before = Naming(former, _former_ids(matched), [value for row in matched.changed for value in row.of("old")])
        with damage_told(new.path):
            now = Naming(present, _present_ids(matched), [value for row in matched.changed for value in row.of("new")])
    return Difference(
        old=old_maker,
        new=new_maker,
        articles_added=matched.articles_added,
        articles_gone=matched.articles_gone,
        counts=matched.counts,
        added=_unmatched(matched.added, now),
        gone=_unmatched(matched.gone, before),
        merged=tuple(
            Merged(
                record=now.records[one],
                former=tuple(before.records[former_id] for former_id in several),
                reasons=matched.reasons.get(one, ()),
            )
            for one, several in matched.merged
        ),
        split=tuple(
            Split(former=before.records[one], records=tuple(now.records[record_id] for record_id in several))
            for one, several in matched.split
        ),
        renamed=tuple(Renamed(former_id=ids[0], record=now.records[one]) for one, ids in matched.renamed),
        changed=tuple(
            Changed(
                former_id=row.former_id,
                record=now.records[row.record_id],
                changes=tuple(_changes(row, before, now)),
            )
            for row in matched.changed
        ),
    )


def _cursor(database: Database) -> DuckDBPyConnection:
    """A connection of its own to the same database: what is made here is gone with it."""
    cursor = database.connection.cursor()
    cursor.execute(f"USE {CATALOG}")
    return cursor


def _maker(connection: DuckDBPyConnection) -> Maker:
    (row,) = connection.execute(_MAKER).fetchall()
    return Maker(libnews_version=row[0], schema_version=row[1], extractors=row[2])


def _former_ids(matched: Matched) -> set[str]:
    return {
        *(row[0] for row in matched.gone),
        *(record_id for row in matched.merged for record_id in row[1]),
        *(row[0] for row in matched.split),
    }


def _present_ids(matched: Matched) -> set[str]:
    return {
        *(row[0] for row in matched.added),
        *(row[0] for row in matched.merged),
        *(record_id for row in matched.split for record_id in row[1]),
        *(row[0] for row in matched.renamed),
        *(row.record_id for row in matched.changed),
    }


def _unmatched(rows: list[tuple[str, str]], names: Naming) -> tuple[Unmatched, ...]:
    return tuple(Unmatched(because=Because(because), **dict(names.records[record_id])) for record_id, because in rows)


def _changes(row: ChangedRow, before: Naming, now: Naming) -> Iterator[Change]:
    for field in sorted({one["field"] for one in row.values}):
        yield Change(
            field=field,
            old=tuple(before.value(one) for one in row.of("old") if one.field == field),
            new=tuple(now.value(one) for one in row.of("new") if one.field == field),
        )
