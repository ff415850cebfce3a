"""Paragraphs into DuckDB: the store, beside a bare `INSERT … SELECT` from Arrow and `executemany`.

The store is given models and makes a database of them: rows, Arrow, a staged table, the table in order, digests, and
the finished file under its name. The bare INSERT is given Arrow tables ready in memory, and `executemany` tuples (of a
part of the paragraphs, in one transaction, since it takes so long); both write a file with the same columns and
`text VARCHAR USING COMPRESSION zstd`, and end with a checkpoint. Loading articles is no part of any.
"""

from collections.abc import Iterator

import duckdb
import pyarrow  # type: ignore[import-untyped]  # it ships no types
from pyarrow import parquet

from benchmarks.imports import import_all
from benchmarks.loaded import batches_of
from benchmarks.measuring import Clock, Data, Way
from benchmarks.stage import Stage, Target, peak, ratio
from libnews import store
from libnews.store.arrow import COLUMNS, paragraph_row

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
    with parquet.ParquetWriter(data.place("paragraphs.parquet"), schema) as writer:
        for batch in batches_of(data.articles):
            rows = [paragraph_row(paragraph) for article in batch for paragraph in article.paragraphs]
            writer.write_table(pyarrow.table(list(map(list, zip(*rows, strict=True))), schema=schema))


def _by_libnews(data: Data, clock: Clock) -> float:
    import_all()
    done = 0
    with store.create(data.place("ingest-libnews.duckdb")) as building:
        for batch in batches_of(data.articles):
            done += sum(len(article.paragraphs) for article in batch)
            with clock.step("take in"):
                building.add(batch)
        with clock.step("tables and digests"):
            building.finish(["program:benchmarks 1"], done, 0)
        with clock.step("publish"):
            building.publish()
    return done


def _arrow_tables(data: Data) -> Iterator[pyarrow.Table]:
    source = parquet.ParquetFile(data.place("paragraphs.parquet"))
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
        Way("executemany", _by_executemany),
    ),
    figures=(
        ratio("the store against a bare Arrow INSERT, CPU", "libnews", "Arrow INSERT", Target("at most", 1.2)),
        ratio("`executemany` against the store, CPU", "executemany", "libnews", Target("at least", 100)),
        peak("memory of the store, MB", "libnews"),
    ),
)
