"""«المملكة»: the kingdom that an article means when it says no more than that."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from libnews.arabic.gazetteer import COUNTRY
from libnews.arabic.phrases import behind_clitics, readings
from libnews.arabic.places import find_places
from libnews.arabic.tokens import Token
from libnews.models.match import PlaceMatch

_KINGDOMS = frozenset({"SAU", "JOR", "MAR", "BHR"})
# The title of the king of Saudi Arabia since 1986: Custodian of the Two Holy Mosques.
_TITLE, _TITLED = ("خادم", "الحرمين"), "السعودية"
_WORD = "المملكه"
# With one of these behind it the word is part of a longer name, or of another thing's.
_LONGER = frozenset({"المتحده", "العربيه", "الاردنيه", "المغربيه", "الهاشميه", "القابضه"})


def kingdom_meant(places: Iterable[PlaceMatch], texts: Iterable[Sequence[Token]] = ()) -> PlaceMatch | None:
    """The kingdom that an article's places name most, or that its king's title tells, if they tell one."""
    named = [place for place in places if place.value in _KINGDOMS]
    counts = Counter(place.value for place in named)
    if not counts:
        return find_places(_TITLED)[0] if any(map(_has_title, texts)) else None
    code = min(counts, key=lambda one: (-counts[one], one))
    return next(place for place in named if place.value == code)


def _has_title(tokens: Sequence[Token]) -> bool:
    words = [token.bare for token in tokens]
    return _TITLE[1] in words and any(
        word == _TITLE[1] and before.endswith(_TITLE[0]) for before, word in pairwise(words)
    )


def is_kingdom(word: str) -> bool:
    """Whether a lightly folded word is «المملكة», clitics aside."""
    return any(form == _WORD for _, form in readings(word))


def find_kingdoms(
    text: str, tokens: Sequence[Token], taken: frozenset[int], meant: PlaceMatch, at: Sequence[int] | None = None
) -> list[PlaceMatch]:
    """Every «المملكة» of a paragraph, as the place that is `meant`; tokens in `taken` belong to a place already.

    `at` tells where the word stands, where that is known.

    >>> from libnews.arabic.places import find_places
    >>> from libnews.arabic.tokens import tokenize
    >>> [saudi] = find_places("السعودية")
    >>> text = "وصل إلى المملكة قادما من المملكة المتحدة"
    >>> [(match.text, match.value) for match in find_kingdoms(text, tokenize(text), frozenset(), saudi)]
    [('المملكة', 'SAU')]
    """
    found = []
    for position in [spot for spot, token in enumerate(tokens) if is_kingdom(token.bare)] if at is None else at:
        token = tokens[position]
        cut = next(cut for cut, form in readings(token.bare) if form == _WORD)
        behind = tokens[position + 1].bare if position + 1 < len(tokens) else ""
        if position in taken or any(form in _LONGER for _, form in readings(behind)):
            continue
        start = behind_clitics(token, cut) if cut else token.start_char
        found.append(
            PlaceMatch(start, token.end_char, text[start : token.end_char], meant.value, meant.name, COUNTRY, True)
        )
    return found
