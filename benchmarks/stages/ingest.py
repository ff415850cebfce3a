"""Paragraphs into DuckDB: the store, beside a bare `INSERT … SELECT` from Arrow and `executemany`.

The store is given batches of Parquet, as whoever read the articles wrote them, and makes a database of them: the tables
in order, digests, and the finished file under its name. The bare INSERT is given Arrow tables ready in memory, another
one a file of Parquet, and `executemany` tuples (of a part of the paragraphs, in one transaction, since it takes so
long); all write a file with the same columns and `text VARCHAR USING COMPRESSION zstd`, and end with a checkpoint.
Reading articles is no part of any.
"""

from collections.abc import Iterator

import duckdb
import pyarrow  # type: ignore[import-untyped]  # it ships no types
from pyarrow import parquet

from benchmarks.imports import import_all
from benchmarks.loaded import BATCH, batches_of
from benchmarks.measuring import Clock, Data, Run, Way
from benchmarks.stage import Figure, Stage, Target, peak, ratio
from libnews import store
from libnews.models import Extraction
from libnews.store.arrow import COLUMNS, paragraph_row
from libnews.store.batch import Batch

_BATCHES, _PARQUET = "batches", "paragraphs.parquet"
_LOAD, _WRITE = "load", "write out"
_MOST_ONE_BY_ONE = 2_000
_ROWS_PER_BATCH = 50_000
_TYPES = {"string": ("VARCHAR", pyarrow.string()), "int64": ("BIGINT", pyarrow.int64())}
_NAMES = [name for name, _ in COLUMNS["paragraph"]]
_TABLE = "CREATE TABLE paragraph ({})".format(
    ", ".join(
        f"{name} {_TYPES[kind][0]}{' USING COMPRESSION zstd' if name == 'text' else ''}"
        for name, kind in COLUMNS["paragraph"]
    )
)


def _prepare(data: Data) -> None:
    schema = pyarrow.schema([(name, _TYPES[kind][1]) for name, kind in COLUMNS["paragraph"]])
    data.place(_BATCHES).mkdir()
    with parquet.ParquetWriter(data.place(_PARQUET), schema) as writer:
        for number, articles in enumerate(batches_of(data.articles)):
            rows = [paragraph_row(paragraph) for article in articles for paragraph in article.paragraphs]
            writer.write_table(pyarrow.table(list(map(list, zip(*rows, strict=True))), schema=schema))
            batch = Batch()
            for reading, article in enumerate(articles, start=number * BATCH):
                batch.add(reading, article, Extraction())
            batch.write(data.place(_BATCHES) / f"{number:06}", {})


def _by_libnews(data: Data, clock: Clock) -> float:
    import_all()
    folders = sorted(data.place(_BATCHES).iterdir())
    with store.create(data.place("ingest-libnews.duckdb")) as building:
        with clock.step(_LOAD):
            building.load(folders, range(len(folders) * BATCH))
            building.settle()
        ((done,),) = building.connection.execute("SELECT count(*) FROM paragraph").fetchall()
        with clock.step("articles, digests"):
            building.finish(["program:benchmarks 1"], 0, 0)
        with clock.step(_WRITE):
            building.publish()
    return float(done)


def _loading(run: Run) -> float:
    """CPU seconds a paragraph without what the others do not do."""
    return (run.steps[_LOAD].cpu + run.steps[_WRITE].cpu) / run.done


def _arrow_tables(data: Data) -> Iterator[pyarrow.Table]:
    source = parquet.ParquetFile(data.place(_PARQUET))
    for batch in source.iter_batches(_ROWS_PER_BATCH):
        yield pyarrow.Table.from_batches([batch])


def _by_arrow(data: Data, clock: Clock) -> float:
    con = _new_database(data, "arrow")
    done = 0
    for batch in _arrow_tables(data):
        with clock.step("insert"):
            con.register("batch", batch)
            con.execute("INSERT INTO paragraph SELECT * FROM batch")
            con.unregister("batch")
        done += batch.num_rows
    with clock.step("checkpoint"):
        con.execute("CHECKPOINT")
    con.close()
    return done


def _from_parquet(data: Data, clock: Clock) -> float:
    con = _new_database(data, "parquet")
    with clock.step("insert"):
        con.execute("INSERT INTO paragraph FROM read_parquet(?)", [str(data.place(_PARQUET))])
    with clock.step("checkpoint"):
        con.execute("CHECKPOINT")
    done: int = con.execute("SELECT count(*) FROM paragraph").fetchall()[0][0]
    con.close()
    return done


def _by_executemany(data: Data, clock: Clock) -> float:
    con = _new_database(data, "executemany")
    first = next(_arrow_tables(data)).slice(0, _MOST_ONE_BY_ONE)
    rows = list(zip(*(column.to_pylist() for column in first.columns), strict=True))
    with clock.step("insert"):
        con.execute("BEGIN")
        con.executemany(f"INSERT INTO paragraph VALUES ({', '.join('?' * len(_NAMES))})", rows)
        con.execute("COMMIT")
    with clock.step("checkpoint"):
        con.execute("CHECKPOINT")
    con.close()
    return len(rows)


def _new_database(data: Data, way: str) -> duckdb.DuckDBPyConnection:
    path = data.place(f"ingest-{way}.duckdb")
    path.unlink(missing_ok=True)
    con = duckdb.connect(path)
    con.execute(_TABLE)
    return con


STAGE = Stage(
    name="ingest",
    unit="paragraphs",
    prepare=_prepare,
    ways=(
        Way("libnews", _by_libnews),
        Way("Arrow INSERT", _by_arrow),
        Way("Parquet INSERT", _from_parquet),
        Way("executemany", _by_executemany),
    ),
    figures=(
        Figure(
            "loading and writing out against a bare Arrow INSERT, CPU",
            lambda one: _loading(one["libnews"]) / one["Arrow INSERT"].each,
            ("libnews", "Arrow INSERT"),
            Target("at most", 1.2),
        ),
        Figure(
            "the same against a bare INSERT from Parquet, CPU",
            lambda one: _loading(one["libnews"]) / one["Parquet INSERT"].each,
            ("libnews", "Parquet INSERT"),
        ),
        ratio("with articles and digests, against an Arrow INSERT, CPU", "libnews", "Arrow INSERT"),
        Figure(
            "`executemany` against loading and writing out, CPU",
            lambda one: one["executemany"].each / _loading(one["libnews"]),
            ("libnews", "executemany"),
            Target("at least", 100),
        ),
        peak("memory of the store, MB", "libnews"),
    ),
)
