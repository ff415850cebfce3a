"""One pandera schema for every table of the database, under the table's name in CamelCase.

Use one to validate a table of your own before you hand it on, or read it to see what a column may hold:

>>> from libnews.checks import schemas
>>> schemas.Meeting.to_schema().columns["date"].nullable
True

What relates rows to one another (references, quotes, support) stands in `libnews/checks/rules/*.sql`.
A key of several columns, or of one, is `Config.unique`: pandera's ibis backend ignores `Field(unique=True)`.
"""

from libnews.checks.fields import (
    Amount,
    Count,
    Day,
    Flag,
    Json,
    Number,
    Sum,
    Text,
    at_least,
    country,
    currency,
    filled,
    given,
    identifier,
    matching,
    optional,
    sha256,
    word,
)  # fmt: skip
from libnews.checks.frames import Schema
from libnews.models import vocabulary as words
from libnews.models.agreement import DURATION
from libnews.models.claim import OWN_TYPE


class Article(Schema):
    """One article as one file holds it."""

    article_id: Text = identifier("article")
    file: Text = filled()
    locator: Text = optional()
    sha256: Text = sha256()
    byte_length: Count = at_least(0)
    encoding: Text = filled()
    title: Text = optional()
    publisher: Text = optional()
    url: Text = optional()
    language: Text = optional()
    published_on: Day = optional()
    published_on_basis: Text = word(words.PublishedOnBasis, nullable=True)
    metadata: Json = given()
    reprint_of: Text = optional()

    class Config:
        strict = True
        unique = ("article_id",)


class Paragraph(Schema):
    """One line of an article that is not blank."""

    article_id: Text = given()
    paragraph_no: Number = at_least(1)
    line_no: Number = at_least(1)
    col_no: Number = at_least(1)
    kind: Text = word(words.ParagraphKind)
    start_char: Number = at_least(0)
    end_char: Number = given()
    text: Text = filled()

    class Config:
        strict = True
        unique = ("article_id", "paragraph_no")


class Mention(Schema):
    """One record as one article tells it."""

    mention_id: Text = identifier(*words.RecordType, OWN_TYPE)
    record_type: Text = matching(rf"^({'|'.join(words.RecordType)}|{OWN_TYPE})$")
    article_id: Text = given()
    record_id: Text = optional()
    reason: Text = optional()

    class Config:
        strict = True
        unique = ("mention_id",)


class Claim(Schema):
    """One value of one field, read from one place."""

    claim_id: Text = identifier("claim")
    mention_id: Text = given()
    field: Text = given()
    part: Number = at_least(1, nullable=True)
    value: Text = optional()
    article_id: Text = given()
    paragraph_no: Number = given()
    start_char: Number = given()
    end_char: Number = given()
    quote: Text = given()
    basis: Text = word(words.Basis)
    extractor: Text = matching(r"^(human|program):[^\t\n\f\r ]+$")
    modality: Text = word(words.Modality, nullable=True)
    attribution_id: Text = optional()

    class Config:
        strict = True
        unique = ("claim_id",)


class Attribution(Schema):
    """A source that an article names for a claim."""

    attribution_id: Text = identifier("attribution")
    article_id: Text = given()
    paragraph_no: Number = given()
    start_char: Number = given()
    end_char: Number = given()
    quote: Text = given()
    kind: Text = word(words.AttributionKind, nullable=True)
    actor_mention_id: Text = optional()
    source_count: Number = at_least(1, nullable=True)

    class Config:
        strict = True
        unique = ("attribution_id",)


class Span(Schema):
    """Something read, claimed or passed over."""

    article_id: Text = given()
    paragraph_no: Number = given()
    start_char: Number = given()
    end_char: Number = given()
    kind: Text = word(words.SpanKind)
    quote: Text = given()
    used: Flag = given()

    class Config:
        strict = True
        unique = ("article_id", "paragraph_no", "start_char", "end_char", "kind")


class Actor(Schema):
    """Someone or something that acts."""

    actor_id: Text = matching(r"^([A-Z]{3}|actor_[a-z2-7]{20})$")
    kind: Text = word(words.ActorKind)
    name: Text = filled(nullable=True)
    country: Text = country()
    name_en: Text = filled(nullable=True)
    wikidata_id: Text = matching(r"^Q[1-9][0-9]*$", nullable=True)

    class Config:
        strict = True
        unique = ("actor_id",)


class Meeting(Schema):
    """An encounter of named sides."""

    meeting_id: Text = identifier("meeting")
    kind: Text = word(words.MeetingKind)
    status: Text = word(words.MeetingStatus)
    date: Text = optional()
    date_first: Day = optional()
    date_last: Day = optional()
    date_precision: Text = word(words.DatePrecision, nullable=True)
    city: Text = filled(nullable=True)
    country: Text = country()
    venue: Text = filled(nullable=True)
    part_of: Text = optional()

    class Config:
        strict = True
        unique = ("meeting_id",)


class MeetingParticipant(Schema):
    """Who took part in a meeting."""

    meeting_id: Text = given()
    actor_id: Text = given()
    role: Text = word(words.ParticipantRole, nullable=True)

    class Config:
        strict = True
        unique = ("meeting_id", "actor_id")


