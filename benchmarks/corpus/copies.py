"""A large database that is valid: the seeds, read once and copied in SQL, each copy with a text and ids of its own.

What is copied is what stands in a database of the seeds: paragraphs, mentions, claims, sources, spans, and records,
which no two copies share (countries aside). Records, digests and the row of `build` are made by the store as ever.
"""

import json
from collections.abc import Iterator
from itertools import product
from math import ceil
from pathlib import Path

import duckdb

import libnews
from libnews import store
from libnews.ids import make_id
from libnews.store.arrow import COLUMNS

SEEDS = Path(__file__).parents[2] / "seeds"
_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"
_MOST_ANCHORED = 20
_NAMING = ("participant", "party", "part_of")


def make(target: Path, paragraphs: int, claims: int) -> None:
    """Write a database with at least so many paragraphs and claims at `target`."""
    base = target.with_suffix(".seeds.duckdb")
    with libnews.build(SEEDS, base) as db:
        ((told,),) = db.sql("select count(*) from claim").fetchall()
        ((there, articles),) = db.sql("select count(*), count(distinct article_id) from paragraph").fetchall()
        parts = [*_mention_parts(db), *_claim_parts(db), *_attribution_parts(db)]
    copies = ceil(claims / told)
    with store.create(target) as building:
        con = building.connection
        con.execute(f"attach '{base}' as base (read_only)")
        con.execute("create temp table part (id varchar, head varchar, tail varchar)")
        con.executemany("insert into part values (?, ?, ?)", parts)
        _copy(con, copies, max(0, ceil((paragraphs / copies - there) / articles)))
        con.execute("detach base")
        building.finish(["program:copies 1"], articles * copies, 0)
        building.publish()
    base.unlink()


# What an id is made of, as JSON in two pieces: between them comes the id of a mention, where there is one.
_Parts = Iterator[tuple[str, str, str]]


def _mention_parts(db: store.Database) -> _Parts:
    """The words that a mention is anchored on are among those of its claims; they and the number are tried."""
    for mention, kind, article, extractor, places in db.sql(
        "select mention_id, record_type, m.article_id, any_value(extractor), "
        "list(distinct [paragraph_no, start_char, end_char]) from mention m join claim using (mention_id) group by all"
    ).fetchall():
        tried = ((kind, extractor, *place, number) for number, place in product(range(1, _MOST_ANCHORED), places))
        yield mention, _json(*next(one for one in tried if make_id(kind, article, *one) == mention)), "]"


def _claim_parts(db: store.Database) -> _Parts:
    for claim, value, *parts in db.sql(
        "select claim_id, value, paragraph_no, start_char, end_char, field, part from claim"
    ).fetchall():
        names_mention = parts[3] in _NAMING
        yield claim, _json(*parts) + "," + ("" if names_mention else _json(value)), "]"


def _attribution_parts(db: store.Database) -> _Parts:
    for attribution, actor, sources, *parts in db.sql(
        "select attribution_id, actor_mention_id, source_count, paragraph_no, start_char, end_char, kind "
        "from attribution"
    ).fetchall():
        yield attribution, _json(*parts) + "," + ("null" if actor is None else ""), f",{_json(sources)}]"


def _json(*parts: str | int | None) -> str:
    return json.dumps(parts, separators=(",", ":"))[1:-1]


def _made_id(prefix: str, parent: str, value: str = "null") -> str:
    """SQL of `libnews.ids.make_id`, of the parts of `p`; letters are made two by two."""
    hashed = f"sha256(concat('[\"', {parent}, '\",', p.head, '\"' || {value} || '\"', p.tail))"
    pairs = ", ".join(f"'{first}{second}'" for first, second in product(_LETTERS, _LETTERS))
    letters = " || ".join(
        f"[{pairs}][(('0x' || substr(hashed, {start}, 5))::integer >> {shift} & 1023) + 1]"
        for start, shift in product((1, 6, 11, 16, 21), (10, 0))
    )
    return f"(select {prefix} || '_' || {letters} from (select {hashed} as hashed))"


