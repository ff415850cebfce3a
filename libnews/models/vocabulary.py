"""The closed vocabularies of the database, one enum for each column that has one.

The members' values are what stands in the tables. Where a field's standard has a word for the same
thing it is named beside the enum, so that an export can map it.
"""

from collections.abc import Mapping
from enum import StrEnum


class ParagraphKind(StrEnum):
    """What part a paragraph plays on its page; `boilerplate` and `related_link` yield no claims."""

    TITLE = "title"
    SECTION = "section"
    HEADING = "heading"
    BODY = "body"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    BOILERPLATE = "boilerplate"
    RELATED_LINK = "related_link"

    @property
    def is_read(self) -> bool:
        """Whether claims may be read from a paragraph of this kind."""
        return self not in (ParagraphKind.BOILERPLATE, ParagraphKind.RELATED_LINK)


class RecordType(StrEnum):
    """The kinds of record a mention can tell of."""

    ARTICLE = "article"
    ACTOR = "actor"
    MEETING = "meeting"
    AGREEMENT = "agreement"
    TRADE_FIGURE = "trade_figure"


RECORD_TABLES: Mapping[str, tuple[str, ...]] = {
    RecordType.ACTOR: ("actor",),
    RecordType.MEETING: ("meeting", "meeting_participant"),
    RecordType.AGREEMENT: ("agreement", "agreement_party", "agreement_item"),
    RecordType.TRADE_FIGURE: ("trade_figure",),
}
"""The tables that follow from claims, by type of record; the first column of each is the id of the record."""


class Basis(StrEnum):
    """How a claim's value follows from its quote."""

    STATED = "stated"
    """The words say it."""
    RESOLVED = "resolved"
    """A relative date, a surname alone, «the two sides»: the words point at something the article says elsewhere."""
    INFERRED = "inferred"
    """A documented rule says it: a country from its city, USD from a bare dollar."""


class Modality(StrEnum):
    """How surely the words say what a claim says. FactBank: CT+, PR+ or PS+ (planned, possible), CT-."""

    ASSERTED = "asserted"
    """Told as so, or as having taken place."""
    PLANNED = "planned"
    """Announced or intended for later."""
    POSSIBLE = "possible"
    """Told as what may be: «صفقة محتملة», «قد يزور»."""
    DENIED = "denied"
    """Told as not so: «نفى», «لم يوقع»."""


class AttributionKind(StrEnum):
    """What sort of source says something."""

    AGENCY = "agency"
    OUTLET = "outlet"
    OFFICIAL_STATEMENT = "official_statement"
    """A statement, or a body that speaks as such: a ministry, an army, a party, a company."""
    NAMED_PERSON = "named_person"
    NAMED_OFFICE = "named_office"
    """Somebody told by office alone: «المتحدث باسم الجيش»."""
    ANONYMOUS = "anonymous"
    DOCUMENT = "document"
    """A report, a treaty, a law, a set of figures."""


class PublishedOnBasis(StrEnum):
    """Where an article's publication date comes from."""

    TEXT = "text"
    METADATA = "metadata"


class ActorKind(StrEnum):
    """Kinds of actor. FollowTheMoney: Person, PublicBody, Organization, Company; PLOVER: sector codes."""

    PERSON = "person"
    COUNTRY = "country"
    GOVERNMENT = "government"
    ARMED_FORCE = "armed_force"
    ARMED_GROUP = "armed_group"
    PARTY = "party"
    ORGANIZATION = "organization"
    COMPANY = "company"
    IGO = "igo"
    MEDIA = "media"


class MeetingKind(StrEnum):
    """Kinds of encounter. PLOVER: event type CONSULT with modes visit, third-party, multilateral, phone."""

    VISIT = "visit"
    TALKS = "talks"
    RECEPTION = "reception"
    CALL = "call"
    SUMMIT = "summit"
    CEREMONY = "ceremony"


class MeetingStatus(StrEnum):
    """Whether the encounter took place. PLOVER codes a planned meeting as AGREE, a refused one as REJECT."""

    HELD = "held"
    PLANNED = "planned"
    CANCELLED = "cancelled"
    DENIED = "denied"


class ParticipantRole(StrEnum):
    """Part played in a meeting. PLOVER: a visitor is the actor, a host the recipient of CONSULT."""

    HOST = "host"
    VISITOR = "visitor"
    ATTENDEE = "attendee"
    MEDIATOR = "mediator"


