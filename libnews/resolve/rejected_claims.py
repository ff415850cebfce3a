"""Which claims a judgement rejects, and which it cannot because a record would lack what every record has.

The same rule stands in SQL, in view derived.rejected_claim: the build has to know before there is a database.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from libnews.models import Judgement
from libnews.models.corpus import ReadClaim
from libnews.models.correction import NEEDED
from libnews.resolve.anchors import Places

_PRICE = frozenset({"amount", "currency", "amount_qualifier"})
_PRICED = frozenset({"amount", "amount_qualifier"})


class RejectedClaims:
    """Rejections of claims, and all claims of the records that they are about."""

    def __init__(
        self,
        places: Places,
        records: Mapping[str, str],
        rejected: Iterable[str],
        rejections: Sequence[tuple[str, Judgement]],
    ) -> None:
        """`records` are those of `records_of`, `rejected` mentions that are; `rejections` those of claims."""
        self._places = places
        self._records = records
        self._rejected = frozenset(rejected)
        self._rejections = rejections
        named = {self._mention_of(judgement) for _, judgement in rejections}
        meant = {records.get(mention_id, mention_id) for mention_id in named}
        self._members = places.members_of(meant, records)
        self._of_mention = places.claims_of(named.union(*self._members.values()))

    def impossible(self, corrected: set[tuple[str, str]]) -> Iterator[tuple[str, str]]:
        """The rejections that are not applied, and why; `corrected` are records with fields."""
        taken = {judgement_id: self._taken(judgement) for judgement_id, judgement in self._rejections}
        for judgement_id, claims in taken.items():
            if not claims:
                yield judgement_id, "no claim of that field has this value or these words"
        gone = {claim.claim_id for claims in taken.values() for claim in claims}
        for judgement_id, claims in taken.items():
            for record_id, field in sorted(self._lacking(claims, gone) - corrected):
                yield judgement_id, f"{record_id} would be left without {field}: correct it, or reject the record"

    def _mention_of(self, judgement: Judgement) -> str:
        claim = self._places.claims.get(judgement.id)
        return judgement.id if claim is None else claim.mention_id

    def _taken(self, judgement: Judgement) -> list[ReadClaim]:
        """The claims that one judgement rejects."""
        claim = self._places.claims.get(judgement.id)
        if claim is not None:
            taken = [claim]
        else:
            members = self._members.get(judgement.id, [judgement.id])
            of_all = (claim for member in members for claim in self._of_mention.get(member, ()))
            taken = [one for one in of_all if one.field == judgement.field and self._is_meant(one, judgement)]
        mates = [mate for one in taken if one.field in _PRICED for mate in self._price_of(one)]
        return [*taken, *mates]

    def _is_meant(self, claim: ReadClaim, judgement: Judgement) -> bool:
        if judgement.value is not None:
            return judgement.value in (claim.value, self._records.get(claim.value or "", claim.value))
        return judgement.quote is None or judgement.quote == claim.quote

    def _price_of(self, claim: ReadClaim) -> list[ReadClaim]:
        """An amount and its qualifier make one value with their currency: they go together."""
        of_mention = self._of_mention[claim.mention_id]
        return [mate for mate in of_mention if mate.field in _PRICE and (mate.part or 0) == (claim.part or 0)]

    def _lacking(self, claims: Iterable[ReadClaim], gone: set[str]) -> set[tuple[str, str]]:
        """Records that these claims are of, with the needed fields that none of their claims gives any more."""
        touched = {
            (self._records.get(claim.mention_id, claim.mention_id), field)
            for claim in claims
            if claim.field in (needed := NEEDED.get(claim.teller.record_type, ()))
            for field in needed
        }
        return {(record_id, field) for record_id, field in touched if self._is_lost(record_id, field, gone)}

    def _is_lost(self, record_id: str, field: str, gone: set[str]) -> bool:
        told = [
            claim
            for mention_id in self._members[record_id]
            if mention_id not in self._rejected
            for claim in self._of_mention.get(mention_id, ())
            if claim.field == field and claim.value is not None
        ]
        return bool(told) and all(claim.claim_id in gone for claim in told)
