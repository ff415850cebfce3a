"""Tables whose rows are not those their digest was made from: any changed cell is found here, if nowhere else."""

from collections.abc import Iterator

from libnews.checks.queries import Query, run
from libnews.checks.rule import Found, Rule, Scope
from libnews.checks.structure import SCHEMA, keys, places
from libnews.models.digest import DigestDifference
from libnews.models.finding import Finding

DIFFERS = Rule(
    code="digest.differs",
    title="A table has changed since it was built",
    why="Its rows, counted and hashed again, are not those the build wrote.",
    example="update claim set extractor = 'someone' where field = 'item'",
    reads=("digest",),
)
MISSING = Rule(
    code="digest.missing",
    title="A table has no digest",
    why="A change to its rows would not be noticed.",
    example="delete from digest where table_name = 'claim'",
    reads=("digest",),
)
EXTRA = Rule(
    code="digest.extra",
    title="A digest is of a table that is not there",
    why="The build wrote such a table and it is gone, or the digest was added by hand.",
    example="insert into digest values ('ghost', 1, repeat('0', 32), 0, 0)",
    reads=("digest",),
)
RULES = (DIFFERS, MISSING, EXTRA)


def check(scope: Scope) -> Iterator[Found]:
    """What the store finds different, sorted into rules; where one row of a table changed, the row."""
    if scope.differences is None or not scope.can_tell(DIFFERS):
        return
    different = sorted(scope.differences, key=lambda difference: difference.table or "")
    for rule in RULES:
        whole = [one for one in different if _rule(one) is rule and not _is_row_known(scope, one)]
        yield Found.all(rule, [_finding(rule, one) for one in whole], scope.limit)
    yield from (_row(scope, one) for one in different if _is_row_known(scope, one))


def _rule(difference: DigestDifference) -> Rule:
    if difference.expected is None:
        return MISSING
    return EXTRA if difference.found is None else DIFFERS


def _is_row_known(scope: Scope, difference: DigestDifference) -> bool:
    return difference.row is not None and difference.table in scope.sound


def _row(scope: Scope, difference: DigestDifference) -> Found:
    table = str(difference.table)
    key = f"concat_ws(' ', {', '.join(keys(table))})"
    query = Query(
        **DIFFERS.model_dump(),
        sql=f"select '{table}' as table_name, {key} as key, {''.join(f'{place}, ' for place in places(table))}"
        f"'{table}, in this row alone' as detail from {table} where {key} = ?",
    )
    return run(scope, query, (difference.row,))


def _finding(rule: Rule, difference: DigestDifference) -> Finding:
    if difference.is_rewritten:
        told = f"digest, in the row of {difference.table}; that table is as it was"
        return rule.finding(told, table="digest", key=difference.table)
    rows = ""
    if difference.expected_rows != difference.found_rows and rule is DIFFERS:
        rows = f", {difference.expected_rows} rows when it was built, {difference.found_rows} now"
    name = difference.table or "null"
    told = f"{name} (columns, comments, views and macros)" if name == SCHEMA else name
    return rule.finding(told + rows, table=difference.table, key=name)
