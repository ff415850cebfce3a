"""Whether the database is made of the tables, columns and views it should be made of."""

from collections.abc import Iterator
from functools import cache

from libnews.checks.rule import Connection, Found, Rule, Scope

VIEWS = (
    "agreement_as_told", "actor_name", "conflict", "coverage", "meeting_pair", "provenance", "record", "timeline",
)  # fmt: skip
"""Every view of the contract."""
SCHEMA = "schema"
"""Stands among the tables that have a digest for all that is defined: columns, comments, views and macros."""
DEFINITIONS = "definitions"
"""Stands among what a rule reads where it asks a view or a macro of the database."""
_SQL_TYPES = {
    "string": "VARCHAR", "int32": "INTEGER", "int64": "BIGINT", "date": "DATE", "boolean": "BOOLEAN", "json": "JSON",
    "decimal(38, 4)": "DECIMAL(38,4)", "decimal(38, 0)": "DECIMAL(38,0)",
}  # fmt: skip
_HERE = "database_name = current_database() and schema_name = current_schema()"

TABLE_MISSING = Rule(
    code="schema.table-missing",
    title="A table is missing",
    why="The rules that read it cannot tell whether the rest is right.",
    example="drop table span",
)
TABLE_UNKNOWN = Rule(
    code="schema.table-unknown",
    title="A table is there that no database of libnews has",
    why="Nothing checks its rows, and a reader would take them for checked.",
    example="create table secret (a integer)",
)
COLUMN_MISSING = Rule(
    code="schema.column-missing",
    title="A column is missing",
    why="The rules that read its table cannot tell whether the rest is right.",
    example="alter table trade_figure drop column commodity",
)
COLUMN_UNKNOWN = Rule(
    code="schema.column-unknown",
    title="A table has a column too many",
    why="Nothing checks its values, and a reader would take them for checked.",
    example="alter table meeting add column mood varchar",
)
COLUMN_TYPE_DIFFERS = Rule(
    code="schema.column-type-differs",
    title="A column has another type",
    why="A day kept as text, or an amount as a float, is no longer what was read.",
    example="alter table agreement alter amount type double",
)
VIEW_MISSING = Rule(
    code="schema.view-missing",
    title="A view is missing",
    why="Questions written against the contract fail.",
    example="drop view coverage",
)
RULES = (TABLE_MISSING, TABLE_UNKNOWN, COLUMN_MISSING, COLUMN_UNKNOWN, COLUMN_TYPE_DIFFERS, VIEW_MISSING)


@cache
def contract() -> dict[str, dict[str, str]]:
    """Every table with its columns and their SQL types.

    >>> contract()["meeting_participant"]
    {'meeting_id': 'VARCHAR', 'actor_id': 'VARCHAR', 'role': 'VARCHAR'}
    """
    from libnews.checks.schemas import TABLES  # pandera takes a second to import

    return {
        table: {name: _SQL_TYPES[str(column.dtype)] for name, column in model.to_schema().columns.items()}
        for table, model in TABLES.items()
    }


@cache
def keys(table: str) -> tuple[str, ...]:
    """The columns that together name a row of `table`; none where it has one row only.

    >>> keys("paragraph"), keys("build")
    (('article_id', 'paragraph_no'), ())
    """
    from libnews.checks.schemas import TABLES  # pandera takes a second to import

    return tuple(TABLES[table].to_schema().unique or ())


def places(table: str) -> tuple[str, ...]:
    """The columns of `table` that lead to words of an article.

    >>> places("claim"), places("paragraph"), places("meeting")
    (('article_id', 'paragraph_no', 'start_char', 'quote'), ('article_id', 'paragraph_no'), ())
    """
    # Only beside a quote does start_char count in the paragraph.
    wanted = ("article_id", "paragraph_no", *(("start_char", "quote") if "quote" in contract()[table] else ()))
    return tuple(column for column in wanted if column in contract()[table])


def stored(connection: Connection) -> dict[str, dict[str, str]]:
    """Every table that is there, with its columns and their SQL types."""
    rows = connection.execute(
        "select table_name, column_name, data_type from system.main.duckdb_columns() c "
        f"where {_HERE} and not internal and table_name in "
        f"(select table_name from system.main.duckdb_tables() where {_HERE}) order by table_name, column_index"
    ).fetchall()
    tables: dict[str, dict[str, str]] = {}
    for table, column, sql_type in rows:
        tables.setdefault(table, {})[column] = sql_type
    return tables


def sound_tables(connection: Connection) -> frozenset[str]:
    """The tables that are what they should be, so that other rules can read them."""
    there = stored(connection)
    return frozenset(table for table, columns in contract().items() if there.get(table) == columns)


def check(scope: Scope) -> Iterator[Found]:
    """What is missing, what is too much, and what has another type."""
    there, wanted = stored(scope.connection), contract()
    yield _tables(scope, TABLE_MISSING, wanted.keys() - there.keys())
    yield _tables(scope, TABLE_UNKNOWN, there.keys() - wanted.keys())
    both = [(table, wanted[table], there[table]) for table in wanted if table in there]
    yield _columns(scope, COLUMN_MISSING, [(t, c, None) for t, want, have in both for c in want if c not in have])
    yield _columns(scope, COLUMN_UNKNOWN, [(t, c, None) for t, want, have in both for c in have if c not in want])
    yield _columns(
        scope,
        COLUMN_TYPE_DIFFERS,
        [
            (t, c, f"{have[c]} instead of {want[c]}")
            for t, want, have in both
            for c in want
            if have.get(c, want[c]) != want[c]
        ],
    )
    yield _tables(scope, VIEW_MISSING, set(VIEWS) - _views(scope.connection))


def _views(connection: Connection) -> set[str]:
    rows = connection.execute(f"select view_name from system.main.duckdb_views() where {_HERE}").fetchall()
    return {name for (name,) in rows}


def _tables(scope: Scope, rule: Rule, names: set[str]) -> Found:
    findings = [rule.finding(name, table=name, key=name) for name in sorted(names)]
    return Found.all(rule, findings, scope.limit)


def _columns(scope: Scope, rule: Rule, columns: list[tuple[str, str, str | None]]) -> Found:
    findings = [
        rule.finding(" ".join(filter(None, (f"{table}.{column}", detail))), table=table, key=column)
        for table, column, detail in columns
    ]
    return Found.all(rule, findings, scope.limit)
