"""Lines of input files that could not be read as what they should be."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UnreadRow:
    """A line of a file of claims or judgements that is no row, and what was expected there."""

    source: str
    line_no: int
    why: str
