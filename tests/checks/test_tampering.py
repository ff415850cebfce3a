"""Whatever someone does to a database, a run finds it and never raises."""

import random
import shutil
from pathlib import Path

import duckdb
import pytest

from libnews import checks
from libnews.checks import structure
from libnews.checks.report import Report
from libnews.pipeline.validation import RECOMPUTED
from libnews.testing import mutators


def test_random_changes_of_one_cell_are_found(con: duckdb.DuckDBPyConnection) -> None:
    """A handful; tests/pipeline/test_changes.py changes every column of every table of a real build."""
    for seed in range(4):
        with mutators.undone(con):
            change = mutators.cell(con, random.Random(seed))
            assert not checks.run(con, recomputed=RECOMPUTED).ok, change


@pytest.mark.slow
def test_rules_alone_find_and_name_most_changes(con: duckdb.DuckDBPyConnection) -> None:
    """Digests say that a table changed; the other rules must still say where for a good part of the changes."""
    missed = 0
    for seed in range(100):
        with mutators.undone(con):
            assert mutators.cell(con, random.Random(seed)) is not None
            missed += not checks.run(con).findings
    print(f"{100 - missed} of 100 changes found without digests")
    assert missed < 50


def _run(con: duckdb.DuckDBPyConnection, *statements: str) -> Report:
    for statement in statements:
        con.execute(statement)
    report = checks.run(con, recomputed=RECOMPUTED)
    assert report.counts.keys() <= {rule.code for rule in checks.rules()}
    return report


def test_missing_paragraphs_leave_findings_without_a_place(con: duckdb.DuckDBPyConnection) -> None:
    """Rules that do not read the missing table still run; those that do are listed as not run."""
    report = _run(con, "drop table paragraph", "update actor set name = 'x' where kind = 'person'")
    assert {"schema.table-missing", "record.value-unsupported", "digest.extra"} <= set(report.counts)
    assert "claim.quote-differs" in report.rules_not_run
    assert "mention.record-missing" in report.rules_run


def test_nothing_but_garbage(con: duckdb.DuckDBPyConnection) -> None:
    tables = [f"drop table {table}" for table in structure.contract()]
    views = ["drop schema derived cascade", *(f"drop view {view}" for view in structure.VIEWS)]
    report = _run(con, *views, *tables, "create view claim as select 1 as a", "create table article (a union(b int))")
    assert not report.ok
    assert report.counts["schema.table-missing"] == len(structure.contract()) - 1


def test_a_macro_that_hides_a_function_stops_everything(con: duckdb.DuckDBPyConnection) -> None:
    """Whoever redefines `length` could make every quote look right, so nothing else is believed."""
    report = _run(con, "create macro length(x) as 0")
    assert set(report.counts) == {"schema.function-shadowed"}
    assert report.rules_run == ("schema.function-shadowed",)


def test_a_macro_that_a_rule_calls_is_gone(con: duckdb.DuckDBPyConnection) -> None:
    """The trap: a rule that calls what the database itself defines, and raises where that is not there."""
    report = _run(con, "drop macro fold")
    assert report.counts == {"digest.differs": 1}
    assert "known-actor.name-shared" in report.rules_not_run


def test_all_numbers_at_their_limits(con: duckdb.DuckDBPyConnection) -> None:
    """Arithmetic on tampered integers must not overflow."""
    report = _run(
        con,
        "update claim set start_char = 2147483647, end_char = -2147483648",
        "update paragraph set start_char = -2147483648, end_char = 2147483647, col_no = 2147483647",
        "update build set given = 9223372036854775807",
        "update meeting set date_first = 'infinity', date_last = '-infinity'",
    )
    assert not report.ok


@pytest.mark.slow
def test_every_column_dropped_emptied_or_of_another_type(valid: Path, tmp_path: Path) -> None:
    """Each column meets one of the three; what remains is checked all the same."""
    columns = [(table, column) for table, columns in structure.contract().items() for column in columns]
    for number, (table, column) in enumerate(columns):
        change = (
            f"alter table {table} drop column {column}",
            f"alter table {table} drop column {column}; alter table {table} add column {column} integer[]",
            f"update {table} set {column} = null",
        )[number % 3]
        with duckdb.connect(shutil.copy(valid, tmp_path / "copy.duckdb")) as con:
            con.execute("drop schema derived cascade")
            found = _run(con, change).counts
            assert found.keys() - {"digest.differs", "schema.view-missing"} or "update" in change, change
