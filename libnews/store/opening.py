"""Opening a database to read, with everything closed off that reading does not need."""

from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection

from libnews.errors import BusyError, OutdatedError, StoreError
from libnews.store.script import SCHEMA_VERSION

# In this order: after external access is off some settings can no longer be changed, after the lock none but those
# that ibis sets on every connection it is handed.
_SETTINGS = (
    "temp_directory = ''",
    "enable_progress_bar = false",
    "autoload_known_extensions = false",
    "autoinstall_known_extensions = false",
    "allow_community_extensions = false",
    "allow_persistent_secrets = false",
    "python_enable_replacements = false",
    "enable_external_access = false",
    "allowed_configs = ['TimeZone', 'python_enable_replacements']",
    "lock_configuration = true",
)

CATALOG = "news"
"""Name under which a database is attached."""


def quoted(text: str) -> str:
    """`text` as an SQL string.

    >>> quoted("it's")
    "'it''s'"
    """
    return "'" + text.replace("'", "''") + "'"


def attached(path: Path) -> str:
    """The SQL that opens the database at `path` to be written, in a form that old versions of DuckDB can read.

    >>> attached(Path("news.duckdb"))
    "ATTACH 'news.duckdb' AS news (STORAGE_VERSION 'v1.2.0'); USE news"
    """
    return f"ATTACH {quoted(str(path))} AS {CATALOG} (STORAGE_VERSION 'v1.2.0'); USE {CATALOG}"


def open_database(path: Path) -> DuckDBPyConnection:
    """A read-only connection to the libnews database at `path`, `StoreError` where it is none.

    The file is attached to an engine of its own: a plain `duckdb.connect` would hand back the old content of a file
    that was replaced while this process had it open.
    """
    if not path.exists():
        raise StoreError(f"{path} does not exist: make it with `libnews build PATH... --db {path}`")
    if not path.is_file():
        raise StoreError(f"{path} is not a file: give the path of a database that `libnews build` made")
    con = duckdb.connect()
    try:
        con.execute(f"ATTACH {quoted(str(path))} AS {CATALOG} (READ_ONLY)")
        con.execute(f"USE {CATALOG}")
        _refuse_foreign(con, path)
        for setting in _SETTINGS:
            con.execute(f"SET {setting}")
    except duckdb.Error as error:
        con.close()
        raise _opening_error(path, error) from error
    except StoreError:
        con.close()
        raise
    return con


def _refuse_foreign(con: DuckDBPyConnection, path: Path) -> None:
    try:
        con.execute("SELECT claim_id FROM main.claim LIMIT 0")
        con.execute("SELECT digest FROM main.digest LIMIT 0")
        ((version,),) = con.execute("SELECT max(schema_version) FROM main.build").fetchall()
    except (duckdb.CatalogException, duckdb.BinderException) as error:
        raise StoreError(f"{path} is a DuckDB database, but not one that libnews made") from error
    if version is not None and version < SCHEMA_VERSION:
        raise OutdatedError(
            f"{path} has schema version {version}, and this libnews reads {SCHEMA_VERSION}: build the database again"
        )
    if version is not None and version > SCHEMA_VERSION:
        raise StoreError(
            f"{path} has schema version {version}, and this libnews reads {SCHEMA_VERSION}: update libnews, "
            "or build the database again"
        )


def _opening_error(path: Path, error: duckdb.Error) -> StoreError:
    text = str(error).split("\n")[0]
    if "Could not set lock" in text:
        return BusyError(f"{path} is being written by another program: {text}")
    if "not a valid DuckDB" in text:
        return StoreError(f"{path} is not a libnews database: it is no DuckDB file at all")
    return StoreError(f"{path} cannot be opened: {text}")
