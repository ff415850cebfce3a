"""Claims from outside held to the article: every quote is looked up letter for letter, none is repaired."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from libnews.errors import Ambiguous, NotFound
from libnews.models import Article
from libnews.models.claim_fields import REFERENCES, is_field, is_value
from libnews.models.claim_row import ClaimRow, PlacedClaim, RefusedClaim
from libnews.models.evidence import Evidence

_SHOWN = 5


class Placed(NamedTuple):
    """What became of rows from outside: those whose quote is where they say, and those refused, with the reason."""

    accepted: tuple[PlacedClaim, ...]
    refused: tuple[RefusedClaim, ...]


def place(rows: Iterable[ClaimRow], articles: Iterable[Article]) -> Placed:
    """Look up the quote of every row in its article, and check field, value and the records it names.

    A row whose file, quote, field, value or participant is not there is refused with the places that would do; the
    others are accepted. A row that names a record with no accepted row is refused too.
    """
    by_file = {article.file: article for article in articles}
    accepted: dict[int, PlacedClaim] = {}
    refused: dict[int, RefusedClaim] = {}
    for position, row in enumerate(rows):
        try:
            accepted[position] = PlacedClaim(row=row, evidence=_words(row, by_file))
        except _Refusal as why:
            refused[position] = RefusedClaim(
                row=row, position=position, rule=why.rule, message=str(why), places=why.places
            )
    _refuse_dangling(accepted, refused)
    return Placed(tuple(accepted.values()), tuple(refused[position] for position in sorted(refused)))


class _Refusal(Exception):  # noqa: N818  # never leaves this module
    def __init__(self, rule: str, message: str, places: tuple[Evidence, ...] = ()) -> None:
        super().__init__(message)
        self.rule, self.places = rule, places


def _words(row: ClaimRow, by_file: Mapping[str, Article]) -> Evidence:
    article = by_file.get(row.file)
    if article is None:
        raise _Refusal("claims.file-unknown", f"no article is read from {row.file}")
    if not is_field(row.record_type, row.field):
        raise _Refusal("claims.field-unknown", f"{row.record_type} has no field {row.field}; your own begin with x_")
    if row.value is not None and not is_value(row.record_type, row.field, row.value):
        raise _Refusal("claims.value-invalid", f"{row.field} cannot be «{row.value}»")
    evidence = _look_up(row, article)
    if not evidence.is_claimable:
        kind = evidence.paragraph.kind.value
        raise _Refusal("claims.paragraph-closed", f"¶{evidence.paragraph_no} is {kind}: no claim may rest on it")
    return evidence.model_copy(update={"basis": row.basis})


def _look_up(row: ClaimRow, article: Article) -> Evidence:
    try:
        return article.find(row.quote, row.paragraph_no, row.occurrence)
    except NotFound as missing:
        places = article.places(row.quote)
        elsewhere = "; it stands at " + ", ".join(place.cite() for place in places[:_SHOWN]) if places else ""
        raise _Refusal("claims.quote-absent", f"{missing}{elsewhere}", places) from missing
    except Ambiguous as many:
        raise _Refusal("claims.quote-ambiguous", str(many), article.places(row.quote, row.paragraph_no)) from many


def _refuse_dangling(accepted: dict[int, PlacedClaim], refused: dict[int, RefusedClaim]) -> None:
    """Refuse participants, parties and part_of whose record nothing was accepted for, until none is left."""
    while True:
        records = {(claim.row.file, claim.row.record) for claim in accepted.values()}
        dangling = [
            position
            for position, claim in accepted.items()
            if claim.row.field in REFERENCES
            and claim.row.value is not None
            and (claim.row.file, claim.row.value) not in records
        ]
        if not dangling:
            return
        for position in dangling:
            row = accepted.pop(position).row
            why = f"no accepted row of {row.file} makes the record {row.value}"
            refused[position] = RefusedClaim(row=row, position=position, rule="claims.record-unknown", message=why)
