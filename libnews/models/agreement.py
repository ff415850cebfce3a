"""Something agreed between identifiable parties."""

from typing import ClassVar

from pydantic import Field, model_validator

from libnews.models.dates import Edtf
from libnews.models.frozen import Frozen
from libnews.models.money import CountryCode, CurrencyCode, Money, Quantity
from libnews.models.record import Record
from libnews.models.vocabulary import AgreementKind, AgreementStage, PartyRole, Qualifier

DURATION = "^P([0-9]+Y([0-9]+M)?([0-9]+W)?([0-9]+D)?|[0-9]+M([0-9]+W)?([0-9]+D)?|[0-9]+W([0-9]+D)?|[0-9]+D)$"
"""ISO 8601 durations in whole years, months, weeks and days."""


class Party(Frozen):
    """Who agreed, and as what; `role` is null where the source does not say."""

    actor_id: str
    role: PartyRole | None = None


class AgreementItem(Frozen):
    """A thing the agreement covers, in the source's words. SIPRI: weapon designation and number ordered."""

    item: str
    quantity: Quantity | None = None
    unit: str | None = None


class Agreement(Record):
    """A treaty, memorandum, contract, deal or loan, concluded or under way. SIPRI: a register entry; PLOVER: AGREE.

    `date` is EDTF, `country` where it was made (ISO 3166-1 alpha-3), `amount` in full units of `currency` (ISO 4217),
    null with qualifier `unspecified` where the source is vague; `duration` is an ISO 8601 duration (`P2Y6M`).
    `part_of` is the meeting_id of the visit on which it was made.
    """

    claimed: ClassVar[tuple[str, ...]] = (
        "kind", "stage", "date", "country", "subject", "amount", "currency", "amount_qualifier",
        "duration", "part_of", "party", "party_role", "item", "quantity", "unit",
    )  # fmt: skip

    agreement_id: str
    kind: AgreementKind
    stage: AgreementStage | None = None
    date: Edtf | None = None
    country: CountryCode | None = None
    subject: str | None = None
    amount: Quantity | None = None
    currency: CurrencyCode | None = None
    amount_qualifier: Qualifier | None = None
    duration: str | None = Field(default=None, pattern=DURATION)
    part_of: str | None = None
    parties: tuple[Party, ...] = ()
    items: tuple[AgreementItem, ...] = ()

    @property
    def money(self) -> Money | None:
        """Amount, currency and qualifier together; `None` where no price is spoken of."""
        if self.amount_qualifier is None:
            return None
        return Money(amount=self.amount, currency=self.currency, qualifier=self.amount_qualifier)

    def claimed_value(self, field: str) -> object:
        match field:
            case "party":
                return self.parties
            case "party_role":
                return tuple(who.role for who in self.parties if who.role is not None)
            case "item":
                return self.items
            case "quantity" | "unit":
                return tuple(value for thing in self.items if (value := getattr(thing, field)) is not None)
        return super().claimed_value(field)

    @model_validator(mode="after")
    def _amount_has_qualifier(self) -> "Agreement":
        if self.amount is not None and self.amount_qualifier in (None, Qualifier.UNSPECIFIED):
            raise ValueError("an amount comes with the qualifier its source gives it")
        return self
