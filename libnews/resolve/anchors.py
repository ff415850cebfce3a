"""Where judgements find what they are about: by id, and where the id is gone, by the words they were decided on."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from typing import NamedTuple

from libnews.models.corpus import ReadClaim
from libnews.models.judgement import Anchor, Judgement
from libnews.models.vocabulary import RecordType
from libnews.resolve.corpus import Corpus

_ID = re.compile(r"([a-z][a-z0-9_]*)_[a-z2-7]{20}")
_CLAIM = "claim"


class Found(NamedTuple):
    """The id that is meant here; where there is none, why."""

    id: str | None
    why: str | None = None


class Places:
    """The articles of a build, and those of its mentions and claims that judgements may be about."""

    def __init__(self, corpus: Corpus, judgements: Iterable[Judgement]) -> None:
        self._corpus = corpus
        self._article_ids = dict(corpus.files())
        self._whole = set(self._article_ids.values())
        self.claims: dict[str, ReadClaim] = {}
        self._in_paragraph: dict[tuple[str, int], list[ReadClaim]] = defaultdict(list)
        judgements = list(judgements)
        sought = {named for one in judgements for named in (one.id, one.other_id)}
        anchors = (anchor for one in judgements for anchor in (one.anchor, one.other_anchor) if anchor is not None)
        anchored = {(self._article_ids.get(one.file), one.paragraph_no) for one in anchors}
        for claim in corpus.claims():
            place = claim.teller.article_id, claim.paragraph_no
            if claim.field == "country" and claim.value and claim.teller.record_type == RecordType.ACTOR:
                self._whole.add(claim.value)
            if place in anchored:
                self._in_paragraph[place].append(claim)
            if place in anchored or claim.claim_id in sought:
                self.claims[claim.claim_id] = claim
        sought |= {claim.mention_id for claim in self.claims.values()}
        self.types = {one.mention_id: one.record_type for one in corpus.mentions() if one.mention_id in sought}
        """The record types of these mentions."""

    def members_of(
        self, record_ids: Set[str], records: Mapping[str, str], record_type: str | None = None
    ) -> dict[str, list[str]]:
        """All mentions (of one type) of these records; `records` are those of `records_of`."""
        found: dict[str, list[str]] = defaultdict(list)
        for mention in self._corpus.mentions() if record_ids else ():
            record_id = records.get(mention.mention_id, mention.mention_id)
            if record_id in record_ids and record_type in (None, mention.record_type):
                found[record_id].append(mention.mention_id)
        return found

    def claims_of(self, mention_ids: Set[str]) -> dict[str, list[ReadClaim]]:
        """All claims of these mentions."""
        found: dict[str, list[ReadClaim]] = defaultdict(list)
        for claim in self._corpus.claims() if mention_ids else ():
            if claim.mention_id in mention_ids:
                found[claim.mention_id].append(claim)
        return found

    def mention_of(self, found_id: str) -> str | None:
        """The mention that an id found here names, or whose claim it names; `None` for a country's or article's."""
        claim = self.claims.get(found_id)
        named = found_id if claim is None else claim.mention_id
        return named if named in self.types else None

    def find(self, sought: str, anchor: Anchor | None, field: str | None) -> Found:
        """`sought` where something has this id; else the mention or claim of its kind that stands on the words."""
        if sought in self.claims or sought in self.types or sought in self._whole:
            return Found(sought)
        kind = _ID.fullmatch(sought)
        if kind is None:
            return Found(None, f"nothing here has the id {sought}")
        if anchor is None:
            return Found(
                None, f"nothing here has the id {sought}, and no file, paragraph_no and quote say where it stood"
            )
        article_id = self._article_ids.get(anchor.file)
        if article_id is None:
            return Found(None, f"nothing here has the id {sought}, and no article is read from {anchor.file}")
        found = {_named(claim, kind[1]) for claim in self._standing_on(article_id, anchor, kind[1], field)}
        if len(found) == 1:
            return Found(found.pop())
        many = f"{len(found)} of them stand" if found else f"no {kind[1].replace('_', ' ')} stands"
        return Found(None, f"nothing here has the id {sought}, and {many} on {anchor}")

    def _standing_on(self, article_id: str, anchor: Anchor, kind: str, field: str | None) -> list[ReadClaim]:
        """Claims on exactly these words, of that field where there are any; else those that overlap their one place."""
        here = [
            claim
            for claim in self._in_paragraph.get((article_id, anchor.paragraph_no), [])
            if kind in (_CLAIM, claim.teller.record_type)
        ]
        exact = [claim for claim in here if claim.quote == anchor.quote]
        of_field = [claim for claim in exact if claim.field == field]
        if of_field or (exact and (field is None or kind != _CLAIM)):
            return of_field or exact
        text = self._corpus.paragraph(article_id, anchor.paragraph_no) if here else ""
        near = [claim for claim in here if _overlaps(claim, text, anchor)]
        return [claim for claim in near if claim.field == field] or ([] if kind == _CLAIM and field else near)


def _named(claim: ReadClaim, kind: str) -> str:
    return claim.claim_id if kind == _CLAIM else claim.mention_id


def _overlaps(claim: ReadClaim, text: str, anchor: Anchor) -> bool:
    """Whether the claim's words share a character with the one place where the anchor's stand; false for several."""
    start = text.find(anchor.quote)
    if start < 0 or text.find(anchor.quote, start + 1) >= 0:
        return False
    return claim.start_char < start + len(anchor.quote) and start < claim.end_char
