"""Facts about Arabic and the world, as tab-separated data files; each file names its source in its head."""

from collections.abc import Iterator
from importlib.resources import files


def rows(name: str) -> Iterator[tuple[str, ...]]:
    """The rows of the lexicon file `name` (without its suffix), comments and blank lines left out.

    >>> next(rows("fold"))[:2]
    ('0610-061A', '')
    """
    text = files(__name__).joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    for line in text.split("\n"):
        if line and not line.startswith("#"):
            yield tuple(line.split("\t"))
