"""Every mutator breaks something that a rule it names finds, and says truly what it did."""

import random

import duckdb
import pytest
from hypothesis import HealthCheck, find, given, settings
from hypothesis import strategies as st

from libnews import checks
from libnews.checks import queries, structure
from libnews.checks.catalogue import STEPS
from libnews.checks.rule import Found, Scope
from libnews.checks.validation import looked_over
from libnews.models.finding import Finding
from libnews.models.vocabulary import Severity
from libnews.pipeline.validation import RECOMPUTED
from libnews.testing import mutators
from libnews.testing.mutators import Change, Mutator

_QUERIES = {query.code: query for query in queries.RULES}
_NAMES = [mutator.name for mutator in mutators.MUTATORS]


def _look_for(con: duckdb.DuckDBPyConnection, codes: tuple[str, ...]) -> list[Found]:
    """Only those parts of a run that look for `codes`: a whole run takes a second."""
    scope = looked_over(Scope(con), RECOMPUTED)
    asked = [queries.run(scope, _QUERIES[code]) for code in codes if code in _QUERIES]
    steps = [step for step in STEPS if step is not queries and any(rule.code in codes for rule in step.RULES)]
    return [*asked, *(found for step in steps for found in step.check(scope) if found.rule.code in codes)]


def _changed(mutator: Mutator, con: duckdb.DuckDBPyConnection, chance: random.Random) -> Change:
    change = mutator(con, chance)
    assert change is not None
    return change


@pytest.mark.parametrize("mutator", mutators.MUTATORS, ids=_NAMES)
def test_a_rule_that_the_change_names_finds_it(mutator: Mutator, con: duckdb.DuckDBPyConnection) -> None:
    for seed in range(3):
        with mutators.undone(con):
            change = _changed(mutator, con, random.Random(seed))
            assert any(found.total for found in _look_for(con, change.rules)), change
    assert RECOMPUTED.differences(con) == []


@pytest.mark.slow
@pytest.mark.parametrize("mutator", mutators.MUTATORS, ids=_NAMES)
def test_a_whole_run_finds_it(mutator: Mutator, con: duckdb.DuckDBPyConnection) -> None:
    for seed in range(20):
        with mutators.undone(con):
            change = _changed(mutator, con, random.Random(seed))
            report = checks.run(con, recomputed=RECOMPUTED)
            assert change.caught_by(report), change
            assert not report.ok, change


def test_rules_that_changes_name_are_in_the_catalogue(con: duckdb.DuckDBPyConnection) -> None:
    """The trap: a rule renamed, and a mutator that waits for the old one."""
    known = {rule.code for rule in checks.rules()}
    for mutator in mutators.MUTATORS:
        for seed in range(5):
            with mutators.undone(con):
                assert set(_changed(mutator, con, random.Random(seed)).rules) <= known


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.randoms(use_true_random=False))
def test_a_changed_cell_is_told_truly(con: duckdb.DuckDBPyConnection, chance: random.Random) -> None:
    """What stood there stands there no more, and what is said to stand there does."""
    before = _texts(con)
    with mutators.undone(con):
        change = _changed(mutators.cell, con, chance)
        after = _texts(con)
    gone, new = before - after, after - before
    assert len(gone) == len(new) == 1, change
    assert {table for table, *_ in gone | new} == {change.table}
    assert change.before != change.after
    assert change.column is not None
    assert change.rules == ("digest.differs", "digest.missing", "digest.extra")
    assert _texts(con) == before


def _texts(con: duckdb.DuckDBPyConnection) -> set[tuple[str, str, int]]:
    """Every row as text, numbered among its equals."""
    return {
        (table, str(row), number)
        for table in structure.contract()
        for row, number in con.execute(
            # Table digest has a column of its own name.
            f"select row, row_number() over (partition by row) from (select whole::varchar as row from {table} whole)"
        ).fetchall()
    }


def test_cells_of_a_column_are_changed_alone(con: duckdb.DuckDBPyConnection) -> None:
    for seed, (table, column) in enumerate(mutators.columns_of(con) * 6):
        with mutators.undone(con):
            change = _changed(mutators.cell_of(table, column), con, random.Random(seed))
            assert (change.table, change.column) == (table, column)


def test_the_row_is_named_by_its_key(con: duckdb.DuckDBPyConnection) -> None:
    change = _changed(mutators.shift_span, con, random.Random(2))
    (found, *_) = (found for found in _look_for(con, change.rules) if found.total)
    assert any(change.named_by(finding) for finding in found.findings)
    other = Finding(rule="claim.value-invalid", severity=Severity.ERROR, message="", table=change.table, key="x")
    assert not change.named_by(other)


def test_nothing_to_change_gives_nothing() -> None:
    with duckdb.connect() as con:
        found = {mutator.name for mutator in mutators.MUTATORS if _done_and_undone(mutator, con)}
    assert found == {"add_table", "add_view", "add_macro", "shadow_function"}


def _done_and_undone(mutator: Mutator, con: duckdb.DuckDBPyConnection) -> bool:
    with mutators.undone(con):
        return mutator(con, random.Random(0)) is not None


def test_a_forger_is_found_by_other_rules(con: duckdb.DuckDBPyConnection) -> None:
    """Who writes the digests anew too cannot make a quote stand where it does not."""
    change = _changed(mutators.forged(mutators.shift_span), con, random.Random(0))
    assert RECOMPUTED.differences(con) == []
    assert any(found.total for found in _look_for(con, change.rules))


def test_chance_shrinks_to_the_first_row(con: duckdb.DuckDBPyConnection) -> None:
    """Hypothesis takes a change apart: of all those that break claims the first one remains."""

    def changed(chance: random.Random) -> Change:
        with mutators.undone(con):
            return _changed(mutators.swap_digit, con, chance)

    change = find(st.randoms(use_true_random=False).map(changed), lambda change: change.table == "claim")
    first = con.execute("select claim_id from claim where regexp_matches(quote, '[0-9]') order by rowid").fetchall()[0]
    assert change.keys == first


def test_equal_seeds_change_alike(con: duckdb.DuckDBPyConnection) -> None:
    changes = []
    for _ in range(2):
        with mutators.undone(con):
            changes.append([_changed(mutator, con, random.Random(9)) for mutator in mutators.CELLS])
    assert changes[0] == changes[1]
