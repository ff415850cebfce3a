"""ISO code lists, read from the data files beside this module."""

from functools import cache
from importlib.resources import files


def _first_column(name: str) -> frozenset[str]:
    text = files(__name__).joinpath(name).read_text(encoding="utf-8")
    return frozenset(line.split("\t")[0] for line in text.splitlines() if line and not line.startswith("#"))


@cache
def countries() -> frozenset[str]:
    """ISO 3166-1 alpha-3 codes.

    >>> "LBY" in countries(), "EUU" in countries()
    (True, False)
    """
    return _first_column("iso3166.tsv")


@cache
def currencies() -> frozenset[str]:
    """ISO 4217 codes of currencies in use.

    >>> "LYD" in currencies(), "FRF" in currencies()
    (True, False)
    """
    return _first_column("iso4217.tsv")
