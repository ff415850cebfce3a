"""A report as one JSON object, for programs, and for the next run as its baseline."""

import json
from importlib.metadata import version

from libnews.checks.report import Report
from libnews.reports.ci_log import without_commands
from libnews.reports.showing import Showing


def render(report: Report, showing: Showing = Showing()) -> str:  # noqa: B008  # it is frozen
    """The report as JSON with sorted keys; `ok` says whether the data is valid.

    `findings` names the first hundred places of each rule, `counts` the full number by rule, `totals` the new ones by
    severity and `known` the number of the others; `rules_not_run` the rules that could not tell, `rules_off` those
    switched off; `digest` is the digest of the database's digests.

    >>> json.loads(render(Report(findings=(), counts={}, rules_run=())))["ok"]
    True
    """
    pairs = zip(report.findings, report.fingerprints, strict=True)
    told = {
        **report.model_dump(mode="json", exclude={"baseline", "findings"}),
        "digest": showing.digest,
        "findings": [{**one.model_dump(mode="json"), "fingerprint": fingerprint} for one, fingerprint in pairs],
        "known": report.known,
        "libnews_version": version("libnews"),
        "ok": report.ok,
        "totals": {severity.value: count for severity, count in report.totals.items()},
    }
    return in_ascii(told)


def in_ascii(told: object) -> str:
    """JSON in ASCII, so that no reader's encoding, no control character and no CI command in a quote can do harm."""
    return without_commands(json.dumps(told, ensure_ascii=True, indent=2, sort_keys=True), r"\u0023")
