"""Digests: one short text per table that changes when any cell changes.

A row is written as text in which no two rows read alike: each value as its length, a colon and the value, a null
as `n`. The digest is the XOR of md5 over the different rows, each with the number of times it stands in the table
(or else two equal rows would cancel out), so the order of rows plays no part.

Two sums beside it tell which row changed, where one did. With h a number made from a row and k one made from its key,
`row_sum` is the sum of h and `place_sum` that of h * k. Where one row's h becomes h', the first sum moves by h' - h and
the second by (h' - h) * k: divided by one another they give k, and k the row.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from duckdb import DuckDBPyConnection

from libnews.models.digest import DigestDifference
from libnews.store.script import SCHEMA_DIGEST, keys

_SCHEMA = "schema"
_HALF, _ROW_BITS, _PLACE_BITS = 64, 56, 36
"""Bits of an md5's upper half, which old releases of DuckDB too take for a number without a sign. Products of the last
two, summed over 10^10 rows, stay below the 10^38 that DECIMAL(38, 0) and HUGEINT hold."""


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


class Fingerprint(NamedTuple):
    """What is kept of a table: its rows counted, their digest, and the sums that tell which row changed."""

    row_count: int
    digest: str
    row_sum: int | None = None
    place_sum: int | None = None


def digest_sql(source: str, columns: Sequence[str], key: Sequence[str] = (), *, counted: bool = True) -> str:
    """The SQL that computes `row_count` and `digest` of a table; `columns` are all of its columns, in order.

    With the `key` of the table, `row_sum` and `place_sum` stand beside them. Use it to check a table by hand, with any
    DuckDB from 1.2 on. Not `counted`, it takes every row for the only one of its kind: a quarter of the memory.

    >>> print(digest_sql("build", ["given", "ignored"]))
    SELECT
        coalesce(sum(times), 0)::BIGINT AS row_count,
        lpad(lower(coalesce(hex(bit_xor(md5_number(row_md5 || ':' || times))), '')), 32, '0') AS digest
    FROM (
        SELECT
            md5(concat(
                coalesce(length("given"::VARCHAR) || ':' || "given"::VARCHAR, 'n'),
                coalesce(length("ignored"::VARCHAR) || ':' || "ignored"::VARCHAR, 'n')
            )) AS row_md5, count(*) AS times
        FROM build
        GROUP BY row_md5
    )
    """
    cells = ",\n            ".join(
        f"coalesce(length({name}::VARCHAR) || ':' || {name}::VARCHAR, 'n')" for name in map(_quoted, columns)
    )
    sums = f",\n    {_sums()}" if key else ""
    named = f",\n        {'any_value' if counted else ''}({_key_sql(key)}) AS row_key" if key else ""
    times, grouped = ("count(*)", "\n    GROUP BY row_md5") if counted else ("1", "")
    return (
        "SELECT\n    coalesce(sum(times), 0)::BIGINT AS row_count,\n"
        f"    lpad(lower(coalesce(hex(bit_xor(md5_number(row_md5 || ':' || times))), '')), 32, '0') AS digest{sums}\n"
        f"FROM (\n    SELECT\n        md5(concat(\n            {cells}\n        )) AS row_md5,"
        f" {times} AS times{named}\n"
        f"    FROM {source}{grouped}\n)"
    )


def _sums() -> str:
    row = f"(md5_number_upper(row_md5 || ':' || times) >> {_HALF - _ROW_BITS})::BIGINT"
    return (
        f"coalesce(sum({row}), 0)::HUGEINT AS row_sum,\n"
        f"    coalesce(sum({row}::HUGEINT * {_place_sql('row_key')}), 0)::HUGEINT AS place_sum"
    )


def _place_sql(key: str) -> str:
    return f"(md5_number_upper({key}) >> {_HALF - _PLACE_BITS})::BIGINT"


def _key_sql(key: Sequence[str]) -> str:
    return f"concat_ws(' ', {', '.join(map(_quoted, key))})"


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


def queries(con: DuckDBPyConnection, *, counted: bool = True) -> dict[str, str]:
    """The SQL of every digest, by table; `schema` stands for columns, types, comments, views and macros."""
    sql = {
        table: digest_sql(_quoted(table), columns, _key(table, columns), counted=counted)
        for table, columns in _columns(con).items()
        if table != "digest"
    }
    sql[_SCHEMA] = digest_sql(f"({_SCHEMA_LINES})", _SCHEMA_COLUMNS)
    return dict(sorted(sql.items()))


def _key(table: str, columns: Sequence[str]) -> tuple[str, ...]:
    key = keys().get(table, ())
    return key if set(key) <= set(columns) else ()


def compute(con: DuckDBPyConnection) -> dict[str, Fingerprint]:
    """The fingerprint of every table but `digest`, and of the schema, as they are now."""
    return {table: Fingerprint(*con.execute(sql).fetchall()[0]) for table, sql in queries(con).items()}


def write(con: DuckDBPyConnection) -> None:
    """Fill the table `digest` from what stands in the others."""
    rows = [(table, *fingerprint) for table, fingerprint in compute(con).items()]
    for row in rows:
        con.execute(
            "INSERT INTO digest (table_name, row_count, digest, row_sum, place_sum) VALUES (?, ?, ?, ?, ?)", row
        )


def differences(con: DuckDBPyConnection) -> list[DigestDifference]:
    """Where the tables are not what the build wrote; empty for an untouched database.

    Use it to validate: a changed cell, a row more or less, a changed column, comment, view or macro all show here.
    What is defined is held against this version of libnews too, so nobody hides a changed view behind a new digest.
    """
    stored: dict[str | None, list[Fingerprint]] = {}
    for table, *fingerprint in con.execute(
        "SELECT table_name, row_count, digest, row_sum::HUGEINT, place_sum::HUGEINT FROM digest"
    ).fetchall():
        stored.setdefault(table, []).append(Fingerprint(*fingerprint))
    found = _compute_again(con, stored)
    different = []
    for table in sorted(stored.keys() | found.keys(), key=lambda name: name or ""):
        expected, now = stored.get(table, []), found.get(table or "")
        if expected != [now] or (now and table == _SCHEMA and now.digest != SCHEMA_DIGEST):
            was = expected[0] if expected else None
            different.append(
                DigestDifference(
                    table=table,
                    expected_rows=was and was.row_count,
                    expected=was and was.digest,
                    found_rows=now and now.row_count,
                    found=now and now.digest,
                    row=_changed_row(con, table, was, now) if table and was and now else None,
                    is_rewritten=was is not None and now is not None and _is_rewritten(was, now),
                )
            )
    return different


def _compute_again(
    con: DuckDBPyConnection, stored: Mapping[str | None, Sequence[Fingerprint]]
) -> dict[str, Fingerprint]:
    """The same as `compute`, without counting equal rows where that turns out to be for nothing.

    A table that has rows twice and yet the digest and both sums of one that has none would have to be found by chance.
    """
    once, found = queries(con, counted=False), {}
    for table, sql in queries(con).items():
        expected = stored.get(table, [])
        if any(fingerprint.row_sum is not None for fingerprint in expected):
            found[table] = Fingerprint(*con.execute(once[table]).fetchall()[0])
            if expected == [found[table]]:
                continue
        found[table] = Fingerprint(*con.execute(sql).fetchall()[0])
    return found


def _is_rewritten(was: Fingerprint, now: Fingerprint) -> bool:
    """A changed table has another digest and another sum: where one is as it was, the other was written over."""
    return was.digest == now.digest or (was.row_sum == now.row_sum and was.row_sum is not None)


def _changed_row(con: DuckDBPyConnection, table: str, was: Fingerprint, now: Fingerprint) -> str | None:
    if was.row_sum is None or was.place_sum is None or now.row_sum is None or now.place_sum is None:
        return None
    moved, placed = now.row_sum - was.row_sum, now.place_sum - was.place_sum
    if moved == 0 or placed % moved or not 0 <= placed // moved < 1 << _PLACE_BITS:
        return None
    key = _key_sql(keys()[table])
    rows = con.execute(f"SELECT {key} FROM {_quoted(table)} WHERE {_place_sql(key)} = ?", [placed // moved]).fetchall()
    return rows[0][0] if len(rows) == 1 else None


def digest_of_digests(con: DuckDBPyConnection) -> str:
    """The digest of the table `digest`: kept elsewhere, it also catches someone who rewrites table and digest."""
    digest: str = con.execute(digest_sql("digest", ("table_name", "row_count", "digest"))).fetchall()[0][1]
    return digest
