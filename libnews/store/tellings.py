"""A database's records as single articles tell them."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from duckdb import DuckDBPyConnection

from libnews.models.telling import Telling, ToldActor, ToldRecord, ToldValue
from libnews.models.vocabulary import RecordType
from libnews.store.articles import read_articles

_TOLD = """
SELECT article_id, record_type, record_id, field, value, paragraph_no, quote
FROM provenance
WHERE article_id IN (SELECT unnest($1)) AND record_id IS NOT NULL
    AND record_type IN ('actor', 'meeting', 'agreement', 'trade_figure')
ORDER BY article_id, record_type, record_id, paragraph_no, start_char, end_char, field, claim_id
"""

_ACTORS = """
SELECT DISTINCT m.article_id, a.actor_id, a.kind, a.country
FROM mention m
JOIN actor a ON a.actor_id = m.record_id
WHERE m.record_type = 'actor' AND m.article_id IN (SELECT unnest($1))
ORDER BY m.article_id, a.actor_id
"""


def read_tellings(cursor: Callable[[], DuckDBPyConnection], article_ids: Sequence[str]) -> Iterator[Telling]:
    """What the database has from each of these articles, in the order of their files.

    `cursor` hands out a new cursor of the same database at each call.
    """
    ids = sorted(set(article_ids))
    told = cursor().execute(_TOLD, [ids]).fetchall()
    records = {article_id: _records(rows) for article_id, rows in groupby(told, key=lambda row: row[0])}
    actors: dict[str, dict[str, ToldActor]] = {}
    for article_id, actor_id, kind, country in cursor().execute(_ACTORS, [ids]).fetchall():
        actors.setdefault(article_id, {})[actor_id] = ToldActor(kind, country)
    for article in read_articles(cursor, "article_id IN (SELECT unnest(?))", [ids]):
        yield Telling(article, records.get(article.article_id, ()), actors.get(article.article_id, {}))


def _records(rows: Iterator[tuple[str, str, str, str, str | None, int, str]]) -> tuple[ToldRecord, ...]:
    return tuple(
        ToldRecord(RecordType(record_type), record_id, tuple(ToldValue(*row[3:]) for row in told))
        for (record_type, record_id), told in groupby(rows, key=lambda row: (row[1], row[2]))
    )
