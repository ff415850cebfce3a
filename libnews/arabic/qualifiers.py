"""How exact the words beside an amount say it is: نحو, أكثر من, لا يقل عن, تقريبا."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from libnews.arabic.fold import bare
from libnews.arabic.lexicon import rows
from libnews.arabic.phrases import behind_clitics, key, readings
from libnews.arabic.tokens import Token
from libnews.models.vocabulary import Qualifier

_LONGEST = 4
# Words like «مبلغ» that may stand between the qualifier and its amount: no more than these many.
_FILLERS = 3
# How many words a verb's subject may have, and words behind which the amount is not what the verb speaks of.
_FARTHEST = 7
_NOT_BETWEEN = frozenset(
    key(bare(word)) for word in ("إلى", "من", "على", "عن", "أن", "بقيمة", "منها", "بنسبة", "التي", "الذي")
)


class QualifierWords(NamedTuple):
    """A qualifier and the raw span of its words."""

    qualifier: Qualifier
    span: tuple[int, int]


def _keys(phrase: str) -> tuple[str, ...]:
    return tuple(key(bare(word)) for word in phrase.split(" "))


@cache
def _known(where: str) -> dict[tuple[str, ...], Qualifier]:
    return {
        _keys(phrase): Qualifier(name)
        for name, place, phrases in rows("qualifiers")
        if place == where and name != "filler"
        for phrase in phrases.split("|")
    }


@cache
def _fillers() -> frozenset[tuple[str, ...]]:
    return frozenset(
        _keys(word) for name, _, words in rows("qualifiers") if name == "filler" for word in words.split("|")
    )


def qualifier_before(tokens: Sequence[Token], place: int) -> QualifierWords | None:
    """The qualifier whose words end before token `place`, fillers between them passed over.

    >>> from libnews.arabic.tokens import tokenize
    >>> qualifier_before(tokenize("بقيمة لا تقل عن مبلغ 5"), 5).qualifier.value
    'at_least'
    """
    for end in _ends(tokens, place):
        for length in range(min(_LONGEST, end), 0, -1):
            found = _ending_at(tokens, end - length, end, "before")
            if found is not None:
                return found
    return _far_before(tokens, place)


def _far_before(tokens: Sequence[Token], place: int) -> QualifierWords | None:
    """A verb whose subject stands between it and the amount: «تجاوزت قيمة الفرص 20 مليار دولار»."""
    for end in range(place, max(0, place - _FARTHEST), -1):
        for length in (2, 1):
            found = _ending_at(tokens, end - length, end, "far") if length <= end else None
            if found is not None:
                return found
        word = tokens[end - 1]
        if not word.is_word or key(word.bare) in _NOT_BETWEEN:
            return None
    return None


def _ends(tokens: Sequence[Token], place: int) -> list[int]:
    """Where the qualifier may end: at `place`, and before each filler word that stands before it."""
    ends = [place]
    for _ in range(_FILLERS):
        end = ends[-1]
        longer = next((n for n in (2, 1) if end >= n and _is_filler(tokens[end - n : end])), None)
        if longer is None:
            break
        ends.append(end - longer)
    return ends


def _is_filler(words: Sequence[Token]) -> bool:
    return tuple(key(word.bare) for word in words) in _fillers()


def _ending_at(tokens: Sequence[Token], first: int, after: int, where: str) -> QualifierWords | None:
    rest = tuple(key(token.bare) for token in tokens[first + 1 : after])
    for cut, form in readings(tokens[first].bare):
        qualifier = _known(where).get((form, *rest))
        # «لتصل إلى 5» tells what was reached; only a bare verb sets a limit.
        if qualifier is not None and not (cut and qualifier is Qualifier.UP_TO and tokens[first].bare.startswith("ل")):
            start = behind_clitics(tokens[first], cut) if cut else tokens[first].start_char
            return QualifierWords(qualifier, (start, tokens[after - 1].end_char))
    return None


def qualifier_behind(tokens: Sequence[Token], place: int) -> QualifierWords | None:
    """The qualifier whose words begin at token `place`: «على الأقل»."""
    for length in range(min(_LONGEST, len(tokens) - place), 0, -1):
        words = tokens[place : place + length]
        qualifier = _known("after").get(tuple(key(word.bare) for word in words))
        if qualifier is not None:
            return QualifierWords(qualifier, (words[0].start_char, words[-1].end_char))
    return None
