"""Sums, and things that are counted, as claims of one part."""

from decimal import Decimal

from libnews.extract.draft import Draft, Place
from libnews.models.match import ItemMatch, Match, MoneyMatch
from libnews.models.vocabulary import Basis, Qualifier


def _at(paragraph_no: int, match: Match) -> Place:
    return Place(paragraph_no, (match.start_char, match.end_char))


def claim_item(draft: Draft, paragraph_no: int, item: ItemMatch, part: int) -> None:
    """Claim a thing, its quantity and its unit as one part."""
    draft.add("item", item.text, _at(paragraph_no, item), part=part)
    draft.add("quantity", plain(item.quantity.value), _at(paragraph_no, item.quantity), part=part)
    draft.add("unit", item.unit.text, _at(paragraph_no, item.unit), part=part)


def plain(number: Decimal) -> str:
    """A number in plain digits, as claims carry it."""
    return format(number.normalize(), "f")


def claim_money(draft: Draft, paragraph_no: int, money: MoneyMatch, part: int) -> None:
    """Claim amount, currency and qualifier as one part, each on its own words where it has some."""
    whole = (money.start_char, money.end_char)
    at = Place(paragraph_no, money.number_span or whole)
    amount = None if money.amount is None else plain(money.amount)
    draft.add("amount", amount, at, part=part)
    if money.currency is not None:
        draft.add(
            "currency", money.currency, Place(paragraph_no, money.currency_span or whole), money.currency_basis, part
        )
    qualifier = Place(paragraph_no, money.qualifier_span or whole)
    stated = money.qualifier_span is not None or money.qualifier is Qualifier.UNSPECIFIED
    draft.add("amount_qualifier", money.qualifier.value, qualifier, Basis.STATED if stated else Basis.INFERRED, part)
