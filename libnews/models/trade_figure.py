"""What trade was worth."""

from typing import ClassVar

from libnews.models.dates import Edtf
from libnews.models.money import CountryCode, CurrencyCode, Money, Quantity
from libnews.models.record import Record
from libnews.models.vocabulary import Flow, Qualifier


class TradeFigure(Record):
    """A money amount of trade or investment of or between countries. Comtrade: flowCode, reporterISO, partnerISO,
    period, primaryValue.

    `reporter` and `partner` are ISO 3166-1 alpha-3; `partner` is null where the figure is a country's trade with all.
    `commodity` holds the source's words and is null for all goods. `amount` is in full units of `currency` (ISO 4217).
    `period` is EDTF; a fiscal year is written as the text writes it (`2022/2023`). `same_as` is the trade_figure_id of
    the figure that this one restates in another currency.
    """

    claimed: ClassVar[tuple[str, ...]] = (
        "flow", "reporter", "partner", "commodity", "amount", "currency", "amount_qualifier", "period",
    )  # fmt: skip

    trade_figure_id: str
    flow: Flow
    reporter: CountryCode | None = None
    partner: CountryCode | None = None
    commodity: str | None = None
    amount: Quantity
    currency: CurrencyCode | None = None
    amount_qualifier: Qualifier
    period: Edtf | None = None
    same_as: str | None = None

    @property
    def money(self) -> Money:
        """Amount, currency and qualifier together."""
        return Money(amount=self.amount, currency=self.currency, qualifier=self.amount_qualifier)
