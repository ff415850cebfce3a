"""Digests: one short text per table that changes when any cell changes.

A row is written as text in which no two rows read alike: each value as its length, a colon and the value, a null
as `n`. The digest is the XOR of md5 over the different rows, each with the number of times it stands in the table
(or else two equal rows would cancel out), so the order of rows plays no part.
"""

from collections.abc import Sequence

from duckdb import DuckDBPyConnection

from libnews.models.digest import DigestDifference

_SCHEMA = "schema"


def _settled(definition: str) -> str:
    # Releases of DuckDB print a stored definition alike but for two spaces and the quotes around words they reserve.
    for was, becomes in (("')SELECT'", "') SELECT'"), ("'DECIMAL(38, 4)'", "'DECIMAL(38,4)'"), ("'\"'", "''")):
        definition = f"replace({definition}, {was}, {becomes})"
    return definition


_SCHEMA_LINES = f"""
SELECT 'table' AS what, schema_name, table_name AS name, NULL::INTEGER AS position, NULL AS detail, comment
FROM duckdb_tables() WHERE database_name = current_database()
UNION ALL
SELECT 'column', schema_name, table_name, column_index, concat_ws(' ', column_name, data_type), comment
FROM duckdb_columns() WHERE database_name = current_database() AND NOT internal
UNION ALL
SELECT 'view', schema_name, view_name, NULL, {_settled("sql")}, comment
FROM duckdb_views() WHERE database_name = current_database() AND NOT internal
UNION ALL
SELECT 'macro', schema_name, function_name, NULL,
    concat(array_to_string(parameters, ', '), ': ', {_settled("macro_definition")}), comment
FROM duckdb_functions() WHERE database_name = current_database() AND NOT internal
"""
_SCHEMA_COLUMNS = ("what", "schema_name", "name", "position", "detail", "comment")


def digest_sql(source: str, columns: Sequence[str]) -> str:
    """The SQL that computes `row_count` and `digest` of a table; `columns` are all of its columns, in order.

    Use it to check a table by hand, with any DuckDB from 1.2 on.

    >>> print(digest_sql("build", ["given", "ignored"]))
    SELECT
        coalesce(sum(times), 0)::BIGINT AS row_count,
        lpad(lower(coalesce(hex(bit_xor(md5_number(row_md5 || ':' || times))), '')), 32, '0') AS digest
    FROM (
        SELECT md5(concat(
            coalesce(length("given"::VARCHAR) || ':' || "given"::VARCHAR, 'n'),
            coalesce(length("ignored"::VARCHAR) || ':' || "ignored"::VARCHAR, 'n')
        )) AS row_md5, count(*) AS times
        FROM build
        GROUP BY row_md5
    )
    """
    cells = ",\n        ".join(
        f"coalesce(length({name}::VARCHAR) || ':' || {name}::VARCHAR, 'n')" for name in map(_quoted, columns)
    )
    return (
        "SELECT\n    coalesce(sum(times), 0)::BIGINT AS row_count,\n"
        "    lpad(lower(coalesce(hex(bit_xor(md5_number(row_md5 || ':' || times))), '')), 32, '0') AS digest\n"
        f"FROM (\n    SELECT md5(concat(\n        {cells}\n    )) AS row_md5, count(*) AS times\n"
        f"    FROM {source}\n    GROUP BY row_md5\n)"
    )


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _columns(con: DuckDBPyConnection) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for table, column in con.execute(
        "SELECT t.table_name, c.column_name FROM duckdb_tables() t JOIN duckdb_columns() c USING (table_oid)"
        " WHERE t.database_name = current_database() AND t.schema_name = 'main'"
        " AND c.database_name = t.database_name ORDER BY t.table_name, c.column_index"
    ).fetchall():
        found.setdefault(table, []).append(column)
    return found


def queries(con: DuckDBPyConnection) -> dict[str, str]:
    """The SQL of every digest, by table; `schema` stands for columns, types, comments, views and macros."""
    sql = {table: digest_sql(_quoted(table), columns) for table, columns in _columns(con).items() if table != "digest"}
    sql[_SCHEMA] = digest_sql(f"({_SCHEMA_LINES})", _SCHEMA_COLUMNS)
    return dict(sorted(sql.items()))


def compute(con: DuckDBPyConnection) -> dict[str, tuple[int, str]]:
    """Row count and digest of every table but `digest`, and of the schema, as they are now."""
    found: dict[str, tuple[int, str]] = {}
    for table, sql in queries(con).items():
        row_count, digest = con.execute(sql).fetchall()[0]
        found[table] = (row_count, digest)
    return found


def write(con: DuckDBPyConnection) -> None:
    """Fill the table `digest` from what stands in the others."""
    rows = [(table, row_count, digest) for table, (row_count, digest) in compute(con).items()]
    for row in rows:
        con.execute("INSERT INTO digest VALUES (?, ?, ?)", row)


def differences(con: DuckDBPyConnection) -> list[DigestDifference]:
    """Where the tables are not what the build wrote; empty for an untouched database.

    Use it to validate: a changed cell, a row more or less, a changed column, comment, view or macro all show here.
    """
    stored: dict[str | None, list[tuple[int, str]]] = {}
    for table, row_count, digest in con.execute("SELECT table_name, row_count, digest FROM digest").fetchall():
        stored.setdefault(table, []).append((row_count, digest))
    found = compute(con)
    different = []
    for table in sorted(stored.keys() | found.keys(), key=lambda name: name or ""):
        expected, now = stored.get(table, []), found.get(table or "")
        if expected != [now]:
            expected_rows, expected_digest = expected[0] if expected else (None, None)
            found_rows, found_digest = now or (None, None)
            different.append(
                DigestDifference(
                    table=table,
                    expected_rows=expected_rows,
                    expected=expected_digest,
                    found_rows=found_rows,
                    found=found_digest,
                )
            )
    return different


def digest_of_digests(con: DuckDBPyConnection) -> str:
    """The digest of the table `digest`: kept elsewhere, it also catches someone who rewrites table and digest."""
    digest: str = con.execute(digest_sql("digest", ("table_name", "row_count", "digest"))).fetchall()[0][1]
    return digest
