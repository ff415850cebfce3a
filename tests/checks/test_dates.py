"""The columns of a date, in every table that has one."""

import duckdb
import pytest

from libnews.checks import dates
from libnews.checks.rule import Scope
from libnews.checks.structure import sound_tables
from libnews.models.finding import Finding


def _look(con: duckdb.DuckDBPyConnection) -> list[Finding]:
    return [finding for found in dates.check(Scope(con, sound_tables(con))) for finding in found.findings]


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        ("meeting", ("date", "date_first", "date_last", "date_precision")),
        ("agreement", ("date", "date_first", "date_last", "date_precision")),
        ("trade_figure", ("period", "period_first", "period_last", "period_kind")),
    ],
)
def test_a_wrong_date_is_told_with_the_record_that_has_it(
    con: duckdb.DuckDBPyConnection, table: str, columns: tuple[str, str, str, str]
) -> None:
    """The trap: a table that is looked at only where something is wrong in it, and then by columns it does not have."""
    ((key,),) = con.execute(f"select {table}_id from {table}").fetchall()
    date, first, last, derived = columns
    con.execute(
        f"update {table} set {date} = '2024', {first} = '2024-01-01', {last} = '2024-12-30', {derived} = 'year'"
    )
    (differs,) = _look(con)
    assert (differs.rule, differs.table, differs.key) == ("record.date-differs", table, key)
    assert differs.message.endswith(": 2024, 2024-01-01, 2024-12-30, year")
    con.execute(f"update {table} set {date} = '3 May', {first} = null")
    (malformed,) = _look(con)
    assert (malformed.rule, malformed.table, malformed.key) == ("record.date-malformed", table, key)
    con.execute(
        f"update {table} set {date} = '2024', {first} = '2024-01-01', {last} = '2024-12-31', {derived} = 'year'"
    )
    assert _look(con) == []
    con.execute(f"update {table} set {date} = null")
    assert [finding.rule for finding in _look(con)] == ["record.date-differs"], "days of no date"
