"""Records by name, each as one line to choose from."""

from collections.abc import Iterable
from typing import NamedTuple

from duckdb import DuckDBPyConnection

from libnews.arabic.fold import fold


class Headline(NamedTuple):
    """A record in one line; `articles` counts those that tell of it."""

    record_type: str
    record_id: str
    label: str | None
    articles: int


_COLUMNS = "record_type, record_id, label, articles"

_FOUND = f"""
SELECT {_COLUMNS} FROM (
    SELECT {_COLUMNS}, who FROM record UNION ALL SELECT {_COLUMNS}, NULL FROM derived.own_record
)
WHERE contains(fold(label), $1) OR contains(fold(who), $1) OR record_id IN (
    SELECT m.record_id FROM claim c JOIN mention m ON m.mention_id = c.mention_id
    WHERE contains(fold(c.value), $1)
        AND (m.record_type = 'actor' AND c.field IN ('name', 'role') OR starts_with(m.record_type, 'x_'))
) OR record_id IN (
    SELECT actor_id FROM known_actor
    WHERE contains(fold(concat_ws(chr(10), name, aliases, name_en)), $1) OR lower(wikidata_id) = $1
)
ORDER BY
    array_position(['actor', 'meeting', 'agreement', 'trade_figure'], record_type) NULLS LAST, record_type,
    articles DESC, label, record_id
"""

_NAMED = f"""
SELECT {_COLUMNS} FROM record
WHERE record_type = 'actor' AND record_id IN (
    SELECT actor_id FROM actor_name WHERE trim(folded) = $1
    UNION ALL SELECT actor_id FROM known_actor
    WHERE list_contains(string_split(fold(concat_ws(' | ', name, aliases, name_en)), ' | '), $1)
)
ORDER BY articles DESC, label, record_id
"""

_OF_IDS = f"""
SELECT {_COLUMNS} FROM record WHERE record_id IN (SELECT unnest($1))
UNION ALL SELECT 'article', article_id, coalesce(title, file), 1 FROM article WHERE article_id IN (SELECT unnest($1))
UNION ALL SELECT {_COLUMNS} FROM derived.own_record WHERE record_id IN (SELECT unnest($1))
"""


def search(connection: DuckDBPyConnection, text: str) -> list[Headline]:
    """Records whose names hold `text` in any spelling that folds alike: actors by name or office, and known actors by
    every name that is known of them or their item of Wikidata; then the rest by label and by who takes part, then those
    of your own types (x_…) by any value. Use it to find the id of a record."""
    return _lines(connection, _FOUND, fold(text).strip())


def named(connection: DuckDBPyConnection, name: str) -> list[Headline]:
    """Actors that some article, or the file of known actors, calls exactly `name`, spelling aside."""
    return _lines(connection, _NAMED, fold(name).strip())


def headlines(connection: DuckDBPyConnection, record_ids: Iterable[str]) -> dict[str, Headline]:
    """The records and articles with these ids, by id; unknown ids are left out."""
    rows = connection.execute(_OF_IDS, [sorted(set(record_ids))]).fetchall()
    return {row[1]: Headline(*row) for row in rows}


def _lines(connection: DuckDBPyConnection, query: str, sought: str) -> list[Headline]:
    if not sought:
        return []
    return [Headline(*row) for row in connection.execute(query, [sought]).fetchall()]


def record_of_claim(connection: DuckDBPyConnection, claim_id: str) -> str | None:
    """The record that the claim with this id is for; `None` where there is no such claim."""
    query = "SELECT record_id FROM provenance WHERE claim_id = ? AND record_id IS NOT NULL LIMIT 1"
    found = connection.execute(query, [claim_id]).fetchall()
    return found[0][0] if found else None
