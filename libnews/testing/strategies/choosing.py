"""One of several, drawn cheaply: Hypothesis takes longer to make a strategy than to draw from one that is there."""

from collections.abc import Sequence
from functools import cache
from typing import TypeVar

from hypothesis import strategies as st

_T = TypeVar("_T")


def one_of(draw: st.DrawFn, options: Sequence[_T]) -> _T:
    """One of the options; it shrinks towards the first."""
    return options[draw(_index(len(options)))] if len(options) > 1 else options[0]


@cache
def _index(options: int) -> st.SearchStrategy[int]:
    return st.integers(0, options - 1)
