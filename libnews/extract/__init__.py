"""Article in, mentions and claims out."""

from libnews.extract.draft import EXTRACTOR
from libnews.extract.extraction import extract

__all__ = ["EXTRACTOR", "extract"]
