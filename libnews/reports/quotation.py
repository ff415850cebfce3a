"""A quote inside its sentence."""

from libnews.models.sentence import around

_FARTHEST = 60


def in_sentence(before: str, quote: str, after: str) -> str:
    """The quote in brackets in its sentence; of a long sentence the words nearby, «…» for those left out.

    `before` and `after` are the paragraph around the quote.

    >>> in_sentence("انتهت الزيارة. وصل د. ", "سالم الكعبي", " إلى جنيف. ثم غادر")
    'وصل د. [سالم الكعبي] إلى جنيف.'
    """
    left, right = around(before, after)
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
