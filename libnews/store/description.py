"""What a libnews database holds, in words: its tables and views with their columns, types and comments."""

from typing import NamedTuple

import duckdb

from libnews.store.script import schema_sql


class Column(NamedTuple):
    """One column of a table or view."""

    name: str
    type: str
    comment: str | None


class Relation(NamedTuple):
    """One table or view; `kind` says which."""

    name: str
    kind: str
    comment: str | None
    columns: tuple[Column, ...]


_RELATIONS = """
SELECT name, kind, comment FROM (
    SELECT table_name AS name, 'table' AS kind, comment, table_oid AS place FROM duckdb_tables()
    WHERE database_name = current_database() AND schema_name = 'main'
    UNION ALL
    SELECT view_name, 'view', comment, view_oid FROM duckdb_views()
    WHERE database_name = current_database() AND schema_name = 'main' AND NOT internal
) ORDER BY kind, place
"""

_COLUMNS = """
SELECT table_name, column_name, data_type, comment FROM duckdb_columns()
WHERE database_name = current_database() AND schema_name = 'main' AND NOT internal
ORDER BY table_name, column_index
"""


def describe() -> tuple[Relation, ...]:
    """The tables, then the views, in the order of schema.sql and views.sql.

    Use it to make a data dictionary. It is read from an empty database in memory, so that it cannot drift.

    >>> [relation.name for relation in describe()][:3]
    ['article', 'paragraph', 'mention']
    """
    with duckdb.connect() as con:
        con.execute(schema_sql())
        columns: dict[str, list[Column]] = {}
        for relation, *column in con.execute(_COLUMNS).fetchall():
            columns.setdefault(relation, []).append(Column(*column))
        return tuple(
            Relation(name, kind, comment, tuple(columns[name]))
            for name, kind, comment in con.execute(_RELATIONS).fetchall()
        )
