"""A finished database held to every rule."""

import os
from pathlib import Path

from libnews import checks, store
from libnews.checks import Report
from libnews.errors import InputError
from libnews.store import Database
from libnews.store.digest import differences


def validate(db: Database | str | os.PathLike[str], *, sources: str | os.PathLike[str] | None = None) -> Report:
    """Check a database, open or by its path: shapes, references, every quote, and a digest for every table.

    Use it before you rely on a database, and on one that others handed you. Bad data never raises: look at `ok` of the
    report, or call its `raise_for_errors()`. `sources` is the folder its articles were read from, to compare the files
    too; without it they are left alone. `StoreError` where there is no such database.
    """
    if sources is not None and not Path(sources).is_dir():
        raise InputError(f"{sources} is not a folder: give the one the articles were read from")
    if not isinstance(db, Database):
        with store.connect(db) as opened:
            return validate(opened, sources=sources)
    return checks.run(db.connection, differences=differences, sources=None if sources is None else Path(sources))
