"""A report as lines for people: `file:line:col: severity rule: message «quote»`, then a summary."""

from collections.abc import Iterator
from pathlib import PurePath

from libnews.checks.report import Report
from libnews.models.finding import Finding
from libnews.models.vocabulary import FailOn, Severity
from libnews.reports.showing import Showing
from libnews.reports.terminal import safe

NOT_RUN = "a table it reads is not what it should be"
"""Why a rule could not tell."""
_QUOTE = 120
_PLURAL = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.NOTE: "notes"}


def render(report: Report, showing: Showing = Showing()) -> str:  # noqa: B008  # it is frozen
    """The report for a terminal or a log; what comes from the data is escaped.

    >>> print(render(Report(findings=(), counts={}, rules_run=("claim.quote-differs",))))
    ok: 1 rule checked, nothing found
    """
    lines = [line(finding, showing.folder) for finding in report.new]
    lines += [f"… {count} more {rule}" for rule, count in report.new_unnamed.items()]
    lines += [f"off: {rule} ({safe(reason)})" for rule, reason in report.rules_off.items()]
    lines += [f"not run: {rule} ({NOT_RUN})" for rule in report.rules_not_run]
    return "\n".join([*lines, summary(report, showing.fail_on)])


def line(finding: Finding, folder: str = "") -> str:
    """One finding on one line."""
    where = ":".join(_place(finding, folder))
    who = f" [{finding.table} {finding.key}]" if finding.table and finding.key else ""
    return safe(f"{where}: {finding.severity.value} {finding.rule}: {worded(finding)}{who}")


def worded(finding: Finding) -> str:
    """What is wrong, and the words where it is."""
    return f"{finding.message} «{_short(finding.quote)}»" if finding.quote else finding.message


def summary(report: Report, fail_on: FailOn = FailOn.ERROR) -> str:
    """The last line: whether the data is valid, and how much was found."""
    checked = [f"{_counted(len(report.rules_run), 'rule', 'rules')} checked"]
    checked += [f"{len(report.rules_off)} off"] if report.rules_off else []
    told = [_counted(count, severity.value, _PLURAL[severity]) for severity, count in report.totals.items() if count]
    known = [f"{report.known} known"] if report.known else []
    good = report.ok and not report.fails(fail_on)
    return f"{'ok' if good else 'invalid'}: {', '.join([*checked, *(told or ['nothing found']), *known])}"


def _short(quote: str) -> str:
    return quote if len(quote) <= _QUOTE else f"{quote[:_QUOTE]}…"


def _place(finding: Finding, folder: str) -> Iterator[str]:
    yield "database" if finding.file is None else str(PurePath(folder) / finding.file)
    for number in (finding.line_no, finding.col_no):
        if number is not None:
            yield str(number)


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
