"""The human's word in resolution: what it is about here, what it decides, and what of it cannot be done."""

from collections.abc import Iterable, Iterator, Mapping

from libnews.models import Judgement
from libnews.models.claim_fields import is_field
from libnews.models.correction import NEEDED, why_no_correction
from libnews.models.judgement import Judged
from libnews.models.vocabulary import ActorKind, JudgementAction, RecordType
from libnews.resolve.anchors import Places
from libnews.resolve.clusters import Clusters
from libnews.resolve.corpus import Corpus
from libnews.resolve.judged_pairs import decide_pairs
from libnews.resolve.rejected_claims import RejectedClaims

_ACCEPT, _REJECT, _CORRECT = JudgementAction.ACCEPT, JudgementAction.REJECT, JudgementAction.CORRECT
# Without these a mention tells of nothing, or of a country: they are taken from records, never from resolution.
_ALWAYS_READ = frozenset(field for fields in NEEDED.values() for field in fields)


class Judging:
    """The judgements of one build. Every step leaves behind what it could not do, and why; `judged` tells all."""

    def __init__(self, judgements: Iterable[Judgement], corpus: Corpus) -> None:
        given = {judgement.judgement_id: judgement for judgement in judgements}
        self._found = dict(sorted(given.items()))
        self._why: dict[str, str] = {}
        self._rejected: dict[str, str] = {}
        if not given:
            return
        self.places = Places(corpus, given.values())
        for judgement_id, judgement in self._found.items():
            self._found[judgement_id] = self._found_here(judgement_id, judgement)
        self._overrule()

    def rejected_claims(self) -> frozenset[str]:
        """The claims that resolution may not read, rejected one by one."""
        rejected = {judgement.id for _, judgement in self._standing(_REJECT)}
        return frozenset(
            claim_id
            for claim_id in rejected
            if claim_id in self.places.claims and self.places.claims[claim_id].field not in _ALWAYS_READ
        )

    def decide_pairs(self, countries: frozenset[str], clusters: Clusters) -> None:
        """Part and join what is judged different and the same, before any rule."""
        pairs = [one for action in JudgementAction if action.is_of_pair for one in self._standing(action)]
        if pairs:
            self._why.update(decide_pairs(pairs, self.places, countries, clusters))

    def reject(self, records: Mapping[str, str], record_type: str | None = None) -> Mapping[str, str]:
        """Which mentions (of one type) are rejected, with the reason; `records` are those of `records_of`."""
        self._rejected = {}
        if not self._found:
            return self._rejected
        whole = [
            (judgement_id, judgement)
            for judgement_id, judgement in self._standing(_REJECT)
            if judgement.field is None and judgement.id not in self.places.claims
        ]
        members = self.places.members_of({judgement.id for _, judgement in whole}, records, record_type)
        for judgement_id, judgement in whole:
            mention_id = self.places.mention_of(judgement.id)
            if mention_id is None or self.places.types[mention_id] == RecordType.ARTICLE:
                self._why[judgement_id] = "no country or article is rejected whole: reject mentions or claims of it"
            elif record_type in (None, self.places.types[mention_id]):
                for member in members.get(judgement.id, [mention_id]):
                    self._rejected.setdefault(member, f"rejected by {judgement.signature}")
        return self._rejected

    def judged(self, records: Mapping[str, str]) -> tuple[Judged, ...]:
        """All judgements with the ids of this build, and whether each was applied; call it when all is decided."""
        if not self._found:
            return ()
        for judgement_id, judgement in [*self._standing_all()]:
            why = self._unfit(judgement, records)
            if why is not None:
                self._why[judgement_id] = why
        self._overrule_corrections(records)
        corrected = {(self._record_of(one, records), one.field or "") for _, one in self._standing(_CORRECT)}
        rejections = [one for one in self._standing(_REJECT) if one[1].field or one[1].id in self.places.claims]
        rejected = RejectedClaims(self.places, records, self._rejected, rejections)
        self._why.update(rejected.impossible(corrected))
        return tuple(
            Judged(judgement_id, judgement, judgement_id not in self._why, self._why.get(judgement_id))
            for judgement_id, judgement in self._found.items()
        )

    def _standing(self, action: JudgementAction) -> list[tuple[str, Judgement]]:
        return [(judgement_id, one) for judgement_id, one in self._standing_all() if one.action is action]

    def _standing_all(self) -> Iterator[tuple[str, Judgement]]:
        return ((judgement_id, one) for judgement_id, one in self._found.items() if judgement_id not in self._why)

    def _found_here(self, judgement_id: str, judgement: Judgement) -> Judgement:
        found = self.places.find(judgement.id, judgement.anchor, judgement.field)
        ids: dict[str, str | None] = {"id": found.id}
        if judgement.other_id is not None:
            other = self.places.find(judgement.other_id, judgement.other_anchor, judgement.field)
            ids["other_id"], found = other.id, found if found.id is None else other
        if found.id is None:
            self._why[judgement_id] = found.why or ""
            return judgement
        return judgement.model_copy(update=ids)

    def _overrule(self) -> None:
        """Of accepting and rejecting the same thing the later decision stands."""
        last: dict[tuple[str | None, ...], tuple[str, Judgement]] = {}
        both = [*self._standing(_ACCEPT), *self._standing(_REJECT)]
        for judgement_id, one in sorted(both, key=lambda pair: (pair[1].decided_on, pair[0])):
            about = (one.id,) if one.id in self.places.claims else (one.id, one.field, one.value)
            before = last.get(about)
            if before is not None and before[1].action is not one.action:
                self._why[before[0]] = f"overruled by {one.signature}"
            last[about] = judgement_id, one

    def _overrule_corrections(self, records: Mapping[str, str]) -> None:
        """Of the corrections of a field the latest stands, unless what it gave was rejected later still."""
        last: dict[tuple[str, str | None], tuple[str, Judgement]] = {}
        both = [*self._standing(_CORRECT), *self._standing(_REJECT)]
        for judgement_id, one in sorted(both, key=lambda pair: (pair[1].decided_on, pair[0])):
            about = self._record_of(one, records), one.field
            before = last.get(about)
            if one.action is _REJECT and (before is None or not _rejects(one, before[1])):
                continue
            if before is not None:
                self._why[before[0]] = f"overruled by {one.signature}"
                del last[about]
            if one.action is _CORRECT:
                last[about] = judgement_id, one

    def _unfit(self, judgement: Judgement, records: Mapping[str, str]) -> str | None:
        """Why a judgement of one record cannot be done; `None` where it can, and for pairs."""
        if judgement.action.is_of_pair:
            return None
        mention_id = self.places.mention_of(judgement.id)
        if judgement.action is not _REJECT and mention_id in self._rejected:
            return f"{mention_id} is {self._rejected[mention_id]}"
        kind = self._type_of(judgement.id, mention_id)
        field = None if judgement.id in self.places.claims else judgement.field
        if field is not None and not is_field(kind, field):
            return f"a record of type {kind} has no field {field}"
        if judgement.action is not _CORRECT:
            return None
        country = self._record_of(judgement, records)
        if kind == RecordType.ACTOR and len(country) == len("LBY") and judgement.field != "name":
            return f"{ActorKind.COUNTRY} {country} is what its code says; only its name can be corrected"
        return why_no_correction(kind, judgement.field or "", judgement.value or "")

    def _record_of(self, judgement: Judgement, records: Mapping[str, str]) -> str:
        mention_id = self.places.mention_of(judgement.id)
        return judgement.id if mention_id is None else records.get(mention_id, mention_id)

    def _type_of(self, found_id: str, mention_id: str | None) -> str:
        if mention_id is not None:
            return self.places.types[mention_id]
        return RecordType.ARTICLE if found_id.startswith("article_") else RecordType.ACTOR


def _rejects(rejection: Judgement, correction: Judgement) -> bool:
    """Whether it takes away what the correction gave: all values of the field, or that one."""
    return rejection.value == correction.value or (rejection.value is None and rejection.quote is None)
