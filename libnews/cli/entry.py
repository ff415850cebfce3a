"""Where the command line begins and ends: one command, one exit code, every error one clear line."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper

from libnews.cli.arguments import parser
from libnews.cli.screen import complain
from libnews.errors import LibnewsError

_DUCKDB_INTERRUPTED = "Query interrupted"  # what Ctrl-C becomes while DuckDB works
_INTERRUPTED, _PIPE_CLOSED = 130, 141  # 128 and the signal's number, as shells count


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 the data is invalid, 2 usage or input or output, 3 input
    was rejected and --strict given, 75 another writer holds the database.

    >>> main(["find", "no/such.duckdb", "حفتر"])
    2
    """
    for stream in (sys.stdout, sys.stderr):
        _say_anything(stream)
    arguments = parser().parse_args(argv)
    try:
        code: int = import_module(f"libnews.cli.{arguments.command}").run(arguments)
        sys.stdout.flush()
    except LibnewsError as error:
        complain(str(error))
        return error.exit_code
    except KeyboardInterrupt:
        return _INTERRUPTED
    except RuntimeError as error:
        if str(error) != _DUCKDB_INTERRUPTED:
            raise
        return _INTERRUPTED
    except BrokenPipeError:
        # Nobody reads on; without this Python would complain once more when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _PIPE_CLOSED
    except OSError as error:
        complain(f"{error.filename}: {error.strerror}" if error.filename else str(error.strerror or error))
        return LibnewsError.exit_code
    return code


def _say_anything(stream: object) -> None:
    """A terminal or pipe that has no Arabic letters gets escapes in their place, not an error; a pipe gets UTF-8."""
    if isinstance(stream, TextIOWrapper):
        encoding = stream.encoding if stream.isatty() else "utf-8"
        stream.reconfigure(encoding=encoding, errors="backslashreplace")
