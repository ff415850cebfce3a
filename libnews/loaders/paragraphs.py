"""Lines of a text with their places: a paragraph is one line that is not blank, without the white space around it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

# str.splitlines() would also split on VT, FF, NEL, LS and PS, which no editor numbers as lines.
_LINE_END = re.compile(r"\r\n|\r|\n")


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
    for line_no, (start, end) in enumerate(_line_spans(text), start=1):
        line = text[start:end]
        words = line.strip()
        if words:
            indent = len(line) - len(line.lstrip())
            yield Line(words, line_no, indent + 1, start + indent)


def _line_spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in _LINE_END.finditer(text):
        yield start, found.start()
        start = found.end()
    yield start, len(text)
