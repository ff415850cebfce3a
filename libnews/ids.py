"""Identifiers made from content: the same input gives the same id on every machine and in every order."""

import hashlib
from collections.abc import Iterator
from itertools import pairwise
from json.encoder import encode_basestring_ascii as _quoted

_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"
_PAIRS = [first + second for first in _LETTERS for second in _LETTERS]
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
    # As json.dumps writes them, which takes three times as long: a build makes millions of ids.
    encoded = ",".join(
        [_quoted(part) if isinstance(part, str) else "null" if part is None else str(part) for part in parts]
    )
    digest = hashlib.sha256(f"[{encoded}]".encode("ascii")).digest()
    # As base64.b32encode writes them, in half its time.
    bits = int.from_bytes(digest[:13], "big") >> 4
    return f"{prefix}_{''.join([_PAIRS[bits >> shift & 1023] for shift in _SHIFTS])}"


CLAIMS_AT_ONCE = 500_000
"""So many claims are made into records at once; more are taken in ranges of ids."""


def id_ranges(column: str, prefix: str, parts: int) -> Iterator[str]:
    """SQL conditions, each true for about one of `parts` ids with this prefix, and together for every value once.

    Use it where a query over all records takes more memory than there is. Other values (null, codes of countries) are
    in the first or the last range; there are at most 32.

    >>> list(id_ranges("actor_id", "actor", 1))
    ['true']
    >>> list(id_ranges("actor_id", "actor", 2))
    ["(actor_id is null or actor_id < 'actor_k')", "actor_id >= 'actor_k'"]
    """
    letters = sorted(_LETTERS)
    parts = min(max(parts, 1), len(letters))
    starts = [f"'{prefix}_{letters[len(letters) * part // parts]}'" for part in range(1, parts)]
    if not starts:
        yield "true"
        return
    yield f"({column} is null or {column} < {starts[0]})"
    for start, end in pairwise(starts):
        yield f"{column} >= {start} and {column} < {end}"
    yield f"{column} >= {starts[-1]}"
