"""Make lexicon/common_words.tsv and lexicon/surnames.tsv from a folder of Arabic news articles.

    python scripts/word_lists.py FOLDER

The reader as it stands finds the names in the articles. A word that mostly stands in names is a *surname* (unless it
is listed as a given name), with a level: 3 for one seen often in names, 2 for one mostly seen in names, 1 for one that
is sometimes. A word seen at least three times, in two articles, and hardly ever in a name is *common*. The lists are
counts over text, not text. Words that the counts misjudge are corrected in `lexicon/word_corrections.tsv` (word, `name`
or `common`).

Run it before `scripts/name_weights.py`, which learns from the lists; lists and weights settle after two turns.
"""

import sys
from collections import Counter
from pathlib import Path

from libnews.arabic.fold import bare
from libnews.arabic.lexicon import rows
from libnews.arabic.name_runs import find_name_runs
from libnews.arabic.places import find_places
from libnews.arabic.positions import places_by_token
from libnews.arabic.sightings import title_ends
from libnews.arabic.tokens import tokenize
from libnews.arabic.words import is_strong_given
from libnews.loaders import discover, load_file
from libnews.models import Article

LEXICON = Path(__file__).parent.parent / "libnews" / "arabic" / "lexicon"
# A name that one article repeats is not common.
COMMON_FROM, ARTICLES_FROM, COMMON_SHARE = 3, 2, 0.15
OFTEN, SOMETIMES = 5, 2
MOSTLY, RARELY = 0.6, 0.2


def main(folder: str) -> None:
    total, in_names, articles = count(folder)
    corrections = {bare(row[0]): row[1] for row in rows("word_corrections")}
    levels = {word: level(in_names[word], total[word]) for word in total}
    levels |= {word: 2 if kind == "name" else 0 for word, kind in corrections.items()}
    common = {
        word
        for word, count in total.items()
        if count >= COMMON_FROM
        and articles[word] >= ARTICLES_FROM
        and in_names[word] < COMMON_SHARE * count
        and not is_strong_given(word)
    }
    common = {word for word in common if corrections.get(word) != "name"}
    common |= {word for word, kind in corrections.items() if kind == "common"}
    counted = "# Source: counts over about 1,400 Arabic news articles by scripts/word_lists.py"
    source = f"{counted}, corrected by hand; light folding.\n"
    head = "# Words of names, and how surely: 3 seen often in names, 2 mostly in names, 1 sometimes.\n" + source
    known = {word: found for word, found in levels.items() if found and word not in common}
    write("surnames", head, [f"{word}\t{found}" for word, found in sorted(known.items())])
    write(
        "common_words",
        "# Words that are not names, in the forms they stand in running text.\n" + source,
        sorted(common),
    )


def count(folder: str) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """How often each word stands in the articles, how often in names, in how many articles; clitics of names aside."""
    articles: Counter[str] = Counter()
    total: Counter[str] = Counter()
    in_names: Counter[str] = Counter()
    for article in map(load_file, discover([folder]).files):
        if not isinstance(article, Article):
            continue
        here: set[str] = set()
        for paragraph in article.paragraphs:
            tokens = tokenize(paragraph.text)
            words = [token.bare for token in tokens]
            places = places_by_token(tokens, find_places(paragraph.text, tokens))
            for run in find_name_runs(tokens, places, title_ends(tokens, places)):
                words[run.start] = words[run.start][run.cut :]
                in_names.update(words[run.start : run.end])
            total.update(word for word in words if word[0].isalpha() and not word.isascii())
            here.update(words)
        articles.update(here)
    return total, in_names, articles


def level(in_names: int, total: int) -> int:
    if in_names < SOMETIMES or in_names < RARELY * total:
        return 0
    if in_names < MOSTLY * total:
        return 1
    return 3 if in_names >= OFTEN else 2


def write(name: str, head: str, lines: list[str]) -> None:
    (LEXICON / f"{name}.tsv").write_text(head + "".join(f"{line}\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
