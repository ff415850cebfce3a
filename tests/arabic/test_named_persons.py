"""Names in any text: the span is the name, whatever stands around it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from libnews.arabic import find_names

_LETTERS = st.text("سالم الكعبيوزير\n\r\t ،.«»ـًّ12", max_size=60)


@settings(deadline=None)  # the first example waits for the lexicon
@given(_LETTERS)
def test_any_text_gives_matches_in_order(text: str) -> None:
    """The trap: spans that count in a line and not in the text, or that come line by line out of order."""
    found = find_names(text)
    assert all(match.text == match.value == text[match.start_char : match.end_char] for match in found)
    assert [match.start_char for match in found] == sorted(match.start_char for match in found)


@settings(deadline=None)
@given(st.text("\r\n \t", max_size=5), st.sampled_from(["\n", "\r\n", "\r", "\n\n"]))
def test_planted_name_is_found_where_it_stands(before: str, end: str) -> None:
    """The trap: a carriage return that counts as two characters, or as none."""
    text = f"{before}خبر{end}استقبل الوزير سالم الكعبي وفدا"
    assert [match.start_char for match in find_names(text)] == [text.index("سالم")]


@pytest.mark.parametrize(("text", "names"), [("", []), ("\n\n", []), ("التقى بالوزير سالم الكعبي", ["سالم الكعبي"])])
def test_titles_are_no_part_of_a_name(text: str, names: list[str]) -> None:
    """The trap: «الوزير» as somebody's first name."""
    assert [match.value for match in find_names(text)] == names
