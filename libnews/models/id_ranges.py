"""Records in ranges of their ids, where all at once would take more memory than there is."""

from collections.abc import Iterator
from itertools import pairwise

from libnews.ids import LETTERS

CLAIMS_AT_ONCE = 500_000
"""What so many claims add up to is worked out at once; the records of more are taken in ranges."""


def id_ranges(key: str, claims: int) -> Iterator[str]:
    """SQL conditions on the column `key` (`actor_id`), together true of every value once; few where `claims` are few.

    Ids of one type begin alike and go on by chance, so ranges of one width hold about as many. Other values (null,
    codes of countries) are in the first range or the last; there are at most 32.

    >>> list(id_ranges("actor_id", 672))
    ['true']
    >>> list(id_ranges("actor_id", 672_000))
    ["(actor_id is null or actor_id < 'actor_k')", "actor_id >= 'actor_k'"]
    """
    letters = sorted(LETTERS)
    parts = min(max(-(-claims // CLAIMS_AT_ONCE), 1), len(letters))
    prefix = key.removesuffix("_id")
    starts = [f"'{prefix}_{letters[len(letters) * part // parts]}'" for part in range(1, parts)]
    if not starts:
        yield "true"
        return
    yield f"({key} is null or {key} < {starts[0]})"
    for start, end in pairwise(starts):
        yield f"{key} >= {start} and {key} < {end}"
    yield f"{key} >= {starts[-1]}"
