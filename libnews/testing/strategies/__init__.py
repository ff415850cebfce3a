"""Hypothesis strategies: articles whose answer is known, corpora that agree, claims and records that are valid.

Use them to test what you build on libnews: a reader or extractor of your own, a page, an export.

>>> from hypothesis import given
>>> from libnews.testing import strategies
>>> @given(strategies.articles())
... def test_quotes_stand_where_they_are_said_to(told):
...     for record in told.records:
...         for field in record.fields:
...             assert told.text[field.start_char : field.end_char] == field.quote
>>> test_quotes_stand_where_they_are_said_to()
"""

from libnews.testing.strategies.articles import articles, corpora
from libnews.testing.strategies.claims import claims
from libnews.testing.strategies.records import records
from libnews.testing.strategies.told import Corpus, Told, ToldField, ToldRecord

__all__ = ["Corpus", "Told", "ToldField", "ToldRecord", "articles", "claims", "corpora", "records"]
