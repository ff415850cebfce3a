"""Where the sentence around a quote begins and ends."""

import re

_ENDS = re.compile(r"(?<=\w\w[.!?؟؛…])[\s«»\"]+|(?<=[!?؟؛…])\s+")


def around(before: str, after: str) -> tuple[str, str]:
    """What stands in the sentence before a quote and after it; `before` and `after` are the paragraph around the quote.

    A full stop after a single letter («د.») ends no sentence.

    >>> around("انتهت الزيارة. وصل د. ", " إلى جنيف. ثم غادر")
    ('وصل د. ', ' إلى جنيف.')
    """
    start = max((found.end() for found in _ENDS.finditer(before)), default=0)
    ending = _ENDS.search(after)
    return before[start:], after if ending is None else after[: ending.start()]
