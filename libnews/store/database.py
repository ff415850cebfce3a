"""A database as Python sees it: typed records with their evidence, found, filtered and compared."""

import os
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import Any, Self, cast

from duckdb import DuckDBPyConnection, DuckDBPyRelation
from pydantic import ValidationError

from libnews.errors import InputError, UnknownRecordError
from libnews.models import Actor, Agreement, Article, Edtf, Meeting, Record, TradeFigure
from libnews.models.citation import Citation
from libnews.models.claim_fields import OWN
from libnews.models.claim_row import ClaimRow
from libnews.models.codes import countries
from libnews.models.conflict import Conflict, Side
from libnews.models.digest import DigestDifference
from libnews.models.judgement import Judged
from libnews.models.telling import Telling
from libnews.models.vocabulary import RecordType
from libnews.store import digest
from libnews.store.articles import read_articles
from libnews.store.citing import cite
from libnews.store.claim_rows import read_claim_rows
from libnews.store.judgements import read_judgements, rejection_of
from libnews.store.opening import CATALOG, open_database
from libnews.store.reading import read_records
from libnews.store.search import search
from libnews.store.tellings import read_tellings

_OF_COUNTRY = """
(country = ? OR {record}_id IN (
    SELECT p.{record}_id FROM {members} p LEFT JOIN actor a ON a.actor_id = p.actor_id
    WHERE p.actor_id = ? OR a.country = ?
))"""

_RECORD_OF = """
SELECT record_type, record_id FROM (
    SELECT record_type, record_id, 1 AS nearness FROM mention WHERE record_id = $1
    UNION ALL SELECT 'article', article_id, 1 FROM article WHERE article_id = $1
    UNION ALL SELECT record_type, record_id, 2 FROM mention WHERE mention_id = $1
) WHERE record_id IS NOT NULL ORDER BY nearness, record_type LIMIT 1
"""


