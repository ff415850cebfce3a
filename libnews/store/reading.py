"""Rows back into typed records, each value with the evidence behind it."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, cast

from duckdb import DuckDBPyConnection

from libnews.models import Actor, Agreement, Evidence, Meeting, Paragraph, Record, TradeFigure
from libnews.models.vocabulary import RecordType
from libnews.store.judgements import corrections_of

Values = dict[str, object]

# Evidence is fetched for this many records at a time: one query per record would take a scan of all claims each.
_BATCH = 500


class _Table(NamedTuple):
    """How records of one type are read: columns, reading order, and the rows of other tables that belong to them."""

    model: type[Record]
    columns: tuple[str, ...]
    order: str
    parts: tuple[tuple[str, str, tuple[str, ...]], ...] = ()


_TABLES = {
    RecordType.ACTOR: _Table(
        Actor,
        ("actor_id", "kind", "name", "country", "name_en", "wikidata_id"),
        "name NULLS LAST, actor_id",
    ),
    RecordType.MEETING: _Table(
        Meeting,
        ("meeting_id", "kind", "status", "date", "city", "country", "venue", "part_of"),
        "date_first NULLS LAST, date_last, meeting_id",
        (("participants", "meeting_participant", ("actor_id", "role")),),
    ),
    RecordType.AGREEMENT: _Table(
        Agreement,
        (
            "agreement_id", "kind", "stage", "date", "country", "subject", "amount", "currency", "amount_qualifier",
            "duration", "part_of",
        ),
        "date_first NULLS LAST, date_last, agreement_id",
        (
            ("parties", "agreement_party", ("actor_id", "role")),
            ("items", "agreement_item", ("item", "quantity", "unit")),
        ),
    ),
    RecordType.TRADE_FIGURE: _Table(
        TradeFigure,
        (
            "trade_figure_id", "flow", "reporter", "partner", "commodity", "amount", "currency", "amount_qualifier",
            "period", "same_as",
        ),
        "period_first NULLS LAST, period_last, trade_figure_id",
    ),
}  # fmt: skip


def read_records(
    cursor: Callable[[], DuckDBPyConnection],
    record_type: RecordType,
    where: str = "true",
    parameters: Sequence[object] = (),
) -> Iterator[Record]:
    """The records of one type that fit `where`, in the order of their names or dates, read as they are asked for.

    `cursor` hands out a new cursor of the same database at each call.
    """
    table = _TABLES[record_type]
    rows = cursor().execute(
        f"SELECT {', '.join(table.columns)} FROM {record_type} WHERE {where} ORDER BY {table.order}", parameters
    )
    while batch := rows.fetchmany(_BATCH):
        found = [dict(zip(table.columns, row, strict=True)) for row in batch]
        ids = [row[0] for row in batch]
        evidence = _evidence(cursor(), record_type, ids)
        for name, part_table, columns in table.parts:
            parts = _parts(cursor(), part_table, table.columns[0], columns, ids)
            for values in found:
                values[name] = parts.get(cast(str, values[table.columns[0]]), ())
        corrections = corrections_of(cursor(), record_type, ids)
        for values in found:
            values["provenance"] = evidence.get(cast(str, values[table.columns[0]]), {})
            values["corrections"] = corrections.get(cast(str, values[table.columns[0]]), {})
            yield table.model.model_validate(values)


def _parts(
    con: DuckDBPyConnection, table: str, key: str, columns: tuple[str, ...], ids: list[str]
) -> dict[str, tuple[Values, ...]]:
    listed = ", ".join(columns)
    rows = con.execute(
        f"SELECT {key}, {listed} FROM {table} WHERE {key} IN (SELECT unnest(?)) ORDER BY {key}, {listed}", [ids]
    ).fetchall()
    found: dict[str, tuple[Values, ...]] = {}
    for record_id, *values in rows:
        found[record_id] = (*found.get(record_id, ()), dict(zip(columns, values, strict=True)))
    return found


_EVIDENCE = """
SELECT
    m.record_id, c.field, a.file, c.article_id, c.paragraph_no, p.line_no, p.col_no, p.kind,
    p.start_char, p.end_char, p.text, c.start_char, c.end_char, c.quote, c.basis,
    c.modality,
    CASE WHEN c.attribution_id IS NOT NULL THEN s.name WHEN c.modality IS NOT NULL THEN a.publisher END AS source
FROM claim c
JOIN mention m ON m.mention_id = c.mention_id
LEFT JOIN derived.source s ON s.attribution_id = c.attribution_id
JOIN article a ON a.article_id = c.article_id
JOIN paragraph p ON p.article_id = c.article_id AND p.paragraph_no = c.paragraph_no
ANTI JOIN derived.rejected_claim x ON x.claim_id = c.claim_id
WHERE m.record_type = ? AND m.record_id IN (SELECT unnest(?))
ORDER BY a.file, c.article_id, c.paragraph_no, c.start_char, c.end_char, c.claim_id
"""


def _evidence(
    con: DuckDBPyConnection, record_type: RecordType, ids: list[str]
) -> dict[str, dict[str, tuple[Evidence, ...]]]:
    paragraphs: dict[tuple[str, int], Paragraph] = {}
    found: dict[str, dict[str, list[Evidence]]] = {}
    rows = con.execute(_EVIDENCE, [record_type.value, ids])
    while batch := rows.fetchmany(1000):
        for record_id, field, file, article_id, paragraph_no, *row in batch:
            place = (article_id, paragraph_no)
            if place not in paragraphs:
                paragraphs[place] = _paragraph(article_id, paragraph_no, *row[:6])
            start_char, end_char, quote, basis, modality, source = row[6:]
            evidence = Evidence(
                file=file,
                paragraph=paragraphs[place],
                start_char=start_char,
                end_char=end_char,
                quote=quote,
                basis=basis,
                modality=modality,
                source=source,
            )
            found.setdefault(record_id, {}).setdefault(field, []).append(evidence)
    return {
        record_id: {field: tuple(places) for field, places in sorted(fields.items())}
        for record_id, fields in found.items()
    }


def _paragraph(article_id: str, paragraph_no: int, *row: object) -> Paragraph:
    names = ("line_no", "col_no", "kind", "start_char", "end_char", "text")
    return Paragraph.model_validate(
        {"article_id": article_id, "paragraph_no": paragraph_no, **dict(zip(names, row, strict=True))}
    )
