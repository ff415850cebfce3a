"""A value with all that a report has to say about where it stands."""

from datetime import date

from libnews.models.frozen import Frozen
from libnews.models.vocabulary import Basis, Modality


class Citation(Frozen):
    """A value of a record, or of a claim, with the best words for it, ready for a footnote. `Database.cite` makes it.

    `value` is as claims write it, an amount with its qualifier and currency; `detail` is the role of a participant or
    party, or quantity and unit of an item; `named` is the label of the record that the value is the id of. `source` is
    who says so: whom the article names, else its publisher. Where a person decided the value, `decided` says who, when
    and why, and the words are those he decided about. What nobody knows is null.
    """

    record_type: str
    record_id: str | None
    label: str | None
    field: str
    value: str | None
    detail: str | None = None
    named: str | None = None
    decided: str | None = None
    quote: str
    sentence: str
    basis: Basis
    modality: Modality | None
    source: str | None
    title: str | None
    publisher: str | None
    published_on: date | None
    url: str | None
    file: str
    line_no: int
    col_no: int
    paragraph_no: int
    sha256: str
    article_id: str
    claim_id: str
    extractor: str

    def cite(self) -> str:
        """One line for a report: what the value is, and where it stands."""
        return f"{self.field} {self.shown}: {self.file}:{self.line_no}:{self.col_no} «{self.quote}»"

    @property
    def shown(self) -> str:
        """The value as people read it."""
        if self.value is None:
            return "(the words give no value)"
        named = self.value if self.named in (None, self.value) else f"{self.named} ({self.value})"
        return named if self.detail is None else f"{named}, {self.detail}"
