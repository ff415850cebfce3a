"""Tokens: where they stand, and what is one word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libnews.arabic.fold import bare
from libnews.arabic.tokens import sentences, tokenize

TEXT = st.one_of(
    st.text(),
    st.text(st.sampled_from("ابتليـًّ\u200f و123٣٫.,/-–%$JFaz ()«»؟!\n\u00a0")),
)


@given(TEXT)
def test_tokens_stand_where_they_say(text: str) -> None:
    """Spans of claims are spans of tokens."""
    end = 0
    for token in tokenize(text):
        assert token.start_char >= end
        assert text[token.start_char : token.end_char] == token.text != ""
        assert token.bare == bare(token.text)
        end = token.end_char


@given(TEXT)
def test_no_letter_or_digit_is_lost(text: str) -> None:
    """A word outside every token could never be read."""
    inside = {place for token in tokenize(text) for place in range(token.start_char, token.end_char)}
    outside = [char for place, char in enumerate(text) if place not in inside]
    assert not [char for char in outside if char.isalpha() and bare(char)]
    assert not [char for char in outside if char in "0123456789٠١٢٣٤٥٦٧٨٩"]


@given(TEXT)
def test_sentences_hold_every_token_once(text: str) -> None:
    """A token between two sentences would be read by no rule."""
    tokens = tokenize(text)
    assert [place for start, end in sentences(tokens) for place in range(start, end)] == list(range(len(tokens)))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("بـ4 مليارات", ["بـ", "4", "مليارات"]),
        ("و12 طائرة", ["و", "12", "طائرة"]),
        ("100مليون", ["100", "مليون"]),
        ("طراز JF-17 و F16", ["طراز", "JF-17", "و", "F16"]),
        ("#الاتحاد_الأوروبي", ["الاتحاد", "الأوروبي"]),
        ("2022/2023", ["2022/2023"]),
        ("لـCNN", ["لـ", "CNN"]),
        ("حدثًا،", ["حدثًا", "،"]),
    ],
)
def test_words_are_cut_where_readers_cut_them(text: str, words: list[str]) -> None:
    """Digits glued to a clitic hide the number; digits of a model name are no number."""
    assert [token.text for token in tokenize(text)] == words
