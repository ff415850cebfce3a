"""The guess that a refusal offers; it only has to be right where a newsroom's old files are concerned."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libnews.loaders.suggestion import suggested_encoding

TEXT = "استقبل وزير الخارجية في مكتبه بالعاصمة وفدا من رجال الأعمال، وبحث معهم سبل التعاون. " * 3


@pytest.mark.parametrize("encoding", ["windows-1256", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_arabic_in_old_encodings_is_recognised(encoding: str) -> None:
    assert suggested_encoding(TEXT.encode(encoding)) == encoding


def test_noise_is_nothing() -> None:
    # A picture named .txt must not be called UTF-16.
    assert suggested_encoding(bytes(range(256)) * 8) is None


@given(st.binary(max_size=64))
def test_what_is_suggested_can_be_used(raw: bytes) -> None:
    name = suggested_encoding(raw)
    assert name is None or isinstance(raw.decode(name, errors="replace"), str)
