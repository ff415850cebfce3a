"""The claims behind what a record says, the best first.

Of the claims that give a value the best is, in this order: one that states it, before one that resolves or infers it;
the one published first, undated articles last; the first by file and place.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Literal, NamedTuple

from duckdb import DuckDBPyConnection

from libnews.models.difference import Place
from libnews.store.row_values import PRICE, RowValue

_BEST = """
array_position(['stated', 'resolved', 'inferred'], c.basis), a.published_on NULLS LAST, a.file, c.article_id,
c.paragraph_no, c.start_char, c.end_char, c.claim_id"""

_PRICE_OF_CLAIMS = PRICE.format(
    qualifier="min(c.value) FILTER (WHERE c.field = 'amount_qualifier')",
    amount="exact_decimal(min(c.value) FILTER (WHERE c.field = 'amount'))",
    currency="min(c.value) FILTER (WHERE c.field = 'currency')",
)

# What claims give, in the form of RowValue: an amount with qualifier and currency, a participant with the role, an item
# with quantity and unit. It needs a list `concerned` of mentions before it.
_GIVEN = f"""
rejected AS MATERIALIZED (SELECT claim_id FROM derived.rejected_claim),
priced AS (
    SELECT
        c.mention_id, coalesce(c.part, 0) AS part, bool_or(c.field = 'amount' AND c.value IS NOT NULL) AS is_told,
        {_PRICE_OF_CLAIMS} AS value
    FROM claim c
    WHERE c.field IN ('amount', 'currency', 'amount_qualifier') AND c.mention_id IN (SELECT mention_id FROM concerned)
        AND c.claim_id NOT IN (FROM rejected)
    GROUP BY c.mention_id, coalesce(c.part, 0)
),
given AS (
    SELECT
        m.record_id, m.mention_id, c.claim_id, c.field, coalesce(t.record_id, c.value) AS value,
        coalesce(r.value, concat_ws(' ', plain_digits(exact_decimal(q.value)), u.value)) AS detail
    FROM concerned m
    JOIN claim c ON c.mention_id = m.mention_id
    LEFT JOIN mention t ON t.mention_id = c.value AND c.field IN ('participant', 'party', 'part_of')
    LEFT JOIN claim r ON r.mention_id = c.mention_id AND r.part = c.part AND r.field = c.field || '_role'
    LEFT JOIN claim q ON q.mention_id = c.mention_id AND q.part = c.part AND q.field = 'quantity' AND c.field = 'item'
    LEFT JOIN claim u ON u.mention_id = c.mention_id AND u.part = c.part AND u.field = 'unit' AND c.field = 'item'
    WHERE c.value IS NOT NULL AND c.claim_id NOT IN (FROM rejected) AND c.field NOT IN (
        'amount', 'currency', 'amount_qualifier', 'participant_role', 'party_role', 'quantity', 'unit'
    )
    UNION
    SELECT m.record_id, m.mention_id, c.claim_id, 'amount', p.value, ''
    FROM concerned m
    JOIN priced p ON p.mention_id = m.mention_id
    JOIN claim c ON c.mention_id = m.mention_id AND coalesce(c.part, 0) = p.part
        AND c.field = CASE WHEN p.is_told THEN 'amount' ELSE 'amount_qualifier' END
    WHERE p.value <> ''
)"""

_BEHIND = f"""
WITH wanted AS (
    SELECT
        unnest($1::VARCHAR[]) AS record_id, unnest($2::VARCHAR[]) AS field, unnest($3::VARCHAR[]) AS value,
        unnest($4::VARCHAR[]) AS detail, unnest(range(len($1))) AS place
),
concerned AS (SELECT mention_id, record_id FROM mention WHERE record_id IN (SELECT record_id FROM wanted)), {_GIVEN}
SELECT w.place, c.claim_id
FROM wanted w
JOIN given g ON g.record_id = w.record_id AND g.field = w.field AND g.value = w.value AND w.detail IN ('', g.detail)
JOIN claim c ON c.claim_id = g.claim_id
JOIN article a ON a.article_id = c.article_id
QUALIFY row_number() OVER (PARTITION BY w.place, c.article_id ORDER BY {_BEST}) = 1
ORDER BY w.place, {_BEST}
"""

_TOLD = f"""
WITH concerned AS (SELECT mention_id, record_id FROM mention WHERE {{column}} = $1), {_GIVEN}
SELECT coalesce(g.record_id, ''), g.field, g.value, g.detail, c.claim_id
FROM given g
JOIN claim c ON c.claim_id = g.claim_id
JOIN article a ON a.article_id = c.article_id
QUALIFY row_number() OVER (PARTITION BY g.field, g.value, g.detail ORDER BY {_BEST}) = 1
ORDER BY g.field, g.value, g.detail
"""

# The words that a record is anchored on: an actor's name, the word for a meeting or an agreement, an amount.
_TELLING = """
SELECT m.record_id, c.claim_id
FROM mention m
JOIN claim c ON c.mention_id = m.mention_id
JOIN article a ON a.article_id = c.article_id
WHERE m.record_id IN (SELECT unnest($1))
QUALIFY row_number() OVER (
    PARTITION BY m.record_id, c.article_id
    ORDER BY c.field <> CASE m.record_type WHEN 'actor' THEN 'name' WHEN 'trade_figure' THEN 'amount' ELSE 'kind' END,
        c.paragraph_no, c.start_char, c.end_char, c.claim_id
) = 1
ORDER BY m.record_id, a.published_on NULLS LAST, a.file, c.claim_id
"""

_PLACES = """
SELECT c.claim_id, a.file, p.line_no, p.col_no + c.start_char, c.paragraph_no, c.quote
FROM claim c
JOIN article a ON a.article_id = c.article_id
JOIN paragraph p ON p.article_id = c.article_id AND p.paragraph_no = c.paragraph_no
WHERE c.claim_id IN (SELECT unnest($1))
"""


class Backed(NamedTuple):
    """A value with the claim that gives it; the value is left out where the claim itself says it all.

    Where a person decided it, `decided` says who, when and why, and the claim may say otherwise.
    """

    value: RowValue | None
    claim_id: str
    decided: str | None = None


def claims_behind(connection: DuckDBPyConnection, values: Sequence[RowValue]) -> list[list[str]]:
    """For each value the claims that give it, by id: the best of each article, the best of all first."""
    found: list[list[str]] = [[] for _ in values]
    if values:
        columns = [list(column) for column in zip(*values, strict=True)]
        for place, claim_id in connection.execute(_BEHIND, columns).fetchall():
            found[place].append(claim_id)
    return found


def claims_told(connection: DuckDBPyConnection, column: Literal["record_id", "mention_id"], id_: str) -> list[Backed]:
    """Every value that is claimed for a record, or in one mention, with its best claim."""
    rows = connection.execute(_TOLD.format(column=column), [id_]).fetchall()
    return [Backed(RowValue(*row[:4]), row[4]) for row in rows]


def claims_telling(connection: DuckDBPyConnection, record_ids: Iterable[str]) -> dict[str, list[str]]:
    """For each record the claim of each article that tells best what it is about, published first first."""
    rows = connection.execute(_TELLING, [sorted(set(record_ids))]).fetchall()
    return {record_id: [row[1] for row in told] for record_id, told in groupby(rows, key=lambda row: str(row[0]))}


def places(connection: DuckDBPyConnection, claim_ids: Iterable[str]) -> dict[str, Place]:
    """Where the words of these claims stand, by claim_id."""
    rows = connection.execute(_PLACES, [sorted(set(claim_ids))]).fetchall()
    names = ("claim_id", "file", "line_no", "col_no", "paragraph_no", "quote")
    return {row[0]: Place.model_validate(dict(zip(names, row, strict=True))) for row in rows}
