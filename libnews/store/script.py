"""The SQL that makes an empty libnews database."""

import re
from functools import cache
from importlib.resources import files

from libnews.store.folding import fold_macro

SCHEMA_VERSION = 4
"""Raised when tables, views or macros change in a way that older readers cannot follow."""
SCHEMA_DIGEST = "cec9f831b7ffdc457d822c23bb536379"
"""The digest of columns, comments, views and macros of this version, whatever a database says of its own."""


@cache
def _scripts() -> dict[str, str]:
    names = ("schema", "macros", "judged", "voices", "records", "conflicts", "views")
    return {name: files("libnews.store").joinpath(f"{name}.sql").read_text(encoding="utf-8") for name in names}


def schema_sql() -> str:
    """All statements that make an empty database: tables, macros, the rules of the record tables, views.

    Use it to see what a database holds, or to make one elsewhere.

    >>> schema_sql().count("CREATE TABLE")
    19
    """
    schema, macros, *views = _scripts().values()
    return "\n".join((schema, macros, fold_macro(), *views))


@cache
def derived_views(last: str) -> dict[str, str]:
    """The select of each view of schema `derived` up to the `last`, each after those that it names.

    >>> list(derived_views("told"))
    ['judged', 'rejected_claim', 'correction', 'explanation', 'agency', 'agency_name', 'article_voice', 'told']
    """
    text, found = "\n".join(_scripts().values()), f"CREATE VIEW derived.{last} AS\n"
    text = text[: text.index(";\n", text.index(found)) + 1]
    return dict(re.findall(r"^CREATE VIEW derived\.(\w+) AS\n(.*?);$", text, flags=re.MULTILINE | re.DOTALL))


@cache
def keys() -> dict[str, tuple[str, ...]]:
    """The columns that together name a row, by table, as the comments of the tables tell them.

    >>> keys()["paragraph"], "build" in keys()
    (('article_id', 'paragraph_no'), False)
    """
    told = re.findall(r"COMMENT ON TABLE (\w+) IS '[^']*Key: ([a-z_, ]+)\.';", schema_sql())
    return {table: tuple(columns.split(", ")) for table, columns in told}
