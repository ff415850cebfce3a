"""Rows back into articles with their paragraphs."""

import json
from collections.abc import Callable, Iterator, Sequence

from duckdb import DuckDBPyConnection

from libnews.models import Article
from libnews.store.arrow import COLUMNS

_BATCH = 100


def read_articles(
    cursor: Callable[[], DuckDBPyConnection], where: str = "true", parameters: Sequence[object] = ()
) -> Iterator[Article]:
    """The articles that fit `where`, in the order of their files, read as they are asked for."""
    names = [name for name, _kind in COLUMNS["article"]]
    rows = cursor().execute(
        f"SELECT {', '.join(names)} FROM article WHERE {where} ORDER BY file, locator, article_id", parameters
    )
    while batch := rows.fetchmany(_BATCH):
        paragraphs = _paragraphs(cursor(), [row[0] for row in batch])
        for row in batch:
            values = dict(zip(names, row, strict=True))
            values["metadata"] = json.loads(values["metadata"] or "{}")
            values["paragraphs"] = paragraphs.get(values["article_id"], [])
            yield Article.model_validate(values)


def _paragraphs(con: DuckDBPyConnection, ids: list[str]) -> dict[str, list[dict[str, object]]]:
    names = [name for name, _kind in COLUMNS["paragraph"]]
    rows = con.execute(
        f"SELECT {', '.join(names)} FROM paragraph WHERE article_id IN (SELECT unnest(?))"
        " ORDER BY article_id, paragraph_no",
        [ids],
    ).fetchall()
    found: dict[str, list[dict[str, object]]] = {}
    for row in rows:
        found.setdefault(row[0], []).append(dict(zip(names, row, strict=True)))
    return found
