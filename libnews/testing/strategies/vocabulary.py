"""The words that articles are made of, from the data files beside this module."""

from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Country(NamedTuple):
    """A country and what it is called by."""

    code: str
    name: str
    nationality: str
    city: str


@cache
def countries() -> tuple[Country, ...]:
    """Every country that is told of.

    >>> countries()[0]
    Country(code='EGY', name='مصر', nationality='المصري', city='القاهرة')
    """
    return tuple(Country(*row) for row in _rows("countries.tsv"))


@cache
def people(sort: str) -> tuple[str, ...]:
    """Given or family names, offices or ranks."""
    return tuple(word for name, word in _rows("people.tsv") if name == sort)


@cache
def calendar(sort: str) -> dict[int, str]:
    """The months of one system of names, or the weekdays, by number."""
    return {int(number): word for name, number, word in _rows("calendar.tsv") if name == sort}


@cache
def money(sort: str) -> tuple[tuple[str, str], ...]:
    """Values and words of amounts: numbers, scales, currencies, or of one qualifier."""
    return tuple((value, words) for name, value, words in _rows("money.tsv") if name == sort)


@cache
def sentences(record_type: str, kind: str = "") -> tuple[str, ...]:
    """The sentences that tell of a record of this kind."""
    return tuple(text for name, sort, text in _rows("sentences.tsv") if (name, sort) == (record_type, kind))


@cache
def kinds(record_type: str) -> tuple[str, ...]:
    """The kinds or flows there are sentences for.

    >>> kinds("trade_figure")
    ('two_way', 'exports', 'imports')
    """
    return tuple(dict.fromkeys(sort for name, sort, _ in _rows("sentences.tsv") if name == record_type))


@cache
def _rows(name: str) -> tuple[tuple[str, ...], ...]:
    text = (files("libnews.testing.strategies") / "words" / name).read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("#"))
