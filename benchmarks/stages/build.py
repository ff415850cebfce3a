"""The whole path from files to a checked database on one core, beside the plain way with spaCy.

The plain way: `spacy.blank("ar")` with an EntityRuler over the names of the lexicon (persons, bodies, countries,
nationalities, cities), run on each line of each file, and what it finds written to DuckDB, once by `executemany` (on
the first articles only, since it takes so long) and once by an Arrow insert. It resolves, derives and checks nothing.
The pipeline is made ready before the clock starts; so are imports on both sides.
"""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path

import duckdb
import pyarrow  # type: ignore[import-untyped]  # it ships no types

from benchmarks.building import built
from benchmarks.lexicon import NAMES, forms
from benchmarks.measuring import Clock, Data, Way
from benchmarks.stage import Stage, Target, peak, ratio
from libnews.loaders import discover

_MOST_ONE_BY_ONE = 100
_PER_INSERT = 500
_TABLES = (
    "CREATE TABLE paragraph (file VARCHAR, line_no BIGINT, text VARCHAR USING COMPRESSION zstd)",
    "CREATE TABLE entity"
    " (file VARCHAR, line_no BIGINT, start_char BIGINT, end_char BIGINT, label VARCHAR, text VARCHAR)",
)
Rows = list[tuple[object, ...]]
Insert = Callable[[duckdb.DuckDBPyConnection, str, Rows], None]


def _by_libnews(data: Data, clock: Clock) -> float:
    return built(data.articles, data.place("build.duckdb"), clock)


def _by_spacy(insert: Insert, most: int | None, data: Data, clock: Clock) -> float:
    import spacy

    pipeline = spacy.blank("ar")
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": label, "pattern": form} for form, label in forms(NAMES)])
    path = data.place("spacy.duckdb")
    path.unlink(missing_ok=True)
    con = duckdb.connect(path)
    for table in _TABLES:
        con.execute(table)
    files = iter([found.path for found in discover([data.articles]).files][:most])
    done = entities = 0
    while some := list(islice(files, _PER_INSERT)):
        with clock.step("read"):
            paragraphs = [row for file in some for row in _lines(file)]
            documents = pipeline.pipe(text for *_, text in paragraphs)
            found: Rows = [
                (file, line_no, entity.start_char, entity.end_char, entity.label_, entity.text)
                for (file, line_no, _), document in zip(paragraphs, documents, strict=True)
                for entity in document.ents
            ]
        with clock.step("write"):
            insert(con, "paragraph", list(paragraphs))
            insert(con, "entity", found)
        done += len(some)
        entities += len(found)
    with clock.step("write"):
        con.execute("CHECKPOINT")
    con.close()
    clock.facts["entities"] = entities
    return done


def _lines(file: Path) -> Iterator[tuple[str, int, str]]:
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        if line.strip():
            yield str(file), number, line.strip()


def _one_by_one(con: duckdb.DuckDBPyConnection, table: str, rows: Rows) -> None:
    if rows:
        con.execute("BEGIN")
        con.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)
        con.execute("COMMIT")


def _by_arrow(con: duckdb.DuckDBPyConnection, table: str, rows: Rows) -> None:
    if rows:
        columns = {str(number): list(column) for number, column in enumerate(zip(*rows, strict=True))}
        con.register("batch", pyarrow.table(columns))
        con.execute(f"INSERT INTO {table} SELECT * FROM batch")
        con.unregister("batch")


_PLAIN, _ARROW = "spaCy and executemany", "spaCy and Arrow"

STAGE = Stage(
    name="build",
    unit="articles",
    ways=(
        Way("libnews", _by_libnews),
        Way(_PLAIN, partial(_by_spacy, _one_by_one, _MOST_ONE_BY_ONE), needs=("spacy",)),
        Way(_ARROW, partial(_by_spacy, _by_arrow, None), needs=("spacy",)),
    ),
    figures=(
        ratio("spaCy and `executemany` against libnews, CPU", _PLAIN, "libnews", Target("at least", 5)),
        ratio("spaCy and an Arrow insert against libnews, CPU", _ARROW, "libnews"),
        peak("memory, MB", "libnews", Target("at most", 1536)),
    ),
)
