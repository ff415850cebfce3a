"""Money: golden cases, and what no text may break."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libnews.arabic.lexicon import rows
from libnews.arabic.money import find_money
from libnews.models.codes import countries, currencies
from libnews.models.match import MoneyMatch
from libnews.models.money import Money

CASES = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "cases" / "money.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
_WORDS = """
بين من إلى و 600 800 4.5 مليون مليار مليارات ملايين عشرات نصف ونصف دولار دولارات الدولارات
أمريكي دينار ليبي ريال $ € billion usd نحو أكثر من لا يتجاوز على الأقل تقريبا ( ) ،
"""
WORDS = st.lists(st.sampled_from(_WORDS.split())).map(" ".join)


def _shown(text: str, found: MoneyMatch) -> str:
    words = text[slice(*found.qualifier_span)] if found.qualifier_span else ""
    amount = "-" if found.amount is None else found.amount
    return (
        f"{found.text}={amount} {found.currency or '-'} {found.currency_basis.value} {found.qualifier.value} [{words}]"
    )


@pytest.mark.parametrize(("country", "text", "expected"), CASES, ids=[f"{where} {text}" for where, text, _ in CASES])
def test_sums_are_read_as_a_reader_reads_them(country: str, text: str, expected: str) -> None:
    """Each case is a form that news uses, or one that looks like money and is none."""
    assert "|".join(_shown(text, found) for found in find_money(text, [country] if country else ())) == expected


@given(st.one_of(st.text(), WORDS), st.sampled_from([None, "LBY", "USA"]))
def test_every_sum_can_be_stored(text: str, country: str | None) -> None:
    """A sum that the column rounds or the model refuses would stop a build."""
    for found in find_money(text, [country] if country else ()):
        assert text[found.start_char : found.end_char] == found.text != ""
        for span in (found.number_span, found.currency_span, found.qualifier_span):
            assert span is None or 0 <= span[0] < span[1] <= len(text)
        Money(amount=found.amount, currency=found.currency, qualifier=found.qualifier)


def test_a_sum_that_its_column_would_round_is_not_found() -> None:
    """DuckDB rounds to four places in silence."""
    assert find_money("1.2345 دولار")
    assert find_money("1.23456 دولار") == []


def test_the_table_of_currencies_holds_codes_only() -> None:
    """A slip in the table would make a currency or country that is none."""
    for alone, _, pairs, _ in rows("currencies"):
        assert alone == "-" or alone in currencies()
        for country, code in (pair.split(":") for pair in pairs.split(" ") if ":" in pair):
            assert country in countries()
            assert code in currencies()
