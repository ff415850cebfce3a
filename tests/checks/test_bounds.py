"""Bounds that a user sets: found where they are overstepped, silent where they are met."""

from typing import Any

import duckdb
import pytest

from libnews import checks
from libnews.checks import bounds
from libnews.checks.rule import Scope
from libnews.checks.structure import sound_tables
from libnews.models import Bounds
from libnews.models.finding import Finding
from tests.checks.breaking import TOTALS


def _look(con: duckdb.DuckDBPyConnection, **bound: Any) -> list[Finding]:
    scope = Scope(con, sound_tables(con), bounds={"meeting": Bounds.model_validate(bound)})
    return [finding for found in bounds.check(scope) for finding in found.findings]


@pytest.fixture
def meetings(con: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """Four meetings, three of which have a city."""
    con.execute("delete from meeting")
    con.execute(
        "insert into meeting (meeting_id, kind, status, city) "
        "select 'meeting_' || n, 'visit', 'held', if(n < 3, 'لوزان', null) from range(4) r(n)"
    )
    return con


@pytest.mark.parametrize(
    ("bound", "rule", "message"),
    [
        ({"min": 5}, "total.too-few", "meeting has 4 rows, and should have at least 5"),
        ({"max": 3}, "total.too-many", "meeting has 4 rows, and should have at most 3"),
        ({"max": 0}, "total.too-many", "meeting has 4 rows, and should have at most 0"),
        ({"filled": {"city": 0.8}}, "total.too-empty", "in 3 of 4 rows (0.750), and should in at least 0.8"),
        ({"filled": {"city": {"max": 0.7}}}, "total.too-full", "meeting.city has a value in 3 of 4 rows"),
    ],
)
def test_what_oversteps_a_bound_is_found(
    bound: dict[str, Any], rule: str, message: str, meetings: duckdb.DuckDBPyConnection
) -> None:
    (finding,) = _look(meetings, **bound)
    assert (finding.rule, finding.table, finding.severity.value) == (rule, "meeting", "error")
    assert message in finding.message


@pytest.mark.parametrize(
    "bound",
    [{"min": 4, "max": 4}, {"filled": {"city": 0.75}}, {"filled": {"city": {"min": 0.75, "max": 0.75}}}, {}],
)
def test_a_bound_that_is_just_met_is_no_finding(bound: dict[str, Any], meetings: duckdb.DuckDBPyConnection) -> None:
    assert _look(meetings, **bound) == []


def test_a_share_of_no_rows_is_no_finding(meetings: duckdb.DuckDBPyConnection) -> None:
    """The trap: a division by zero, or a second finding for what `min` says."""
    meetings.execute("delete from meeting")
    (finding,) = _look(meetings, min=1, filled={"city": {"min": 0.5, "max": 0.6}})
    assert finding.rule == "total.too-few"


def test_rules_run_says_which_bounds_were_looked_at(con: duckdb.DuckDBPyConnection) -> None:
    assert not set(TOTALS) & set(checks.run(con).rules_run)
    some = checks.run(con, bounds={"meeting": Bounds(min=1), "actor": Bounds.model_validate({"filled": {"name": 0.1}})})
    assert set(TOTALS) & set(some.rules_run) == {"total.too-few", "total.too-empty"}


def test_a_table_that_is_not_what_it_should_be_cannot_tell(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("alter table meeting drop column venue")
    report = checks.run(con, bounds={"meeting": Bounds(min=99), "actor": Bounds(max=0)})
    assert "total.too-few" in report.rules_not_run
    assert "total.too-many" in report.counts


def test_a_rule_that_is_off_is_not_looked_for(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("update claim set quote = 'x', basis = 'guessed' where field = 'item'")
    before = checks.run(con)
    off = {"claim.quote-differs": "known", "schema.value-unknown": "known too", "total.too-few": "not here"}
    report = checks.run(con, rules_off=off, bounds={"meeting": Bounds(min=99)})
    assert set(before.counts) == {"claim.quote-differs", "schema.value-unknown"}
    assert (report.counts, report.rules_off) == ({}, off)
    assert not set(off) & {*report.rules_run, *report.rules_not_run}


def test_settings_that_speak_of_nothing_are_told() -> None:
    """The trap: the columns of a table that is not there, asked for all the same."""
    off = {"claim.quote-differs": "\t", "claim.quote": "typed by hand", "source.moved": "they do"}
    limits = {
        "meetings": Bounds.model_validate({"filled": {"city": 1}}),
        "meeting": Bounds.model_validate({"filled": {"town": 1, "city": 0}}),
    }
    assert [key for key, _ in checks.wrong_settings(off, limits)] == [
        'rules.off."claim.quote-differs"', 'rules.off."claim.quote"', "bounds.meetings", "bounds.meeting.filled.town",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "bound", [{"min": 2, "max": 1}, {"min": -1}, {"min": True}, {"min": 1.5}, {"filled": {"city": 1.1}}, {"least": 1}]
)
def test_bounds_that_mean_nothing_are_refused(bound: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="validation error"):
        Bounds.model_validate(bound)
