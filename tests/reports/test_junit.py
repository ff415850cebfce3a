"""JUnit XML that other programs read, with one test for each rule."""

from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from junitparser import Failure, JUnitXml, Skipped

from libnews.checks.report import Report
from libnews.models import Baseline
from libnews.models.finding import Finding
from libnews.models.vocabulary import FailOn, Severity
from libnews.reports import junit
from libnews.reports.showing import Showing
from tests.reports.drawing import SHOWINGS, reports

_FINDING = Finding(
    rule="claim.quote-differs", severity=Severity.ERROR, message="not there", file="a.txt", line_no=3, quote="حفتر"
)
_WARNING = Finding(rule="meeting.after-publication", severity=Severity.WARNING, message="too late")


def _cases(report: Report, fail_on: FailOn = FailOn.ERROR) -> dict[str, ET.Element]:
    suite = ET.fromstring(junit.render(report, Showing(fail_on=fail_on)).split("\n", 1)[1])
    return {case.attrib["name"]: case for case in suite.iter("testcase")}


def _report(*found: Finding, **more: Any) -> Report:
    counts = {one.rule: 1 for one in found}
    return Report(findings=found, counts=counts, rules_run=(*counts, "span.outside"), **more)


@pytest.mark.parametrize(
    ("fail_on", "failing"),
    [
        (FailOn.ERROR, {"claim.quote-differs"}),
        (FailOn.WARNING, {"claim.quote-differs", "meeting.after-publication"}),
        (FailOn.NEVER, set()),
    ],
)
def test_what_fails_the_run_is_a_failure(fail_on: FailOn, failing: set[str]) -> None:
    cases = _cases(_report(_FINDING, _WARNING), fail_on)
    assert {name for name, case in cases.items() if case.find("failure") is not None} == failing
    assert {name for name, case in cases.items() if case.find("system-out") is not None} == (
        {"claim.quote-differs", "meeting.after-publication"} - failing
    )
    assert len(cases["span.outside"]) == 0


def test_a_failure_holds_its_findings() -> None:
    (failure,) = _cases(_report(_FINDING).model_copy(update={"counts": {"claim.quote-differs": 7}}))[
        "claim.quote-differs"
    ].findall("failure")
    assert failure.attrib["message"] == "A claim's quote is not what its paragraph says there: 7"
    assert (failure.text or "").splitlines() == ["a.txt:3: error claim.quote-differs: not there «حفتر»", "… 6 more"]


def test_rules_that_are_off_or_could_not_tell_are_skipped() -> None:
    cases = _cases(_report(rules_off={"source.moved": "they all do \x00"}, rules_not_run=("claim.quote-differs",)))
    told = {name: case[0].attrib["message"] for name, case in cases.items() if len(case)}
    assert told == {
        "source.moved": "switched off: they all do ⟦U+0000⟧",
        "claim.quote-differs": "a table it reads is not what it should be",
    }


def test_what_a_baseline_knows_fails_no_test() -> None:
    report = _report(_FINDING, _WARNING)
    cases = _cases(report.against(Baseline(fingerprints=frozenset(report.fingerprints))), FailOn.WARNING)
    assert [case.findtext("system-out") for case in cases.values()] == ["1 known", "1 known", None]


@given(reports(), SHOWINGS)
@settings(max_examples=50)
def test_a_reader_of_others_takes_every_report(report: Report, showing: Showing) -> None:
    told = junit.render(report, showing)
    read = JUnitXml.fromstring(told.split("\n", 1)[1].encode())
    (suite,) = read
    cases = list(suite)
    kinds: dict[str, Callable[[Any], bool]] = {
        "failures": lambda case: any(isinstance(one, Failure) for one in case.result),
        "skipped": lambda case: any(isinstance(one, Skipped) for one in case.result),
        "tests": lambda case: True,
    }
    assert {name: getattr(suite, name) for name in kinds} == {
        name: sum(map(is_one, cases)) for name, is_one in kinds.items()
    }
    assert [case.classname for case in cases] == [str(case.name).partition(".")[0] for case in cases]
    assert report.fails(showing.fail_on) == (suite.failures > 0)
    assert "##[" not in told
    assert not any(line.lstrip().startswith("::") for line in told.splitlines())
