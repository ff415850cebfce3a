"""Counting what a build did, in the database it wrote."""

from libnews.checks.rule import Connection
from libnews.models.summary import Summary
from libnews.models.vocabulary import RECORD_TABLES
from libnews.pipeline.gathering import Gathered
from libnews.readers import reader_for
from libnews.store import Building

# As many as view record has, without what that tells of each.
_RECORDS = " UNION ALL ".join(
    f"SELECT '{table}', count(*) FROM {table} HAVING count(*) > 0" for table in sorted(RECORD_TABLES)
)
_PASSED_OVER = "SELECT kind, count(*) FROM span WHERE NOT used GROUP BY kind ORDER BY kind"
_LANGUAGES = "SELECT coalesce(language, 'und'), count(*) FROM article GROUP BY 1 ORDER BY 1"
_UNRESOLVED = (
    "SELECT count(*) FROM claim c JOIN article a ON a.article_id = c.article_id"
    " WHERE c.field IN ('date', 'period') AND c.value IS NULL AND a.published_on IS NULL"
)


def summarize(building: Building, gathered: Gathered) -> Summary:
    """The summary of a build: what was given and refused stands in `gathered`, the rest is counted in the database."""
    connection = building.connection
    return Summary(
        given=gathered.given,
        accepted=gathered.given - len(gathered.rejected),
        rejected=tuple(gathered.rejected),
        ignored=gathered.ignored,
        claim_rows=gathered.claims.rows,
        refused=tuple(gathered.refused),
        judgement_rows=gathered.judgements.rows,
        judgements_refused=tuple(gathered.judgements.findings),
        judgements_unapplied=tuple(gathered.judgements.unapplied),
        paragraphs=_count(connection, "SELECT count(*) FROM paragraph"),
        claims=_count(connection, "SELECT count(*) FROM claim"),
        unread={name: n for name, n in _counts(connection, _LANGUAGES).items() if reader_for(name) is None},
        undated=_count(connection, "SELECT count(*) FROM article WHERE published_on IS NULL"),
        unresolved_dates=_count(connection, _UNRESOLVED),
        records=_counts(connection, _RECORDS),
        conflicts=building.disputes(),
        spans=_count(connection, "SELECT count(*) FROM span"),
        passed_over=_counts(connection, _PASSED_OVER),
    )


def _count(connection: Connection, query: str) -> int:
    found: int = connection.execute(query).fetchall()[0][0]
    return found


def _counts(connection: Connection, query: str) -> dict[str, int]:
    return dict(connection.execute(query).fetchall())
