"""One article and its paragraphs."""

from datetime import date

from pydantic import Field, model_validator

from libnews.ids import make_id
from libnews.models.frozen import Frozen
from libnews.models.vocabulary import ParagraphKind, PublishedOnBasis


class Paragraph(Frozen):
    """One line of an article that is not blank, without the white space around it.

    `start_char` and `end_char` count Unicode code points of the article's decoded text, half-open, a leading
    BOM not counted; `line_no`, `col_no` and `paragraph_no` begin at 1. The text is as it stands in the file:
    nothing is normalised. Follows W3C Web Annotation's TextPositionSelector, except that the text is raw.
    """

    article_id: str
    paragraph_no: int = Field(ge=1)
    line_no: int = Field(ge=1)
    col_no: int = Field(ge=1)
    kind: ParagraphKind
    start_char: int = Field(ge=0)
    end_char: int
    text: str = Field(min_length=1)

    @model_validator(mode="after")
    def _span_fits_text(self) -> "Paragraph":
        if self.end_char - self.start_char != len(self.text):
            raise ValueError("a paragraph's span is as long as its text")
        return self


class Article(Frozen):
    """One article as one file (or one place in a file, its `locator`) holds it. schema.org: NewsArticle.

    `sha256` is the hash of the file's bytes, from the same read as the text. `title` (headline), `publisher`,
    `url`, `language` (inLanguage, BCP 47) and `published_on` (datePublished, a day) are null where neither the
    text nor metadata.csv says; `published_on_basis` tells which did. Other columns of metadata.csv are kept in
    `metadata`.
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
