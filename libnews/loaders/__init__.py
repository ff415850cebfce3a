"""Files in, articles out: what is given either becomes an `Article` or a `Rejected` that says why not."""

from libnews.loaders.decoding import check_encoding
from libnews.loaders.duplicates import reject_duplicates
from libnews.loaders.listing import FoundFile, Listing, discover
from libnews.loaders.plain_text import load_file

__all__ = ["FoundFile", "Listing", "check_encoding", "discover", "load_file", "reject_duplicates"]
