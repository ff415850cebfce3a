"""Where articles differ about a record."""

from libnews.models.frozen import Frozen
from libnews.models.vocabulary import RecordType


class Side(Frozen):
    """What one file says in a conflict, with its first words that say so.

    `kind` is `contradiction` where this side and another cannot both be true, else `variant`. `articles` counts the
    independent articles behind this value (reprints of one text, and those that have it from one agency, once);
    `source` is whose word it is: whom the article names for it, else its publisher, else the file.
    """

    value: str
    file: str | None
    line_no: int | None
    paragraph_no: int
    quote: str
    source: str | None
    kind: str
    articles: int


class Conflict(Frozen):
    """One field of one record about which articles differ.

    `kind` is `contradiction` where two sides cannot both be true, `variant` where all differ in words or in how exact
    they are. `explained` says why they differ, where somebody judged so.
    """

    record_type: RecordType
    record_id: str
    label: str | None
    field: str
    kind: str
    sides: tuple[Side, ...]
    explained: str | None = None
