"""One article, and where words stand in it."""

from collections.abc import Iterator
from datetime import date

from pydantic import Field, model_validator

from libnews.errors import Ambiguous, NotFound
from libnews.ids import make_id
from libnews.models.evidence import Evidence
from libnews.models.frozen import Frozen
from libnews.models.paragraph import Paragraph
from libnews.models.vocabulary import PublishedOnBasis

_LISTED = 20


def starts(text: str, quote: str) -> Iterator[int]:
    """Where `quote` begins in `text`, overlapping places too; occurrences are counted in this order.

    >>> list(starts("aaa", "aa"))
    [0, 1]
    """
    start = text.find(quote)
    while start >= 0:
        yield start
        start = text.find(quote, start + 1)


def occurrence_at(text: str, quote: str, start: int) -> int | None:
    """Which place of `quote` in `text` begins at `start`, from 1; `None` where there is no other.

    >>> occurrence_at("حفتر وحفتر", "حفتر", 6), occurrence_at("حفتر", "حفتر", 0)
    (2, None)
    """
    found = list(starts(text, quote))
    return found.index(start) + 1 if len(found) > 1 else None


class Article(Frozen):
    """One article as one file (or one place in a file, its `locator`) holds it. schema.org: NewsArticle.

    `sha256` is the hash of the file's bytes, from the same read as the text. `title` (headline), `publisher`,
    `url`, `language` (inLanguage, BCP 47) and `published_on` (datePublished, a day) are null where neither the
    text nor metadata.csv says; `published_on_basis` tells which did. Other columns of metadata.csv are kept in
    `metadata`. `reprint_of` is the article_id of the article whose text this one repeats, as resolution decides.
    """

    article_id: str
    file: str
    locator: str | None = None
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    byte_length: int = Field(ge=0)
    encoding: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    published_on: date | None = None
    published_on_basis: PublishedOnBasis | None = None
    metadata: dict[str, str] = Field(default_factory=dict)
    reprint_of: str | None = None
    paragraphs: tuple[Paragraph, ...] = ()

    @model_validator(mode="after")
    def _parts_agree(self) -> "Article":
        if (self.published_on is None) != (self.published_on_basis is None):
            raise ValueError("published_on and published_on_basis come together")
        for number, paragraph in enumerate(self.paragraphs, start=1):
            if paragraph.paragraph_no != number or paragraph.article_id != self.article_id:
                raise ValueError(f"paragraph {number} is not paragraph {number} of this article")
        return self

    @staticmethod
    def id_of(sha256: str, locator: str | None) -> str:
        """The id of the article with these bytes at this place; its path plays no part."""
        return make_id("article", sha256, locator)

    def places(self, quote: str, paragraph_no: int | None = None) -> tuple[Evidence, ...]:
        """Every place that holds `quote`, in text order, letter for letter; overlapping ones too.

        Nothing is folded or repaired: where the text writes إلى and the quote الى, there is no such place.
        """
        if not quote or (paragraph_no is not None and paragraph_no < 1):
            return ()
        wanted = self.paragraphs if paragraph_no is None else self.paragraphs[paragraph_no - 1 : paragraph_no]
        return tuple(
            Evidence.at(self, paragraph, start, start + len(quote))
            for paragraph in wanted
            if quote in paragraph.text
            for start in starts(paragraph.text, quote)
        )

    def find(self, quote: str, paragraph_no: int | None = None, occurrence: int | None = None) -> Evidence:
        """The one place that holds `quote`; use it to make claims by hand.

        `paragraph_no` (from 1) and `occurrence` (from 1, within the paragraph where one is given) say which, where the
        words stand several times. Raises `NotFound`, or `Ambiguous`, which carries the places.

        >>> from libnews.models import Paragraph
        >>> text = "بقيمة 4 مليارات دولار"
        >>> line = Paragraph(article_id="article_x", paragraph_no=1, line_no=1, col_no=1, kind="body",
        ...                  start_char=0, end_char=len(text), text=text)
        >>> article = Article(article_id="article_x", file="a.txt", sha256="0" * 64, byte_length=9, encoding="utf-8",
        ...                   paragraphs=(line,))
        >>> article.find("4 مليارات").cite()
        'a.txt:1:7 «4 مليارات»'
        """
        found = self.places(quote, paragraph_no)
        where = self.file if paragraph_no is None else f"{self.file} ¶{paragraph_no}"
        if occurrence is not None:
            if 0 < occurrence <= len(found):
                return found[occurrence - 1]
            raise NotFound(f"{where} holds «{quote}» {len(found)} times, not {occurrence}", found)
        if not found:
            elsewhere = () if paragraph_no is None else self.places(quote)
            listed = ", ".join(place.cite() for place in elsewhere[:_LISTED])
            stands = f"; it stands at {listed}" if listed else ""
            raise NotFound(f"«{quote}» is not in {where}, letter for letter{stands}", elsewhere)
        if len(found) > 1:
            listed = ", ".join(f"¶{place.paragraph_no}:{place.start_char}" for place in found[:_LISTED])
            more = ", …" if len(found) > _LISTED else ""
            raise Ambiguous(
                f"«{quote}» stands {len(found)} times in {where} (paragraph:start_char {listed}{more}); "
                "say which by paragraph_no and occurrence",
                found,
            )
        return found[0]
