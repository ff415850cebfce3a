"""Every rule of the catalogue catches something, and accuses nothing that is right."""

import re
from pathlib import Path

import duckdb
import pytest

from libnews import checks, store
from libnews.checks import queries, structure
from libnews.checks.catalogue import STEPS
from libnews.checks.rule import Found, Scope
from libnews.checks.validation import looked_over
from libnews.models import Bounds
from libnews.pipeline.validation import RECOMPUTED
from tests.checks.breaking import BROKEN

_STEPS = {rule.code: step for step in STEPS for rule in step.RULES}
_QUERIES = {query.code: query for query in queries.RULES}


def _look_for(code: str, con: duckdb.DuckDBPyConnection) -> list[Found]:
    """Only the part of a run that looks for `code`: a whole run takes a second."""
    scope = looked_over(Scope(con), RECOMPUTED)
    if code in _QUERIES:
        return [queries.run(scope, _QUERIES[code])]
    return [found for found in _STEPS[code].check(scope) if found.rule.code == code]


def test_every_rule_has_an_example_that_breaks_it() -> None:
    assert all(rule.example for rule in (*checks.rules(), *checks.input_rules()))


@pytest.mark.parametrize("code", sorted(BROKEN))
def test_rule_catches_the_change_that_breaks_it(code: str, con: duckdb.DuckDBPyConnection) -> None:
    assert not any(found.total for found in _look_for(code, con))
    con.execute(BROKEN[code])
    found = [found for found in _look_for(code, con) if found.total]
    assert found
    for finding in (finding for one in found for finding in one.findings):
        assert finding.rule == code
        assert finding.table in {*structure.contract(), structure.SCHEMA, *re.findall(r"\w+", BROKEN[code])}


def test_untouched_database_has_no_finding(valid: Path) -> None:
    with store.connect(valid) as database:
        report = checks.run(database.connection, recomputed=RECOMPUTED)
    assert report.findings == ()
    assert report.ok
    assert report.rules_not_run == ()


def test_a_whole_run_asks_every_rule(con: duckdb.DuckDBPyConnection, files: Path) -> None:
    """A rule that no step runs would never accuse anybody."""
    bounds = {"meeting": Bounds.model_validate({"min": 0, "max": 99, "filled": {"city": {"min": 0, "max": 1}}})}
    report = checks.run(con, recomputed=RECOMPUTED, sources=files, bounds=bounds)
    assert report.rules_run == tuple(rule.code for rule in checks.rules())


def test_rules_are_told_in_full() -> None:
    for rule in checks.rules():
        assert re.fullmatch(r"[a-z][a-z-]*\.[a-z][a-z-]*", rule.code)
        assert rule.title[0].isupper()
        assert not rule.title.endswith(".")
        assert rule.why.endswith(".")
        assert set(rule.reads) <= structure.contract().keys() | {structure.DEFINITIONS}
    codes = [rule.code for rule in checks.rules()]
    assert len(codes) == len(set(codes))
