"""Gold records: what a careful person found in one article, to measure a reader against."""

from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, Field, model_validator

from libnews.models.dates import Edtf
from libnews.models.frozen import Frozen
from libnews.models.money import CountryCode, CurrencyCode
from libnews.models.vocabulary import (
    ActorKind,
    AgreementKind,
    AgreementStage,
    Flow,
    MeetingKind,
    MeetingStatus,
    ParagraphKind,
    Qualifier,
)


def _edtf(text: str) -> str:
    Edtf(text)
    return text


def _no_country(kind: ActorKind) -> ActorKind:
    if kind is ActorKind.COUNTRY:
        raise ValueError("a country is no gold actor: name it by its code in `countries` of a record")
    return kind


ParagraphNo = Annotated[int, Field(ge=1)]
Paragraphs = Annotated[tuple[ParagraphNo, ...], Field(min_length=1)]
GoldDate = Annotated[str, AfterValidator(_edtf)]
Words = Annotated[str, Field(min_length=1)]
Amount = Annotated[Decimal, Field(allow_inf_nan=False)]


class GoldActor(Frozen):
    """A person or body that the article names: every form of the name, and every office, as they stand there.

    One who is known only by office has no names.
    """

    kind: Annotated[ActorKind, AfterValidator(_no_country)]
    names: tuple[Words, ...] = ()
    roles: tuple[Words, ...] = ()

    @model_validator(mode="after")
    def _is_told(self) -> "GoldActor":
        if not self.names and not self.roles:
            raise ValueError("give a name, or a role for one who is known only by office")
        return self


class GoldRecord(Frozen):
    """What all gold records but actors have: the paragraphs that tell of it, and whether it need not be found."""

    paragraphs: Paragraphs
    optional: bool = False


class GoldMeeting(GoldRecord):
    """One encounter. A null date, city or country means that the article does not tell it."""

    kind: MeetingKind
    status: MeetingStatus = MeetingStatus.HELD
    participants: tuple[str, ...] = ()
    optional_participants: tuple[str, ...] = ()
    countries: tuple[CountryCode, ...] = ()
    date: GoldDate | None = None
    city: Words | None = None
    country: CountryCode | None = None


class GoldItem(Frozen):
    """Something that an agreement delivers."""

    item: Words
    quantity: Amount | None = None
    unit: Words | None = None


class GoldAgreement(GoldRecord):
    """One agreement. A null amount means that the article gives none."""

    kind: AgreementKind
    stage: AgreementStage
    countries: tuple[CountryCode, ...] = ()
    parties: tuple[str, ...] = ()
    date: GoldDate | None = None
    amount: Amount | None = None
    currency: CurrencyCode | None = None
    amount_qualifier: Qualifier | None = None
    items: tuple[GoldItem, ...] = ()
    duration: Words | None = None


class GoldTradeFigure(GoldRecord):
    """One amount of trade or investment of or between countries."""

    flow: Flow
    countries: tuple[CountryCode, ...] = ()
    amount: Amount
    currency: CurrencyCode | None = None
    amount_qualifier: Qualifier = Qualifier.EXACTLY
    period: GoldDate | None = None


class GoldMoney(Frozen):
    """Any other amount of money."""

    amount: Amount | None
    currency: CurrencyCode | None = None
    amount_qualifier: Qualifier = Qualifier.EXACTLY
    paragraph: ParagraphNo
    text: Words


class GoldArticle(Frozen):
    """The gold records of one article: one JSON file. Actors stand under keys of the writer's own.

    `published_on`, `other_money`, `paragraph_kinds`, and an agreement's `items` and `duration` are held to their form
    and not scored.

    >>> gold = GoldArticle(file="a.txt", actors={"kaabi": GoldActor(kind="person", names=("سالم الكعبي",))},
    ...                    meetings=(GoldMeeting(kind="talks", participants=("kaabi",), paragraphs=(1,)),))
    >>> gold.meetings[0].status.value
    'held'
    """

    file: Words
    published_on: GoldDate | None = None
    actors: dict[str, GoldActor] = Field(default_factory=dict)
    meetings: tuple[GoldMeeting, ...] = ()
    agreements: tuple[GoldAgreement, ...] = ()
    trade_figures: tuple[GoldTradeFigure, ...] = ()
    other_money: tuple[GoldMoney, ...] = ()
    paragraph_kinds: dict[ParagraphKind, tuple[ParagraphNo, ...]] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _actors_are_there(self) -> "GoldArticle":
        named = [
            (f"meetings[{at}]", one.participants + one.optional_participants) for at, one in enumerate(self.meetings)
        ]
        named += [(f"agreements[{at}]", one.parties) for at, one in enumerate(self.agreements)]
        for place, keys in named:
            for key in keys:
                if key not in self.actors:
                    known = ", ".join(sorted(self.actors)) or "none"
                    raise ValueError(f"{place} names {key!r}, which is no key of actors; the keys are: {known}")
        return self

    @property
    def last_paragraph(self) -> int:
        """The highest number of a paragraph that a record names; 0 where there is none."""
        records: tuple[GoldRecord, ...] = (*self.meetings, *self.agreements, *self.trade_figures)
        return max((number for record in records for number in record.paragraphs), default=0)
