"""Lines and their spans: a quote must be found again in any editor, by line and column."""

import re

from hypothesis import given
from hypothesis import strategies as st

from libnews.models.lines import find_lines

# Letters, white space of every kind, line ends and the eight characters that str.splitlines() alone splits on.
TEXTS = st.text(st.sampled_from("ab اب\t\n\r\u00a0\u200f\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029"), max_size=60)
LINES = st.lists(st.text(st.sampled_from("ab اب\t\u00a0\u200f\x0b\u2028"), max_size=8), max_size=12)


@given(TEXTS)
def test_spans_lead_back_to_the_words(text: str) -> None:
    for line in find_lines(text):
        assert text[line.start_char : line.start_char + len(line.text)] == line.text
        assert line.text == line.text.strip() != ""


@given(TEXTS)
def test_nothing_but_white_space_lies_between_lines(text: str) -> None:
    covered = 0
    for line in find_lines(text):
        assert text[covered : line.start_char].strip() == ""
        covered = line.start_char + len(line.text)
    assert text[covered:].strip() == ""


@given(TEXTS)
def test_line_and_column_are_those_of_an_editor(text: str) -> None:
    rows = re.split(r"\r\n|\r|\n", text)
    for line in find_lines(text):
        assert rows[line.line_no - 1][line.col_no - 1 :].startswith(line.text)


@given(LINES)
def test_line_ends_make_no_difference(lines: list[str]) -> None:
    ends = ("\n", "\r", "\r\n")
    by_end = [[line[:3] for line in find_lines(end.join(lines))] for end in ends]
    assert by_end[0] == by_end[1] == by_end[2]


def test_only_line_ends_end_lines() -> None:
    # str.splitlines() makes nine lines of this.
    assert len(list(find_lines("a\x0bb\x0cc\x1cd\x1de\x1ef\x85g\u2028h\u2029i"))) == 1


def test_zero_width_marks_are_words_and_nbsp_is_not() -> None:
    assert [line.text for line in find_lines("\u00a0a\u00a0\n\u200fb\u200f")] == ["a", "\u200fb\u200f"]
