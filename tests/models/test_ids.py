"""Ids stay what they were: SHA-256 of the parts as JSON."""

import base64
import hashlib
import json

from hypothesis import given
from hypothesis import strategies as st

from libnews.ids import make_id

PARTS = st.lists(st.one_of(st.none(), st.integers(), st.text()))


@given(PARTS)
def test_parts_are_hashed_as_json(parts: list[str | int | None]) -> None:
    encoded = json.dumps(parts, ensure_ascii=True, separators=(",", ":")).encode("ascii")
    letters = base64.b32encode(hashlib.sha256(encoded).digest()).decode("ascii").lower()
    assert make_id("claim", *parts) == f"claim_{letters[:20]}"
