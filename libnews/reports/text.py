"""A report as lines for people: `file:line:col: severity rule: message «quote»`, then a summary."""

from collections.abc import Iterator
from pathlib import PurePath

from libnews.checks.report import Report
from libnews.models.finding import Finding
from libnews.models.vocabulary import Severity
from libnews.reports.terminal import safe

_QUOTE = 120
_PLURAL = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.NOTE: "notes"}


def render(report: Report, folder: str = "") -> str:
    """The report for a terminal or a log; what comes from the data is escaped.

    `folder` is where the files stand, so that a terminal can open them.

    >>> print(render(Report(findings=(), counts={}, rules_run=("claim.quote-differs",))))
    ok: 1 rule checked, nothing found
    """
    lines = [line(finding, folder) for finding in report.findings]
    lines += [f"… {count} more {rule}" for rule, count in report.unnamed.items()]
    lines += [f"not run: {rule} (a table it reads is not what it should be)" for rule in report.rules_not_run]
    return "\n".join([*lines, summary(report)])


def line(finding: Finding, folder: str = "") -> str:
    """One finding on one line."""
    where = ":".join(_place(finding, folder))
    who = f" [{finding.table} {finding.key}]" if finding.table and finding.key else ""
    quote = f" «{_short(finding.quote)}»" if finding.quote else ""
    return safe(f"{where}: {finding.severity.value} {finding.rule}: {finding.message}{quote}{who}")


def summary(report: Report) -> str:
    """The last line: whether the data is valid, and how much was found."""
    checked = _counted(len(report.rules_run), "rule", "rules")
    told = [_counted(count, severity.value, _PLURAL[severity]) for severity, count in report.totals.items() if count]
    return f"{'ok' if report.ok else 'invalid'}: {checked} checked, {', '.join(told) or 'nothing found'}"


def _place(finding: Finding, folder: str) -> Iterator[str]:
    yield "database" if finding.file is None else str(PurePath(folder) / finding.file)
    for number in (finding.line_no, finding.col_no):
        if number is not None:
            yield str(number)


def _short(quote: str) -> str:
    return quote if len(quote) <= _QUOTE else f"{quote[:_QUOTE]}…"


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
