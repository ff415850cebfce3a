"""What one article says: mentions of records, and the claims that make them up."""

from functools import cached_property
from typing import Annotated

from pydantic import Field

from libnews.ids import make_id
from libnews.models.evidence import Evidence
from libnews.models.frozen import Frozen
from libnews.models.vocabulary import AttributionKind, Modality, RecordType, SpanKind

OWN_TYPE = r"x_[a-z0-9_]+"
OwnType = Annotated[str, Field(pattern=rf"^{OWN_TYPE}$")]
"""A record type of a user's own."""


class Attribution(Frozen):
    """Who says something: the words of an article that name its source («ثلاثة مصادر مطلعة», «وكالة رويترز»).

    `kind` is null where the words do not tell it. `actor_mention_id` is the source as an actor of the article, where it
    is one; `source_count` how many sources the words count.
    """

    evidence: Evidence
    kind: AttributionKind | None = None
    actor_mention_id: str | None = None
    source_count: int | None = Field(default=None, ge=1, lt=2**31)

    @cached_property
    def attribution_id(self) -> str:
        """From the place of the words and what they are read as."""
        kind = None if self.kind is None else self.kind.value
        return make_id("attribution", *self.evidence.place, kind, self.actor_mention_id, self.source_count)


class Claim(Frozen):
    """One value of one field of one mention, read from one place of one article.

    `value` is text: a vocabulary word, EDTF, plain decimal digits, an ISO code, an ISO 8601 duration, a
    mention_id, or the words themselves; null where words were read that give no value («مليارات»). Claims
    that make one value together (amount, currency, qualifier) carry the same `part`. `extractor` names who
    read it. `attribution` is who says so, where the article names a source; `modality` how surely it is said, null
    where that was not read. Because the words are an `Evidence`, a claim with a false quote cannot be built.
    """

    mention_id: str
    field: str
    part: int | None = Field(default=None, ge=1)
    value: str | None
    evidence: Evidence
    extractor: str
    modality: Modality | None = None
    attribution: Attribution | None = None

    @cached_property
    def claim_id(self) -> str:
        """From mention, place, field, part and value, and from nothing that resolution decides."""
        words = self.evidence
        return make_id(
            "claim",
            self.mention_id,
            words.paragraph_no,
            words.start_char,
            words.end_char,
            self.field,
            self.part,
            self.value,
        )

    @property
    def uses_its_words(self) -> bool:
        """Whether what stands in the quote is put to use: a headline that is a title uses no number or name in it."""
        return self.field != "title"


class Mention(Frozen):
    """One record as one article tells it: it groups its claims, however many paragraphs speak of it.

    `record_id` is what resolution decided, `reason` why; both null until then.
    """

    mention_id: str
    record_type: RecordType | OwnType
    article_id: str
    record_id: str | None = None
    reason: str | None = None

    @classmethod
    def anchored(cls, record_type: RecordType | str, extractor: str, anchor: Evidence, number: int = 1) -> "Mention":
        """The mention of `record_type` that `extractor` anchors on these words; `number` tells several apart."""
        return cls(
            mention_id=cls.id_of(record_type, extractor, anchor.place, number),
            record_type=record_type,
            article_id=anchor.article_id,
        )

    @staticmethod
    def id_of(record_type: RecordType | str, extractor: str, place: tuple[str, int, int, int], number: int = 1) -> str:
        """The id of the mention anchored at `place` (`Evidence.place`: article, paragraph and span)."""
        article_id, paragraph_no, start_char, end_char = place
        kind = str(record_type)
        return make_id(kind, article_id, kind, extractor, paragraph_no, start_char, end_char, number)


class ReadSpan(Frozen):
    """A number, date, amount of money, name or place that a reader saw; `used` tells whether a claim rests on it."""

    evidence: Evidence
    kind: SpanKind
    used: bool


class Extraction(Frozen):
    """All that one extractor read in one article."""

    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    spans: tuple[ReadSpan, ...] = ()
