"""A changed or damaged database, told plainly: reading one must end in a sentence, not in an engine's error."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import duckdb
from pydantic import ValidationError

from libnews.errors import StoreError


@contextmanager
def damage_told(path: str | os.PathLike[str]) -> Iterator[None]:
    """Turn what goes wrong while the database at `path` is read into a `StoreError` that says what to do.

    Use it around reading for people. A value that its evidence does not bear out counts as damage.

    >>> with damage_told("news.duckdb"):
    ...     duckdb.sql("SELECT nothing FROM nowhere")
    Traceback (most recent call last):
    libnews.errors.StoreError: news.duckdb is not as libnews wrote it; `libnews validate news.duckdb` tells what changed
    """
    try:
        yield
    except (duckdb.Error, ValidationError) as error:
        raise StoreError(f"{path} is not as libnews wrote it; `libnews validate {path}` tells what changed") from error
