"""Text in the cells of a CSV file that people open in a spreadsheet."""

import re

# OWASP, «CSV Injection»: what makes a spreadsheet take a cell for a formula.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")


def guarded(text: str) -> str:
    """`text` as a cell that no spreadsheet runs: an apostrophe before what begins like a formula.

    Text that begins with apostrophes and then like a formula gets one more, so that `unguarded` gives every text back.

    >>> guarded("=1+1"), guarded("'=1+1"), guarded("نعم"), guarded("'tis")
    ("'=1+1", "''=1+1", 'نعم', "'tis")
    """
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(cell: str) -> str:
    """The text that `guarded` wrote as `cell`; any other cell is its own text.

    >>> unguarded("'=1+1"), unguarded("=1+1"), unguarded("'tis")
    ('=1+1', '=1+1', "'tis")
    """
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
