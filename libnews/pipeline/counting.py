"""Counting what a build did, in the database it wrote."""

from collections.abc import Iterable

from libnews.checks.rule import Connection
from libnews.loaders import Listing
from libnews.models import Rejected
from libnews.models.summary import Summary
from libnews.readers import reader_for

_RECORDS = "SELECT record_type, count(*) FROM record GROUP BY record_type ORDER BY record_type"
_CONFLICTS = (
    "SELECT kind, count(*) FROM (SELECT DISTINCT record_type, record_id, field, kind FROM conflict)"
    " GROUP BY kind ORDER BY kind"
)
_PASSED_OVER = "SELECT kind, count(*) FROM span WHERE NOT used GROUP BY kind ORDER BY kind"
_LANGUAGES = "SELECT coalesce(language, 'und'), count(*) FROM article GROUP BY 1 ORDER BY 1"
_UNRESOLVED = (
    "SELECT count(*) FROM claim c JOIN article a ON a.article_id = c.article_id"
    " WHERE c.field IN ('date', 'period') AND c.value IS NULL AND a.published_on IS NULL"
)


def summarize(connection: Connection, listing: Listing, rejected: Iterable[Rejected]) -> Summary:
    """The summary of a build: what was given stands in `listing`, the rest is counted in the database."""
    rejected = tuple(rejected)
    given = len(listing.files) + len(listing.rejected)
    return Summary(
        given=given,
        accepted=given - len(rejected),
        rejected=rejected,
        ignored=listing.ignored,
        paragraphs=_count(connection, "SELECT count(*) FROM paragraph"),
        claims=_count(connection, "SELECT count(*) FROM claim"),
        unread={name: n for name, n in _counts(connection, _LANGUAGES).items() if reader_for(name) is None},
        undated=_count(connection, "SELECT count(*) FROM article WHERE published_on IS NULL"),
        unresolved_dates=_count(connection, _UNRESOLVED),
        records=_counts(connection, _RECORDS),
        conflicts=_counts(connection, _CONFLICTS),
        passed_over=_counts(connection, _PASSED_OVER),
    )


def _count(connection: Connection, query: str) -> int:
    found: int = connection.execute(query).fetchall()[0][0]
    return found


def _counts(connection: Connection, query: str) -> dict[str, int]:
    return dict(connection.execute(query).fetchall())
