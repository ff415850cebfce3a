"""The schemas say the same of a table whatever frame holds it."""

import io
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pandas
import polars
import pyarrow  # type: ignore[import-untyped]
import pytest
from pandera.errors import SchemaError, SchemaErrors
from pyarrow import parquet

import libnews
from libnews.checks import columns, schemas
from libnews.checks.structure import contract
from libnews.errors import InputError

# What duckdb and ibis do with the pandas of tomorrow.
pytestmark = pytest.mark.filterwarnings(
    "ignore:fetch_arrow_table", "ignore:.*infer_string", "ignore:The inplace keyword"
)
SEEDS = Path(__file__).parents[2] / "seeds"
Frames = Callable[[pyarrow.Table, Path], Any]


def _read(table: pyarrow.Table) -> duckdb.DuckDBPyRelation:
    return duckdb.from_arrow(table)


def _file(table: pyarrow.Table, folder: Path) -> Path:
    parquet.write_table(table, folder / "table.parquet")
    return folder / "table.parquet"


def _file_of_pandas(table: pyarrow.Table, folder: Path) -> str:
    _read(table).df().to_parquet(folder / "table.parquet")
    return str(folder / "table.parquet")


def _pandas_back(backend: Any) -> Frames:
    return lambda table, folder: pandas.read_parquet(_file(table, folder), dtype_backend=backend)


NATIVE: dict[str, Frames] = {
    "pandas": lambda table, _: _read(table).df(),
    "polars": lambda table, _: _read(table).pl(),
    "lazy polars": lambda table, _: _read(table).pl().lazy(),
    "Arrow": lambda table, _: table,
    "Parquet": _file,
}
OTHERS: dict[str, Frames] = {
    "Parquet that pandas wrote": _file_of_pandas,
    "pandas of Parquet": lambda table, folder: pandas.read_parquet(_file(table, folder)),
    "pandas, Arrow's types": _pandas_back("pyarrow"),
    "pandas, nullable types": _pandas_back("numpy_nullable"),
    "pandas, objects": lambda table, _: _read(table).df().astype(object),
    "pandas, categories": lambda table, _: _categories(_read(table).df()),
    "polars of pandas": lambda table, _: polars.from_pandas(_read(table).df()),
    "polars of Parquet": lambda table, folder: polars.scan_parquet(_file(table, folder)),
    "pandas, no rows": lambda table, _: _read(table).df().head(0),
    "polars, no rows": lambda table, _: _read(table).pl().head(0),
    "Arrow, no rows": lambda table, _: table.slice(0, 0),
}


def _categories(frame: Any) -> Any:
    return frame.astype({name: "category" for name in frame.columns if frame[name].dtype == "str"})


@pytest.fixture(scope="module")
def tables(valid: Path) -> dict[str, pyarrow.Table]:
    """The sample's tables; each has a row."""
    with duckdb.connect(valid, read_only=True) as con:
        return {name: con.table(name).to_arrow_table() for name in schemas.TABLES}


@pytest.fixture(scope="module")
def of_seeds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, pyarrow.Table]:
    with libnews.build(SEEDS, tmp_path_factory.mktemp("seeds") / "seeds.duckdb") as db:
        return {name: db.sql(f"select * from {name}").to_arrow_table() for name in schemas.TABLES}


@pytest.mark.parametrize("kind", [*NATIVE, *OTHERS])
def test_tables_of_a_database_pass_as_any_frame(
    kind: str, tables: dict[str, pyarrow.Table], of_seeds: dict[str, pyarrow.Table], tmp_path: Path
) -> None:
    for given in (tables, of_seeds) if kind in NATIVE else (tables,):
        for name, table in given.items():
            frame = (NATIVE | OTHERS)[kind](table, tmp_path)
            kept = schemas.TABLES[name].validate(frame, lazy=True)
            assert kept is frame or (isinstance(frame, str | Path) and kept.num_rows == table.num_rows)


