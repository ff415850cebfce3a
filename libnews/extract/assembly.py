"""Placed claims become mentions: the rows of one key in one file, anchored on the first row's words."""

from collections import Counter
from collections.abc import Iterable

from libnews.extract.attributions import with_speakers
from libnews.models import Attribution, Claim, Extraction, Mention
from libnews.models.claim_fields import REFERENCES
from libnews.models.claim_row import PlacedClaim
from libnews.models.record_key import RecordKey, record_key

Anchor = tuple[str, str, tuple[str, int, int, int]]
"""Record type, extractor, and the place of the words."""


def assemble(placed: Iterable[PlacedClaim]) -> Extraction:
    """The mentions and claims of rows from outside, in the order of the rows.

    Rows of one record by two extractors tell of it twice: two mentions, which resolution may join. A participant is
    looked for among the same extractor's records first. Two records on the same words are told apart by number.
    """
    claims = tuple(placed)
    mentions: dict[RecordKey, Mention] = {}
    anchored: Counter[Anchor] = Counter()
    for claim in claims:
        key, row = record_key(claim.row), claim.row
        if key not in mentions:
            anchor = row.record_type, row.extractor, claim.evidence.place
            anchored[anchor] += 1
            mentions[key] = Mention.anchored(row.record_type, row.extractor, claim.evidence, anchored[anchor])
    anybody = {(key.file, key.record): mention for key, mention in reversed(mentions.items())}
    made: dict[str, Claim] = {}
    for claim in claims:
        one = _claim(claim, mentions, anybody)
        made.setdefault(one.claim_id, one)
    return Extraction(mentions=tuple(mentions.values()), claims=with_speakers(list(made.values())))


def _claim(claim: PlacedClaim, mentions: dict[RecordKey, Mention], anybody: dict[tuple[str, str], Mention]) -> Claim:
    row, value = claim.row, claim.row.value
    if row.field in REFERENCES and value is not None:
        named = mentions.get(record_key(row, value)) or anybody[row.file, value]
        value = named.mention_id
    return Claim(
        mention_id=mentions[record_key(row)].mention_id, field=row.field, part=row.part, value=value,
        evidence=claim.evidence, extractor=row.extractor, modality=row.modality, attribution=_attribution(claim),
    )  # fmt: skip


def _attribution(claim: PlacedClaim) -> Attribution | None:
    if claim.source is None:
        return None
    return Attribution(evidence=claim.source, kind=claim.row.attributed_kind, source_count=claim.row.attributed_count)
