"""Writing a database: everything into a fresh file beside the target, which then takes the target's place."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

import duckdb
from duckdb import DuckDBPyConnection

from libnews.errors import OutdatedError, StoreError
from libnews.models.article import Article
from libnews.models.claim import Extraction
from libnews.models.finding import Rejected
from libnews.models.judgement import Judged
from libnews.models.known_actor import KnownActor
from libnews.store import arrow, digest, publish
from libnews.store.arrow import COLUMNS, Row
from libnews.store.batch import READ, file_of
from libnews.store.corpus import StoredCorpus
from libnews.store.deriving import dispute_counts, record_parts
from libnews.store.empty import empty_database
from libnews.store.opening import CATALOG, attached, open_database, quoted
from libnews.store.script import SCHEMA_VERSION

Answer = TypeVar("Answer")

# Rows are stored in the order a reader would want them in, which is also the same for every order of files.
_ORDER = {
    "article": "file, locator, article_id",
    "paragraph": "article_id, paragraph_no",
    "mention": "article_id, mention_id",
    "claim": "article_id, paragraph_no, start_char, end_char, claim_id",
    "attribution": "article_id, paragraph_no, start_char, end_char, attribution_id",
    "span": "article_id, paragraph_no, start_char, end_char, kind",
    "judgement": "judgement_id",
    "known_actor": "known_id",
    "undecided_pair": "record_type, id, other_id",
    "rejected": "file, locator, reason",
}
_UNDECIDED = ("paragraph", "claim", "attribution", "span")
"""Tables of what was read in which nothing is decided later."""
_MEMORY, _MEMORY_A_CLAIM = 2**29, 64
"""Bytes that DuckDB may take, however few claims, and for each of very many: measured, 7 million were sorted in the one
and 28 million in 36 bytes each. The rest goes to a folder beside the database."""
_THREADS = 4
"""Each holds blocks of its own, so there are few."""
_STATED = ("judgement", "known_actor", "undecided_pair", "rejected")
"""Tables that are written as they were given."""


class Building:
    """A database being made. `create` hands it out; nothing of it is seen by readers before `publish`."""

    def __init__(self, target: Path) -> None:
        self._target = target
        self._path = publish.building_path(target)
        self._con = duckdb.connect()
        self._is_settled = False
        self._memory = _MEMORY
        self._folders: list[Path] = []

    def open(self) -> None:
        """Make the empty database, and room for what `add` takes in."""
        self._con.execute("SET enable_progress_bar = false")
        self._allow(self._memory)
        self._con.execute(f"SET threads = {min(_THREADS, os.cpu_count() or 1)}")
        self._con.execute("SET python_enable_replacements = false")
        self._con.execute(f"SET temp_directory = {quoted(f'{self._path}.tmp')}")
        # From a file also because views read back from one print differently from views just made, and the digest of
        # the schema has to be that of the file.
        self._path.write_bytes(empty_database())
        self._con.execute(attached(self._path))
        self._con.execute("CREATE SCHEMA memory.staging; CREATE SCHEMA memory.given")
        types = {"string": "VARCHAR", "int64": "BIGINT", "date32": "DATE", "bool_": "BOOLEAN"}
        for table, columns in COLUMNS.items():
            listed = ", ".join(f"{name} {types[kind]}" for name, kind in columns)
            self._con.execute(f"CREATE TABLE memory.staging.{table} ({listed})")
            self._con.execute(f"CREATE VIEW memory.given.{table} AS FROM memory.staging.{table}")

    @property
    def connection(self) -> DuckDBPyConnection:
        """The open connection, for checks between `finish` and `publish`; the new database is its default."""
        return self._con

    def add(
        self,
        articles: Iterable[Article] = (),
        extractions: Iterable[Extraction] = (),
        rejected: Iterable[Rejected] = (),
    ) -> None:
        """Take in articles with what was read in them, and files that were refused. Call it as often as wanted."""
        for table, rows in arrow.rows_of(articles, extractions).items():
            self._stage(table, rows)
        self._stage("rejected", map(arrow.rejected_row, rejected))

    def load(self, folders: Iterable[Path], readings: Iterable[int]) -> None:
        """Take in these `readings` of the batches in `folders` (see `batch`). Call it once, before `settle`."""
        taken = arrow.table([("reading", "int64")], ((number,) for number in readings))
        self._con.register("numbers", taken)
        self._con.execute("CREATE TABLE memory.staging.taken AS FROM numbers")
        self._con.unregister("numbers")
        self._folders = list(folders)
        for table in READ if self._folders else ():
            files = ", ".join(quoted(str(file_of(table, folder))) for folder in self._folders)
            columns = ", ".join(name for name, _ in COLUMNS[table])
            with self._reading_batches():
                self._con.execute(
                    f"CREATE OR REPLACE VIEW memory.given.{table} AS FROM memory.staging.{table} UNION ALL"
                    f" SELECT {columns} FROM read_parquet([{files}]) SEMI JOIN memory.staging.taken USING (reading)"
                )

    def settle(self) -> StoredCorpus:
        """Write what was taken in, and hand it out for resolution. After this nothing more is taken in."""
        with self._reading_batches():
            ((claims,),) = self._con.execute("SELECT count(*) FROM memory.given.claim").fetchall()
            self._memory = max(_MEMORY, claims * _MEMORY_A_CLAIM)
            self._allow(self._memory)
            for table in _UNDECIDED:
                self._con.execute(f"INSERT INTO {table} FROM memory.given.{table} ORDER BY {_ORDER[table]}")
        self._allow(self._memory // 2)  # resolution asks for little at once, and holds as much in Python
        self._is_settled = True
        return StoredCorpus(self._con)

    def resolve(
        self,
        assignments: Iterable[tuple[str, tuple[str | None, str | None]]],
        *,
        undecided: Iterable[tuple[str, str, str, str]] = (),
        reprints: Mapping[str, str] | None = None,
        judgements: Iterable[Judged] = (),
        known: Iterable[tuple[KnownActor, str | None]] = (),
    ) -> None:
        """Take in what resolution decided.

        `assignments`: each mention_id once, with record_id and the reason; `undecided`: record type, two mentions that
        may be one, and why; `reprints`: article_id to that of the article it repeats; `judgements`: each with whether
        it was applied; `known`: each known actor with the record found to be that one.
        """
        self._stage("assignment", ((mention, *decided) for mention, decided in assignments))
        self._stage("undecided_pair", undecided)
        self._stage("reprint", (reprints or {}).items())
        self._stage("judgement", (arrow.judgement_row(one) for one in judgements))
        self._stage("known_actor", (arrow.known_actor_row(*one) for one in known))

    def finish(self, extractors: Iterable[str], given: int, ignored: int) -> None:
        """Fill all tables, derive the records and compute the digests, in one transaction.

        `extractors` are names with versions, beside which those are named that claims name; `given` counts files given,
        `ignored` files of no known format.
        """
        if not self._is_settled:
            self.settle()
        self._allow(self._memory)
        self._refuse_unknown_mentions()
        # An error here leaves the transaction open on purpose: COMMIT after it would silently keep nothing.
        self._con.execute("BEGIN TRANSACTION")
        self._con.execute(
            "INSERT INTO article SELECT g.* REPLACE (coalesce(r.original, g.reprint_of) AS reprint_of)"
            " FROM memory.given.article g LEFT JOIN memory.staging.reprint r USING (article_id)"
            f" ORDER BY {_ORDER['article']}"
        )
        self._con.execute(
            "INSERT INTO mention SELECT g.* REPLACE"
            " (CASE WHEN d.mention_id IS NULL THEN g.record_id ELSE d.record_id END AS record_id,"
            " coalesce(d.reason, g.reason) AS reason)"
            " FROM memory.given.mention g LEFT JOIN memory.staging.assignment d USING (mention_id)"
            f" ORDER BY {_ORDER['mention']}"
        )
        for table in _STATED:
            self._con.execute(f"INSERT INTO {table} FROM memory.staging.{table} ORDER BY {_ORDER[table]}")
        for table, rows, where in record_parts(self._con):
            self._con.execute(f"INSERT INTO {table} SELECT * FROM {rows} WHERE {where} ORDER BY ALL")
        self._write_build_row(extractors, given, ignored)
        digest.write(self._con)
        self._con.execute("COMMIT; DROP SCHEMA memory.given CASCADE; DROP SCHEMA memory.staging CASCADE")

    def with_room(self, ask: Callable[[], Answer]) -> Answer:
        """What `ask` gives within the limit on memory; where that is not enough, `ask` is called again without one.

        Use it for what asks the finished database: without a limit DuckDB keeps every block that it has read.
        """
        try:
            return ask()
        except duckdb.OutOfMemoryException:
            self._con.execute("RESET memory_limit")
            return ask()

    def disputes(self) -> dict[str, int]:
        """How many fields of records articles differ about, by kind. Ask after `finish`."""
        return dispute_counts(self._con)

    def publish(self) -> Path:
        """Let the finished file take the target's place, and return its path."""
        self._con.execute(f"CHECKPOINT {CATALOG}")
        self._con.close()
        if publish.wal_of(self._path).exists():
            raise StoreError(f"{self._path} was not written out completely; {self._target} stays as it was")
        with open_database(self._path) as reopened:
            digest.digest_of_digests(reopened)
        publish.replace(self._path, self._target)
        return self._target

    def discard(self) -> None:
        """Close and remove what was not published; harmless afterwards."""
        self._con.close()
        for left in (self._path, publish.wal_of(self._path), Path(f"{self._path}.tmp")):
            publish.discard(left)

    def _allow(self, memory: int) -> None:
        self._con.execute(f"SET memory_limit = '{memory}B'")

    def _stage(self, table: str, rows: Iterable[Row]) -> None:
        for some in arrow.tables(table, rows):
            self._con.register("arrived", some)
            self._con.execute(f"INSERT INTO memory.staging.{table} FROM arrived")
            self._con.unregister("arrived")

    @contextmanager
    def _reading_batches(self) -> Iterator[None]:
        try:
            yield
        except duckdb.Error as error:
            if not self._folders or isinstance(error, duckdb.OutOfMemoryException):
                raise
            raise StoreError(
                f"{self._folders[0].parent} cannot be read back: {str(error).splitlines()[0]}. Unless the disk is full,"
                " delete that folder and build again: it holds nothing that the articles do not"
            ) from error

    def _refuse_unknown_mentions(self) -> None:
        unknown = self._con.execute(
            "SELECT min(mention_id), count(*) FROM memory.staging.assignment"
            " ANTI JOIN memory.given.mention USING (mention_id)"
        ).fetchall()
        for mention_id, count in unknown:
            if count:
                raise StoreError(f"resolution decided about {count} mentions that were not added, such as {mention_id}")

    def _write_build_row(self, extractors: Iterable[str], given: int, ignored: int) -> None:
        named = list(extractors)
        known = {one.split()[0] for one in named}
        claiming = self._con.execute("SELECT DISTINCT extractor FROM claim").fetchall()
        named += sorted({extractor for (extractor,) in claiming} - known)
        self._con.execute(
            "INSERT INTO build SELECT ?, ?, ?, ?, (SELECT count(*) FROM article), (SELECT count(*) FROM rejected), ?,"
            " (SELECT count(*) FROM paragraph), (SELECT count(*) FROM mention), (SELECT count(*) FROM claim),"
            " (SELECT count(*) FROM span)",
            [version("libnews"), SCHEMA_VERSION, ", ".join(sorted(named)), given, ignored],
        )


@contextmanager
def create(target: str | os.PathLike[str]) -> Iterator[Building]:
    """Make the database `target`, or make it anew. Until `publish`, and on any error, an old file stays as it is.

    Use it where records are written; one writer at a time, a second gets `BusyError`. A file that libnews did not
    make is never replaced. `StoreError` says what is wrong with the path or the disk.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with create(f"{folder}/news.duckdb") as building:
    ...         building.finish(extractors=["example 1"], given=0, ignored=0)
    ...         building.publish().name
    'news.duckdb'
    """
    path = Path(os.path.realpath(target))
    with publish.locked(path):
        publish.refuse_wal(path)
        if path.exists():
            _refuse_foreign(path)
        publish.sweep(path)
        building = Building(path)
        try:
            building.open()
            yield building
        except duckdb.Error as error:
            raise StoreError(f"{path} was not written: {str(error).splitlines()[0]}") from error
        finally:
            building.discard()


def _refuse_foreign(path: Path) -> None:
    try:
        open_database(path).close()
    except OutdatedError:
        return  # libnews made it; its replacement is what makes it readable again
    except StoreError as error:
        raise type(error)(f"{error}. It is not replaced: give another path, or move it away") from error
