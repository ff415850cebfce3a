"""Learn lexicon/name_shapes.tsv: which runs of letters speak for a name, which for an ordinary word.

    python scripts/name_shapes.py

Logistic regression over the lists of names and of common words in the lexicon, always in the same order.
"""

import math
import random
from collections import Counter
from pathlib import Path

from libnews.arabic.fold import bare, fold
from libnews.arabic.lexicon import rows
from libnews.arabic.name_shapes import grams
from libnews.arabic.words import without_article

LEXICON = Path(__file__).parent.parent / "libnews" / "arabic" / "lexicon"
ROUNDS, RATE, SEEN_FROM, SMALLEST, SCALE = 6, 0.3, 5, 8, 100
# There are twice as many names as common words.
COMMON_WEIGHT = 1.6
HEAD = """# Runs of letters: how much they speak for a name (> 0) or for an ordinary word (< 0); `-` is for every word.
# Source: learned by scripts/name_shapes.py from the name lists and the common words of this folder.
"""


def main() -> None:
    common = {fold(bare(row[0])) for row in rows("common_words")}
    plain = {without_article(word) for word in common}
    names = {fold(bare(row[0])) for file in ("name_units", "given_names") for row in rows(file)}
    names = {without_article(word) for word in names} - plain
    weights, bias = learned([(word, 1) for word in sorted(names)] + [(word, 0) for word in sorted(common)])
    whole = {gram: round(SCALE * weight) for gram, weight in weights.items()}
    lines = [f"{gram}\t{weight}\n" for gram, weight in sorted(whole.items()) if abs(weight) >= SMALLEST]
    text = HEAD + f"-\t{round(SCALE * bias)}\n" + "".join(lines)
    (LEXICON / "name_shapes.tsv").write_text(text, encoding="utf-8")


def learned(words: list[tuple[str, int]]) -> tuple[dict[str, float], float]:
    seen = Counter(gram for word, _ in words for gram in set(grams(word)))
    data = [([gram for gram in set(grams(word)) if seen[gram] >= SEEN_FROM], is_name) for word, is_name in words]
    weights = {gram: 0.0 for gram, times in seen.items() if times >= SEEN_FROM}
    bias, order = 0.0, random.Random(0)
    for turn in range(ROUNDS):
        order.shuffle(data)
        for found, is_name in data:
            total = bias + math.fsum(weights[gram] for gram in found)
            wrong = is_name - 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
            step = wrong * RATE * RATE / (1 + turn) * (1 if is_name else COMMON_WEIGHT)
            bias += step / 3
            for gram in found:
                weights[gram] += step
    return weights, bias


if __name__ == "__main__":
    main()
