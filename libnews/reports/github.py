"""A report as workflow commands, which GitHub Actions shows as annotations beside the lines of a pull request.

GitHub keeps ten annotations of each level a step, so the ten that tell most are printed and no others; the step
summary (`markdown`) has the rest. https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from collections.abc import Iterator, Sequence

from libnews.checks.report import Report
from libnews.models.finding import Finding
from libnews.models.vocabulary import Severity
from libnews.reports.showing import Showing
from libnews.reports.terminal import safe
from libnews.reports.text import summary, worded

SHOWN = 10
"""Annotations of one level that GitHub shows for one step."""
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_IN_MESSAGE = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTY = {**_IN_MESSAGE, ":": "%3A", ",": "%2C"}


def render(report: Report, showing: Showing = Showing()) -> str:  # noqa: B008  # it is frozen
    """The annotations, gravest first, then the summary as plain text.

    >>> found = Finding(rule="a.b", severity="error", message="50% off", file="a.txt", line_no=3, col_no=7, quote="قيل")
    >>> print(render(Report(findings=(found,), counts={"a.b": 1}, rules_run=("a.b",))))
    ::error file=a.txt,line=3,endLine=3,col=7,endColumn=9,title=a.b::50%25 off «قيل»
    invalid: 1 rule checked, 1 error
    """
    levels = [[one for one in report.new if one.severity is severity] for severity in Severity]
    lines = [_annotation(finding, showing) for level in levels for finding in chosen(level)]
    told = summary(report, showing.fail_on)
    more = sum(max(0, len(level) - SHOWN) for level in levels) + sum(report.new_unnamed.values())
    return "\n".join([*lines, f"{told} ({more} of them not annotated)" if more else told])


def chosen(findings: Sequence[Finding]) -> list[Finding]:
    """The findings of one level that tell most: one of every broken rule, then more of the first rules.

    Rules about the schema come first, since others cannot be believed without it; then those that point into a file.
    """
    by_rule: dict[str, list[Finding]] = {}
    for finding in findings:
        by_rule.setdefault(finding.rule, []).append(finding)
    rules = sorted(by_rule, key=lambda rule: (not rule.startswith("schema."), by_rule[rule][0].line_no is None, rule))
    first = [by_rule[rule][0] for rule in rules]
    rest = [finding for rule in rules for finding in by_rule[rule][1:]]
    return [*first, *rest][:SHOWN]


def _annotation(finding: Finding, showing: Showing) -> str:
    told = ",".join(f"{name}={_escaped(value, _IN_PROPERTY)}" for name, value in _properties(finding, showing))
    who = f" [{finding.table} {finding.key}]" if finding.table and finding.key else ""
    message = _escaped(f"{worded(finding)}{who}", _IN_MESSAGE)
    return f"::{_COMMANDS[finding.severity]} {told}::{message}"


def _properties(finding: Finding, showing: Showing) -> Iterator[tuple[str, str]]:
    path = showing.path_of(finding)
    if path is not None:
        yield "file", path
    if path is not None and finding.line_no is not None:
        yield "line", str(finding.line_no)
        yield "endLine", str(finding.line_no)
        if finding.col_no is not None:
            yield "col", str(finding.col_no)
            yield "endColumn", str(finding.col_no + max(0, len(finding.quote or "") - 1))
    yield "title", finding.rule


def _escaped(text: str, signs: dict[str, str]) -> str:
    return "".join(signs.get(letter, letter) for letter in safe(text))
