"""The rules written in SQL: `rules/*.sql`, one query a rule, each giving the rows that break it.

A query gives some of the columns table_name, key, article_id, paragraph_no, start_char, quote, field and
detail; the file, line and column are looked up here, and only where something is broken.
"""

import re
from collections.abc import Iterator
from importlib.resources import files
from itertools import takewhile

from libnews.checks.rule import Found, Rule, Scope

_COLUMNS = (
    "null::varchar as table_name, null::varchar as key, null::varchar as article_id, null::bigint as paragraph_no, "
    "null::bigint as start_char, null::varchar as quote, null::varchar as field, null::varchar as detail"
)
# A record has no place of its own: it leads to the first words that any article says of it, those of `field` before
# others. Its id stands first in the keys of the tables around it.
_TOLD = """
    select distinct on (b.key, b.field) b.key, b.field, c.article_id, c.paragraph_no, c.start_char, c.quote
    from broken b
    join mention m on m.record_id = split_part(b.key, ' ', 1)
    join claim c using (mention_id)
    join article a on a.article_id = c.article_id
    where b.article_id is null and b.table_name <> 'mention'
    order by b.key, b.field, c.field is distinct from b.field, a.published_on nulls last, a.file, c.paragraph_no,
        c.start_char, c.claim_id
"""
# A key that stands twice has a finding of its own: here it must not double the others.
_PLACED = f"""
    select b.table_name, b.key, b.detail, a.file, p.line_no,
        p.col_no + coalesce(b.start_char, t.start_char, 0) as col_no, coalesce(b.quote, t.quote) as quote
    from broken b
    left join ({_TOLD}) t on t.key = b.key and t.field is not distinct from b.field and b.article_id is null
    left join (select article_id, min(file) as file from article group by article_id) a
        on a.article_id = coalesce(b.article_id, t.article_id)
    left join (
        select article_id, paragraph_no, min(line_no) as line_no, min(col_no)::bigint as col_no
        from paragraph group by article_id, paragraph_no
    ) p on p.article_id = a.article_id and p.paragraph_no = coalesce(b.paragraph_no, t.paragraph_no)
"""
_PLACES = frozenset({"article", "paragraph", "mention", "claim"})
_BARE = "select table_name, key, detail, null as file, null as line_no, null as col_no, quote from broken"
_ORDER = "order by file nulls last, line_no nulls last, col_no nulls last, table_name, key, detail"


class Query(Rule):
    """A rule with the select that gives the rows breaking it."""

    sql: str


def _read() -> tuple[Query, ...]:
    folder = files("libnews.checks").joinpath("rules")
    texts = [file.read_text(encoding="utf-8") for file in folder.iterdir() if file.name.endswith(".sql")]
    return tuple(sorted((query for text in texts for query in _parse(text)), key=lambda query: query.code))


def _parse(text: str) -> Iterator[Query]:
    for section in text.split("-- rule: ")[1:]:
        code, *lines = section.splitlines()
        head = list(takewhile(lambda line: line.startswith("-- "), lines))
        told = dict(line.split(": ", 1) for line in _unfolded(head))
        reads = tuple(told.pop("reads", "").replace(",", " ").split())
        sql = "\n".join(lines[len(head) :]).strip().removesuffix(";")
        yield Query.model_validate({"code": code, "reads": reads, "sql": sql, **told})


def _unfolded(head: list[str]) -> Iterator[str]:
    """The lines of a head, those that are indented joined to the one they continue."""
    text = "\n".join(line.removeprefix("-- ") for line in head)
    return (re.sub(r"\n +", " ", line) for line in re.split(r"\n(?! )", text))


RULES = _read()
"""The rules of `rules/*.sql`, by code."""


def check(scope: Scope) -> Iterator[Found]:
    """What breaks the rules written in SQL."""
    for query in RULES:
        if scope.looks_for(query):
            yield run(scope, query)


def run(scope: Scope, query: Query, parameters: tuple[object, ...] = ()) -> Found:
    """Count the rows that `query` gives, and place the first of them in file, line and column."""
    counted = scope.connection.execute(f"select count(*) from ({query.sql})", parameters).fetchall()[0][0]
    if not counted:
        return Found(query, 0, ())
    placed = _PLACED if scope.sound >= _PLACES else _BARE
    rows = scope.connection.execute(
        f"with broken as materialized (select {_COLUMNS} where false union all by name ({query.sql})) "
        f"{placed} {_ORDER} limit {scope.limit}",
        parameters,
    ).fetchall()
    names = ("table", "key", "detail", "file", "line_no", "col_no", "quote")
    findings = [query.finding(**dict(zip(names, row, strict=True))) for row in rows]
    return Found(query, counted, tuple(findings))
