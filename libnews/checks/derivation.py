"""The record tables against what claims and judgements add up to, computed again by the rules that the build uses.

Those rules are views of schema `derived` in the database itself; they are believed only where the database's
definitions are those of this libnews, whatever its own digests say.
"""

from collections.abc import Iterator

from libnews.checks.queries import Query, run
from libnews.checks.rule import Found, Rule, Scope
from libnews.checks.structure import DEFINITIONS, contract, keys
from libnews.models.vocabulary import RECORD_TABLES

TABLES = tuple(table for tables in RECORD_TABLES.values() for table in tables)
"""The tables that follow from claims."""

DIFFERS = Rule(
    code="record.differs",
    title="A record is not what its claims add up to",
    why="What all articles claim, what people decided and the rules of precedence give one record; this is another.",
    example="update meeting set city = null",
    reads=(
        DEFINITIONS, "article", "mention", "claim", "attribution", "judgement", "known_actor", *TABLES,
    ),
)  # fmt: skip
RULES = (DIFFERS,)


def check(scope: Scope) -> Iterator[Found]:
    """Which rows of the record tables are not as computed again, too many, or missing."""
    if scope.recomputed is not None and scope.looks_for(DIFFERS):
        for part in scope.recomputed.records(scope.connection):
            yield run(scope, Query(**DIFFERS.model_dump(), sql=_compared(*part)))


def _compared(table: str, rows: str, where: str) -> str:
    key, others = keys(table), [column for column in contract()[table] if column not in keys(table)]
    same = " and ".join(f"s.{column} is not distinct from d.{column}" for column in key)
    told = "".join(f", {_told(column)}" for column in others)
    field = "".join(f"when s.{column} is distinct from d.{column} then '{column}' " for column in others)
    named = ", ".join(f"coalesce(s.{column}, d.{column})" for column in key)
    return (
        f"select '{table}' as table_name, concat_ws(' ', {named}) as key, "
        f"{f'case {field}end' if others else 'null'} as field, concat_ws('; ', "
        "case when s.there is null then 'the row is missing' end, "
        f"case when d.there is null then 'no claims give this row' end{told}) as detail "
        f"from (select *, true as there from {table} where {where}) s "
        f"full join (select *, true as there from {rows} where {where}) d on {same} "
        f"where s.there is distinct from d.there{''.join(f' or s.{c} is distinct from d.{c}' for c in others)}"
    )


def _told(column: str) -> str:
    stored, computed = (f"coalesce('«' || left({side}.{column}::varchar, 80) || '»', 'null')" for side in "sd")
    return (
        f"case when s.there and d.there and s.{column} is distinct from d.{column} "
        f"then '{column} ' || {stored} || ' instead of ' || {computed} end"
    )
