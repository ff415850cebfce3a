"""The names and words of the lexicon of libnews.arabic as they are written there: what the plain ways look for."""

from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path

from libnews.arabic.lexicon import rows

_LEXICON = "libnews.arabic.lexicon"


NAMES = ("cities", "countries", "country_aliases", "given_names", "nationalities", "organisations", "surnames")
"""The files that hold names; the others hold words, and parts of names."""


def all_files() -> list[str]:
    """Every file, without its suffix."""
    return sorted(Path(file.name).stem for file in files(_LEXICON).iterdir() if file.name.endswith(".tsv"))


def forms(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """What stands in these files, each form once and with the file's name."""
    seen = set[str]()
    for name in names:
        for form in (form for row in rows(name) for cell in row for form in cell.split("|")):
            if form and not form.isascii() and form not in seen:
                seen.add(form)
                yield form, name
