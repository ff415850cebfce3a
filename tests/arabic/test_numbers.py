"""Numbers: golden cases, and what no text may break."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libnews.arabic.numbers import find_numbers
from libnews.arabic.tokens import tokenize

CASES = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "cases" / "numbers.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
_WORDS = """
و واحد وأحد أحد عشر خمسة وعشرين مئة ألف آلاف ألفا مليون ملايين المليار مليارات نصف ونصف 3
4.5 1,250 ٣٫٥ ، دولار
"""
WORDS = st.lists(st.sampled_from(_WORDS.split())).map(" ".join)


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_numbers_are_read_as_a_reader_reads_them(text: str, expected: str) -> None:
    """Each case is a form that news uses, or one that looks like a number and is none."""
    assert "|".join(f"{found.text}={found.value}" for found in find_numbers(text)) == expected


@given(st.one_of(st.text(), WORDS))
def test_spans_hold_their_words_and_do_not_overlap(text: str) -> None:
    """A claim's quote is cut by these spans."""
    end = 0
    for found in find_numbers(text):
        assert found.start_char >= end
        assert text[found.start_char : found.end_char] == found.text != ""
        end = found.end_char


@given(WORDS)
def test_values_are_plain_and_positive(text: str) -> None:
    """A value in powers of ten (4.6E+9) would be stored as other text than the same value elsewhere."""
    for found in find_numbers(text):
        assert found.value > 0
        assert "E" not in str(found.value)


@given(st.integers(0, 10**15 - 1))
def test_digits_are_read_in_every_shape(number: int) -> None:
    """The same number in Arabic-Indic digits, Persian digits and with separators."""
    plain = str(number)
    shapes = [plain, plain.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")), f"{number:,}"]
    for shape in shapes:
        assert [found.value for found in find_numbers(f"بلغ {shape} نسمة")] == [Decimal(number)]


@given(WORDS)
def test_tokens_may_be_cut_before(text: str) -> None:
    """A paragraph is tokenized once for all readers; that must change nothing."""
    assert find_numbers(text, tokenize(text)) == find_numbers(text)
