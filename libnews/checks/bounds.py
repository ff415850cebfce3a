"""Totals: tables with too few or too many rows, and columns with too few or too many values.

Row checks pass beautifully on an empty table. What is enough only the user knows, so these rules are looked for where
bounds are given, in `libnews.toml` or by hand.
"""

from collections.abc import Iterator
from typing import NamedTuple

from libnews.checks.rule import Found, Rule, Scope
from libnews.models.finding import Finding

TOO_FEW = Rule(
    code="total.too-few",
    title="A table has fewer rows than it should",
    why="Something that was read before is read no longer, or files are missing; no row shows that.",
    example="Set min = 5 under [bounds.meeting] in libnews.toml, and build a database with fewer meetings.",
)
TOO_MANY = Rule(
    code="total.too-many",
    title="A table has more rows than it should",
    why="Something is read twice, or what is one is no longer joined.",
    example="Set max = 5 under [bounds.meeting] in libnews.toml, and build a database with more meetings.",
)
TOO_EMPTY = Rule(
    code="total.too-empty",
    title="A column has fewer values than it should",
    why="A field that used to be found is found no longer; each row alone may well lack it.",
    example="Set city = 0.5 under [bounds.meeting.filled] in libnews.toml, where fewer than half have a city.",
)
TOO_FULL = Rule(
    code="total.too-full",
    title="A column has more values than it should",
    why="Values are given where there should be none: something is guessed that was left open before.",
    example="Set venue.max = 0.5 under [bounds.meeting.filled] in libnews.toml, where more than half have a venue.",
)
RULES = (TOO_FEW, TOO_MANY, TOO_EMPTY, TOO_FULL)


class _Bound(NamedTuple):
    """One limit: of the rows of a table, or of the values of one of its columns."""

    rule: Rule
    table: str
    column: str | None
    limit: float


def asked(scope: Scope) -> dict[str, bool]:
    """The rules that some bound asks for, and whether every table they look at is sound."""
    told: dict[str, bool] = {}
    for bound in _bounds(scope):
        told[bound.rule.code] = told.get(bound.rule.code, True) and bound.table in scope.sound
    return told


def check(scope: Scope) -> Iterator[Found]:
    """Which bounds are overstepped."""
    counts: dict[tuple[str, str | None], int] = {}
    for bound in _bounds(scope):
        for place in ((bound.table, None), (bound.table, bound.column)):
            if bound.table in scope.sound and place not in counts:
                counts[place] = _count(scope, *place)
    for rule in RULES:
        bounds = [bound for bound in _bounds(scope) if bound.rule is rule and (bound.table, bound.column) in counts]
        found = (_finding(bound, counts[bound.table, None], counts[bound.table, bound.column]) for bound in bounds)
        yield Found.all(rule, [finding for finding in found if finding is not None], scope.limit)


def _bounds(scope: Scope) -> Iterator[_Bound]:
    for table, bounds in sorted(scope.bounds.items()):
        for rule, limit in ((TOO_FEW, bounds.min), (TOO_MANY, bounds.max)):
            if limit is not None:
                yield _Bound(rule, table, None, limit)
        for column, filled in sorted(bounds.filled.items()):
            for rule, share in ((TOO_EMPTY, filled.min), (TOO_FULL, filled.max)):
                if share is not None:
                    yield _Bound(rule, table, column, share)


def _count(scope: Scope, table: str, column: str | None) -> int:
    # Both are names of the contract: whoever hands in bounds has them checked.
    counted = "*" if column is None else f'"{column}"'
    found: int = scope.connection.execute(f'select count({counted}) from "{table}"').fetchall()[0][0]
    return found


def _finding(bound: _Bound, rows: int, values: int) -> Finding | None:
    """What is wrong with a number; a share of no rows at all is neither too small nor too large."""
    if bound.column is not None and not rows:
        return None
    number = rows if bound.column is None else values / rows
    least = bound.rule in (TOO_FEW, TOO_EMPTY)
    if number >= bound.limit if least else number <= bound.limit:
        return None
    at = f"at {'least' if least else 'most'} {bound.limit}"
    if bound.column is None:
        return bound.rule.finding(f"{bound.table} has {_counted(rows)}, and should have {at}", table=bound.table)
    share = f"{bound.table}.{bound.column} has a value in {values} of {_counted(rows)} ({number:.3f})"
    return bound.rule.finding(f"{share}, and should in {at}", table=bound.table, key=bound.column)


def _counted(rows: int) -> str:
    return f"{rows} row{'' if rows == 1 else 's'}"
