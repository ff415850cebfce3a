"""The schemas on pandas frames, of whatever types pandas made of the columns."""

import json
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pandas as pd
import pandera.pandas as pa
import pyarrow  # type: ignore[import-untyped]
from pandera.dtypes import immutable
from pandera.engines import pandas_engine

from libnews.models.money import DIGITS, PLACES, has_column

if TYPE_CHECKING:
    from pandera.api.ibis.container import DataFrameSchema

INTEGERS = {"int32": (-(2**31), 2**31 - 1), "int64": (-(2**63), 2**63 - 1)}
"""The least and the greatest that each type of whole numbers holds."""
BEYOND_AMOUNTS = 10.0 ** (DIGITS - PLACES)
"""The least float that DECIMAL(38,4) does not hold."""


def validate(schema: "DataFrameSchema", frame: pd.DataFrame, lazy: bool) -> None:
    """Raise pandera's errors where `frame` breaks `schema`."""
    _translated(schema, frame).validate(frame, lazy=lazy)


def from_arrow(table: pyarrow.Table) -> pd.DataFrame:
    """`table` as a frame whose columns keep their Arrow types, without a copy; JSON as text."""
    for place, column in enumerate(table.schema):
        if isinstance(column.type, pyarrow.BaseExtensionType):
            table = table.set_column(place, column.name, table[place].cast(column.type.storage_type))
    return table.to_pandas(types_mapper=pd.ArrowDtype)


def _translated(schema: "DataFrameSchema", frame: pd.DataFrame) -> pa.DataFrameSchema:
    columns = {}
    for name, column in schema.columns.items():
        kind = _Kind(str(column.dtype))
        # Where the type is wrong, or nothing is there, no check of the values could say more.
        there = name in frame.columns and kind.check(None, frame[name]).all() and frame[name].notna().any()
        checks = [_CHECKS[check.name](check.statistics) for check in column.checks] if there else []
        columns[name] = pa.Column(kind, checks, nullable=column.nullable)
    return pa.DataFrameSchema(columns, strict=True, unique=schema.unique)


_CHECKS: dict[str, Callable[[dict[str, Any]], pa.Check]] = {
    "isin": lambda given: pa.Check.isin(given["allowed_values"]),
    "greater_than_or_equal_to": lambda given: pa.Check.ge(given["min_value"]),
    "str_length": lambda given: pa.Check.str_length(min_value=given["min_value"]),
    # pandera's own asks for a match at the beginning, and Python's `$` lets a line end pass.
    "str_matches": lambda given: pa.Check(
        lambda column: column.str.fullmatch(given["pattern"]),
        name="str_matches",
        error=f"str_matches({given['pattern']!r})",
    ),
}


@immutable(init=True)
class _Kind(pandas_engine.DataType):
    """What a column of the contract may be in pandas, row by row."""

    name: str

    def __post_init__(self) -> None:
        pass

    def __str__(self) -> str:
        return self.name

    def check(self, _: Any, data_container: Any = None) -> Any:
        """Which rows hold a value of this kind, or none."""
        column: pd.Series[Any] = data_container
        told = column.isna() | _of_kind(self.name, column)
        return pd.Series(told, index=column.index).astype(bool)


def _of_kind(kind: str, column: Any) -> Any:
    if kind in INTEGERS:
        return _integers(column, *INTEGERS[kind])
    return {"string": _texts, "date": _days, "boolean": _flags, "json": _json}.get(kind, _amounts)(column)


def _each(column: Any, fits: Callable[[Any], bool]) -> Any:
    if isinstance(column.dtype, pd.CategoricalDtype) or column.dtype == object:
        return column.astype(object).map(lambda value: bool(fits(value)))
    return False


def _texts(column: Any) -> Any:
    if isinstance(column.dtype, pd.StringDtype) or _arrow(
        column, pyarrow.types.is_string, pyarrow.types.is_large_string
    ):
        return True
    return _each(column, lambda value: isinstance(value, str))


def _arrow(column: Any, *tests: Callable[[pyarrow.DataType], bool]) -> bool:
    return isinstance(column.dtype, pd.ArrowDtype) and any(test(column.dtype.pyarrow_dtype) for test in tests)


def _integers(column: Any, least: int, most: int) -> Any:
    if pd.api.types.is_integer_dtype(column.dtype):
        return ((column >= least) & (column <= most)).fillna(False)
    if pd.api.types.is_float_dtype(column.dtype):
        return ((column % 1 == 0) & (column >= least) & (column <= most)).fillna(False)
    return _each(column, lambda value: _is_integer(value) and least <= value <= most)


def _is_integer(value: Any) -> bool:
    return bool(pd.api.types.is_integer(value))


def _days(column: Any) -> Any:
    if _arrow(column, pyarrow.types.is_date):
        return True
    if pd.api.types.is_datetime64_any_dtype(column.dtype):
        return False if column.dt.tz is not None else (column == column.dt.normalize()).fillna(False)
    return _each(column, _is_day)


def _is_day(value: Any) -> bool:
    if isinstance(value, datetime) and value is not pd.NaT:
        return value.tzinfo is None and value == datetime(value.year, value.month, value.day)
    return isinstance(value, date)


def _amounts(column: Any) -> Any:
    """Floats are taken as they are: pandas makes one of every DECIMAL that DuckDB hands it."""
    if _arrow(column, pyarrow.types.is_decimal):
        column = column.astype(object)
    elif pd.api.types.is_integer_dtype(column.dtype):
        return True
    elif pd.api.types.is_float_dtype(column.dtype):
        return (column.abs() < BEYOND_AMOUNTS).fillna(False)
    return _each(column, _is_amount)


def _is_amount(value: Any) -> bool:
    if isinstance(value, float):
        return abs(value) < BEYOND_AMOUNTS
    if _is_integer(value):
        value = Decimal(int(value))
    return isinstance(value, Decimal) and value.is_finite() and has_column(value)


def _flags(column: Any) -> Any:
    if pd.api.types.is_bool_dtype(column.dtype):
        return True
    return _each(column, pd.api.types.is_bool)


def _json(column: Any) -> Any:
    """Parquet's readers hand JSON out as text or as bytes."""
    return column.astype(object).map(is_json)


def is_json(value: Any) -> bool:
    """Whether `value` is text, or bytes, that holds JSON.

    >>> is_json('{"a": 1}'), is_json(b"[]"), is_json("{"), is_json(None)
    (True, True, False, False)
    """
    try:
        json.loads(value)
    except (TypeError, ValueError):
        return False
    return True
