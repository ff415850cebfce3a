"""What a reader finds in a text: a span, its words and the value they stand for."""

from dataclasses import dataclass
from decimal import Decimal

from libnews.models.vocabulary import Basis, Qualifier


@dataclass(frozen=True, slots=True)
class Match:
    """Words at the half-open span `[start_char, end_char)`, in code points of the text that was searched."""

    start_char: int
    end_char: int
    text: str


@dataclass(frozen=True, slots=True)
class NumberMatch(Match):
    """A number in digits or words; `value` is exact, in full units (19 مليون is 19000000)."""

    value: Decimal


@dataclass(frozen=True, slots=True)
class DateMatch(Match):
    """A date, month, year or period; `value` is EDTF text, or `None` where the words give no date by themselves.

    `basis` is `resolved` where the publication date was needed.
    """

    value: str | None
    basis: Basis


@dataclass(frozen=True, slots=True)
class MoneyMatch(Match):
    """An amount of money. `value` and `amount` are the same: null, with `unspecified`, for «billions of dollars».

    `currency` is ISO 4217 or `None`; `currency_basis` is `inferred` for a bare dollar or dinar. The spans of the number
    words, the currency words and the qualifier words (each within the text, `None` where there are none) lead a claim
    to its own words.
    """

    value: Decimal | None
    currency: str | None
    qualifier: Qualifier
    currency_basis: Basis
    number_span: tuple[int, int] | None
    currency_span: tuple[int, int] | None
    qualifier_span: tuple[int, int] | None

    @property
    def amount(self) -> Decimal | None:
        return self.value


@dataclass(frozen=True, slots=True)
class PlaceMatch(Match):
    """A country, a nationality word or a city. `value` is the country's ISO 3166-1 alpha-3 code.

    `name` is the place's name in the lexicon, the same for every spelling; `kind` is country, nationality or city.
    """

    value: str
    name: str
    kind: str
    is_reference: bool = False
    """Told by a word that means a place named elsewhere in the article: «المملكة»."""


@dataclass(frozen=True, slots=True)
class ItemMatch(Match):
    """A thing named in the source's words (`text`), how many of it, and the word for what is counted (`unit`)."""

    quantity: NumberMatch
    unit: Match


@dataclass(frozen=True, slots=True)
class DurationMatch(Match):
    """A span of time; `value` is an ISO 8601 duration (`P2Y6M`)."""

    value: str
