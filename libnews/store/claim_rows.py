"""A database's claims as rows of a claims file, so that reading them back makes the same claims."""

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import NamedTuple

from duckdb import DuckDBPyConnection

from libnews.errors import StoreError
from libnews.models import Article, Mention
from libnews.models.article import occurrence_at
from libnews.models.claim_row import ClaimRow
from libnews.models.evidence import Evidence
from libnews.store.articles import read_articles

_CLAIMS = """
SELECT
    c.article_id, c.mention_id, m.record_type, c.field, c.part, c.value, c.paragraph_no, c.start_char, c.end_char,
    c.quote, c.basis, c.extractor, c.modality, n.quote, n.kind, n.source_count, n.paragraph_no, n.start_char
FROM claim c
JOIN mention m ON m.mention_id = c.mention_id
JOIN article a ON a.article_id = c.article_id
LEFT JOIN attribution n ON n.attribution_id = c.attribution_id
ORDER BY
    a.file, a.locator, a.article_id, c.paragraph_no, c.start_char, c.end_char, c.field, c.part, c.value, c.claim_id
"""
_BATCH = 10_000
_TYPES = ("article", "actor", "meeting", "agreement", "trade_figure")


class _Claim(NamedTuple):
    article_id: str
    mention_id: str
    record_type: str
    field: str
    part: int | None
    value: str | None
    paragraph_no: int
    start_char: int
    end_char: int
    quote: str
    basis: str
    extractor: str
    modality: str | None
    source: str | None
    source_kind: str | None
    source_count: int | None
    source_paragraph_no: int | None
    source_start_char: int | None


class _Anchored(NamedTuple):
    """The claims of one mention, the first of them on the words that it is anchored on."""

    number: int
    claims: list[_Claim]


def read_claim_rows(cursor: Callable[[], DuckDBPyConnection]) -> Iterator[ClaimRow]:
    """The claims article by article, the rows of one record together, actors before the records that name them.

    The record key is the mention_id. A record's first row is the one whose words it is anchored on, and records on the
    same words follow one another as they were numbered: so the rows alone give the same ids again. `StoreError` where a
    mention rests on none of its claims, which only a changed database can hold.
    """
    articles = read_articles(cursor)
    for article_id, found in groupby(_claims(cursor()), key=lambda claim: claim.article_id):
        article = next((one for one in articles if one.article_id == article_id), None)
        if article is None:
            raise StoreError(f"the article {article_id} stands twice: build the database again")
        in_order = sorted(found, key=lambda claim: claim.mention_id)
        claimed = [list(claims) for _, claims in groupby(in_order, key=lambda claim: claim.mention_id)]
        mentions = [_anchored(article, claims, len(claimed)) for claims in claimed]
        for mention in sorted(mentions, key=_reading_order):
            yield from (_row(article, claim) for claim in mention.claims)


def _claims(cursor: DuckDBPyConnection) -> Iterator[_Claim]:
    """In the order of `read_articles`, so that the two are walked side by side."""
    rows = cursor.execute(_CLAIMS)
    while batch := rows.fetchmany(_BATCH):
        yield from (_Claim(*row) for row in batch)


def _anchored(article: Article, claims: list[_Claim], most: int) -> _Anchored:
    """Find the claim and number that give the mention its id, and put that claim first."""
    mention_id, record_type = claims[0].mention_id, claims[0].record_type
    places = {claim: _words(article, claim) for claim in claims}
    # Nearly always it is number 1; there cannot be more records on the same words than the article has mentions.
    for number in range(1, most + 1):
        for at, claim in enumerate(claims):
            if Mention.anchored(record_type, claim.extractor, places[claim], number).mention_id == mention_id:
                return _Anchored(number, [claim, *claims[:at], *claims[at + 1 :]])
    raise StoreError(f"{mention_id} is anchored on the words of none of its claims: build the database again")


def _words(article: Article, claim: _Claim) -> Evidence:
    if not 0 < claim.paragraph_no <= len(article.paragraphs):
        raise StoreError(f"{claim.mention_id} rests on ¶{claim.paragraph_no} of {article.file}, which is not there")
    return Evidence.at(article, article.paragraphs[claim.paragraph_no - 1], claim.start_char, claim.end_char)


def _reading_order(mention: _Anchored) -> tuple[int, str, int, int, int, int, str]:
    first = mention.claims[0]
    rank = _TYPES.index(first.record_type) if first.record_type in _TYPES else len(_TYPES)
    place = first.paragraph_no, first.start_char, first.end_char
    return rank, first.record_type, *place, mention.number, first.mention_id


def _row(article: Article, claim: _Claim) -> ClaimRow:
    text = article.paragraphs[claim.paragraph_no - 1].text
    return ClaimRow.model_validate({
        "file": article.file, "record": claim.mention_id, "record_type": claim.record_type, "field": claim.field,
        "value": claim.value, "quote": claim.quote, "paragraph_no": claim.paragraph_no,
        "occurrence": occurrence_at(text, claim.quote, claim.start_char), "part": claim.part, "basis": claim.basis,
        "extractor": claim.extractor, "modality": claim.modality, **_source(article, claim),
    })  # fmt: skip


def _source(article: Article, claim: _Claim) -> dict[str, object]:
    """Who says so, with the paragraph where it is not the claim's own."""
    number, start = claim.source_paragraph_no, claim.source_start_char
    if claim.source is None or number is None or start is None:
        return {}
    if not 0 < number <= len(article.paragraphs):
        raise StoreError(f"{claim.mention_id} is said by words of ¶{number} of {article.file}, which is not there")
    text = article.paragraphs[number - 1].text
    return {
        "attributed_to": claim.source, "attributed_kind": claim.source_kind, "attributed_count": claim.source_count,
        "attributed_paragraph_no": None if number == claim.paragraph_no else number,
        "attributed_occurrence": occurrence_at(text, claim.source, start),
    }  # fmt: skip
