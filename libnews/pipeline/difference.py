"""Two databases compared: for whoever asks, and for a build that replaces one."""

import os
from contextlib import ExitStack
from pathlib import Path

from libnews import store
from libnews.errors import StoreError
from libnews.models.difference import Difference
from libnews.store import Building, Database
from libnews.store.comparing import compare

StrPath = str | os.PathLike[str]

_LISTED = 5
"""Records of each kind that a build names."""


def diff(old: Database | StrPath, new: Database | StrPath) -> Difference:
    """What database `new` has otherwise than `old`, both open or given by their paths; neither is changed.

    Use it after a build to see what further articles, other judgements or another libnews did to the records: those
    added, gone, merged, split and renamed, and values changed, each with its evidence. Records are compared through
    their mentions, so that an id that changed is no new record. `StoreError` where there is no such database, or one
    that this libnews cannot read.

    >>> import tempfile
    >>> from libnews.pipeline import build
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     first, both = Path(folder, "first.duckdb"), Path(folder, "both.duckdb")
    ...     for name, text in (("a.txt", "زار الوزير سالم الكعبي جنيف."), ("b.txt", "زار سالم الكعبي باريس.")):
    ...         _ = Path(folder, name).write_text(text, encoding="utf-8")
    ...     build(Path(folder, "a.txt"), first).close()
    ...     build(folder, both).close()
    ...     found = diff(first, both)
    >>> found.articles_added, found.counts["gone"], found.is_empty
    (1, 0, False)
    """
    with ExitStack() as opened:
        one, other = (
            given if isinstance(given, Database) else opened.enter_context(store.connect(given)) for given in (old, new)
        )
        return compare(one, other)


def replaced(target: Path, building: Building) -> Difference | str | None:
    """How the database in the making differs from the one at `target`, in short: of each kind the first records.

    Why the two cannot be compared where that is so: a build is not stopped by what it replaces. `None` where it
    replaces nothing.
    """
    if not target.exists():
        return None
    try:
        with store.connect(target) as old:
            return compare(old, Database(target, building.connection), _LISTED)
    except StoreError as error:
        return str(error)
