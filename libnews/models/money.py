"""Money as the source states it: an exact decimal, a currency and how exact the source says it is."""

from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, model_validator

from libnews.models.codes import countries, currencies
from libnews.models.frozen import Frozen
from libnews.models.vocabulary import Qualifier

DIGITS, PLACES = 38, 4


def fits_column(number: Decimal) -> Decimal:
    """Return `number` if DECIMAL(38,4) holds it exactly, else raise `ValueError`: DuckDB would round in silence.

    >>> fits_column(Decimal("19000000"))
    Decimal('19000000')
    """
    if not number.is_finite():
        raise ValueError(f"{number} is not a number")
    exponent = number.normalize().as_tuple().exponent
    assert isinstance(exponent, int)  # only NaN and infinity have letters here
    if exponent < -PLACES or number.adjusted() >= DIGITS - PLACES:
        raise ValueError(f"{number} does not fit DECIMAL({DIGITS},{PLACES}) without rounding")
    return number


def has_column(number: Decimal) -> bool:
    """Whether DECIMAL(38,4) holds `number` exactly.

    >>> has_column(Decimal("0.001")), has_column(Decimal("0.00001"))
    (True, False)
    """
    try:
        fits_column(number)
    except ValueError:
        return False
    return True


def _known_country(code: str) -> str:
    if code not in countries():
        raise ValueError(f"{code!r} is not an ISO 3166-1 alpha-3 code")
    return code


def _known_currency(code: str) -> str:
    if code not in currencies():
        raise ValueError(f"{code!r} is not an ISO 4217 code in use")
    return code


Quantity = Annotated[Decimal, AfterValidator(fits_column)]
"""A number that DECIMAL(38,4) holds exactly."""
CountryCode = Annotated[str, AfterValidator(_known_country)]
"""ISO 3166-1 alpha-3."""
CurrencyCode = Annotated[str, AfterValidator(_known_currency)]
"""ISO 4217."""


class Money(Frozen):
    """An amount in full units (19 million is 19000000), its currency (ISO 4217) and its qualifier.

    `amount` is null exactly where the qualifier is `unspecified` («billions of dollars»).

    >>> Money(amount=Decimal(19_000_000), currency="USD", qualifier="approximately").amount
    Decimal('19000000')
    """

    amount: Quantity | None
    currency: CurrencyCode | None
    qualifier: Qualifier

    @model_validator(mode="after")
    def _amount_or_unspecified(self) -> "Money":
        if (self.amount is None) != (self.qualifier is Qualifier.UNSPECIFIED):
            raise ValueError("an amount is missing exactly where its qualifier is unspecified")
        return self
