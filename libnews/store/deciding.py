"""What somebody who decides needs of a database: ids from their beginnings, and the words that a decision rests on."""

from collections.abc import Sequence
from typing import NamedTuple

from duckdb import DuckDBPyConnection

from libnews.models.judgement import Anchor

_STARTING = """
SELECT DISTINCT id FROM (
    SELECT mention_id AS id FROM mention UNION ALL SELECT claim_id FROM claim
    UNION ALL SELECT record_id FROM mention WHERE record_id IS NOT NULL
) WHERE starts_with(id, $1) ORDER BY id LIMIT $2
"""

_SUBJECT = """
SELECT record_type, record_id, mention_id, claim_field FROM (
    SELECT m.record_type, m.record_id, m.mention_id, c.field AS claim_field, 1 AS nearness
    FROM claim c JOIN mention m ON m.mention_id = c.mention_id WHERE c.claim_id = $1
    UNION ALL SELECT record_type, record_id, mention_id, NULL, 1 FROM mention WHERE mention_id = $1
    UNION ALL SELECT record_type, record_id, NULL, NULL, 2 FROM mention WHERE record_id = $1
) ORDER BY nearness LIMIT 1
"""

# Words on which several mentions of one type stand lead back to none of them for sure: others go before.
_ANCHORS = """
WITH here AS (
    SELECT c.*, m.record_type
    FROM claim c JOIN mention m ON m.mention_id = c.mention_id
    WHERE c.article_id IN (SELECT article_id FROM mention WHERE mention_id IN (SELECT unnest($1)))
),
shared AS (
    SELECT article_id, paragraph_no, quote, record_type, count(DISTINCT mention_id) AS tellers,
        count(DISTINCT mention_id) FILTER (WHERE field = $2) AS tellers_of_field
    FROM here GROUP BY ALL
)
SELECT h.mention_id, a.file, h.paragraph_no, h.quote
FROM here h
JOIN shared s USING (article_id, paragraph_no, quote, record_type)
JOIN article a ON a.article_id = h.article_id
WHERE h.mention_id IN (SELECT unnest($1))
QUALIFY row_number() OVER (
    PARTITION BY h.mention_id
    ORDER BY CASE WHEN h.field = $2 THEN s.tellers_of_field ELSE s.tellers END > 1, h.field IS DISTINCT FROM $2,
        h.value IS DISTINCT FROM $3, h.field <> 'name', h.field NOT IN ('kind', 'flow'),
        h.paragraph_no, h.start_char, h.claim_id
) = 1
"""

_OF_CLAIM = """
SELECT a.file, c.paragraph_no, c.quote FROM claim c JOIN article a ON a.article_id = c.article_id WHERE c.claim_id = ?
"""

_VALUES = """
SELECT DISTINCT value FROM derived.told
WHERE record_type = $1 AND (record_id = $2 AND $3 OR mention_id = $4 AND NOT $3) AND field = $5 AND value IS NOT NULL
ORDER BY value
"""


class Subject(NamedTuple):
    """What an id names: a record, a mention or a claim. A country's code has no mention; a claim its field."""

    id: str
    record_type: str
    record_id: str | None
    mention_id: str | None
    claim_field: str | None

    @property
    def is_whole(self) -> bool:
        """Whether the id is a record's, which stands for all its mentions."""
        return self.id == self.record_id


def ids_starting(con: DuckDBPyConnection, beginning: str, most: int = 5) -> list[str]:
    """The first ids of records, mentions and claims that begin so."""
    return [found for (found,) in con.execute(_STARTING, [beginning, most]).fetchall()]


def subject_of(con: DuckDBPyConnection, judged_id: str) -> Subject | None:
    """What the id names; `None` where nothing has it."""
    found = con.execute(_SUBJECT, [judged_id]).fetchall()
    return Subject(judged_id, *found[0]) if found else None


def anchors(
    con: DuckDBPyConnection, mention_ids: Sequence[str], field: str | None = None, value: str | None = None
) -> dict[str, Anchor]:
    """For each mention the words that lead back to it, those of the field and value asked for where they do."""
    rows = con.execute(_ANCHORS, [list(mention_ids), field, value]).fetchall()
    return {mention_id: Anchor(*words) for mention_id, *words in rows}


def anchor_of(con: DuckDBPyConnection, subject: Subject, field: str | None, value: str | None) -> Anchor | None:
    """The words that a decision about the subject rests on; `None` for a country, whose code is all it needs."""
    if subject.claim_field is not None:
        return Anchor(*con.execute(_OF_CLAIM, [subject.id]).fetchall()[0])
    if subject.mention_id is None:
        return None
    return anchors(con, [subject.mention_id], field, value).get(subject.mention_id)


def values_of(con: DuckDBPyConnection, subject: Subject, field: str) -> list[str]:
    """The values that claims give a field of the record, or of the mention."""
    asked = [subject.record_type, subject.record_id, subject.is_whole, subject.mention_id, field]
    return [value for (value,) in con.execute(_VALUES, asked).fetchall()]
