"""A report as Markdown (GitHub's), for a step summary, a comment or a page.

Everything that comes from the data stands in code spans: there no Markdown, no HTML, no link and no @name means
anything. It stands in lists, never in tables, whose cells a code span does not hold together.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from libnews.checks import rules
from libnews.checks.report import Report
from libnews.models.finding import Finding
from libnews.reports.showing import Showing
from libnews.reports.terminal import safe
from libnews.reports.text import NOT_RUN, summary, worded

_LEFT_OUT = "\n*More findings than fit here; the other outputs have them.*\n"


def render(report: Report, showing: Showing = Showing(), most_bytes: int | None = None) -> str:  # noqa: B008
    """The report as a Markdown document, no longer than `most_bytes` where that is given.

    >>> print(render(Report(findings=(), counts={}, rules_run=("claim.quote-differs",))))
    ## libnews validate
    <BLANKLINE>
    ok: 1 rule checked, nothing found
    """
    lines = ["## libnews validate", "", summary(report, showing.fail_on)]
    lines += [f"\ndigest `{showing.digest}`"] if showing.digest else []
    lines += [*_table(report), *_off(report), *_not_run(report), *_findings(report, showing)]
    return "\n".join(_fitting(lines, most_bytes))


def code(text: str) -> str:
    """`text` in a code span that nothing in it can end.

    >>> code("a ``b`` |<img>")
    '```a ``b`` |<img>```'
    """
    shown = safe(text)
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", shown)), default=0))
    apart = " " if shown.startswith("`") or shown.endswith("`") or not shown.strip() else ""
    return f"{fence}{apart}{shown}{apart}{fence}"


def _fitting(lines: Iterable[str], most_bytes: int | None) -> Iterator[str]:
    left = None if most_bytes is None else most_bytes - len(_LEFT_OUT)
    for line in lines:
        if left is not None:
            left -= len(line.encode()) + 1
            if left < 0:
                yield _LEFT_OUT
                return
        yield line


def _table(report: Report) -> Iterator[str]:
    if not report.counts:
        return
    severities = {finding.rule: finding.severity for finding in report.findings}
    titles = {rule.code: rule.title for rule in rules()}
    yield "\n| severity | rule | new | known | what is wrong |\n|---|---|---|---|---|"
    for rule in sorted(report.counts, key=lambda rule: (severities[rule].place, rule)):
        new = report.new_counts.get(rule, 0)
        known = report.counts[rule] - new
        yield f"| {severities[rule].value} | `{rule}` | {new} | {known} | {titles.get(rule, '')} |"


def _off(report: Report) -> Iterator[str]:
    if report.rules_off:
        yield "\n### Switched off\n"
        yield from (f"- `{rule}`: {code(reason)}" for rule, reason in report.rules_off.items())


def _not_run(report: Report) -> Iterator[str]:
    if report.rules_not_run:
        yield f"\n### Not run: {NOT_RUN}\n"
        yield from (f"- `{rule}`" for rule in report.rules_not_run)


def _findings(report: Report, showing: Showing) -> Iterator[str]:
    named = Counter(finding.rule for finding in report.new)
    whys = {rule.code: rule.why for rule in rules()}
    more = report.new_unnamed
    for rule in named:
        of_rule = [finding for finding in report.new if finding.rule == rule]
        yield f"\n### {of_rule[0].severity.value} `{rule}`\n\n{whys.get(rule, '')}\n"
        yield from (_finding(finding, showing) for finding in of_rule)
        if rule in more:
            yield f"- … {more[rule]} more"
    for rule in more.keys() - named.keys():
        yield f"\n### `{rule}`\n\n- … {more[rule]} more"


def _finding(finding: Finding, showing: Showing) -> str:
    numbers = [str(number) for number in (finding.line_no, finding.col_no) if number is not None]
    where = ":".join([showing.path_of(finding) or showing.database, *numbers])
    who = f" · {code(f'{finding.table} {finding.key}')}" if finding.table and finding.key else ""
    return f"- {code(where)} {code(worded(finding))}{who}"
