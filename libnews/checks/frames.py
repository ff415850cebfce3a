"""A schema of `libnews.checks.schemas` held against whatever holds rows: ibis, pandas, polars, Arrow or a Parquet file.

pandera has a backend for each of the first three, which names the rows that fail as a user of that library expects it.
The columns are declared once, for ibis, and said again for the others by `pandas_frames` and `polars_frames`.
"""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, overload

import pandera.ibis as pa
from pandera.api.ibis.container import DataFrameSchema

from libnews.errors import InputError

if TYPE_CHECKING:
    import pyarrow  # type: ignore[import-untyped]

_Frame = TypeVar("_Frame")


class Schema(pa.DataFrameModel):
    """A table of the contract."""

    @overload  # type: ignore[override]
    @classmethod
    def validate(cls, frame: str | os.PathLike[str], *, lazy: bool = False) -> "pyarrow.Table": ...

    @overload
    @classmethod
    def validate(cls, frame: _Frame, *, lazy: bool = False) -> _Frame: ...

    @classmethod
    def validate(cls, frame: Any, *, lazy: bool = False) -> Any:
        """Hold rows of your own against this table before you hand them on.

        `frame` is a pandas or polars frame (lazy ones are collected), an Arrow table, the path of a Parquet file or
        an ibis table; it is handed back as it is, a file as the Arrow table that was read. What breaks the schema is
        raised as pandera's `SchemaError`, and with `lazy=True` all of it at once as `SchemaErrors`, whose
        `failure_cases` name the rows (on ibis only the checks, see `libnews.validate` for the rows of a database).

        What pandas makes of a column passes: a day as a timestamp at midnight, a number as a float without a
        fraction, a missing value as NaN or NaT.

        >>> import pandas, pandera
        >>> from libnews.checks import schemas
        >>> seats = pandas.DataFrame({"meeting_id": "m1", "actor_id": ["CHE", "OMN"], "role": ["host", "guest"]})
        >>> try:
        ...     _ = schemas.MeetingParticipant.validate(seats, lazy=True)
        ... except pandera.errors.SchemaErrors as errors:
        ...     print(errors.failure_cases[["column", "failure_case", "index"]].to_string(index=False))
        column failure_case  index
          role        guest      1
        """
        import ibis

        if isinstance(frame, ibis.Table):
            return cls.to_schema().validate(frame, lazy=lazy)
        if isinstance(frame, str | os.PathLike):
            frame = _read(Path(frame))
        _validate(cls.to_schema(), frame, lazy)
        return frame


def _validate(schema: DataFrameSchema, frame: Any, lazy: bool) -> None:
    if type(frame).__module__.partition(".")[0] == "polars":
        from libnews.checks import polars_frames  # polars is the user's

        polars_frames.validate(schema, frame, lazy)
        return
    import pandas
    import pyarrow

    from libnews.checks import pandas_frames

    if isinstance(frame, pyarrow.Table):
        frame = pandas_frames.from_arrow(frame)
    if not isinstance(frame, pandas.DataFrame):
        raise InputError(
            f"a {type(frame).__name__} cannot be validated: give a pandas or polars frame, a pyarrow table, an ibis "
            "table or the path of a Parquet file"
        )
    pandas_frames.validate(schema, frame, lazy)


def _read(path: Path) -> "pyarrow.Table":
    import pyarrow
    from pyarrow import parquet

    try:
        return parquet.read_table(path)
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror or error}") from error
    except pyarrow.ArrowInvalid as error:
        raise InputError(f"{path} is not a Parquet file: {str(error).splitlines()[0]}") from error