class AgreementKind(StrEnum):
    """What an agreement is about."""

    TREATY = "treaty"
    MOU = "mou"
    COOPERATION = "cooperation"
    TRADE = "trade"
    DEFENCE = "defence"
    ARMS_DEAL = "arms_deal"
    ENERGY = "energy"
    LOAN = "loan"
    INVESTMENT = "investment"
    OTHER = "other"


class AgreementStage(StrEnum):
    """How far an agreement has come. SIPRI lists a deal only from `signed` on."""

    PLANNED = "planned"
    NEGOTIATED = "negotiated"
    SIGNED = "signed"
    IN_FORCE = "in_force"
    SUSPENDED = "suspended"
    CANCELLED = "cancelled"
    DENIED = "denied"


class PartyRole(StrEnum):
    """Part taken in an agreement. SIPRI: supplier and recipient."""

    SUPPLIER = "supplier"
    RECIPIENT = "recipient"
    LENDER = "lender"
    BORROWER = "borrower"
    SIGNATORY = "signatory"
    GUARANTOR = "guarantor"


class Flow(StrEnum):
    """Direction of trade. Comtrade: X (exports), M (imports); it has no two-way volume and no balance."""

    TWO_WAY = "two_way"
    EXPORTS = "exports"
    IMPORTS = "imports"
    BALANCE = "balance"
    INVESTMENT = "investment"


class PeriodKind(StrEnum):
    """Length and calendar of a trade figure's period. Comtrade: freqCode A and M, nothing for the rest."""

    YEAR = "year"
    FISCAL_YEAR = "fiscal_year"
    HALF = "half"
    QUARTER = "quarter"
    MONTH = "month"
    RANGE = "range"
    AS_OF = "as_of"


class Qualifier(StrEnum):
    """How exact the source says an amount is."""

    EXACTLY = "exactly"
    """Also for a bare amount."""
    APPROXIMATELY = "approximately"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    AT_LEAST = "at_least"
    UP_TO = "up_to"
    UNSPECIFIED = "unspecified"
    """«Billions of dollars»: money is meant and no amount is given; the amount is null."""


class DatePrecision(StrEnum):
    """How precise a date is: «from 17 to 19» is an interval, «some day in December» a month."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    INTERVAL = "interval"


class SpanKind(StrEnum):
    """What a reader looks for in every paragraph, whether or not a record uses it."""

    NUMBER = "number"
    DATE = "date"
    MONEY = "money"
    NAME = "name"
    PLACE = "place"


class RejectedReason(StrEnum):
    """Why a file did not become an article."""

    EMPTY = "empty"
    NOT_UTF8 = "not-utf8"
    NUL = "nul"
    TOO_LARGE = "too-large"
    NOT_REGULAR = "not-regular"
    SYMLINK = "symlink"
    UNREADABLE = "unreadable"
    DUPLICATE = "duplicate"


class JudgementAction(StrEnum):
    """What somebody decided about what was read."""

    ACCEPT = "accept"
    """Looked at, and right."""
    REJECT = "reject"
    """Not so: no record takes it."""
    CORRECT = "correct"
    """The record takes the value given; its claims stay as they are."""
    EXPLAIN = "explain"
    """Why the sides of a conflict differ."""
    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    """Looked at whether the two are one, and not to be told."""

    @property
    def is_of_pair(self) -> bool:
        """Whether it is about two records."""
        return self in (JudgementAction.SAME, JudgementAction.DIFFERENT, JudgementAction.UNSURE)


class Severity(StrEnum):
    """Weight of a finding; SARIF's levels. Only `error` makes data invalid."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def place(self) -> int:
        """Its place among the severities, the gravest first.

        >>> sorted([Severity.NOTE, Severity.ERROR, Severity.WARNING], key=lambda severity: severity.place)[0].value
        'error'
        """
        return list(Severity).index(self)


class FailOn(StrEnum):
    """How grave a finding has to be for a run to fail."""

    ERROR = "error"
    WARNING = "warning"
    NEVER = "never"

    def includes(self, severity: Severity) -> bool:
        """Whether a finding of this severity makes the run fail.

        >>> FailOn.WARNING.includes(Severity.ERROR), FailOn.ERROR.includes(Severity.WARNING)
        (True, False)
        """
        match self:
            case FailOn.ERROR:
                return severity is Severity.ERROR
            case FailOn.WARNING:
                return severity is not Severity.NOTE
        return False
