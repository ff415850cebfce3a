"""The schemas on polars frames. Imported only where somebody brings one: polars is no dependency."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pandera.polars as pa
import polars as pl
from pandera.api.polars.types import PolarsData
from pandera.dtypes import immutable
from pandera.engines import polars_engine

from libnews.checks.pandas_frames import BEYOND_AMOUNTS, INTEGERS, is_json

if TYPE_CHECKING:
    from pandera.api.ibis.container import DataFrameSchema

_TEXT = (pl.String, pl.Categorical, pl.Enum)
_TYPES: dict[str, tuple[Any, ...]] = {
    "string": _TEXT, "json": (pl.String, pl.Binary), "date": (pl.Date, pl.Datetime), "boolean": (pl.Boolean,),
}  # fmt: skip


def validate(schema: "DataFrameSchema", frame: "pl.DataFrame | pl.LazyFrame", lazy: bool) -> None:
    """Raise pandera's errors where `frame` breaks `schema`; a lazy frame is collected, to see its values."""
    frame = frame.lazy().collect()
    words = [name for name, kind in frame.schema.items() if kind in (pl.Categorical, pl.Enum)]
    frame = frame.with_columns(pl.col(words).cast(pl.String))
    _translated(schema, frame).validate(frame, lazy=lazy)


def _translated(schema: "DataFrameSchema", frame: pl.DataFrame) -> pa.DataFrameSchema:
    columns = {}
    for name, column in schema.columns.items():
        kind = _Kind(str(column.dtype))
        checks: list[pa.Check] = []
        is_empty = name in frame.columns and frame[name].null_count() == frame.height
        if name in frame.columns and not is_empty and kind.check(frame.schema[name]):
            checks = [_CHECKS[check.name](check.statistics) for check in column.checks]
            if (values := _values(kind.name, frame.schema[name])) is not None:
                checks = [pa.Check(_by_row(values), name=kind.name, error=f"dtype('{kind}')"), *checks]
        # A column without a value is of no type, and where the type is wrong no check could say more.
        wanted: Any = None if is_empty else kind
        columns[name] = pa.Column(wanted, checks, nullable=column.nullable)
    return pa.DataFrameSchema(columns, strict=True, unique=schema.unique)


_CHECKS: dict[str, Callable[[dict[str, Any]], pa.Check]] = {
    "isin": lambda given: pa.Check.isin(given["allowed_values"]),
    "greater_than_or_equal_to": lambda given: pa.Check.ge(given["min_value"]),
    "str_length": lambda given: pa.Check.str_length(min_value=given["min_value"]),
    "str_matches": lambda given: pa.Check.str_matches(given["pattern"]),
}


@immutable(init=True)
class _Kind(polars_engine.DataType):
    """What a column of the contract may be in polars."""

    name: str

    def __post_init__(self) -> None:
        pass

    def __str__(self) -> str:
        return self.name

    def check(self, pandera_dtype: Any, data_container: Any = None) -> bool:
        """Whether a column of this type may hold it; its values have a check of their own."""
        kind = getattr(pandera_dtype, "type", pandera_dtype)
        if self.name in _TYPES:
            return kind in _TYPES[self.name] and getattr(kind, "time_zone", None) is None
        return bool(kind.is_numeric())


def _values(kind: str, dtype: Any) -> "Callable[[pl.Expr], pl.Expr] | None":
    """What must hold of each value, where the type of the column does not say it."""
    if kind in INTEGERS:
        least, most = INTEGERS[kind]
        return lambda column: (column.cast(pl.Float64) % 1 == 0) & column.is_between(least, most)
    if kind == "date":
        return None if dtype == pl.Date else lambda column: column == column.dt.truncate("1d")
    if kind == "json":
        return lambda column: column.map_elements(is_json, return_dtype=pl.Boolean)
    if kind in _TYPES:
        return None
    return _amount(dtype)


def _amount(dtype: Any) -> "Callable[[pl.Expr], pl.Expr] | None":
    if dtype.is_decimal():
        exact = pl.Decimal(38, 4)
        return None if dtype == exact else lambda column: column.eq_missing(column.cast(exact, strict=False))
    return None if dtype.is_integer() else lambda column: column.abs().lt(BEYOND_AMOUNTS) & column.is_not_nan()


def _by_row(fits: "Callable[[pl.Expr], pl.Expr]") -> Callable[[PolarsData], pl.LazyFrame]:
    return lambda data: data.lazyframe.select(fits(pl.col(data.key)).fill_null(True).alias(data.key))
