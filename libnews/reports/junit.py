"""A report as JUnit XML, which GitLab, Jenkins, Azure DevOps and others show as tests: one for each rule."""

import re
from collections import defaultdict
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from libnews.checks import rules
from libnews.checks.report import Report
from libnews.models.finding import Finding
from libnews.models.vocabulary import Severity
from libnews.reports import text
from libnews.reports.ci_log import without_commands
from libnews.reports.showing import Showing
from libnews.reports.terminal import safe

# XML 1.0 has no way to write these, not even as a reference; `safe` takes care of the controls among them.
_NO_XML = re.compile("[\ufffe\uffff]")


def render(report: Report, showing: Showing = Showing()) -> str:  # noqa: B008  # it is frozen
    """The report as one test suite. A rule that makes the run fail is a failure, one that found something else passes
    and tells it, one that is off or could not tell is skipped.

    >>> print(render(Report(findings=(), counts={}, rules_run=("claim.quote-differs",))))
    <?xml version="1.0" encoding="UTF-8"?>
    <testsuites>
      <testsuite name="libnews validate" tests="1" failures="0" errors="0" skipped="0" time="0">
        <testcase classname="claim" name="claim.quote-differs" time="0" />
      </testsuite>
    </testsuites>
    """
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in report.new:
        found[finding.rule].append(finding)
    cases = [_case(rule, found[rule], report, showing) for rule in _told(report)]
    counts = {
        "tests": len(cases),
        "failures": sum(case.find("failure") is not None for case in cases),
        "errors": 0,
        "skipped": sum(case.find("skipped") is not None for case in cases),
        "time": 0,
    }
    suites = ET.Element("testsuites")
    suite = ET.SubElement(suites, "testsuite", {"name": "libnews validate"} | {k: str(v) for k, v in counts.items()})
    suite.extend(cases)
    ET.indent(suites)
    written = f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(suites, encoding="unicode")}'
    return without_commands(written, "&#35;")


def _told(report: Report) -> list[str]:
    return sorted({*report.rules_run, *report.rules_not_run, *report.rules_off, *report.counts})


def _case(rule: str, new: Sequence[Finding], report: Report, showing: Showing) -> ET.Element:
    case = ET.Element("testcase", {"classname": rule.partition(".")[0], "name": rule, "time": "0"})
    count = report.new_counts.get(rule, 0)
    if rule in report.rules_off:
        ET.SubElement(case, "skipped", {"message": _safe(f"switched off: {report.rules_off[rule]}")})
    elif count:
        _tell(case, count, new, _severity(rule, report), showing)
    elif rule in report.rules_not_run:
        ET.SubElement(case, "skipped", {"message": text.NOT_RUN})
    elif rule in report.counts:
        ET.SubElement(case, "system-out").text = f"{report.counts[rule]} known"
    return case


def _tell(case: ET.Element, count: int, new: Sequence[Finding], severity: Severity, showing: Showing) -> None:
    lines = [_NO_XML.sub(_visible, text.line(finding, showing.folder)) for finding in new]
    lines += [f"… {count - len(new)} more"] if count > len(new) else []
    if showing.fail_on.includes(severity):
        titles = {rule.code: rule.title for rule in rules()}
        told = f"{titles.get(case.attrib['name'], 'findings')}: {count}"
        failure = ET.SubElement(case, "failure", {"type": severity.value, "message": told})
        failure.text = "\n".join(lines)
    else:
        ET.SubElement(case, "system-out").text = "\n".join(lines)


def _severity(rule: str, report: Report) -> Severity:
    return next(finding.severity for finding in report.findings if finding.rule == rule)


def _safe(told: str) -> str:
    return _NO_XML.sub(_visible, safe(told))


def _visible(found: re.Match[str]) -> str:
    return f"⟦U+{ord(found[0]):04X}⟧"
