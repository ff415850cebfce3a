"""A database without rows, which every build begins with."""

import tempfile
from functools import cache
from pathlib import Path

import duckdb

from libnews.store.opening import CATALOG, attached
from libnews.store.script import schema_sql


@cache
def empty_database() -> bytes:
    """The file of a database that has all tables and views and no row.

    Made once in a process: DuckDB reads every view that another view is made of anew, which takes longer than all the
    rest of a small build.

    >>> len(empty_database()) > 0
    True
    """
    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as con:
        path = Path(folder, "empty.duckdb")
        con.execute(f"{attached(path)}; BEGIN TRANSACTION; {schema_sql()}; COMMIT; USE memory; DETACH {CATALOG}")
        return path.read_bytes()
