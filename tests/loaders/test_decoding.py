"""Bytes become text strictly, or are refused with the place of the first that does not fit."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libnews.errors import InputError
from libnews.loaders.decoding import Decoded, check_encoding, decode
from libnews.loaders.refusal import Refusal

CASES = Path(__file__).parent / "cases" / "bytes.tsv"


def cases() -> Iterator[tuple[str, ...]]:
    for line in CASES.read_text(encoding="utf-8").split("\n"):
        if line and not line.startswith("#"):
            yield tuple(line.split("\t"))


@pytest.mark.parametrize(("hexed", "named", "outcome", "offset", "trap"), list(cases()))
def test_golden_bytes(hexed: str, named: str, outcome: str, offset: str, trap: str) -> None:
    decoded = decode(bytes.fromhex(hexed), None if named == "-" else named)
    if isinstance(decoded, Refusal):
        assert (decoded.reason.value, decoded.byte_offset) == (outcome, None if offset == "-" else int(offset)), trap
    else:
        assert (decoded.encoding, offset) == (outcome, "-"), trap
        assert not decoded.text.startswith("\ufeff"), trap


@given(st.text(), st.booleans())
def test_text_comes_back_without_the_bom_and_nothing_else(text: str, with_bom: bool) -> None:
    decoded = decode(text.encode("utf-8-sig" if with_bom else "utf-8"))
    if isinstance(decoded, Decoded):
        assert decoded.text == (text if with_bom else text.removeprefix("\ufeff"))
    else:
        assert "\0" in text or not any(char.isprintable() and not char.isspace() for char in text)


@given(st.text(st.characters(min_codepoint=0x621, max_codepoint=0x64A), min_size=8))
def test_utf8_is_never_read_as_the_encoding_named(text: str) -> None:
    # Every byte means something in windows-1256: the wrong choice would garble without an error.
    assert decode(text.encode(), "windows-1256") == Decoded(text, "utf-8")


@pytest.mark.parametrize("name", ["utf-8", "windows-1256", "ISO-8859-6", "utf-16", "arabic"])
def test_encodings_python_knows_are_taken(name: str) -> None:
    check_encoding(name)


@pytest.mark.parametrize("name", ["", "no-such", "rot13", "base64", "zip", "../etc", "utf\0-8"])
def test_other_names_are_told_what_to_give(name: str) -> None:
    # rot13 and base64 are codecs of Python too, but not from bytes to text.
    with pytest.raises(InputError, match="windows-1256"):
        check_encoding(name)