def _broken(name: str) -> Iterator[tuple[str, str, Any]]:
    """Of each column of a table: what can be wrong with its value, and such a value."""
    for column, told in schemas.TABLES[name].to_schema().columns.items():
        if not told.nullable:
            yield "nothing", column, None
        for check in told.checks:
            given = check.statistics
            match check.name:
                case "isin":
                    yield "unknown", column, "XXX"
                case "str_length":
                    yield "malformed", column, ""
                case "str_matches":
                    yield "malformed", column, "?"
                    yield "with a line end", column, "\n"
                case "greater_than_or_equal_to":
                    yield "too small", column, given["min_value"] - 1


def _with(table: pyarrow.Table, changes: dict[str, Any]) -> pyarrow.Table:
    """`table` with other values in its first row; a line end is put after the value that is there."""
    for column, value in changes.items():
        place = table.column_names.index(column)
        values = table[column].to_pylist()
        values[0] = f"{values[0]}\n" if value == "\n" else value
        table = table.set_column(place, column, pyarrow.array(values, table.schema.field(column).type))
    return table


@pytest.mark.parametrize("wrong", ["nothing", "unknown", "malformed", "with a line end", "too small"])
@pytest.mark.parametrize("name", schemas.TABLES)
def test_what_breaks_a_schema_is_named_in_any_frame(
    name: str, wrong: str, tables: dict[str, pyarrow.Table], tmp_path: Path
) -> None:
    changes = {column: value for kind, column, value in _broken(name) if kind == wrong}
    if wrong == "with a line end":
        changes = {column: value for column, value in changes.items() if tables[name][column][0].as_py() is not None}
    for make in NATIVE.values() if changes else ():
        with pytest.raises(SchemaErrors) as raised:
            schemas.TABLES[name].validate(make(_with(tables[name], changes), tmp_path), lazy=True)
        assert set(_named(raised.value)) == {(column, 0) for column in changes}


def _named(errors: SchemaErrors) -> Iterator[tuple[str, int | None]]:
    """Column and row of each failure."""
    cases = errors.failure_cases
    rows = cases.to_dicts() if isinstance(cases, polars.DataFrame) else cases.to_dict("records")
    return ((row["column"], row["index"]) for row in rows)


@pytest.mark.parametrize("kind", NATIVE)
def test_a_key_that_stands_twice_is_refused(kind: str, tables: dict[str, pyarrow.Table], tmp_path: Path) -> None:
    for name, table in tables.items():
        if schemas.TABLES[name].to_schema().unique:
            twice = pyarrow.concat_tables([table, table.slice(0, 1)])
            with pytest.raises(SchemaErrors, match=r"(?i)duplicate|unique"):
                schemas.TABLES[name].validate(NATIVE[kind](twice, tmp_path), lazy=True)


@pytest.mark.parametrize("kind", NATIVE)
def test_a_column_too_many_or_too_few_is_refused(kind: str, tables: dict[str, pyarrow.Table], tmp_path: Path) -> None:
    table = tables["meeting"]
    for other in (table.drop_columns(["city"]), table.append_column("mood", table["city"])):
        with pytest.raises((SchemaError, SchemaErrors)):  # pandera raises the second where pandas has one too many
            schemas.Meeting.validate(NATIVE[kind](other, tmp_path))


@pytest.mark.parametrize("kind", NATIVE)
def test_a_column_of_another_type_is_refused(kind: str, tables: dict[str, pyarrow.Table], tmp_path: Path) -> None:
    """Every column of every table as something it is not: text as numbers, all else as text."""
    for name, table in tables.items():
        wanted = contract()[name]
        wrong = {column: 7 if sql_type == "VARCHAR" else "?" for column, sql_type in wanted.items()}
        changed = pyarrow.table({column: pyarrow.array([wrong[column]] * table.num_rows) for column in wanted})
        with pytest.raises(SchemaErrors) as raised:
            schemas.TABLES[name].validate(NATIVE[kind](changed, tmp_path), lazy=True)
        assert {column for column, _ in _named(raised.value)} >= wanted.keys()


