"""Where articles differ about a record."""

from libnews.models.frozen import Frozen
from libnews.models.vocabulary import RecordType


class Side(Frozen):
    """What one file says in a conflict, with its first words that say so.

    `articles` counts all articles behind this value; `source` is the publisher where known, else the file.
    """

    value: str
    file: str | None
    line_no: int | None
    paragraph_no: int
    quote: str
    source: str | None
    articles: int


class Conflict(Frozen):
    """One field of one record about which articles differ.

    `kind` is `contradiction` where both cannot be true, `variant` for other words or another spelling.
    """

    record_type: RecordType
    record_id: str
    label: str | None
    field: str
    kind: str
    sides: tuple[Side, ...]
