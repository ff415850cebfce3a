"""Rows as Parquet."""

import re
from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from libnews.errors import QueryError
from libnews.reports.rows.cells import plain
from libnews.store import QueryResult

if TYPE_CHECKING:
    import pyarrow  # type: ignore[import-untyped]  # it ships no types

_ARROW = {
    "BOOLEAN": "bool_", "TINYINT": "int8", "SMALLINT": "int16", "INTEGER": "int32", "BIGINT": "int64",
    "UTINYINT": "uint8", "USMALLINT": "uint16", "UINTEGER": "uint32", "UBIGINT": "uint64",
    "FLOAT": "float32", "DOUBLE": "float64", "DATE": "date32",
}  # fmt: skip
_DECIMAL = re.compile(r"DECIMAL\((\d+),\s*(\d+)\)")


def render(result: QueryResult) -> bytes:
    """The rows as one Parquet file; numbers, dates and booleans keep their types, all else is text.

    `QueryError` where two columns have one name, which readers of Parquet do not tell apart.
    """
    import pyarrow.parquet  # type: ignore[import-untyped]  # only where Parquet is asked for: it is large

    twice = sorted({name for name in result.columns if result.columns.count(name) > 1})
    if twice:
        raise QueryError(f"two columns are named {', '.join(twice)}: name them apart with AS")
    columns = list(zip(*result.rows, strict=True)) or [()] * len(result.columns)
    arrays = [_array(kind, values) for kind, values in zip(result.types, columns, strict=True)]
    written = BytesIO()
    pyarrow.parquet.write_table(pyarrow.table(arrays, names=list(result.columns)), written)
    return written.getvalue()


def _array(kind: str, values: Sequence[object]) -> "pyarrow.Array":
    import pyarrow

    decimal = _DECIMAL.fullmatch(kind)
    if decimal is not None:
        return pyarrow.array(values, pyarrow.decimal128(int(decimal[1]), int(decimal[2])))
    if kind in _ARROW and not any(isinstance(value, str) for value in values):
        return pyarrow.array(values, getattr(pyarrow, _ARROW[kind])())
    return pyarrow.array([None if value is None else plain(value) for value in values], pyarrow.string())
