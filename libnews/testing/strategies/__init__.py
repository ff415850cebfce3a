"""Hypothesis strategies: articles whose answer is known, corpora that agree, claims and records that are valid.

Use them to test what you build on libnews: a reader or extractor of your own, a page, an export.

>>> from hypothesis import find
>>> from libnews.testing import strategies
>>> told = find(strategies.articles(), lambda told: told.of_type("trade_figure"))
>>> figure, *_ = told.of_type("trade_figure")
>>> all(told.text[field.start_char : field.end_char] == field.quote for field in figure.fields)
True
"""

from libnews.testing.strategies.articles import articles, corpora
from libnews.testing.strategies.claims import claims
from libnews.testing.strategies.records import records
from libnews.testing.strategies.told import Corpus, Told, ToldField, ToldRecord

__all__ = ["Corpus", "Told", "ToldField", "ToldRecord", "articles", "claims", "corpora", "records"]
