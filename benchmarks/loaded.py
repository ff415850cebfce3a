"""The articles of a folder as the loader gives them."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from libnews.loaders import discover, load_file
from libnews.models import Article

BATCH = 500


def articles_of(folder: Path, most: int | None = None) -> Iterator[Article]:
    """Those that libnews has a reader for, in the order of their names."""
    loaded = (load_file(found) for found in discover([folder]).files)
    return islice((one for one in loaded if isinstance(one, Article) and one.language == "ar"), most)


def batches_of(folder: Path) -> Iterator[list[Article]]:
    """The same, some hundreds at a time."""
    articles = articles_of(folder)
    while batch := list(islice(articles, BATCH)):
        yield batch
