"""One paragraph of an article, as it stands in the file."""

from pydantic import Field, model_validator

from libnews.models.frozen import Frozen
from libnews.models.vocabulary import ParagraphKind


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
