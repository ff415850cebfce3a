"""A large vocabulary with the frequencies of running text: few words stand everywhere, most are hardly ever seen again.

The most frequent are function words, then come the common words of libnews.arabic's lexicon in the forms it has them
in, then words put together from roots and patterns, which take prefixes and endings. The frequency of a word falls as
its rank grows (Zipf). So a reader that remembers words meets new ones as it does in articles, at a rate that falls and
never ends. What the words mean is nothing.
"""

from collections.abc import Iterator
from itertools import accumulate, product
from pathlib import Path
from random import Random

import libnews

_LEXICON = Path(libnews.__file__).parent / "arabic" / "lexicon"
_ROOTS = 4_000
_STEMS = 60_000
_FUNCTION_WORDS_SHARE = 0.3
_CONSONANTS = "بتثجحخدذرزسشصضطظعغفقكلمنهوي"
# ف, ع and ل stand for the three letters of a root, as in grammars.
_PATTERNS = (
    "فعل", "فاعل", "مفعول", "فعال", "فعيل", "تفعيل", "مفاعلة", "افتعال", "انفعال", "استفعال", "مفعل", "متفعل", "فعلة",
    "فعول", "أفعال", "فواعل", "يفعل", "تفعل", "فعلت", "يفاعل", "يستفعل", "مستفعل", "تفاعل", "فعالة", "مفعلة", "تفعلت",
)  # fmt: skip
# Those that stand often are written more than once.
_BEFORE = ("", "", "", "", "ال", "ال", "ال", "ال", "و", "وال", "ب", "بال", "ل", "لل", "ف", "س")
_BEHIND = ("", "", "", "", "", "", "ات", "ين", "ون", "ه", "ها", "هم", "ية", "نا")
_AND_SHARE = 0.06


class Vocabulary:
    """Words by how often they stand; `words` draws as many as wanted."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._function_words = _column("function_words")
        self._function_weights = _zipf(len(self._function_words))
        common = _column("common_words")
        random.shuffle(common)
        self._common = len(common)
        self._ranked = [*common, *_made(random, _STEMS)]
        self._ranks = range(len(self._ranked))
        self._weights = _zipf(len(self._ranked))

    def words(self, count: int) -> list[str]:
        """So many words, drawn one by one."""
        ranks = self._random.choices(self._ranks, cum_weights=self._weights, k=count)
        small = self._random.choices(self._function_words, cum_weights=self._function_weights, k=count)
        return [
            word if self._random.random() < _FUNCTION_WORDS_SHARE else self._form(rank)
            for word, rank in zip(small, ranks, strict=True)
        ]

    def _form(self, rank: int) -> str:
        if rank < self._common:
            return f"و{self._ranked[rank]}" if self._random.random() < _AND_SHARE else self._ranked[rank]
        return f"{self._random.choice(_BEFORE)}{self._ranked[rank]}{self._random.choice(_BEHIND)}"


def _column(name: str) -> list[str]:
    lines = (_LEXICON / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.partition("\t")[0] for line in lines if line and not line.startswith("#")]


def _zipf(count: int) -> list[float]:
    return list(accumulate(1 / (rank + 2.7) for rank in range(count)))


def _made(random: Random, count: int) -> list[str]:
    """Stems of a language that has nearly this one's sounds: roots in the patterns of Arabic."""
    roots = ["".join(letters) for letters in product(_CONSONANTS, repeat=3)]
    return random.sample(list(_stems(random.sample(roots, _ROOTS))), count)


def _stems(roots: list[str]) -> Iterator[str]:
    for root in roots:
        letters = str.maketrans("فعل", root)
        for pattern in _PATTERNS:
            yield pattern.translate(letters)
