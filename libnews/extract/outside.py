"""Claims made in Python: one by hand on words that were found, or all that a program says of some articles."""

from collections.abc import Iterable, Mapping

from pydantic import ValidationError

from libnews.errors import InputError
from libnews.extract.placing import Placed, place, why_not
from libnews.models import Article, Evidence
from libnews.models.article import occurrence_at
from libnews.models.claim_row import UNNAMED, ClaimRow, PlacedClaim, RefusedClaim, expected
from libnews.models.vocabulary import AttributionKind, Basis, Modality, RecordType


def claim(
    evidence: Evidence,
    *,
    record: str,
    record_type: RecordType | str,
    field: str,
    value: str | None,
    part: int | None = None,
    extractor: str = UNNAMED,
    basis: Basis | str = Basis.STATED,
    modality: Modality | str | None = None,
    attributed_to: Evidence | None = None,
    attributed_kind: AttributionKind | str | None = None,
) -> PlacedClaim:
    """One claim on words that `Article.find` found; use it to write facts by hand, and hand them to `libnews.write`.

    `record` is a key of your own: claims of one key, extractor and article tell of one record, and a participant, party
    or part_of is the key of the record it means. `attributed_to` are the words, found too, for who says so.
    `InputError` says what cannot be claimed, and what can.

    >>> from libnews.loaders.plain_text import article_from
    >>> article = article_from("التقى الوزير سالم الكعبي نظيره في جنيف.".encode(), "note.txt")
    >>> claim(article.find("التقى"), record="m1", record_type="meeting", field="kind", value="talks").evidence.cite()
    'note.txt:1:1 «التقى»'
    >>> claim(article.find("التقى"), record="m1", record_type="meeting", field="kind", value="chat")
    Traceback (most recent call last):
    libnews.errors.InputError: column value: kind cannot be «chat»; expected one of visit, talks, reception, call, \
summit, ceremony
    """
    paragraph = evidence.paragraph
    try:
        row = ClaimRow.model_validate({
            "file": evidence.file, "record": record, "record_type": record_type, "field": field, "value": value,
            "quote": evidence.quote, "paragraph_no": paragraph.paragraph_no, "part": part, "basis": basis,
            "occurrence": occurrence_at(paragraph.text, evidence.quote, evidence.start_char), "extractor": extractor,
            "modality": modality, "attributed_kind": attributed_kind, **_named(attributed_to),
        })  # fmt: skip
        words = evidence.model_copy(update={"basis": row.basis})
        placed = PlacedClaim(row=row, evidence=words, source=attributed_to)
    except ValidationError as error:
        raise InputError(expected(error)) from error
    wrong = why_not(row, evidence)
    if wrong is not None:
        raise InputError(wrong[1])
    return placed


def _named(source: Evidence | None) -> dict[str, object]:
    if source is None:
        return {}
    return {
        "attributed_to": source.quote,
        "attributed_paragraph_no": source.paragraph_no,
        "attributed_occurrence": occurrence_at(source.paragraph.text, source.quote, source.start_char),
    }


def verify(
    rows: Iterable[ClaimRow | Mapping[str, object]], articles: Iterable[Article], *, extractor: str = UNNAMED
) -> Placed:
    """Hold rows of any origin to the articles; use it on what a language model or a parser says it read.

    Rows have the columns of a claims file, as `ClaimRow` or mappings; `extractor` names who claims where a row does
    not. Returns `accepted` and `refused`: a row whose quote is not in its article letter for letter is refused, with
    the rule, the reason and the places that would do, and so is one that is no row at all. Nothing is repaired, and no
    row raises.

    >>> from libnews.loaders.plain_text import article_from
    >>> article = article_from("بلغ حجم التبادل التجاري 19 مليون دولار.".encode(), "note.txt")
    >>> row = {"file": "note.txt", "record": "x1", "record_type": "x_sum", "field": "x_amount", "value": "19000000"}
    >>> accepted, refused = verify([{**row, "quote": "19 مليون"}, {**row, "quote": "91 مليون"}, {}], [article])
    >>> len(accepted), [(one.position, one.rule) for one in refused]
    (1, [(1, 'claims.quote-absent'), (2, 'claims.row-invalid')])
    """
    read: list[ClaimRow] = []
    positions: list[int] = []
    unread: list[RefusedClaim] = []
    for position, given in enumerate(rows):
        row = _row(position, given, extractor)
        if isinstance(row, RefusedClaim):
            unread.append(row)
        else:
            read.append(row)
            positions.append(position)
    placed = place(read, articles)
    refused = [one.model_copy(update={"position": positions[one.position]}) for one in placed.refused]
    return Placed(placed.accepted, tuple(sorted([*unread, *refused], key=lambda one: one.position)))


def _row(position: int, given: ClaimRow | Mapping[str, object], extractor: str) -> ClaimRow | RefusedClaim:
    if isinstance(given, ClaimRow):
        return given
    why = "not a mapping of columns to values"
    if isinstance(given, Mapping):
        cells = {name: value for name, value in given.items() if value not in (None, "")}
        try:
            return ClaimRow.model_validate({"extractor": extractor, **cells})
        except ValidationError as error:
            why = expected(error)
    return RefusedClaim(row=None, position=position, rule="claims.row-invalid", message=why)
