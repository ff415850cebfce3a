"""Findings that are known already, and that nobody wants to hear of again."""

from pydantic import Field

from libnews.models.frozen import Frozen


class Baseline(Frozen):
    """The findings of an earlier run: their fingerprints, and by rule how many were counted and not named."""

    fingerprints: frozenset[str]
    unnamed: dict[str, int] = Field(default_factory=dict)
