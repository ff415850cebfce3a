"""Values of the models as Arrow tables for DuckDB: the fast way in, exact for every type."""

import json
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING

from libnews.models.article import Article
from libnews.models.claim import Attribution, Claim, Extraction, Mention, ReadSpan
from libnews.models.finding import Rejected
from libnews.models.judgement import Judged
from libnews.models.known_actor import KnownActor
from libnews.models.paragraph import Paragraph

if TYPE_CHECKING:
    import pyarrow  # type: ignore[import-untyped]  # it ships no types

Row = tuple[object, ...]

ROWS_PER_TABLE = 50_000
"""Bounds what a load holds in memory beside the caller's own values."""

_TEXT, _COUNT, _DAY, _FLAG = "string", "int64", "date32", "bool_"

COLUMNS: dict[str, tuple[tuple[str, str], ...]] = {
    "article": (
        ("article_id", _TEXT), ("file", _TEXT), ("locator", _TEXT), ("sha256", _TEXT), ("byte_length", _COUNT),
        ("encoding", _TEXT), ("title", _TEXT), ("publisher", _TEXT), ("url", _TEXT), ("language", _TEXT),
        ("published_on", _DAY), ("published_on_basis", _TEXT), ("metadata", _TEXT), ("reprint_of", _TEXT),
    ),
    "paragraph": (
        ("article_id", _TEXT), ("paragraph_no", _COUNT), ("line_no", _COUNT), ("col_no", _COUNT), ("kind", _TEXT),
        ("start_char", _COUNT), ("end_char", _COUNT), ("text", _TEXT),
    ),
    "mention": (
        ("mention_id", _TEXT), ("record_type", _TEXT), ("article_id", _TEXT), ("record_id", _TEXT), ("reason", _TEXT),
    ),
    "claim": (
        ("claim_id", _TEXT), ("mention_id", _TEXT), ("field", _TEXT), ("part", _COUNT), ("value", _TEXT),
        ("article_id", _TEXT), ("paragraph_no", _COUNT), ("start_char", _COUNT), ("end_char", _COUNT),
        ("quote", _TEXT), ("basis", _TEXT), ("extractor", _TEXT), ("modality", _TEXT), ("attribution_id", _TEXT),
    ),
    "attribution": (
        ("attribution_id", _TEXT), ("article_id", _TEXT), ("paragraph_no", _COUNT), ("start_char", _COUNT),
        ("end_char", _COUNT), ("quote", _TEXT), ("kind", _TEXT), ("actor_mention_id", _TEXT), ("source_count", _COUNT),
    ),
    "span": (
        ("article_id", _TEXT), ("paragraph_no", _COUNT), ("start_char", _COUNT), ("end_char", _COUNT),
        ("kind", _TEXT), ("quote", _TEXT), ("used", _FLAG),
    ),
    "rejected": (
        ("file", _TEXT), ("locator", _TEXT), ("reason", _TEXT), ("byte_offset", _COUNT), ("detail", _TEXT),
        ("byte_length", _COUNT), ("sha256", _TEXT),
    ),
    "judgement": (
        ("judgement_id", _TEXT), ("action", _TEXT), ("id", _TEXT), ("other_id", _TEXT), ("file", _TEXT),
        ("paragraph_no", _COUNT), ("field", _TEXT), ("quote", _TEXT), ("value", _TEXT), ("decided_by", _TEXT),
        ("decided_on", _DAY), ("reason", _TEXT), ("applied", _FLAG),
    ),
    "known_actor": (
        ("known_id", _TEXT), ("name", _TEXT), ("aliases", _TEXT), ("name_en", _TEXT), ("kind", _TEXT),
        ("country", _TEXT), ("wikidata_id", _TEXT), ("actor_id", _TEXT),
    ),
    "undecided_pair": (("record_type", _TEXT), ("id", _TEXT), ("other_id", _TEXT), ("reason", _TEXT)),
    "assignment": (("mention_id", _TEXT), ("record_id", _TEXT), ("reason", _TEXT)),
    "reprint": (("article_id", _TEXT), ("original", _TEXT)),
}  # fmt: skip
"""Column names and Arrow types of what a build is given, table by table, in the order of schema.sql."""


def article_row(article: Article) -> Row:
    basis = article.published_on_basis
    return (
        article.article_id, article.file, article.locator, article.sha256, article.byte_length, article.encoding,
        article.title, article.publisher, article.url, article.language, article.published_on,
        None if basis is None else basis.value,
        json.dumps(article.metadata, ensure_ascii=False, sort_keys=True), article.reprint_of,
    )  # fmt: skip


