"""Whether the words around a date speak of what was or of what is to come."""

from collections.abc import Sequence
from enum import Enum
from functools import lru_cache

from libnews.arabic.date_words import word_value
from libnews.arabic.phrases import key
from libnews.arabic.tokens import Token

_SENTENCE_END = frozenset(".؟?!؛…")
# A verb further away than this mostly belongs to another clause; behind the date it must stand close.
_BEFORE, _BEHIND = 15, 4
_FUTURE_PREFIXES = ("سي", "ست", "سن")
# Nouns that begin like future verbs, and nouns and names that begin like present ones.
_NO_FUTURE = (
    "سيا", "سيط", "سيد", "سين", "سيم", "سيف", "سيل", "سيو", "سيتي", "سير", "سيي", "سيء", "ستار", "ستو", "ستر", "ستين",
    "ستال", "ستون", "سنو", "سنغ", "سنت", "سند", "سني", "سنه", "سناي",
)  # fmt: skip
_NO_PRESENT = ("يوم", "يون", "يول", "يناير", "يسار", "يمين", "يمني", "ياب", "يور", "يهود", "ياسر", "يوسف", "يحيي", "يد")


class Tense(Enum):
    """What the nearest verb tells."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


@lru_cache(maxsize=1 << 13)
def tense_of(word: str) -> Tense | None:
    """The tense that a lightly folded word shows by itself.

    >>> [tense_of(word) for word in ("سيصل", "وأعلنت", "يستقبل", "سياسي")]
    [<Tense.FUTURE: 'future'>, <Tense.PAST: 'past'>, <Tense.PRESENT: 'present'>, None]
    """
    form = key(word)
    if word_value("future", word, clitics=True) is not None:
        return Tense.FUTURE
    if _is_past(form) or (form[:1] in "وف" and _is_past(form[1:])):
        return Tense.PAST
    stem = form[1:] if form[:1] in "وف" and len(form) > 4 else form
    if len(stem) > 3 and stem.startswith(_FUTURE_PREFIXES) and not stem.startswith(_NO_FUTURE):
        return None if stem.endswith(("ه", "ات")) else Tense.FUTURE
    if len(stem) > 3 and stem.startswith("ي") and not stem.startswith(_NO_PRESENT):
        return Tense.PRESENT
    return None


def _is_past(form: str) -> bool:
    """A listed past verb, its endings aside: أعلنت, أعلنوا, أعلنا."""
    endings = [form, *(form.removesuffix(ending) for ending in ("ت", "وا", "ا", "تا") if form.endswith(ending))]
    return any(word_value("past", stem) is not None for stem in endings)


def tense_around(tokens: Sequence[Token], first: int, after: int) -> Tense | None:
    """The tense of the verb nearest before tokens `[first, after)` in its sentence, else of one close behind."""
    for place in range(first - 1, max(-1, first - 1 - _BEFORE), -1):
        if tokens[place].text in _SENTENCE_END:
            break
        tense = tense_of(tokens[place].bare)
        if tense is not None:
            return tense
    for place in range(after, min(len(tokens), after + _BEHIND)):
        if tokens[place].text in _SENTENCE_END:
            break
        tense = tense_of(tokens[place].bare)
        if tense is not None:
            return tense
    return None
