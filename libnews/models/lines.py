"""Lines of a text with their places: a paragraph is one line that is not blank, without the white space around it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

# str.splitlines() would also split on VT, FF, NEL, LS and PS, which no editor numbers as lines.
_LINE = re.compile(r"[^\r\n]+")


class Line(NamedTuple):
    """The words of a line, where they begin in the text (`start_char`) and in the file (`line_no`, `col_no` from 1)."""

    text: str
    line_no: int
    col_no: int
    start_char: int


def find_lines(text: str) -> Iterator[Line]:
    r"""The lines of `text` that are not blank, ended by LF, CR or CRLF, without the white space around their words.

    >>> list(find_lines("a\r\n\r\n  b \n"))
    [Line(text='a', line_no=1, col_no=1, start_char=0), Line(text='b', line_no=3, col_no=3, start_char=7)]
    """
    line_no, end = 1, 0
    for found in _LINE.finditer(text):
        line_no += _line_ends(text, end, found.start())
        end = found.end()
        words = found[0].strip()
        if words:
            indent = len(found[0]) - len(found[0].lstrip())
            yield Line(words, line_no, indent + 1, found.start() + indent)


def _line_ends(text: str, start: int, end: int) -> int:
    """How many line ends stand between; CRLF is one."""
    return text.count("\n", start, end) + text.count("\r", start, end) - text.count("\r\n", start, end)
