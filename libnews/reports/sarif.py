"""A report as SARIF 2.1.0, which GitHub code scanning, GitLab, Azure DevOps and editors read.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html; sections of it are named where they decide something.
"""

from importlib.metadata import version
from typing import Any

from libnews.checks import Rule, rules
from libnews.checks.report import Report
from libnews.models.vocabulary import Severity
from libnews.reports.json import in_ascii
from libnews.reports.sarif_result import result
from libnews.reports.showing import Showing
from libnews.reports.text import NOT_RUN

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
"""Where the published schema stands."""
Json = dict[str, Any]


def render(report: Report, showing: Showing = Showing()) -> str:  # noqa: B008  # it is frozen
    """The report as one run; every rule there is stands in it, with why it is there and what breaks it.

    >>> import json
    >>> run = json.loads(render(Report(findings=(), counts={}, rules_run=("claim.quote-differs",))))["runs"][0]
    >>> run["tool"]["driver"]["name"], run["columnKind"], run["results"]
    ('libnews', 'unicodeCodePoints', [])
    """
    catalogue = _catalogue(report)
    places = {rule.code: place for place, rule in enumerate(catalogue)}
    pairs = zip(report.findings, report.fingerprints, strict=True)
    known = None if report.baseline is None else report.baseline.fingerprints
    run = {
        "tool": {"driver": _driver(catalogue)},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report, places, showing)],
        "results": [result(finding, places[finding.rule], mark, known, showing) for finding, mark in pairs],
        "properties": {"counts": report.counts, "known": report.known, "digest": showing.digest},
    }
    return in_ascii({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _catalogue(report: Report) -> list[Rule]:
    """Every rule there is, and any other that the report tells of: a result without its rule is refused by readers."""
    known = {rule.code: rule for rule in rules()}
    severities = {finding.rule: finding.severity for finding in report.findings}
    told = {*report.rules_run, *report.rules_not_run, *report.rules_off, *severities} - known.keys()
    return [*known.values(), *(_unknown(rule, severities.get(rule, Severity.ERROR)) for rule in sorted(told))]


def _unknown(code: str, severity: Severity) -> Rule:
    return Rule(code=code, severity=severity, title=code, why="No rule of this libnews.", example="Unknown.")


def _driver(catalogue: list[Rule]) -> Json:
    return {
        "name": "libnews",
        "version": version("libnews"),
        "semanticVersion": version("libnews"),
        "rules": [_rule(rule) for rule in catalogue],
    }


def _rule(rule: Rule) -> Json:
    name = "".join(word.capitalize() for word in rule.code.replace(".", "-").split("-"))
    return {
        "id": rule.code,
        "name": name,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": f"{rule.title}. {rule.why}"},
        "help": _help(rule),
        "defaultConfiguration": {"level": rule.severity.value},
    }


def _help(rule: Rule) -> Json:
    shown = rule.example if rule.example.endswith(".") else f"\n\n```sql\n{rule.example}\n```"
    return {
        "text": f"{rule.why} Broken by: {rule.example}",
        "markdown": f"{rule.why}\n\nBroken by: {shown}",
    }


def _invocation(report: Report, places: dict[str, int], showing: Showing) -> Json:
    """3.20: the run itself went well, whatever it found; what it did not look for stands here."""
    told: Json = {"executionSuccessful": True, "exitCode": int(report.fails(showing.fail_on))}
    if report.rules_not_run:
        told["toolConfigurationNotifications"] = [
            {
                "level": "warning",
                "message": {"text": f"{rule} could not run: {NOT_RUN}"},
                "associatedRule": {"id": rule, "index": places[rule]},
            }
            for rule in report.rules_not_run
        ]
    if report.rules_off:
        told["ruleConfigurationOverrides"] = [
            {
                "descriptor": {"id": rule, "index": places[rule]},
                "configuration": {"enabled": False},
                "properties": {"reason": reason},
            }
            for rule, reason in report.rules_off.items()
        ]
    return told