@pytest.mark.parametrize(
    ("column", "values"),
    [
        ("date_first", [datetime(2024, 5, 3, 12)]),
        ("date_first", [datetime(2024, 5, 3, tzinfo=UTC)]),
        ("date_first", [20240503]),
        ("kind", [b"talks"]),
        ("kind", [True]),
    ],
)
@pytest.mark.parametrize("kind", ["pandas", "polars", "Arrow"])
def test_what_only_looks_like_a_value(
    kind: str, column: str, values: list[Any], tables: dict[str, pyarrow.Table], tmp_path: Path
) -> None:
    table = tables["meeting"].slice(0, 1)
    table = table.set_column(table.column_names.index(column), column, pyarrow.array(values))
    with pytest.raises(SchemaErrors) as raised:
        schemas.Meeting.validate(NATIVE[kind](table, tmp_path), lazy=True)
    assert {where for where, _ in _named(raised.value)} == {column}


@pytest.mark.parametrize("number", [1.5, 2.0**40, float("inf"), "1"])
def test_numbers_that_the_column_cannot_hold(number: Any, tables: dict[str, pyarrow.Table]) -> None:
    claims = _read(tables["claim"]).df()
    for frame in (claims.assign(paragraph_no=number), polars.from_pandas(claims.assign(paragraph_no=number))):
        with pytest.raises(SchemaError, match="paragraph_no"):
            schemas.Claim.validate(frame)


@pytest.mark.parametrize("amount", [Decimal("0.00001"), Decimal(10**34), "3", float("inf"), True])
def test_amounts_that_would_be_rounded(amount: Any, tables: dict[str, pyarrow.Table]) -> None:
    agreements = _read(tables["agreement"]).df()
    rows = len(agreements)
    frames = [agreements.assign(amount=pandas.Series([amount] * rows, dtype=object))]
    frames.append(_read(tables["agreement"]).pl().with_columns(polars.Series("amount", [amount] * rows)))
    for frame in frames:
        with pytest.raises(SchemaError, match="amount"):
            schemas.Agreement.validate(frame)


def test_json_that_is_none(tables: dict[str, pyarrow.Table], tmp_path: Path) -> None:
    """DuckDB's type JSON keeps text that is none out; other frames have text."""
    broken = _with(tables["article"], {"metadata": "{"})
    for kind in NATIVE:
        with pytest.raises(SchemaErrors) as raised:
            schemas.Article.validate(NATIVE[kind](broken, tmp_path), lazy=True)
        assert list(_named(raised.value)) == [("metadata", 0)]


def test_rows_are_named_by_the_frames_own_index(tables: dict[str, pyarrow.Table]) -> None:
    seats = _read(tables["meeting_participant"]).df().assign(role="guest")
    seats.index = pandas.Index([f"row {number}" for number in range(len(seats))])
    with pytest.raises(SchemaErrors) as raised:
        schemas.MeetingParticipant.validate(seats, lazy=True)
    assert {row for _, row in _named(raised.value)} == set(seats.index)


def test_dates_of_python_pass(tables: dict[str, pyarrow.Table]) -> None:
    meetings = _read(tables["meeting"]).df()
    days = [date(2024, 5, 3)] * len(meetings)
    schemas.Meeting.validate(meetings.assign(date_first=days, date_last=days))


def test_ibis_is_validated_in_the_database(con: duckdb.DuckDBPyConnection) -> None:
    table = columns._backend(con).table("meeting")
    assert schemas.Meeting.validate(table) is not None
    con.execute("update meeting set kind = 'brawl'")
    with pytest.raises(SchemaError):
        schemas.Meeting.validate(table)


def test_what_is_no_frame_says_what_to_give(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("no Parquet", encoding="utf-8")
    for given, message in (
        ([], "give a pandas or polars frame"),
        (tmp_path / "gone.parquet", "gone.parquet cannot be read"),
        (tmp_path / "notes.txt", "notes.txt is not a Parquet file"),
    ):
        with pytest.raises(InputError, match=message):
            schemas.Meeting.validate(given)


def test_a_csv_file_read_by_polars(tables: dict[str, pyarrow.Table]) -> None:
    text = _read(tables["claim"]).pl().write_csv()
    schemas.Claim.validate(polars.read_csv(io.StringIO(text)))
