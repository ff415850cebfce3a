"""File names survive as text, whatever bytes they are made of."""

import os
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libnews.models.file_name import file_name, file_path

# Bytes that are not UTF-8, a backslash, and what an escape looks like, more often than chance has them.
NAMES = st.lists(
    st.sampled_from(
        [b"a", b"\\", b"x", b"\\xff", b"5c", b"\xff", b"\xd8", "س".encode(), b"\n", b"\x1b", b"\xed\xa0\x80"]
    ),
    min_size=1,
    max_size=8,
).map(b"".join)


@pytest.mark.skipif(sys.platform == "win32", reason="names are bytes on POSIX only")
@given(NAMES)
def test_any_name_is_utf8_and_leads_back(name: bytes) -> None:
    text = file_name(os.fsdecode(name))
    assert os.fsencode(file_path(text.encode("utf-8").decode("utf-8"))) == name


@pytest.mark.skipif(sys.platform == "win32", reason="a backslash is a separator there")
def test_a_name_that_looks_escaped_is_not_another_s() -> None:
    # The four characters \xff and the byte FF are two files.
    assert file_name("\\xff") == "\\x5cxff" != file_name("\udcff")
