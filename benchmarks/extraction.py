"""How fast articles are read: articles and megabytes a second on one core, beside bare pyahocorasick.

    pip install -e .[bench]
    python -m benchmarks.extraction [FOLDER] [--rounds 5]

FOLDER holds articles of your own. Without it the articles of seeds/ are read again and again: they have few words, all
seen before, which flatters the figures. pyahocorasick looks for every name and word of the lexicon in the same
paragraphs and makes nothing of what it finds: no peer, a floor. The two take turns, round by round, and all times are
CPU time, so that other work on the machine touches both alike; compare the ratios of one run, not runs.
"""

import argparse
import sys
import time
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from statistics import median

import ahocorasick

from libnews.arabic.lexicon import rows
from libnews.extract import extract
from libnews.loaders import discover, load_file
from libnews.models import Article

SEEDS = Path(__file__).parents[1] / "seeds"
_LEXICON = "libnews.arabic.lexicon"
# Enough seeds for a round of seconds; and the bare search is so quick that one pass would be all noise.
_LEAST_ARTICLES = 200
_SEARCHES = 5


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, help="articles to read (default: seeds/, repeated)")
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    articles = articles_of(arguments.folder or SEEDS)
    if arguments.folder is None:
        copies = -(-_LEAST_ARTICLES // len(articles))
        print(f"seeds/, {copies} times over: few words, all seen before; give a FOLDER for figures that hold")
        articles *= copies
    report(articles, arguments.rounds)


def articles_of(folder: Path) -> list[Article]:
    """The articles of a folder that libnews has a reader for."""
    loaded = (load_file(found) for found in discover([folder]).files)
    articles = [article for article in loaded if isinstance(article, Article) and article.language == "ar"]
    return articles or sys.exit(f"no Arabic article in {folder}")


def report(articles: list[Article], rounds: int) -> None:
    """Print what reading `articles` costs, in `rounds` rounds."""
    texts = [paragraph.text for article in articles for paragraph in article.paragraphs if paragraph.kind.is_read]
    megabytes = sum(len(text.encode()) for text in texts) / 1e6
    search = automaton()
    print(f"{len(articles)} articles, {megabytes:.2f} MB of UTF-8; {len(search)} names and words in the lexicon")
    first = seconds(lambda: read(articles))
    print(f"{'first round, words new':<28}{len(articles) / first:9.1f} articles/s {megabytes / first:8.3f} MB/s")
    pairs = [
        (seconds(lambda: read(articles)), seconds(lambda: look_up(search, texts)) / _SEARCHES) for _ in range(rounds)
    ]
    print(line("libnews, articles/s", [len(articles) / own for own, _ in pairs]))
    print(line("libnews, MB/s", [megabytes / own for own, _ in pairs]))
    print(line("pyahocorasick, MB/s", [megabytes / bare for _, bare in pairs]))
    print(line("pyahocorasick is faster by", [own / bare for own, bare in pairs]))


def seconds(work: Callable[[], None]) -> float:
    """The CPU time that some work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def read(articles: list[Article]) -> None:
    """What is measured."""
    for article in articles:
        extract(article)


def look_up(search: ahocorasick.Automaton, texts: list[str]) -> None:
    """The same texts and words, and nothing made of what is found."""
    for _ in range(_SEARCHES):
        for text in texts:
            for _ in search.iter_long(text):
                pass


def automaton() -> ahocorasick.Automaton:
    """Every name and word of the lexicon, as it is written there."""
    search = ahocorasick.Automaton()
    names = [Path(file.name).stem for file in files(_LEXICON).iterdir() if file.name.endswith(".tsv")]
    cells = (cell for name in sorted(names) for row in rows(name) for cell in row)
    for form in {form for cell in cells for form in cell.split("|")}:
        if form and not form.isascii():
            search.add_word(form, form)
    search.make_automaton()
    return search


def line(what: str, figures: list[float]) -> str:
    """The median of some figures and how far they spread."""
    return f"{what:<28}{median(figures):9.2f} ({min(figures):.2f} to {max(figures):.2f})"


if __name__ == "__main__":
    main()
