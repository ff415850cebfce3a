"""The process that runs one query of someone else's and may do nothing else. Started by sandbox.py; tests import it.

It reads one JSON object from standard input and writes one to standard output. It imports nothing of libnews, so that
it starts fast and stands alone.
"""

import json
import sys

_MAX_QUERY = 100_000
_MAX_PARENTHESES = 2_000
_SETTINGS = (
    "temp_directory = ''",
    "threads = 2",
    "memory_limit = '1GB'",
    "enable_progress_bar = false",
    "autoload_known_extensions = false",
    "autoinstall_known_extensions = false",
    "allow_community_extensions = false",
    "allow_persistent_secrets = false",
    "python_enable_replacements = false",
    "enable_external_access = false",
    "lock_configuration = true",
)


class RefusedError(Exception):
    """The query is not one that may run."""


def limit(seconds: int, memory: int) -> None:
    """Bound what this process can take from the machine; Windows has no such bounds."""
    try:
        import resource
    except ImportError:
        return
    bounds = {"RLIMIT_AS": memory, "RLIMIT_CPU": 2 * seconds + 2, "RLIMIT_FSIZE": 0, "RLIMIT_CORE": 0}
    for name, bound in bounds.items():
        try:
            resource.setrlimit(getattr(resource, name), (bound, bound))
        except (ValueError, OSError):
            continue  # macOS knows RLIMIT_AS and refuses to set it


def plain(value: object) -> object:
    """`value` as JSON can say it; what has no form there becomes text."""
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, list | tuple):
        return [plain(part) for part in value]
    if isinstance(value, dict):
        return {str(key): plain(part) for key, part in value.items()}
    return value.hex() if isinstance(value, bytes) else str(value)


def run(request: dict) -> dict:  # type: ignore[type-arg]  # JSON
    """Answer one request: the columns, types and rows of the query, at most as many as asked for."""
    import duckdb

    query = request["query"]
    if len(query) > _MAX_QUERY or query.count("(") > _MAX_PARENTHESES:
        raise RefusedError("the query is too long or too deeply nested")
    con = duckdb.connect()
    try:
        # A path cannot be given as a parameter; the parent has quoted it.
        con.execute(f"ATTACH {request['path']} AS news (READ_ONLY)")
        con.execute("USE news")
        for setting in _SETTINGS:
            con.execute(f"SET {setting}")
        statements = con.extract_statements(query)
        if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
            raise RefusedError("give exactly one SELECT statement")
        answer = con.execute(statements[0])
        columns = [(column[0], str(column[1])) for column in answer.description]
        return collect(answer, columns, request["max_rows"], request["max_characters"])
    except duckdb.Error as error:
        raise RefusedError(str(error)) from error


def collect(answer, columns: list[tuple[str, str]], max_rows: int, max_characters: int) -> dict:  # type: ignore  # noqa: ANN001
    """Fetch rows until there are no more, or a bound is reached."""
    rows, characters, truncated = [], 0, False
    while not truncated and (row := answer.fetchone()) is not None:
        rows.append([plain(value) for value in row])
        characters += sum(len(str(value)) for value in row)
        truncated = len(rows) > max_rows or characters > max_characters
    return {"columns": columns, "rows": rows[:max_rows], "truncated": truncated}


def main() -> None:
    request = json.loads(sys.stdin.buffer.read())
    sys.path[:] = request["sys_path"]
    import duckdb  # noqa: F401  # before the bounds, which loading it may exceed

    limit(request["seconds"], request["memory"])
    try:
        answer = run(request)
    # Whatever goes wrong with a stranger's query is the query's error, also what DuckDB's Python layer raises.
    except (RefusedError, ValueError, TypeError, RuntimeError, MemoryError, RecursionError, OverflowError) as error:
        answer = {"error": str(error) or type(error).__name__}
    sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=True).encode("ascii"))


if __name__ == "__main__":
    main()
