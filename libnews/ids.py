"""Identifiers made from content: the same input gives the same id on every machine and in every order."""

import hashlib
from json.encoder import encode_basestring_ascii as _quoted

LETTERS = "abcdefghijklmnopqrstuvwxyz234567"
"""What ids are made of, behind their prefix."""
_PAIRS = [first + second for first in LETTERS for second in LETTERS]
# 100 bits: enough for 10^12 ids with a one in a million chance of any two meeting.
_SHIFTS = range(90, -1, -10)


def make_id(prefix: str, *parts: str | int | None) -> str:
    """Return `prefix_` and 20 lower-case base-32 letters (100 bits of SHA-256) made from `parts`.

    Use it wherever a row needs a key. The parts are encoded as JSON before hashing, so that no two
    different lists of parts read alike: `("a", "b")` and `("ab",)` differ, and so do `None` and `""`.

    >>> make_id("claim", "mention_a", 3, None)
    'claim_lxz6wyideiyiy3isbzv6'
    >>> make_id("claim", "a", "b") == make_id("claim", "ab")
    False
    """
    # As json.dumps writes them, and faster: a build makes millions of ids.
    encoded = ",".join(
        [_quoted(part) if isinstance(part, str) else "null" if part is None else str(part) for part in parts]
    )
    digest = hashlib.sha256(f"[{encoded}]".encode("ascii")).digest()
    # As base64.b32encode writes them, and faster.
    bits = int.from_bytes(digest[:13], "big") >> 4
    return f"{prefix}_{''.join([_PAIRS[bits >> shift & 1023] for shift in _SHIFTS])}"