def _copy(con: duckdb.DuckDBPyConnection, copies: int, more: int) -> None:
    con.execute(f"create temp table copy as select range as copy, sha256(range::varchar) as salt from range({copies})")
    for statement in _NEW:
        con.execute(statement)
    for table, (changed, joined) in _CHANGED.items():
        columns = ", ".join(changed.get(name, f"t.{name}") for name, _ in COLUMNS[table])
        con.execute(f"insert into memory.staging.{table} select {columns} from base.{table} t {joined}")
    con.execute(f"insert into memory.staging.paragraph {_MORE.format(more=more)}")


# Each copy's last line ends with its number: another text, and no span moves.
_NEW = (
    f"""
    create temp table new_article as
    select *, {_made_id("'article'", "sha256")} as new
    from (select copy, article_id as old, sha256(a.sha256 || copy) as sha256, 'null' as head, ']' as tail
          from base.article a, copy) p
    """,
    f"""
    create temp table new_mention as
    select n.copy, m.mention_id as old, {_made_id("m.record_type", "n.new")} as new
    from base.mention m
    join part p on p.id = m.mention_id
    join new_article n on n.old = m.article_id
    """,
    f"""
    create temp table new_attribution as
    select n.copy, t.attribution_id as old, {_made_id("'attribution'", "n.new", "a.new")} as new, a.new as actor
    from base.attribution t
    join part p on p.id = t.attribution_id
    join new_article n on n.old = t.article_id
    left join new_mention a on a.copy = n.copy and a.old = t.actor_mention_id
    """,
)
_CHANGED: dict[str, tuple[dict[str, str], str]] = {
    "article": (
        {"article_id": "n.new", "file": "n.copy || '/' || t.file", "sha256": "n.sha256"},
        "join new_article n on n.old = t.article_id",
    ),
    "paragraph": (
        {
            "article_id": "n.new",
            "end_char": "t.end_char + case when is_last then 1 + length(n.copy::varchar) else 0 end",
            "text": "t.text || case when is_last then ' ' || n.copy else '' end",
        },
        "join (select article_id, max(paragraph_no) as last from base.paragraph group by all) l using (article_id) "
        "cross join lateral (select t.paragraph_no = l.last as is_last) join new_article n on n.old = t.article_id",
    ),
    "mention": (
        {"mention_id": "n.new", "article_id": "a.new", "record_id": "coalesce(r.new, w.new, t.record_id)"},
        "join new_mention n on n.old = t.mention_id "
        "join new_article a on a.copy = n.copy and a.old = t.article_id "
        "left join new_mention r on r.copy = n.copy and r.old = t.record_id "
        "left join new_article w on w.copy = n.copy and w.old = t.record_id",
    ),
    "claim": (
        {
            "claim_id": _made_id("'claim'", "n.new", "v.new"), "mention_id": "n.new",
            "value": "coalesce(v.new, t.value)", "article_id": "a.new", "attribution_id": "s.new",
        },
        "join part p on p.id = t.claim_id join new_mention n on n.old = t.mention_id "
        "join new_article a on a.copy = n.copy and a.old = t.article_id "
        "left join new_mention v on v.copy = n.copy and v.old = t.value "
        "left join new_attribution s on s.copy = n.copy and s.old = t.attribution_id",
    ),
    "attribution": (
        {"attribution_id": "n.new", "article_id": "a.new", "actor_mention_id": "n.actor"},
        "join new_attribution n on n.old = t.attribution_id "
        "join new_article a on a.copy = n.copy and a.old = t.article_id",
    ),
    "span": ({"article_id": "n.new"}, "join new_article n on n.old = t.article_id"),
    "undecided_pair": (
        {"id": "least(n.new, o.new)", "other_id": "greatest(n.new, o.new)"},
        "join new_mention n on n.old = t.id join new_mention o on o.copy = n.copy and o.old = t.other_id",
    ),
}  # fmt: skip
_MORE = """
    select article_id, number + more, line_no + more, 1, 'body', end_char + 1 + (more - 1) * (length(text) + 1),
           end_char + more * (length(text) + 1), text
    from (
        select article_id, paragraph_no as number, line_no, end_char, more,
               format('{{:05}} ', more) || repeat('ولم تذكر المصادر ما دار بعد ذلك. ', 8) || 'انتهى' as text
        from (
            select * from memory.staging.paragraph
            qualify row_number() over (partition by article_id order by paragraph_no desc) = 1
        ), (select unnest(range(1, {more} + 1)) as more)
    )
"""
