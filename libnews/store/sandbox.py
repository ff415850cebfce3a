"""Running a query that someone else wrote: in a process of its own, which can read one database and do nothing else.

DuckDB's settings close off files, network and extensions, but do not bound time and memory (measured: some functions
ignore every limit), and SQL can stop the process it runs in. So the query runs in a child that can be stopped.
"""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from libnews.errors import QueryError
from libnews.store.opening import open_database, quoted

_MEMORY = 2 * 1024**3
_MAX_CHARACTERS = 64_000_000
_CHILD = Path(__file__).with_name("sandbox_child.py")


@dataclass(frozen=True, slots=True)
class QueryResult:
    """What a query gave: column names, DuckDB's names of their types, and rows.

    Numbers, text, dates and times are Python's own (decimals exact); other types come as text, lists and dicts.
    `truncated` says that there were more rows than were asked for.
    """

    columns: tuple[str, ...]
    types: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    truncated: bool


def run_query(path: str | os.PathLike[str], query: str, max_rows: int = 100_000, seconds: int = 30) -> QueryResult:
    """Run one SELECT on the database at `path` and return its rows, at most `max_rows`.

    Use it for SQL that you did not write yourself. Files, network, extensions and settings are out of its reach,
    time and (not on Windows) memory are bounded. `QueryError` says why a query was refused or failed.
    """
    database = Path(path).absolute()
    open_database(database).close()  # its errors are clearer than those of the child
    request = {
        "path": quoted(str(database)),
        "query": query,
        "max_rows": max_rows,
        "max_characters": _MAX_CHARACTERS,
        "seconds": seconds,
        "memory": _MEMORY,
        "sys_path": [entry for entry in sys.path if entry],
    }
    answer = json.loads(_ask(json.dumps(request).encode("ascii"), seconds) or b'{"error": ""}')
    if "error" in answer:
        raise QueryError(f"the query failed: {answer['error'] or 'it needs more memory or time than it may have'}")
    types = tuple(kind for _name, kind in answer["columns"])
    return QueryResult(
        columns=tuple(name for name, _kind in answer["columns"]),
        types=types,
        rows=tuple(
            tuple(_value(kind, value) for kind, value in zip(types, row, strict=True)) for row in answer["rows"]
        ),
        truncated=answer["truncated"],
    )


def _ask(request: bytes, seconds: int) -> bytes:
    # Windows cannot start a process without SYSTEMROOT; nothing else of the environment is the child's business.
    environment = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
    try:
        done = subprocess.run(
            [sys.executable, "-I", str(_CHILD)],
            input=request,
            capture_output=True,
            timeout=seconds,
            env=environment,
            start_new_session=True,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise QueryError(f"the query took more than {seconds} seconds and was stopped") from error
    return done.stdout if done.returncode == 0 else b""


def _value(kind: str, value: object) -> object:
    if not isinstance(value, str):
        return value
    if kind.startswith("DECIMAL"):
        return Decimal(value)
    if kind == "DATE":
        return _or_text(date, value)
    if kind.startswith("TIMESTAMP"):
        return _or_text(datetime, value)
    return value


def _or_text(kind: type[date], value: str) -> object:
    try:
        return kind.fromisoformat(value)
    except ValueError:
        return value  # DuckDB's years reach further than Python's
