"""A finished database held to every rule."""

import os
from collections.abc import Mapping
from pathlib import Path

from libnews import checks, store
from libnews.checks import Report
from libnews.checks.rule import Recomputed
from libnews.errors import InputError
from libnews.models import Bounds
from libnews.store import Database
from libnews.store.deriving import record_parts
from libnews.store.digest import differences

RECOMPUTED = Recomputed(differences, record_parts)
"""What `validate` has computed again."""


def validate(
    db: Database | str | os.PathLike[str],
    *,
    sources: str | os.PathLike[str] | None = None,
    rules_off: Mapping[str, str] | None = None,
    bounds: Mapping[str, Bounds] | None = None,
    limit: int = 100,
) -> Report:
    """Check a database, open or by its path: shapes, references, every quote, and a digest for every table.

    Use it before you rely on a database, and on one that others handed you. Bad data never raises: look at `ok` of the
    report, or call its `raise_for_errors()`. `sources` is the folder its articles were read from, to compare the files
    too; without it they are left alone. `rules_off` gives by code the reason why a rule is not looked for; `bounds` by
    table how many rows it should have, and how many of them a value. Of each rule the first `limit` findings are named,
    all are counted. `StoreError` where there is no such database, `InputError` where there is no such rule, table or
    column.
    """
    if sources is not None and not Path(sources).is_dir():
        raise InputError(f"{sources} is not a folder: give the one the articles were read from")
    refuse_wrong_settings(rules_off, bounds)
    if not isinstance(db, Database):
        with store.connect(db) as opened:
            return validate(opened, sources=sources, rules_off=rules_off, bounds=bounds, limit=limit)
    return checks.run(
        db.connection,
        recomputed=RECOMPUTED,
        sources=None if sources is None else Path(sources),
        limit=limit,
        rules_off=rules_off,
        bounds=bounds,
    )


def refuse_wrong_settings(rules_off: Mapping[str, str] | None, bounds: Mapping[str, Bounds] | None) -> None:
    """Raise `InputError` for a rule, table or column that there is not, and for a rule off without a reason."""
    wrong = [f"{key}: {sentence}" for key, sentence in checks.wrong_settings(rules_off or {}, bounds or {})]
    if wrong:
        raise InputError("\n".join(wrong))
