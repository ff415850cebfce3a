"""`libnews query`."""

import sys
from argparse import Namespace
from pathlib import Path

from libnews.cli.screen import remark
from libnews.errors import InputError, QueryError
from libnews.reports.rows import csv, json, parquet, table
from libnews.store import QueryResult, run_query


def run(arguments: Namespace) -> int:
    """Run the query in its sandbox and write the answer as asked."""
    output = None if arguments.output is None else Path(arguments.output)
    if arguments.format == "parquet" and output is None and sys.stdout.isatty():
        raise InputError("parquet is not for a terminal: give --output FILE, or send it into a file or pipe")
    rows = run_query(arguments.db, arguments.sql)
    if output is not None and output.exists() and output.samefile(arguments.db):
        raise InputError(f"--output {output} is the database itself: give another file")
    if rows.truncated and arguments.format != "table":
        raise QueryError(
            f"the answer has more rows than can be handed out at once ({len(rows.rows)}): ask for a part of it at a "
            "time, with WHERE, or LIMIT and OFFSET"
        )
    _write(_rendered(rows, arguments.format, output is None and sys.stdout.isatty()), output)
    if rows.truncated:
        remark(f"only the first {len(rows.rows)} rows are shown")
    return 0


def _rendered(rows: QueryResult, form: str, to_terminal: bool) -> str | bytes:
    match form:
        case "parquet":
            return parquet.render(rows)
        case "csv":
            return csv.render(rows, to_terminal)
        case "json":
            return json.render(rows)
    return table.render(rows)


def _write(answer: str | bytes, output: Path | None) -> None:
    if output is not None:
        output.write_bytes(answer.encode() if isinstance(answer, str) else answer)
    elif isinstance(answer, str):
        sys.stdout.write(answer)
    else:
        sys.stdout.buffer.write(answer)
