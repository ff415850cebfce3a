"""The corpus that resolution reads, out of a database in the making."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from sys import intern
from typing import Any

from duckdb import DuckDBPyConnection

from libnews.models.corpus import ReadClaim, ReadMention, Story, Tellers
from libnews.models.vocabulary import ParagraphKind
from libnews.store.deriving import id_ranges
from libnews.store.opening import CATALOG

_ROWS = 10_000
_TEXT = 5
"""How many claims a paragraph takes the room of."""
_READ_KINDS = ", ".join(f"'{kind.value}'" for kind in ParagraphKind if kind.is_read)


class StoredCorpus:
    """What was read, as resolution asks for it; each answer is read from the database as it is gone through.

    Articles and mentions are taken from what was given, for their tables wait for what resolution decides.
    """

    def __init__(self, connection: DuckDBPyConnection) -> None:
        """`connection` has all paragraphs and claims written."""
        self._con = connection
        self._tellers = Tellers(self._rows("SELECT article_id, file, language, published_on FROM memory.given.article"))

    def mentions(self) -> Iterator[ReadMention]:
        """Every mention, in no order."""
        columns = ", ".join(ReadMention._fields)
        sql = f"SELECT {columns} FROM memory.given.mention JOIN memory.given.article USING (article_id)"
        return (ReadMention(*row) for row in self._rows(sql))

    def claims(self, record_type: str | None = None) -> Iterator[ReadClaim]:
        """The claims of all mentions of a type (or of all types), by mention, those of one in the order of the text."""
        told = "FROM claim c JOIN memory.given.mention m USING (mention_id) WHERE ($1 IS NULL OR record_type = $1)"
        ranges = ["true"]
        if record_type is not None:
            ((count,),) = self._rows(f"SELECT count(*) {told}", record_type)
            ranges = list(id_ranges(record_type, count))
        sql = (
            "SELECT record_type, c.article_id, extractor, mention_id, claim_id, field, part, value, paragraph_no,"
            f" start_char, end_char, quote {told} AND {{range}}"
            " ORDER BY mention_id, paragraph_no, start_char, end_char, claim_id"
        )
        rows = self._in_ranges(ranges, sql, "mention_id", record_type)
        # Ids of mentions are kept out of several answers, and many values stand in article after article.
        return (
            ReadClaim(
                self._tellers.teller(*told), intern(mention), claim, intern(field), part, value and intern(value), *at
            )
            for *told, mention, claim, field, part, value, at in ((*row[:8], row[8:]) for row in rows)
        )

    def stories(self) -> Iterator[Story]:
        """The texts, by article_id."""
        ((count,),) = self._rows("SELECT count(*) FROM paragraph")
        sql = (
            "SELECT article_id, published_on, language, text"
            " FROM memory.given.article JOIN paragraph USING (article_id)"
            f" WHERE kind IN ({_READ_KINDS}) AND {{range}} ORDER BY article_id, paragraph_no"
        )
        rows = self._in_ranges(id_ranges("article", count * _TEXT), sql, "article_id")
        for (article_id, day, language), lines in groupby(rows, key=lambda row: row[:3]):
            yield Story(article_id, day, language, tuple(line[3] for line in lines))

    def files(self) -> Iterator[tuple[str, str]]:
        """`file` and article_id of every article."""
        return self._rows("SELECT file, article_id FROM memory.given.article")

    def paragraph(self, article_id: str, paragraph_no: int) -> str:
        """The text of one paragraph; empty where there is none."""
        sql = "SELECT text FROM paragraph WHERE article_id = $1 AND paragraph_no = $2"
        return "".join(text for (text,) in self._rows(sql, article_id, paragraph_no))

    def _in_ranges(self, ranges: Iterable[str], sql: str, key: str, *values: object) -> Iterator[Any]:
        """Rows in the order of ids, one range after the other: what is put in order has to stand in memory."""
        for one in ranges:
            yield from self._rows(sql.format(range=one.format(key=key)), *values)

    def _rows(self, sql: str, *values: object) -> Iterator[Any]:
        # A cursor of its own: several answers may be gone through at once.
        with self._con.cursor() as cursor:
            cursor.execute(f"USE {CATALOG}")
            found = cursor.execute(sql, list(values))
            while rows := found.fetchmany(_ROWS):
                yield from rows