class Database:
    """A libnews database, open for reading. Made by `connect`; a context manager.

    Records come lazily, in the order of their names or dates, each with `provenance`. A value without evidence, which
    only a changed database can hold, raises pydantic's `ValidationError` when its record is read.
    """

    def __init__(self, path: Path, connection: DuckDBPyConnection) -> None:
        self.path = path
        self.connection = connection

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; records that were read stay as they are."""
        self.connection.close()

    def actors(self) -> Iterator[Actor]:
        """All persons, countries and bodies, by name."""
        return cast(Iterator[Actor], read_records(self._cursor, RecordType.ACTOR))

    def meetings(self, country: str | None = None, since: str | None = None) -> Iterator[Meeting]:
        """Meetings by date; those in `country` or with a participant from it (ISO 3166-1 alpha-3), and those whose
        date reaches to or beyond the first day of `since` (EDTF)."""
        found = self._dated(RecordType.MEETING, "meeting_participant", country, since)
        return cast(Iterator[Meeting], found)

    def agreements(self, country: str | None = None, since: str | None = None) -> Iterator[Agreement]:
        """Agreements by date; `country` (where made, or of a party) and `since` as in `meetings`."""
        found = self._dated(RecordType.AGREEMENT, "agreement_party", country, since)
        return cast(Iterator[Agreement], found)

    def trade_figures(self) -> Iterator[TradeFigure]:
        """Trade figures by period."""
        return cast(Iterator[TradeFigure], read_records(self._cursor, RecordType.TRADE_FIGURE))

    def articles(self) -> Iterator[Article]:
        """Articles with their paragraphs, by file."""
        return read_articles(self._cursor)

    def find(self, text: str) -> list[Record]:
        """Records whose names hold `text`, in any spelling that folds alike: actors by name or office, known actors by
        every name that is known of them or their item of Wikidata, then the rest by label and by who takes part."""
        named = [one for one in search(self._cursor(), text) if not one.record_type.startswith(OWN)]
        found: dict[str, Record] = {}
        for record_type in dict.fromkeys(one.record_type for one in named):
            ids = [one.record_id for one in named if one.record_type == record_type]
            where = f"{record_type}_id IN (SELECT unnest(?))"
            for record in read_records(self._cursor, RecordType(record_type), where, [ids]):
                found[getattr(record, f"{record_type}_id")] = record
        return [found[one.record_id] for one in named]

    def get(self, record_id: str) -> Record | Article:
        """The record, or article, with this id; the id of a mention leads to its record.

        An id that nothing here has raises `UnknownRecordError`, which is a `LookupError` too; so does a record of your
        own type (x_…), which `provenance_of` has all of.
        """
        record_type, found_id = self._record_of(record_id)
        if record_type.startswith(OWN):
            raise UnknownRecordError(f"{record_id} is of your own type {record_type}: read it with provenance_of")
        if record_type == RecordType.ARTICLE:
            return next(read_articles(self._cursor, "article_id = ?", [found_id]))
        return next(read_records(self._cursor, RecordType(record_type), f"{record_type}_id = ?", [found_id]))

    def provenance_of(self, record_id: str, field: str | None = None) -> list[dict[str, Any]]:
        """The rows of view `provenance` for a record (or a mention's record), by field, file and place."""
        record_type, found_id = self._record_of(record_id)
        rows = self._cursor().execute(
            "SELECT * FROM provenance WHERE record_type = $1 AND record_id = $2 AND ($3 IS NULL OR field = $3)"
            " ORDER BY field, file, article_id, paragraph_no, start_char, end_char, claim_id",
            [record_type, found_id, field],
        )
        names = [column[0] for column in rows.description or ()]
        return [dict(zip(names, row, strict=True)) for row in rows.fetchall()]

    def cite(self, cited_id: str, field: str | None = None) -> list[Citation]:
        """Facts for a report: values with sentence, publisher, day, url, place and hash, each by its best claim.

        `cited_id` is that of a record (the values it took), a mention (all that one article says), or a claim; `field`
        asks for one field. The best claim is one that states the value, before one that resolves or infers it; then the
        one published first. `UnknownRecordError` where nothing has the id, `InputError` where no claim is for `field`.
        """
        found = cite(self._cursor(), cited_id, field)
        if found is None:
            raise UnknownRecordError(f"{self.path} has no record, mention, claim or article {cited_id!r}")
        if not found:
            told = dict.fromkeys(one.field for one in cite(self._cursor(), cited_id) or ())
            raise InputError(f"{cited_id} has no claim for {field or 'any field'}; it has: {', '.join(told) or 'none'}")
        return found

    def claims(self) -> Iterator[ClaimRow]:
        """All claims as rows of a claims file, by article and record; `libnews.verify` and `--claims` read them back.

        The record key is the mention_id, so that a row that somebody corrects stays with its record.
        """
        return read_claim_rows(self._cursor)

    def files(self) -> dict[str, str]:
        """The article_id of each file; of a file that holds several articles, the last."""
        return dict(self._cursor().execute("SELECT file, article_id FROM article ORDER BY file, article_id").fetchall())

    def tellings(self, article_ids: Iterable[str]) -> Iterator[Telling]:
        """These articles, each with the records it tells of as it alone tells them."""
        return read_tellings(self._cursor, list(article_ids))

    def conflicts(self) -> list[Conflict]:
        """Where articles differ, record by record and field by field, each with all sides."""
        rows = self._cursor().execute(
            "SELECT record_type, record_id, label, field, explained, value, file, line_no, paragraph_no, quote, source,"
            " kind, articles FROM conflict"
        )
        names = ("value", "file", "line_no", "paragraph_no", "quote", "source", "kind", "articles")
        found = []
        for head, told in groupby(rows.fetchall(), key=lambda row: row[:5]):
            sides = tuple(Side.model_validate(dict(zip(names, row[5:], strict=True))) for row in told)
            record_type, record_id, label, field, explained = head
            found.append(
                Conflict(
                    record_type=RecordType(record_type), record_id=record_id, label=label, field=field,
                    kind=min(side.kind for side in sides), sides=sides, explained=explained,
                )
            )  # fmt: skip
        return found

    def judgements(self) -> Iterator[Judged]:
        """What people decided, in the order they did, each with the ids of this database and whether it was applied."""
        return read_judgements(self._cursor())

    def sql(self, query: str) -> DuckDBPyRelation:
        """Any query of yours as a DuckDB relation, with `.df()`, `.pl()` and `.arrow()`. For SQL that others wrote
        use `run_query`, which bounds what it can do."""
        return self.connection.sql(query)

    def digest(self) -> str:
        """The digest of the database's digests, as `build` and `validate` print it."""
        return digest.digest_of_digests(self._cursor())

    def differences(self) -> list[DigestDifference]:
        """Tables that are no longer what the build wrote."""
        return digest.differences(self._cursor())

    def _cursor(self) -> DuckDBPyConnection:
        cursor = self.connection.cursor()
        cursor.execute(f"USE {CATALOG}")  # a cursor does not inherit it
        return cursor

    def _record_of(self, record_id: str) -> tuple[str, str]:
        found = self._cursor().execute(_RECORD_OF, [record_id]).fetchall()
        rejection = None if found else rejection_of(self._cursor(), record_id)
        if rejection is not None:
            raise UnknownRecordError(f"{record_id} has no record in {self.path}: {rejection}")
        if not found:
            raise UnknownRecordError(f"{self.path} has no record, mention or article {record_id!r}")
        return cast(tuple[str, str], found[0])

    def _dated(self, record_type: RecordType, members: str, country: str | None, since: str | None) -> Iterator[Record]:
        where, parameters = ["true"], list[object]()
        if country is not None:
            if country not in countries():
                raise InputError(f"country={country!r} is not an ISO 3166-1 alpha-3 code, such as LBY")
            where.append(_OF_COUNTRY.format(record=record_type, members=members))
            parameters += [country] * 3
        if since is not None:
            where.append("date IS NOT NULL AND coalesce(date_last >= ?, true)")
            parameters.append(_first_day(since))
        return read_records(self._cursor, record_type, " AND ".join(where), parameters)


def _first_day(since: str) -> object:
    try:
        first = Edtf(since).first
    except ValidationError as error:
        raise InputError(f"since={since!r} is not a date: write 2025, 2025-12 or 2025-12-17") from error
    if first is None:
        raise InputError(f"since={since!r} has no first day")
    return first


def connect(path: str | os.PathLike[str]) -> Database:
    """Open the database at `path` for reading; `StoreError` where there is none that this libnews can read.

    Readers never wait and are never disturbed: a build puts a new file in the place of the old one, and a Database
    keeps showing the one it opened.
    """
    return Database(Path(path), open_database(Path(path)))
