"""The columns that follow from an EDTF date, computed again from each distinct date without the database's macros."""

from collections.abc import Iterator
from typing import NamedTuple

from pydantic import ValidationError

from libnews.checks.queries import Query, run
from libnews.checks.rule import Found, Rule, Scope
from libnews.models.dates import Edtf

DATE_MALFORMED = Rule(
    code="record.date-malformed",
    title="A date is not EDTF",
    why="Dates are EDTF (ISO 8601-2) text as precise as the source: 2026-02-03, 2025-12, 2025-12-17/2025-12-19.",
    example="update meeting set date = '3 May'",
)
DATE_DIFFERS = Rule(
    code="record.date-differs",
    title="A date's days, precision or kind are not those it covers",
    why="First day, last day and precision follow from the EDTF text; queries by time read them instead of it.",
    example="update meeting set date_last = date_last + 1",
)
RULES = (DATE_MALFORMED, DATE_DIFFERS)


class _Dated(NamedTuple):
    """The columns of a table that hold a date, its first and last day, and what follows from it."""

    table: str
    key: str
    columns: tuple[str, str, str, str]
    derived: str


_DATED = (
    _Dated("meeting", "meeting_id", ("date", "date_first", "date_last", "date_precision"), "precision"),
    _Dated("agreement", "agreement_id", ("date", "date_first", "date_last", "date_precision"), "precision"),
    _Dated("trade_figure", "trade_figure_id", ("period", "period_first", "period_last", "period_kind"), "period_kind"),
)
_Row = tuple[str | None, ...]


def check(scope: Scope) -> Iterator[Found]:
    """Which dates are malformed, and which do not agree with the columns beside them."""
    for dated in _DATED:
        if dated.table in scope.sound:
            listed = ", ".join(f"{column}::varchar" for column in dated.columns)
            rows: list[_Row] = scope.connection.execute(f"select distinct {listed} from {dated.table}").fetchall()
            wrong = {rule: [row for row in rows if _broken(row, dated.derived) is rule] for rule in RULES}
            for rule, broken in wrong.items():
                yield _where(scope, rule, dated, broken)


def _broken(row: _Row, derived: str) -> Rule | None:
    text, *beside = row
    if text is None:
        return DATE_DIFFERS if any(beside) else None
    try:
        date = Edtf(text)
    except ValidationError:
        return DATE_MALFORMED
    wanted = [None if day is None else day.isoformat() for day in (date.first, date.last)]
    return None if beside == [*wanted, getattr(date, derived).value] else DATE_DIFFERS


def _where(scope: Scope, rule: Rule, dated: _Dated, rows: list[_Row]) -> Found:
    if not rows:
        return Found(rule, 0, ())
    columns = ", ".join(f"unnest(?::varchar[]) as c{number}" for number in range(len(dated.columns)))
    same = " and ".join(f"t.{name}::varchar is not distinct from b.c{n}" for n, name in enumerate(dated.columns))
    told = ", ".join(f"coalesce(left(b.c{number}, 80), 'null')" for number in range(len(dated.columns)))
    query = Query(
        **rule.model_dump(),
        sql=f"select '{dated.table}' as table_name, t.{dated.key} as key, '{dated.columns[0]}' as field, "
        f"concat_ws(', ', {told}) as detail "
        f"from {dated.table} t join (select {columns}) b on {same}",
    )
    return run(scope, query, tuple(list(column) for column in zip(*rows, strict=True)))
