"""A quote in its sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libnews.reports.quotation import in_sentence

_AROUND = st.text("وصل الوفد. د؟!\n«» ", max_size=200)


@given(_AROUND, st.text("سالم", min_size=1, max_size=9), _AROUND)
def test_words_around_are_the_paragraphs_own(before: str, quote: str, after: str) -> None:
    """The trap: a quote shown in words that do not stand beside it."""
    left, right = in_sentence(before, quote, after).split(f"[{quote}]")
    assert before.endswith(left.removeprefix("…").removeprefix(" "))
    assert after.startswith(right.removesuffix("…").removesuffix(" "))


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("انتهى. وصل ", " أمس. ثم غادر", "وصل [سالم] أمس."),
        ("وصل د. ", " أمس", "وصل د. [سالم] أمس"),
        ("متى وصل؟ قال ", "! نعم", "قال [سالم]!"),
        ("", "", "[سالم]"),
    ],
)
def test_sentences_end_where_people_end_them(before: str, after: str, shown: str) -> None:
    """The trap: a sentence cut at the full stop of an abbreviation."""
    assert in_sentence(before, "سالم", after) == shown


def test_long_sentences_are_cut_at_words() -> None:
    """The trap: half a word, or a line that fills the screen."""
    shown = in_sentence("كلمة " * 60, "سالم", " كلمة" * 60)
    assert len(shown) < 140
    assert shown.startswith("… كلمة")
    assert shown.endswith("كلمة …")
