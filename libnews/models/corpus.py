"""What resolution reads of a corpus: plain tuples, since there are millions of them."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple


class Teller(NamedTuple):
    """Who tells of a record: one extractor in one article, which keeps apart what it tells apart."""

    record_type: str
    article_id: str
    file: str
    language: str | None
    published_on: date | None
    extractor: str


class ReadMention(NamedTuple):
    """One mention, without what its claims say."""

    mention_id: str
    record_type: str
    article_id: str
    published_on: date | None


class ReadClaim(NamedTuple):
    """One claim, with the mention it belongs to and who tells of it."""

    teller: Teller
    mention_id: str
    claim_id: str
    field: str
    part: int | None
    value: str | None
    paragraph_no: int
    start_char: int
    end_char: int
    quote: str


class Story(NamedTuple):
    """The text of an article, without what is not read: a line for each paragraph."""

    article_id: str
    published_on: date | None
    language: str | None
    lines: tuple[str, ...]


class Tellers:
    """Makes tellers, each once: a corpus has many times more mentions than articles."""

    def __init__(self, articles: Iterable[tuple[str, str, str | None, date | None]]) -> None:
        """`articles` are article_id, file, language and day of publication."""
        self._articles = {article[0]: article for article in articles}
        self._made: dict[tuple[str, str, str], Teller] = {}

    def teller(self, record_type: str, article_id: str, extractor: str) -> Teller:
        """The one teller of these."""
        key = record_type, article_id, extractor
        if key not in self._made:
            self._made[key] = Teller(record_type, *self._articles[article_id], extractor)
        return self._made[key]
