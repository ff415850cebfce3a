"""What nobody has looked at yet, most pressing first."""

from typing import NamedTuple

from duckdb import DuckDBPyConnection

from libnews.models.judgement import Anchor
from libnews.store.deciding import anchors
from libnews.store.search import headlines

# The words that the conflict view shows of a side, with the claim that stands on them. A price is rejected by its
# claim, for several prices may share an amount; any other side by its value, wherever it is told.
_SIDES = """
SELECT
    d.record_type, CASE WHEN d.field = 'amount' THEN min(v.claim_id) ELSE d.record_id END, d.label, d.field,
    max(v.value) FILTER (WHERE v.field = d.field), d.value, d.file, d.paragraph_no, d.quote, d.source, d.articles
FROM conflict d
JOIN (
    SELECT t.record_type, t.record_id, t.field, t.value, t.claim_id, a.file, t.paragraph_no, t.quote
    FROM derived.told t JOIN article a ON a.article_id = t.article_id
) v ON v.record_type = d.record_type AND v.record_id = d.record_id AND v.file = d.file
    AND v.paragraph_no = d.paragraph_no AND v.quote = d.quote
    AND (v.field = d.field OR d.field = 'amount' AND v.field = 'amount_qualifier')
WHERE d.kind = 'contradiction' AND NOT EXISTS (
    FROM derived.judged j
    WHERE j.applied AND j.action IN ('explain', 'accept', 'correct') AND j.field = d.field
        AND j.record_type = d.record_type AND j.record_id = d.record_id
)
GROUP BY d.record_type, d.record_id, d.label, d.field, d.value, d.file, d.paragraph_no, d.quote, d.source, d.articles
ORDER BY d.record_type, d.label, d.record_id, d.field, d.articles DESC, d.value, d.file, d.paragraph_no, d.quote
"""

_PAIRS = """
SELECT u.record_type, m.record_id, u.id, o.record_id, u.other_id, u.reason
FROM undecided_pair u
JOIN mention m ON m.mention_id = u.id
JOIN mention o ON o.mention_id = u.other_id
WHERE NOT EXISTS (
    FROM derived.judged j
    WHERE j.applied AND j.action IN ('same', 'different', 'unsure')
        AND j.record_id IN (m.record_id, o.record_id) AND j.other_record_id IN (m.record_id, o.record_id)
)
ORDER BY u.record_type, u.id, u.other_id
"""

_RECORDS = """
SELECT r.record_type, r.record_id, r.label, r.articles, r.claims
FROM record r
WHERE NOT EXISTS (
    FROM derived.judged j
    WHERE j.applied AND j.action IN ('accept', 'correct')
        AND j.record_type = r.record_type AND j.record_id = r.record_id
) AND NOT regexp_full_match(r.record_id, '[A-Z]{3}')
ORDER BY r.articles DESC, r.claims DESC, r.record_type, r.label, r.record_id
"""


class Open(NamedTuple):
    """Something to decide on: a side of a contradiction, a pair that may be one, or a record.

    `what` says which of the three; `told` is what speaks for it, in words.
    """

    what: str
    record_type: str
    id: str
    label: str | None
    told: str
    anchor: Anchor | None
    field: str | None = None
    value: str | None = None
    other_id: str | None = None
    other_label: str | None = None
    other_anchor: Anchor | None = None


def open_questions(con: DuckDBPyConnection) -> list[Open]:
    """Contradictions that nobody explained, pairs that nobody decided, then records that nobody accepted or corrected,
    those that most articles tell of first; countries aside, which are known by their codes."""
    return [*_contradictions(con), *_pairs(con), *_records(con)]


def _contradictions(con: DuckDBPyConnection) -> list[Open]:
    found = []
    for record_type, judged_id, label, field, value, told, file, paragraph_no, quote, source, articles in con.execute(
        _SIDES
    ).fetchall():
        said = f"{told} ({articles} article{'' if articles == 1 else 's'}), {source}"
        anchor = Anchor(file, paragraph_no, quote)
        found.append(Open("contradiction", record_type, judged_id, label, said, anchor, field, value))
    return found


def _pairs(con: DuckDBPyConnection) -> list[Open]:
    rows = con.execute(_PAIRS).fetchall()
    if not rows:
        return []
    labels = headlines(con, {row[at] for row in rows for at in (1, 3)})
    words = anchors(con, sorted({row[at] for row in rows for at in (2, 4)}))
    return [
        Open(
            what="pair",
            record_type=record_type,
            id=one,
            label=labels[record_id].label,
            told=reason,
            anchor=words.get(one),
            other_id=other,
            other_label=labels[other_record].label,
            other_anchor=words.get(other),
        )
        for record_type, record_id, one, other_record, other, reason in rows
    ]


def _records(con: DuckDBPyConnection) -> list[Open]:
    rows = con.execute(_RECORDS).fetchall()
    words = anchors(con, [row[1] for row in rows])
    return [
        Open(
            what="record",
            record_type=record_type,
            id=record_id,
            label=label,
            told=f"{articles} article{'' if articles == 1 else 's'}, {claims} claim{'' if claims == 1 else 's'}",
            anchor=words.get(record_id),
        )
        for record_type, record_id, label, articles, claims in rows
    ]
