"""A quote inside its sentence."""

import re

_ENDS = re.compile(r"(?<=\w\w[.!?؟؛…])[\s«»\"]+|(?<=[!?؟؛…])\s+")
_FARTHEST = 60


def in_sentence(before: str, quote: str, after: str) -> str:
    """The quote in brackets in its sentence; of a long sentence the words nearby, «…» for those left out.

    `before` and `after` are the paragraph around the quote. A full stop after a single letter («د.») ends no sentence.

    >>> in_sentence("انتهت الزيارة. وصل د. ", "سالم الكعبي", " إلى جنيف. ثم غادر")
    'وصل د. [سالم الكعبي] إلى جنيف.'
    """
    start = max((found.end() for found in _ENDS.finditer(before)), default=0)
    ending = _ENDS.search(after)
    left, right = before[start:], after if ending is None else after[: ending.start()]
    return f"{_last_words(left)}[{quote}]{_first_words(right)}"


def _last_words(text: str) -> str:
    if len(text) <= _FARTHEST:
        return text
    _cut, blank, words = text[-_FARTHEST:].partition(" ")
    return f"… {words}" if blank else f"…{text[-_FARTHEST:]}"


def _first_words(text: str) -> str:
    if len(text) <= _FARTHEST:
        return text
    words, blank, _cut = text[:_FARTHEST].rpartition(" ")
    return f"{words} …" if blank else f"{text[:_FARTHEST]}…"
