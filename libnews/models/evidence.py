"""The exact words a value was read from."""

from typing import Protocol

from pydantic import Field, model_validator

from libnews.models.frozen import Frozen
from libnews.models.paragraph import Paragraph
from libnews.models.vocabulary import Basis, Modality


class Source(Protocol):
    """What evidence is taken from: an article, or anything that names its file."""

    @property
    def file(self) -> str: ...


class Evidence(Frozen):
    """A quotation and its place: half-open `[start_char, end_char)` in code points of the paragraph's text.

    W3C Web Annotation: a TextPositionSelector (`start_char`, `end_char`) and a TextQuoteSelector (`quote`,
    `before`, `after`) on the same source. An Evidence whose quote is not at its span cannot be built
    (`ValidationError`). `modality` and `source` tell how surely and by whom it is said, where a claim read back from a
    database rests on the words and that was read; null otherwise.

    >>> paragraph = Paragraph(article_id="article_x", paragraph_no=1, line_no=3, col_no=1, kind="body",
    ...                       start_char=10, end_char=25, text="التقى حفتر منير")
    >>> Evidence.at("a.txt", paragraph, 6, 10).cite()
    'a.txt:3:7 «حفتر»'
    """

    file: str
    paragraph: Paragraph = Field(repr=False)
    start_char: int = Field(ge=0)
    end_char: int
    quote: str = Field(min_length=1)
    basis: Basis = Basis.STATED
    modality: Modality | None = None
    source: str | None = None

    @model_validator(mode="after")
    def _quote_is_there(self) -> "Evidence":
        if self.paragraph.text[self.start_char : self.end_char] != self.quote or self.end_char > len(
            self.paragraph.text
        ):
            raise ValueError(f"the quote is not at [{self.start_char}, {self.end_char}) of the paragraph")
        return self

    @classmethod
    def at(
        cls, source: Source | str, paragraph: Paragraph, start_char: int, end_char: int, basis: Basis = Basis.STATED
    ) -> "Evidence":
        """The words at a span of a paragraph of `source` (an article, or its file name)."""
        return cls(
            file=source if isinstance(source, str) else source.file,
            paragraph=paragraph,
            start_char=start_char,
            end_char=end_char,
            quote=paragraph.text[start_char:end_char],
            basis=basis,
        )

    @property
    def article_id(self) -> str:
        return self.paragraph.article_id

    @property
    def paragraph_no(self) -> int:
        return self.paragraph.paragraph_no

    @property
    def place(self) -> tuple[str, int, int, int]:
        """Article, paragraph and span: equal for the same words, whatever rests on them."""
        return self.article_id, self.paragraph_no, self.start_char, self.end_char

    @property
    def line_no(self) -> int:
        """Line of the file, from 1."""
        return self.paragraph.line_no

    @property
    def col_no(self) -> int:
        """Column of the quote's first character in its line, in code points, from 1."""
        return self.paragraph.col_no + self.start_char

    @property
    def before(self) -> str:
        """The paragraph's text before the quote (TextQuoteSelector's prefix, whole)."""
        return self.paragraph.text[: self.start_char]

    @property
    def after(self) -> str:
        """The paragraph's text after the quote (TextQuoteSelector's suffix, whole)."""
        return self.paragraph.text[self.end_char :]

    @property
    def is_claimable(self) -> bool:
        """Whether claims may rest on this paragraph: not on boilerplate, not on links to other stories."""
        return self.paragraph.kind.is_read

    def cite(self) -> str:
        """One line for a report: file, line, column and the words."""
        return f"{self.file}:{self.line_no}:{self.col_no} «{self.quote}»"
