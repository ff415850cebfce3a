"""Placed claims become mentions: the rows of one key in one file, anchored on the first row's words."""

from collections import Counter
from collections.abc import Iterable

from libnews.models import Claim, Extraction, Mention
from libnews.models.claim_fields import REFERENCES
from libnews.models.claim_row import PlacedClaim

Anchor = tuple[str, int, int, int]
"""Article, paragraph and span."""
Key = tuple[str, str, str]
"""Article, extractor and the writer's record key."""


def assemble(placed: Iterable[PlacedClaim]) -> Extraction:
    """The mentions and claims of rows from outside, in the order of the rows.

    Rows of one record by two extractors tell of it twice: two mentions, which resolution may join. A participant is
    looked for among the same extractor's records first. Two records on the same words are told apart by number.
    """
    claims = tuple(placed)
    mentions: dict[Key, Mention] = {}
    anchored: Counter[tuple[str, str, Anchor]] = Counter()
    for claim in claims:
        key = _key(claim)
        if key not in mentions:
            row, words = claim.row, claim.evidence
            place = (
                row.record_type,
                row.extractor,
                (words.article_id, words.paragraph_no, words.start_char, words.end_char),
            )
            anchored[place] += 1
            mentions[key] = Mention.anchored(row.record_type, row.extractor, words, anchored[place])
    by_record = {(article, record): mention.mention_id for (article, _, record), mention in reversed(mentions.items())}
    made: dict[str, Claim] = {}
    for claim in claims:
        one = _claim(claim, mentions, by_record)
        made.setdefault(one.claim_id, one)
    return Extraction(mentions=tuple(mentions.values()), claims=tuple(made.values()))


def _key(claim: PlacedClaim) -> Key:
    return claim.evidence.article_id, claim.row.extractor, claim.row.record


def _claim(claim: PlacedClaim, mentions: dict[Key, Mention], by_record: dict[tuple[str, str], str]) -> Claim:
    row, article = claim.row, claim.evidence.article_id
    value = row.value
    if row.field in REFERENCES and value is not None:
        same_hand = mentions.get((article, row.extractor, value))
        value = same_hand.mention_id if same_hand else by_record[article, value]
    return Claim(
        mention_id=mentions[_key(claim)].mention_id, field=row.field, part=row.part, value=value,
        evidence=claim.evidence, extractor=row.extractor,
    )  # fmt: skip
