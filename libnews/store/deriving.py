"""The record tables worked out from the claims, one part of the records after the other.

Views of schema `derived` say what the tables must hold. Asked as they stand, each of them works out anew what all the
others rest on, above all `derived.told`; here that is worked out once for a part and kept as long as it is needed.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from string import ascii_uppercase
from typing import NamedTuple

from duckdb import DuckDBPyConnection

from libnews.ids import LETTERS
from libnews.models.vocabulary import RECORD_TABLES
from libnews.store.script import derived_views

CLAIMS_AT_ONCE = 500_000
"""What so many claims add up to is worked out at once; the records of more are taken in ranges of their ids."""
_WHOLE = ("trade_figure",)
"""Types whose records depend on one another, whatever their ids: a figure says another again in another currency."""
_TOLD = "told"
_KEPT = ("rejected_claim", "correction", "agency", "article_voice", "country_word")
"""Views that are asked for every part, and small."""
_DISPUTES = """
SELECT kind, count(*)
FROM (SELECT min(kind) AS kind FROM derived_dispute GROUP BY record_type, record_id, field)
GROUP BY kind
"""


class RecordPart(NamedTuple):
    """Rows that a record table must hold: those of the temporary view `rows` for which `where` is true."""

    table: str
    rows: str
    where: str


def record_parts(con: DuckDBPyConnection) -> Iterator[RecordPart]:
    """Every row of every record table once, table by table within a type of record, in ascending ranges of ids.

    Use it to fill the tables or to compare them. A part can be asked for until the next is taken.
    """
    for record_type, where in _parts(con, "trade_figure"):
        for table in RECORD_TABLES[record_type]:
            yield RecordPart(table, _name(table), where.format(key=f"{record_type}_id"))


def dispute_counts(con: DuckDBPyConnection) -> dict[str, int]:
    """How many fields of records articles differ about, by the kind of the difference, as view `conflict` has them."""
    counts: Counter[str] = Counter()
    for _ in _parts(con, "dispute"):
        counts.update(dict(con.execute(_DISPUTES).fetchall()))
    return dict(sorted(counts.items()))


def _parts(con: DuckDBPyConnection, last: str) -> Iterator[tuple[str, str]]:
    """Each type of record with a range of ids, while the temporary views up to `last` tell of that range."""
    with _temporary(con, derived_views(last)) as told:
        for record_type in RECORD_TABLES:
            for where in _ranges(con, record_type):
                con.execute(
                    f"CREATE OR REPLACE TEMP TABLE {_name(_TOLD)} AS SELECT * FROM ({told})"
                    f" WHERE record_type = '{record_type}' AND {where.format(key='record_id')}"
                )
                yield record_type, where


@contextmanager
def _temporary(con: DuckDBPyConnection, views: dict[str, str]) -> Iterator[str]:
    """Temporary views of the names that `_name` gives, on a table `told` that is still empty; gives its select."""
    selects = {name: re.sub(r"\bderived\.(\w+)", lambda found: _name(found[1]), sql) for name, sql in views.items()}
    made = []
    try:
        for name, select in selects.items():
            kind = "TABLE" if name in (_TOLD, *_KEPT) else "VIEW"
            empty = " LIMIT 0" if name == _TOLD else ""
            con.execute(f"CREATE TEMP {kind} {_name(name)} AS {select}{empty}")
            made.append(f"DROP {kind} temp.{_name(name)}")
        yield selects[_TOLD]
    finally:
        for drop in reversed(made):
            con.execute(drop)


def _name(view: str) -> str:
    return f"derived_{view}"


def _ranges(con: DuckDBPyConnection, record_type: str) -> list[str]:
    if record_type in _WHOLE:
        return ["true"]
    ((claims,),) = con.execute(
        "SELECT count(*) FROM claim SEMI JOIN (FROM mention WHERE record_type = ?) USING (mention_id)", [record_type]
    ).fetchall()
    return list(id_ranges(record_type, claims, codes=record_type == "actor"))


def id_ranges(prefix: str, claims: int, *, codes: bool = False) -> Iterator[str]:
    """SQL conditions on `{key}`, together true of every value once, in ascending order; few where `claims` are few.

    Ids of one type begin with the same `prefix` and go on by chance, so ranges of one width hold about as many; there
    are at most 32 of them. With `codes` half as many more part the codes of countries by their first letter: there are
    few, and each adds up very many claims. Null is in the first range.

    >>> list(id_ranges("meeting", 672))
    ['true']
    >>> list(id_ranges("meeting", 672_000))
    ["({key} IS NULL OR {key} < 'meeting_k')", "{key} >= 'meeting_k'"]
    >>> list(id_ranges("actor", 672_000, codes=True))[:2]
    ["({key} IS NULL OR {key} < 'N')", "{key} >= 'N' AND {key} < 'actor_'"]
    """
    letters = sorted(LETTERS)
    parts = min(max(-(-claims // CLAIMS_AT_ONCE), 1), len(letters))
    starts = [f"{prefix}_{letter}" for letter in _evenly(letters, parts)]
    if codes and starts:
        starts = [*_evenly(ascii_uppercase, parts // 2 + 1), f"{prefix}_", *starts]
    if not starts:
        yield "true"
        return
    yield f"({{key}} IS NULL OR {{key}} < '{starts[0]}')"
    for start, end in pairwise(starts):
        yield f"{{key}} >= '{start}' AND {{key}} < '{end}'"
    yield f"{{key}} >= '{starts[-1]}'"


def _evenly(letters: Sequence[str], parts: int) -> list[str]:
    """The letters at which so many parts begin, but for the first."""
    return [letters[len(letters) * part // parts] for part in range(1, parts)]
