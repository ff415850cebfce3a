"""Claims from outside held to the article: every quote is looked up letter for letter, none is repaired."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from libnews.errors import Ambiguous, NotFound
from libnews.extract.whole_records import refuse_broken
from libnews.models import Article
from libnews.models.claim_fields import expected_value, is_field, is_value
from libnews.models.claim_row import ClaimRow, PlacedClaim, RefusedClaim
from libnews.models.evidence import Evidence


class Placed(NamedTuple):
    """What became of rows from outside: those whose quote is where they say, and those refused, with the reason."""

    accepted: tuple[PlacedClaim, ...]
    refused: tuple[RefusedClaim, ...]


def place(rows: Iterable[ClaimRow], articles: Iterable[Article]) -> Placed:
    """Look up the quote of every row in its article, and check field, value and the records that rows make together.

    A row whose file, quote, field, value or participant is not there is refused with the places that would do; so are
    the rows of a record that lacks what every record of its type has. The others are accepted.
    """
    by_file = {article.file: article for article in articles}
    accepted: dict[int, PlacedClaim] = {}
    refused: dict[int, RefusedClaim] = {}
    for position, row in enumerate(rows):
        judged = _judged(position, row, by_file)
        if isinstance(judged, PlacedClaim):
            accepted[position] = judged
        else:
            refused[position] = judged
    refused.update(refuse_broken(accepted))
    return Placed(tuple(accepted.values()), tuple(refused[position] for position in sorted(refused)))


def hold_together(claims: Iterable[PlacedClaim]) -> Placed:
    """Hold claims that are placed already to one another, and each to what its field can have."""
    accepted: dict[int, PlacedClaim] = {}
    refused: dict[int, RefusedClaim] = {}
    for position, claim in enumerate(claims):
        wrong = why_not(claim.row, claim.evidence)
        if wrong is None:
            accepted[position] = claim
        else:
            refused[position] = _refused(position, claim.row, *wrong, (claim.evidence,))
    refused.update(refuse_broken(accepted))
    return Placed(tuple(accepted.values()), tuple(refused[position] for position in sorted(refused)))


def why_not(row: ClaimRow, evidence: Evidence) -> tuple[str, str] | None:
    """The rule that a claim on these words breaks, and why; `None` where it breaks none."""
    wrong = _wrong_value(row)
    return _closed(evidence) if wrong is None and not evidence.is_claimable else wrong


def _closed(evidence: Evidence) -> tuple[str, str]:
    kind = evidence.paragraph.kind.value
    return "claims.paragraph-closed", f"¶{evidence.paragraph_no} is {kind}: no claim may rest on it"


def _wrong_value(row: ClaimRow) -> tuple[str, str] | None:
    if not is_field(row.record_type, row.field):
        return "claims.field-unknown", f"{row.record_type} has no field {row.field}; fields of your own begin with x_"
    if row.value is not None and not is_value(row.record_type, row.field, row.value):
        wanted = expected_value(row.record_type, row.field)
        return "claims.value-invalid", f"column value: {row.field} cannot be «{row.value}»; expected {wanted}"
    return None


def _judged(position: int, row: ClaimRow, by_file: Mapping[str, Article]) -> PlacedClaim | RefusedClaim:
    article = by_file.get(row.file)
    if article is None:
        return _refused(position, row, "claims.file-unknown", f"column file: no article is read from {row.file}")
    wrong = _wrong_value(row)
    if wrong is not None:
        return _refused(position, row, *wrong)
    try:
        evidence = article.find(row.quote, row.paragraph_no, row.occurrence)
    except NotFound as missing:
        return _refused(position, row, "claims.quote-absent", f"column quote: {missing}", missing.places)
    except Ambiguous as many:
        return _refused(position, row, "claims.quote-ambiguous", f"column quote: {many}", many.places)
    if not evidence.is_claimable:
        return _refused(position, row, *_closed(evidence), (evidence,))
    stated = evidence if row.basis is evidence.basis else evidence.model_copy(update={"basis": row.basis})
    try:
        return PlacedClaim(row=row, evidence=stated, source=_source(row, article, evidence))
    except NotFound as missing:
        return _refused(position, row, "claims.quote-absent", f"column attributed_to: {missing}", missing.places)
    except Ambiguous as many:
        return _refused(position, row, "claims.quote-ambiguous", f"column attributed_to: {many}", many.places)


def _source(row: ClaimRow, article: Article, words: Evidence) -> Evidence | None:
    """The words for who says so: where the row says, else in the claim's paragraph, else in the article."""
    if row.attributed_to is None:
        return None
    number = row.attributed_paragraph_no
    if number is None and (row.attributed_occurrence is not None or row.attributed_to in words.paragraph.text):
        number = words.paragraph_no
    try:
        return article.find(row.attributed_to, number, row.attributed_occurrence)
    except Ambiguous as many:
        told = str(many).replace("paragraph_no and", "attributed_paragraph_no and attributed_occurrence")
        raise Ambiguous(told, many.places) from many


def _refused(position: int, row: ClaimRow, rule: str, message: str, places: tuple[Evidence, ...] = ()) -> RefusedClaim:
    return RefusedClaim(row=row, position=position, rule=rule, message=message, places=places)