def paragraph_row(paragraph: Paragraph) -> Row:
    return (
        paragraph.article_id, paragraph.paragraph_no, paragraph.line_no, paragraph.col_no, paragraph.kind.value,
        paragraph.start_char, paragraph.end_char, paragraph.text,
    )  # fmt: skip


def mention_row(mention: Mention) -> Row:
    return (mention.mention_id, str(mention.record_type), mention.article_id, mention.record_id, mention.reason)


def claim_row(claim: Claim) -> Row:
    words = claim.evidence
    return (
        claim.claim_id, claim.mention_id, claim.field, claim.part, claim.value, words.article_id, words.paragraph_no,
        words.start_char, words.end_char, words.quote, words.basis.value, claim.extractor,
        None if claim.modality is None else claim.modality.value,
        None if claim.attribution is None else claim.attribution.attribution_id,
    )  # fmt: skip


def attribution_row(attribution: Attribution) -> Row:
    words, kind = attribution.evidence, attribution.kind
    return (
        attribution.attribution_id, words.article_id, words.paragraph_no, words.start_char, words.end_char, words.quote,
        None if kind is None else kind.value, attribution.actor_mention_id, attribution.source_count,
    )  # fmt: skip


def span_row(span: ReadSpan) -> Row:
    words = span.evidence
    return (
        words.article_id, words.paragraph_no, words.start_char, words.end_char, span.kind.value, words.quote, span.used,
    )  # fmt: skip


def rejected_row(given: Rejected) -> Row:
    return (
        given.file, given.locator, given.reason.value, given.byte_offset, given.detail, given.byte_length, given.sha256,
    )  # fmt: skip


def judgement_row(judged: Judged) -> Row:
    judgement = judged.judgement
    return (
        judged.judgement_id, judgement.action.value, judgement.id, judgement.other_id, judgement.file,
        judgement.paragraph_no, judgement.field, judgement.quote, judgement.value, judgement.decided_by,
        judgement.decided_on, judgement.reason, judged.applied,
    )  # fmt: skip


def known_actor_row(known: KnownActor, actor_id: str | None) -> Row:
    return (
        known.known_id, known.name, " | ".join(known.aliases) or None, known.name_en, known.kind.value, known.country,
        known.wikidata_id, actor_id,
    )  # fmt: skip


def rows_of(articles: Iterable[Article], extractions: Iterable[Extraction]) -> dict[str, Iterator[Row]]:
    """The rows of articles and of what was read in them, by table."""
    articles, extractions = tuple(articles), tuple(extractions)
    return {
        "article": map(article_row, articles),
        "paragraph": map(paragraph_row, chain.from_iterable(article.paragraphs for article in articles)),
        "mention": (mention_row(one) for read in extractions for one in read.mentions),
        "claim": (claim_row(one) for read in extractions for one in read.claims),
        "attribution": map(attribution_row, _attributions(extractions)),
        "span": (span_row(one) for read in extractions for one in read.spans),
    }


def _attributions(extractions: Iterable[Extraction]) -> Iterable[Attribution]:
    """Each source once, however many claims rest on it."""
    told = (claim.attribution for read in extractions for claim in read.claims if claim.attribution is not None)
    return {one.attribution_id: one for one in told}.values()


def tables(name: str, rows: Iterable[Row]) -> Iterator["pyarrow.Table"]:
    """`rows` of the table `name` as Arrow tables of at most `ROWS_PER_TABLE` rows.

    >>> [one.num_rows for one in tables("assignment", [("m1", "r1", "same name"), ("m2", "r1", None)])]
    [2]
    """
    rows = iter(rows)
    while some := list(islice(rows, ROWS_PER_TABLE)):
        yield table(COLUMNS[name], some)


def table(columns: Iterable[tuple[str, str]], rows: Iterable[Row]) -> "pyarrow.Table":
    """An Arrow table of `rows`, with names and types of its columns as in `COLUMNS`."""
    import pyarrow  # here, because it takes longer to import than all the rest of the store

    types: dict[str, Callable[[], pyarrow.DataType]] = {
        _TEXT: pyarrow.string, _COUNT: pyarrow.int64, _DAY: pyarrow.date32, _FLAG: pyarrow.bool_,
        "binary": pyarrow.binary,
    }  # fmt: skip
    columns, rows = tuple(columns), list(rows)
    cells = zip(*rows, strict=True) if rows else ((),) * len(columns)
    return pyarrow.table(
        {name: pyarrow.array(values, type=types[kind]()) for (name, kind), values in zip(columns, cells, strict=True)}
    )
