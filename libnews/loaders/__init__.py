"""Files in, articles out: what is given either becomes an `Article` or a `Rejected` that says why not."""

from libnews.loaders.claims import SourcedRow, read_claims
from libnews.loaders.content import read_once, sha256_of
from libnews.loaders.decoding import check_encoding
from libnews.loaders.judgements import SourcedJudgement, read_judgements
from libnews.loaders.known_actors import read_known_actors
from libnews.loaders.listing import FoundFile, Listing, Survey, discover, survey
from libnews.loaders.one_file import read
from libnews.loaders.plain_text import load_bytes, load_file
from libnews.loaders.unread_row import UnreadRow

__all__ = [
    "FoundFile", "Listing", "SourcedJudgement", "SourcedRow", "Survey", "UnreadRow", "check_encoding", "discover",
    "load_bytes", "load_file", "read", "read_claims", "read_judgements", "read_known_actors", "read_once",
    "sha256_of", "survey",
]  # fmt: skip
