"""Tables, columns, views and macros gone, added, renamed or made otherwise."""

import random

from libnews.checks import structure
from libnews.checks.rule import Connection
from libnews.testing.mutators.change import Change, mutator

_NEW = "added_by_hand"
_SCHEMA = "schema"  # the name under which the digest of tables, views and macros stands
_OTHER_TYPE = {"VARCHAR": "BLOB", "JSON": "VARCHAR"}
_HERE = "database_name = current_database() and not internal"


@mutator("a table is gone")
def drop_table(connection: Connection, chance: random.Random) -> Change | None:
    if (table := _table(connection, chance)) is None:
        return None
    connection.execute(f"drop table {table}")
    return Change("drop_table", table, (table,), None, table, None, ("schema.table-missing",))


@mutator("a table has another name")
def rename_table(connection: Connection, chance: random.Random) -> Change | None:
    if (table := _table(connection, chance)) is None:
        return None
    connection.execute(f"alter table {table} rename to {_NEW}")
    return Change("rename_table", table, (table,), None, table, _NEW, ("schema.table-missing", "schema.table-unknown"))


@mutator("a table is there that no database of libnews has")
def add_table(connection: Connection, chance: random.Random) -> Change | None:
    if _NEW in structure.stored(connection):
        return None
    connection.execute(f"create table {_NEW} as select 1 as one")
    return Change("add_table", _NEW, (_NEW,), None, None, _NEW, ("schema.table-unknown",))


@mutator("a column is gone")
def drop_column(connection: Connection, chance: random.Random) -> Change | None:
    if (picked := _column(connection, chance)) is None:
        return None
    table, column, sql_type = picked
    connection.execute(f"alter table {table} drop column {column}")
    return Change("drop_column", table, (column,), column, sql_type, None, ("schema.column-missing",))


@mutator("a column has another name")
def rename_column(connection: Connection, chance: random.Random) -> Change | None:
    if (picked := _column(connection, chance)) is None:
        return None
    table, column, _ = picked
    connection.execute(f"alter table {table} rename column {column} to {_NEW}")
    rules = ("schema.column-missing", "schema.column-unknown")
    return Change("rename_column", table, (column, _NEW), column, column, _NEW, rules)


@mutator("a table has a column too many")
def add_column(connection: Connection, chance: random.Random) -> Change | None:
    if (table := _table(connection, chance)) is None or _NEW in structure.stored(connection)[table]:
        return None
    connection.execute(f"alter table {table} add column {_NEW} varchar")
    return Change("add_column", table, (_NEW,), _NEW, None, "VARCHAR", ("schema.column-unknown",))


@mutator("a column has another type")
def change_type(connection: Connection, chance: random.Random) -> Change | None:
    if (picked := _column(connection, chance)) is None:
        return None
    table, column, sql_type = picked
    other = _OTHER_TYPE.get(sql_type, "VARCHAR")
    using = f"encode({column})" if other == "BLOB" else f"{column}::{other}"
    connection.execute(f"alter table {table} alter {column} type {other} using {using}")
    return Change("change_type", table, (column,), column, sql_type, other, ("schema.column-type-differs",))


@mutator("a view is gone")
def drop_view(connection: Connection, chance: random.Random) -> Change | None:
    if (picked := _view(connection, chance)) is None:
        return None
    view, sql = picked
    connection.execute(f"drop view {view}")
    name = view.removeprefix("main.")
    if name in structure.VIEWS:
        return Change("drop_view", name, (name,), None, sql, None, ("schema.view-missing",))
    return Change("drop_view", _SCHEMA, (_SCHEMA, view), None, sql, None, ("digest.differs",))


@mutator("a view leaves out what it showed")
def alter_view(connection: Connection, chance: random.Random) -> Change | None:
    if (picked := _view(connection, chance)) is None:
        return None
    view, sql = picked
    _, _, body = sql.rstrip(";\n ").partition(" AS ")
    connection.execute(f"create or replace view {view} as from ({body}) where false")
    return Change("alter_view", _SCHEMA, (_SCHEMA, view), None, body, f"({body}) where false", ("digest.differs",))


@mutator("a view is there that no database of libnews has")
def add_view(connection: Connection, chance: random.Random) -> Change | None:
    connection.execute(f"create or replace view {_NEW}_view as select 1 as one")
    return Change("add_view", _SCHEMA, (_SCHEMA, f"{_NEW}_view"), None, None, "select 1 as one", ("digest.differs",))


@mutator("a macro is there that no database of libnews has")
def add_macro(connection: Connection, chance: random.Random) -> Change | None:
    connection.execute(f"create or replace macro {_NEW}(x) as x")
    return Change("add_macro", _SCHEMA, (_SCHEMA, _NEW), None, None, f"{_NEW}(x)", ("digest.differs",))


@mutator("a macro is gone")
def drop_macro(connection: Connection, chance: random.Random) -> Change | None:
    rows = connection.execute(
        "select distinct schema_name || '.' || function_name, function_type from duckdb_functions() "
        f"where {_HERE} and function_type in ('macro', 'table_macro') order by all"
    ).fetchall()
    if not rows:
        return None
    name, kind = chance.choice(rows)
    connection.execute(f"drop {'macro table' if kind == 'table_macro' else 'macro'} {name}")
    return Change("drop_macro", _SCHEMA, (_SCHEMA, name), None, name, None, ("digest.differs",))


@mutator("a macro hides a function that the rules call")
def shadow_function(connection: Connection, chance: random.Random) -> Change | None:
    name, parameters = chance.choice((("substr", "a, b, c"), ("length", "a"), ("md5", "a"), ("count", "a")))
    connection.execute(f"create or replace macro {name}({parameters}) as a")
    return Change("shadow_function", _SCHEMA, (_SCHEMA, name), None, None, name, ("schema.function-shadowed",))


@mutator("the comment of a table says something else")
def change_comment(connection: Connection, chance: random.Random) -> Change | None:
    if (table := _table(connection, chance)) is None:
        return None
    connection.execute(f"comment on table {table} is 'checked by hand'")
    return Change("change_comment", _SCHEMA, (_SCHEMA, table), None, None, "checked by hand", ("digest.differs",))


def _table(connection: Connection, chance: random.Random) -> str | None:
    tables = sorted(structure.sound_tables(connection))
    return chance.choice(tables) if tables else None


def _column(connection: Connection, chance: random.Random) -> tuple[str, str, str] | None:
    if (table := _table(connection, chance)) is None:
        return None
    # A table without columns is none.
    columns = structure.contract()[table]
    if len(columns) < 2:
        return None
    column = chance.choice(list(columns))
    return table, column, columns[column]


def _view(connection: Connection, chance: random.Random) -> tuple[str, str] | None:
    rows = connection.execute(
        f"select schema_name || '.' || view_name, sql from duckdb_views() where {_HERE} order by all"
    ).fetchall()
    return chance.choice(rows) if rows else None
