"""Whether a word looks like a name by its letters alone: Arabic words and foreign names are built differently."""

from functools import cache, lru_cache

from libnews.arabic.fold import fold
from libnews.arabic.lexicon import rows
from libnews.arabic.words import without_article

_STEP, _MOST = 150, 4


@cache
def _weights() -> dict[str, int]:
    return {gram: int(weight) for gram, weight in rows("name_shapes")}


def grams(word: str) -> list[str]:
    """The runs of two to four letters of a word without article, `^` before its first letter and `$` after its last.

    >>> grams("دان")
    ['^د', 'دا', 'ان', 'ن$', '^دا', 'دان', 'ان$', '^دان', 'دان$']
    """
    letters = f"^{fold(without_article(word))}$"
    return [letters[i : i + size] for size in (2, 3, 4) for i in range(len(letters) - size + 1)]


@lru_cache(maxsize=1 << 10)
def shape(word: str) -> int:
    """From -4 (built as an ordinary word) to 4 (built as a name).

    >>> shape("باغداساروف") > 2 > shape("وتتجنب")
    True
    """
    weights = _weights()
    total = weights["-"] + sum([weights.get(gram, 0) for gram in grams(word)])
    return max(-_MOST, min(_MOST, round(total / _STEP)))
