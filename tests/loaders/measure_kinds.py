"""How often find_kinds agrees with kinds given by hand: `python tests/loaders/measure_kinds.py FOLDER...`.

Each FOLDER holds gold records (*.json with `file` and `paragraph_kinds`); the texts lie in its `text/`, or in the
folder that a second path after a colon names. Paragraphs that the gold gives no kind are body there.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from libnews.loaders.listing import FoundFile
from libnews.loaders.plain_text import load_file
from libnews.models import Article


def judged(gold: Path, texts: Path) -> Iterator[tuple[str, int, str, str, str]]:
    """File, paragraph number, kind by hand, kind found and text, for every paragraph of the gold folder."""
    for record in sorted(gold.glob("*.json")):
        content = json.loads(record.read_text(encoding="utf-8"))
        wanted = {number: kind for kind, numbers in content["paragraph_kinds"].items() for number in numbers}
        article = load_file(FoundFile(content["file"], texts / content["file"]))
        if isinstance(article, Article):
            for paragraph in article.paragraphs:
                kind = wanted.get(paragraph.paragraph_no, "body")
                yield article.file, paragraph.paragraph_no, kind, paragraph.kind.value, paragraph.text


def main(folders: list[str]) -> None:
    by_kind: Counter[str] = Counter()
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for folder in folders:
        gold, _, texts = folder.partition(":")
        for file, number, wanted, kind, text in judged(Path(gold), Path(texts or f"{gold}/text")):
            by_kind[wanted] += 1
            found[kind] += 1
            right[wanted] += wanted == kind
            if wanted != kind:
                print(f"{file}:{number} {wanted} found as {kind}: {text[:80]}")
    for kind in sorted(by_kind | found):
        print(f"{kind:13} by hand {by_kind[kind]:5}  found {found[kind]:5}  right {right[kind]:5}")


if __name__ == "__main__":
    main(sys.argv[1:])
