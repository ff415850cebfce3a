"""Make lexicon/common_words.tsv and lexicon/surnames.tsv from a folder of Arabic news articles.

    python scripts/word_lists.py FOLDER

A word seen at least three times, in two articles, is *common* unless it is a given name, a clitic and a name
(«وترامب»), or follows strong given names so often that it reads as a family name; those with a high share become
surnames. The lists are counts over text, not text. Words that the statistics misjudge are corrected in
`lexicon/word_corrections.tsv` (word, `name` or `common`).
"""

import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

from libnews.arabic.fold import bare
from libnews.arabic.lexicon import rows
from libnews.arabic.tokens import tokenize

LEXICON = Path(__file__).parent.parent / "libnews" / "arabic" / "lexicon"
COMMON_FROM, SURNAME_FROM = 3, 4
# A name that one article repeats is not common.
ARTICLES_FROM = 2
CLITICS = ("و", "ف", "ب", "ل", "ك")
SHORTEST = 4
NAME_SHARE = 0.17


def main(folder: str) -> None:
    given = {bare(row[0]) for row in rows("given_names")}
    strong = given - {bare(row[0]) for row in rows("given_names_weak")}
    total: Counter[str] = Counter()
    articles: Counter[str] = Counter()
    after_given: Counter[str] = Counter()
    for path in sorted(Path(folder).glob("*.txt")):
        words = [token.bare for token in tokenize(path.read_text(encoding="utf-8"))]
        total.update(word for word in words if word[0].isalpha())
        articles.update({word for word in words if word[0].isalpha()})
        after_given.update(word for name, word in pairwise(words) if name in strong or name == "بن")
    corrections = {bare(row[0]): row[1] for row in rows("word_corrections")}
    share = {word: after_given[word] / count for word, count in total.items()}
    names = {
        word
        for word, count in total.items()
        if word not in given
        and (corrections.get(word) == "name" or (count >= SURNAME_FROM and share[word] >= NAME_SHARE))
        and corrections.get(word) != "common"
    }
    common = {
        word
        for word, count in total.items()
        if count >= COMMON_FROM
        and articles[word] >= ARTICLES_FROM
        and not hides_name(word, names | strong)
        and word not in names | strong
        and not word.isascii()
        and corrections.get(word) != "name"
        and share[word] < NAME_SHARE
    } | {word for word, kind in corrections.items() if kind == "common"}
    counted = "# Source: counts over about 1,500 Arabic news articles by scripts/word_lists.py"
    source = f"{counted}, corrected by hand; light folding.\n"
    write("surnames", "# Family names: words that mostly follow given names.\n" + source, names)
    write("common_words", "# Words that are not names, in the forms they stand in running text.\n" + source, common)


def hides_name(word: str, names: set[str]) -> bool:
    return word.startswith(CLITICS) and len(word) > SHORTEST and word[1:] in names


def write(name: str, head: str, words: set[str]) -> None:
    (LEXICON / f"{name}.tsv").write_text(head + "".join(f"{word}\n" for word in sorted(words)), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
