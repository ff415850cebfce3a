"""Folding and its way back: every value of the library is traced through these positions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libnews.arabic.fold import bare, fold, fold_with_positions

ARABIC = st.text(st.characters(min_codepoint=0x600, max_codepoint=0x6FF))
MIXED = st.text(
    st.one_of(
        st.characters(min_codepoint=0x600, max_codepoint=0x6FF),
        st.characters(min_codepoint=0xFB50, max_codepoint=0xFEFC),
        st.sampled_from("ـ\u200f\u200d\u202b\ufeff \nAzİß٣3۳"),
    )
)


@given(st.one_of(st.text(), MIXED))
def test_the_map_goes_with_the_folded_text(text: str) -> None:
    """Search folds with fold(), quotes are found with the map: were they to differ, quotes would be false."""
    assert fold_with_positions(text).text == fold(text)


@given(st.one_of(st.text(), MIXED))
def test_positions_never_go_back(text: str) -> None:
    """A map that went back would give spans that end before they begin."""
    folded = fold_with_positions(text)
    assert len(folded.positions) == len(folded.text) + 1
    assert list(folded.positions) == sorted(folded.positions)
    assert folded.positions[-1] == len(text)


@given(MIXED, st.data())
def test_a_raw_span_folds_to_what_it_was_found_by(text: str, data: st.DataObject) -> None:
    """The raw words of a folded span hold that span, ligatures taken whole."""
    folded = fold_with_positions(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    first, last = folded.raw_span(start, end)
    assert first <= last
    assert folded.text[start:end] in fold(text[first:last])


@given(ARABIC)
def test_folding_twice_is_folding_once(text: str) -> None:
    """Folded names are stored and folded again by the SQL macro."""
    assert fold(fold(text)) == fold(text)


@given(ARABIC)
def test_bare_keeps_what_fold_keeps(text: str) -> None:
    """Bare is a lighter folding, not another one: two texts that are one when bare are one when folded."""
    assert fold(bare(text)) == fold(text)


@pytest.mark.parametrize(
    ("raw", "folded"),
    [
        ("أُسَامَة", "اسامه"),
        ("لـيـبـيـا", "ليبيا"),
        ("٣٫٥", "3.5"),
        ("۱۲۳", "123"),
        ("ﻟﻴﺒﻴﺎ", "ليبيا"),
        ("كی", "كي"),
        ("آل\u200f ثاني", "ال ثاني"),
        ("JF", "jf"),
    ],
)
def test_spellings_of_one_word_become_one(raw: str, folded: str) -> None:
    """Each of these stands in real news in both spellings; unfolded they would be two names."""
    assert fold(raw) == folded


def test_a_ligature_is_quoted_whole() -> None:
    """ﷲ is one character and four letters: half of it cannot be quoted."""
    folded = fold_with_positions("عبد ﷲ")
    start = folded.text.index("الل")
    assert folded.raw_span(start, start + 2) == (4, 5)
