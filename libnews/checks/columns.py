"""The pandera schemas, run inside DuckDB: types, missing values, vocabularies, forms, ranges and keys.

pandera says which check of which column failed; the rows are then asked for by key, because a failure case of its
ibis backend holds the column alone.
"""

import re
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any, NamedTuple

from libnews.checks.queries import Query, run
from libnews.checks.rule import Connection, Found, Rule, Scope
from libnews.checks.structure import places

if TYPE_CHECKING:
    import ibis
    from pandera.api.ibis.container import DataFrameSchema

VALUE_MISSING = Rule(
    code="schema.value-missing",
    title="A value is missing that must be there",
    why="What depends on it cannot be checked or understood.",
    example="update claim set basis = null where field = 'item'",
)
VALUE_UNKNOWN = Rule(
    code="schema.value-unknown",
    title="A value is not in its vocabulary",
    why="A closed vocabulary or an ISO code list holds every value there can be; queries rely on it.",
    example="update actor set country = 'XXX'",
)
VALUE_MALFORMED = Rule(
    code="schema.value-malformed",
    title="A value does not have the form of its column",
    why="An id, a hash, a duration or a text has one form, so that it can be compared and found again.",
    example="update article set sha256 = 'x'",
)
VALUE_OUT_OF_RANGE = Rule(
    code="schema.value-out-of-range",
    title="A number is below the least there can be",
    why="Lines, columns and paragraphs count from 1, characters and bytes from 0.",
    example="update paragraph set col_no = 0",
)
KEY_REPEATED = Rule(
    code="schema.key-repeated",
    title="Several rows have the same key",
    why="A key names one row; whoever joins on it would count the others twice.",
    example="insert into actor from actor where actor_id = 'CHE'",
)
RULES = (VALUE_MISSING, VALUE_UNKNOWN, VALUE_MALFORMED, VALUE_OUT_OF_RANGE, KEY_REPEATED)
# ibis makes an expression of each value: a list of all countries takes it longer than the rows take DuckDB.
_FEW = 20


def _is_unknown(column: Any, words: Sequence[str]) -> Any:
    if len(words) <= _FEW:
        return column.notin(words)
    return ~column.re_search(f"^({'|'.join(map(re.escape, words))})$")


# What breaks each check, in ibis: pandera's own checks re-attach their result to the table by position.
_CHECKS: dict[str, tuple[Rule, Callable[[Any, dict[str, Any]], Any]]] = {
    "isin": (VALUE_UNKNOWN, lambda column, given: _is_unknown(column, given["allowed_values"])),
    "str_matches": (VALUE_MALFORMED, lambda column, given: ~column.re_search(given["pattern"])),
    "str_length": (VALUE_MALFORMED, lambda column, given: column.length() < given["min_value"]),
    "greater_than_or_equal_to": (VALUE_OUT_OF_RANGE, lambda column, given: column < given["min_value"]),
}


def check(scope: Scope) -> Iterator[Found]:
    """What breaks the schema of a table, for every table that has the columns it should have."""
    with _quiet():
        found = [run(scope, query) for query in _queries(scope)]
    yield from found


def _queries(scope: Scope) -> Iterator[Query]:
    from libnews.checks.schemas import TABLES  # pandera takes a second to import

    backend = _backend(scope.connection)
    for name, model in TABLES.items():
        if name in scope.sound:
            yield from _broken_queries(name, model.to_schema(), backend.table(name))


@contextmanager
def _quiet() -> Iterator[None]:
    # ibis 12 calls a method that duckdb 2.0 deprecates and reads an option that pandas 3 does.
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"fetch_arrow_table\(\)", category=DeprecationWarning)
        warnings.filterwarnings("ignore", message=r".*infer_string", category=DeprecationWarning)
        yield


def _backend(connection: Connection) -> Any:
    from ibis.backends.duckdb import Backend

    # On connecting ibis sets a time zone, which a locked connection refuses; no column has one.
    unsettled: Any = type("OpenDatabase", (Backend,), {"settings": property(lambda self: {})})
    return unsettled.from_connection(connection)


def _broken_queries(name: str, schema: "DataFrameSchema", table: "ibis.Table") -> Iterator[Query]:
    from pandera.errors import SchemaErrorReason, SchemaErrors

    promises = tuple(_promises(schema))
    if schema.unique:
        yield _repeated(name, schema.unique)
    try:
        _fused(schema, promises).validate(table, lazy=True)
    except SchemaErrors as errors:
        for error in errors.schema_errors:
            if error.reason_code is not SchemaErrorReason.DATAFRAME_CHECK:
                raise error from None  # the check could not run, on a damaged file say: no finding about a row
            yield from (_broken(name, schema.unique, table, promise) for promise in promises)


class _Promise(NamedTuple):
    """What a schema says of one column."""

    column: str
    rule: Rule
    breaks: Callable[[Any, dict[str, Any]], Any]
    given: dict[str, Any]

    def broken(self, table: "ibis.Table") -> Any:
        """Whether a row breaks it; false where the value is missing, which breaks another promise."""
        return self.breaks(table[self.column], self.given).fill_null(False)


def _promises(schema: "DataFrameSchema") -> Iterator[_Promise]:
    for name, column in schema.columns.items():
        if not column.nullable:
            yield _Promise(name, VALUE_MISSING, lambda column, _: column.isnull(), {})
        for check in column.checks:
            yield _Promise(name, *_CHECKS[check.name], check.statistics)


def _fused(schema: "DataFrameSchema", promises: tuple[_Promise, ...]) -> "DataFrameSchema":
    """The same schema with all promises in one check: pandera scans a table once for every check it has.

    Keys are left to `_repeated`: pandera counts them in a window over the whole table, four times as slow as a group.
    """
    import pandera.ibis as pa

    def kept(data: Any) -> Any:
        # One value, not one for each row: where a check of rows fails, pandera fetches what it says of all of them.
        broken = reduce(or_, (promise.broken(data.table) for promise in promises))
        return ~broken.any().fill_null(False)  # no row breaks nothing

    columns = {name: pa.Column(column.dtype, nullable=True) for name, column in schema.columns.items()}
    return pa.DataFrameSchema(columns, checks=pa.Check(kept), strict=True)


def _broken(name: str, keys: Sequence[str] | None, table: "ibis.Table", promise: _Promise) -> Query:
    import ibis

    rows = ibis.to_sql(table.filter(promise.broken(table)), dialect="duckdb")
    column = promise.column
    return Query(
        **promise.rule.model_dump(),
        sql=f"select '{name}' as table_name, {_key(keys)} as key, {''.join(f'{place}, ' for place in places(name))}"
        f"'{column} ' || coalesce('«' || left({column}::varchar, 80) || '»', 'is null') as detail from ({rows})",
    )


def _repeated(name: str, keys: Sequence[str]) -> Query:
    listed = ", ".join(keys)
    article = "any_value(article_id) as article_id, " if "article_id" in keys else ""
    return Query(
        **KEY_REPEATED.model_dump(),
        sql=f"select '{name}' as table_name, {_key(keys)} as key, {article}count(*) || ' rows' as detail "
        f"from {name} group by {listed} having count(*) > 1",
    )


def _key(keys: Sequence[str] | None) -> str:
    return f"concat_ws(' ', {', '.join(keys)})" if keys else "null"
