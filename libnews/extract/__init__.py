"""Article in, mentions and claims out; claims from outside, held to the articles."""

from libnews.extract.assembly import assemble
from libnews.extract.draft import EXTRACTOR
from libnews.extract.extraction import extract
from libnews.extract.outside import claim, verify
from libnews.extract.placing import Placed, hold_together, place

__all__ = ["EXTRACTOR", "Placed", "assemble", "claim", "extract", "hold_together", "place", "verify"]