class Agreement(Schema):
    """Something agreed between identifiable parties."""

    agreement_id: Text = identifier("agreement")
    kind: Text = word(words.AgreementKind)
    stage: Text = word(words.AgreementStage, nullable=True)
    date: Text = optional()
    date_first: Day = optional()
    date_last: Day = optional()
    date_precision: Text = word(words.DatePrecision, nullable=True)
    country: Text = country()
    subject: Text = filled(nullable=True)
    amount: Amount = optional()
    currency: Text = currency()
    amount_qualifier: Text = word(words.Qualifier, nullable=True)
    duration: Text = matching(DURATION, nullable=True)
    part_of: Text = optional()

    class Config:
        strict = True
        unique = ("agreement_id",)


class AgreementParty(Schema):
    """Who agreed."""

    agreement_id: Text = given()
    actor_id: Text = given()
    role: Text = word(words.PartyRole, nullable=True)

    class Config:
        strict = True
        unique = ("agreement_id", "actor_id")


class AgreementItem(Schema):
    """What an agreement covers."""

    agreement_id: Text = given()
    item: Text = filled()
    quantity: Amount = optional()
    unit: Text = filled(nullable=True)

    class Config:
        strict = True
        unique = ("agreement_id", "item", "quantity", "unit")


class TradeFigure(Schema):
    """What trade was worth."""

    trade_figure_id: Text = identifier("trade_figure")
    flow: Text = word(words.Flow)
    reporter: Text = country()
    partner: Text = country()
    commodity: Text = filled(nullable=True)
    amount: Amount = given()
    currency: Text = currency()
    amount_qualifier: Text = word(words.Qualifier)
    period: Text = optional()
    period_kind: Text = word(words.PeriodKind, nullable=True)
    period_first: Day = optional()
    period_last: Day = optional()
    same_as: Text = optional()

    class Config:
        strict = True
        unique = ("trade_figure_id",)


class Judgement(Schema):
    """What a person decided."""

    judgement_id: Text = identifier("judgement")
    action: Text = word(words.JudgementAction)
    id: Text = filled()
    other_id: Text = filled(nullable=True)
    file: Text = filled(nullable=True)
    paragraph_no: Number = at_least(1, nullable=True)
    field: Text = filled(nullable=True)
    quote: Text = filled(nullable=True)
    value: Text = filled(nullable=True)
    decided_by: Text = filled()
    decided_on: Day = given()
    reason: Text = filled(nullable=True)
    applied: Flag = given()

    class Config:
        strict = True
        unique = ("judgement_id",)


class KnownActor(Schema):
    """Somebody whom the user knew already."""

    known_id: Text = filled()
    name: Text = filled()
    aliases: Text = filled(nullable=True)
    name_en: Text = filled(nullable=True)
    kind: Text = word(words.ActorKind)
    country: Text = country()
    wikidata_id: Text = matching(r"^Q[1-9][0-9]*$", nullable=True)
    actor_id: Text = optional()

    class Config:
        strict = True
        unique = ("known_id",)


class UndecidedPair(Schema):
    """Two records that may be one."""

    record_type: Text = word(words.RecordType)
    id: Text = given()
    other_id: Text = given()
    reason: Text = filled()

    class Config:
        strict = True
        unique = ("id", "other_id")


class Rejected(Schema):
    """A file that did not become an article, and why."""

    file: Text = filled()
    locator: Text = optional()
    reason: Text = word(words.RejectedReason)
    byte_offset: Count = at_least(0, nullable=True)
    detail: Text = given()
    byte_length: Count = at_least(0, nullable=True)
    sha256: Text = sha256(nullable=True)

    class Config:
        strict = True
        unique = ("file", "locator")


class Build(Schema):
    """What made the database, and how much of what."""

    libnews_version: Text = filled()
    schema_version: Number = at_least(1)
    extractors: Text = given()
    given: Count = at_least(0)
    accepted: Count = at_least(0)
    rejected: Count = at_least(0)
    ignored: Count = at_least(0)
    paragraphs: Count = at_least(0)
    mentions: Count = at_least(0)
    claims: Count = at_least(0)
    spans: Count = at_least(0)

    class Config:
        strict = True


class Digest(Schema):
    """Fingerprints of the other tables."""

    table_name: Text = given()
    row_count: Count = at_least(0)
    digest: Text = matching(r"^[0-9a-f]{32}$")
    row_sum: Sum = optional()
    place_sum: Sum = optional()

    class Config:
        strict = True
        unique = ("table_name",)


TABLES: dict[str, type[Schema]] = {
    "article": Article,
    "paragraph": Paragraph,
    "mention": Mention,
    "claim": Claim,
    "attribution": Attribution,
    "span": Span,
    "actor": Actor,
    "meeting": Meeting,
    "meeting_participant": MeetingParticipant,
    "agreement": Agreement,
    "agreement_party": AgreementParty,
    "agreement_item": AgreementItem,
    "trade_figure": TradeFigure,
    "judgement": Judgement,
    "known_actor": KnownActor,
    "undecided_pair": UndecidedPair,
    "rejected": Rejected,
    "build": Build,
    "digest": Digest,
}
"""Every table of the contract with its schema."""
