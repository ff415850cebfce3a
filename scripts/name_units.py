"""Make lexicon/name_units.tsv, the parts of personal names, from three openly licensed packages.

    python scripts/name_units.py NAMES_SQLITE DICT_JSON PEOPLE_JSON

NAMES_SQLITE is `resources/names.sqlite3` of arabic-name-romanizer 0.2.0 (Wikidata, CC0), DICT_JSON
`data/dict_FINAL.json` of arabnamer 0.1.3 (CC BY 4.0), PEOPLE_JSON `jsons/people/peoples.json` of ArWikiCats 0.2.3
(MIT). Counts become levels of 0 to 4, each for four times as many.
"""

import json
import math
import re
import sqlite3
import sys
from collections import Counter
from contextlib import closing
from pathlib import Path

from libnews.arabic.fold import fold
from libnews.arabic.tokens import tokenize

LEXICON = Path(__file__).parent.parent / "libnews" / "arabic" / "lexicon"
MOST = 4
HEAD = """\
# Parts of personal names: folded word; how often it is a first part, a later part, a part of a foreign name (0 to 4).
# Source: Wikidata (CC0) by way of arabic-name-romanizer 0.2.0; arabnamer 0.1.3 by E. Yousef, licensed CC BY 4.0
# (https://creativecommons.org/licenses/by/4.0/), here counted and folded;
# ArWikiCats 0.2.3 (MIT); made by scripts/name_units.py.
"""


def main(names: str, words: str, people: str) -> None:
    first, later = full_names(Path(names))
    foreign = foreign_words(Path(words)) + foreign_people(Path(people))
    lines = [
        f"{word}\t{level(first[word])}\t{level(later[word])}\t{level(foreign[word])}\n"
        for word in sorted({*first, *later, *foreign})
        if re.fullmatch("[ء-يپچڤگژی]{2,}", word)
    ]
    (LEXICON / "name_units.tsv").write_text(HEAD + "".join(lines), encoding="utf-8")


def full_names(path: Path) -> tuple[Counter[str], Counter[str]]:
    first: Counter[str] = Counter()
    later: Counter[str] = Counter()
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT DISTINCT arabic_key FROM full_names WHERE source = 'wikidata'").fetchall()
    for (name,) in rows:
        parts = [fold(part) for part in name.split()]
        if len(parts) > 1:
            first[parts[0]] += 1
            later.update(parts[1:])
    return first, later


def foreign_words(path: Path) -> Counter[str]:
    names = json.loads(path.read_text(encoding="utf-8")).values()
    return Counter(fold(name.strip()) for name in names if len(name.split()) == 1)


def foreign_people(path: Path) -> Counter[str]:
    """Parts of names that have as many parts in both scripts: no descriptions."""
    found: Counter[str] = Counter()
    for latin, arabic in json.loads(path.read_text(encoding="utf-8")).items():
        parts = [fold(token.bare) for token in tokenize(arabic) if token.is_word]
        if len(parts) in (2, 3) and len(latin.split()) == len(parts):
            found.update(parts)
    return found


def level(count: int) -> int:
    return min(MOST, 1 + int(math.log2(count) / 2)) if count else 0


if __name__ == "__main__":
    main(*sys.argv[1:])
