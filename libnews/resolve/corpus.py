"""What resolution reads, wherever it lies: in a database, or in values of the models at hand."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Protocol

from libnews.models import Article, Claim, Mention
from libnews.models.corpus import ReadClaim, ReadMention, Story, Tellers


class Corpus(Protocol):
    """All articles of a build with what was read in them.

    Everything is read anew each time it is asked for, so nobody has to hold it.
    """

    def mentions(self) -> Iterable[ReadMention]:
        """Every mention, in no order."""

    def claims(self, record_type: str | None = None) -> Iterable[ReadClaim]:
        """The claims of all mentions of a type (or of all types), by mention, those of one in the order of the text.

        Who tells alike is the same object.
        """

    def stories(self) -> Iterable[Story]:
        """The texts, by article_id."""

    def files(self) -> Iterable[tuple[str, str]]:
        """`file` and article_id of every article."""

    def paragraph(self, article_id: str, paragraph_no: int) -> str:
        """The text of one paragraph."""


class ModelCorpus:
    """A corpus of values at hand."""

    def __init__(self, articles: Iterable[Article], mentions: Iterable[Mention], claims: Iterable[Claim]) -> None:
        self._articles = {article.article_id: article for article in articles}
        self._mentions = {mention.mention_id: mention for mention in mentions}
        self._claims: dict[str, list[Claim]] = defaultdict(list)
        for claim in sorted(claims, key=_in_text_order):
            self._claims[claim.mention_id].append(claim)
        told = ((one.article_id, one.file, one.language, one.published_on) for one in self._articles.values())
        self._tellers = Tellers(told)

    def mentions(self) -> Iterator[ReadMention]:
        """See `Corpus`."""
        for mention_id, mention in self._mentions.items():
            article = self._articles[mention.article_id]
            yield ReadMention(mention_id, str(mention.record_type), mention.article_id, article.published_on)

    def claims(self, record_type: str | None = None) -> Iterator[ReadClaim]:
        """See `Corpus`."""
        for mention_id, mention in sorted(self._mentions.items()):
            if record_type in (None, mention.record_type):
                for claim in self._claims.get(mention_id, ()):
                    teller = self._tellers.teller(str(mention.record_type), mention.article_id, claim.extractor)
                    words = claim.evidence
                    yield ReadClaim(
                        teller, mention_id, claim.claim_id, claim.field, claim.part, claim.value, words.paragraph_no,
                        words.start_char, words.end_char, words.quote,
                    )  # fmt: skip

    def stories(self) -> Iterator[Story]:
        """See `Corpus`."""
        for article_id, article in sorted(self._articles.items()):
            lines = tuple(paragraph.text for paragraph in article.paragraphs if paragraph.kind.is_read)
            yield Story(article_id, article.published_on, article.language, lines)

    def files(self) -> Iterator[tuple[str, str]]:
        """See `Corpus`."""
        return ((article.file, article_id) for article_id, article in sorted(self._articles.items()))

    def paragraph(self, article_id: str, paragraph_no: int) -> str:
        """See `Corpus`."""
        return self._articles[article_id].paragraphs[paragraph_no - 1].text


def _in_text_order(claim: Claim) -> tuple[int, int, int, str]:
    """An order that the database keeps, so that claims read back from it are resolved alike."""
    return claim.evidence.paragraph_no, claim.evidence.start_char, claim.evidence.end_char, claim.claim_id
