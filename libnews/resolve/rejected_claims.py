"""Which claims a judgement rejects, and which it cannot because a record would lack what every record has.

The same rule stands in SQL, in view derived.rejected_claim: the build has to know before there is a database.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from libnews.models import Judgement
from libnews.models.corpus import ReadClaim
from libnews.models.correction import NEEDED
from libnews.resolve.anchors import Places

_PRICE = frozenset({"amount", "currency", "amount_qualifier"})
_PRICED = frozenset({"amount", "amount_qualifier"})


class RejectedClaims:
    """The claims of a build, its records, and its rejected mentions."""

    def __init__(self, places: Places, records: Mapping[str, str], rejected: Iterable[str]) -> None:
        self._places = places
        self._records = records
        self._rejected = frozenset(rejected)
        self._members: dict[str, list[str]] = defaultdict(list)
        for mention_id, record_id in records.items():
            self._members[record_id].append(mention_id)

    def impossible(
        self, rejections: Iterable[tuple[str, Judgement]], corrected: set[tuple[str, str]]
    ) -> Iterator[tuple[str, str]]:
        """The rejections of claims that are not applied, and why; `corrected` are records with fields."""
        taken = {
            judgement_id: self._taken(judgement)
            for judgement_id, judgement in rejections
            if judgement.field is not None or judgement.id in self._places.claims
        }
        for judgement_id, claims in taken.items():
            if not claims:
                yield judgement_id, "no claim of that field has this value or these words"
        gone = {claim_id for claims in taken.values() for claim_id in claims}
        for judgement_id, claims in taken.items():
            for record_id, field in sorted(self._lacking(claims, gone) - corrected):
                yield judgement_id, f"{record_id} would be left without {field}: correct it, or reject the record"

    def _taken(self, judgement: Judgement) -> frozenset[str]:
        """The ids of the claims that one judgement rejects."""
        claim = self._places.claims.get(judgement.id)
        if claim is not None:
            taken = [claim]
        else:
            members = self._members.get(judgement.id, [judgement.id])
            of_all = (claim for member in members for claim in self._places.of_mention.get(member, ()))
            taken = [one for one in of_all if one.field == judgement.field and self._is_meant(one, judgement)]
        mates = [mate for one in taken if one.field in _PRICED for mate in self._price_of(one)]
        return frozenset(one.claim_id for one in (*taken, *mates))

    def _is_meant(self, claim: ReadClaim, judgement: Judgement) -> bool:
        if judgement.value is not None:
            return judgement.value in (claim.value, self._records.get(claim.value or "", claim.value))
        return judgement.quote is None or judgement.quote == claim.quote

    def _price_of(self, claim: ReadClaim) -> list[ReadClaim]:
        """An amount and its qualifier make one value with their currency: they go together."""
        of_mention = self._places.of_mention[claim.mention_id]
        return [mate for mate in of_mention if mate.field in _PRICE and (mate.part or 0) == (claim.part or 0)]

    def _lacking(self, claims: frozenset[str], gone: set[str]) -> set[tuple[str, str]]:
        """Records that these claims are of, with the needed fields that none of their claims gives any more."""
        touched = {
            (self._records[claim.mention_id], field)
            for claim in map(self._places.claims.__getitem__, claims)
            if claim.field in (needed := NEEDED.get(self._places.type_of(claim.mention_id), ()))
            for field in needed
        }
        return {(record_id, field) for record_id, field in touched if self._is_lost(record_id, field, gone)}

    def _is_lost(self, record_id: str, field: str, gone: set[str]) -> bool:
        told = [
            claim
            for mention_id in self._members[record_id]
            if mention_id not in self._rejected
            for claim in self._places.of_mention.get(mention_id, ())
            if claim.field == field and claim.value is not None
        ]
        return bool(told) and all(claim.claim_id in gone for claim in told)
