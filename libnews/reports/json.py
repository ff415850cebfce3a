"""A report as one JSON object, for programs."""

import json
from importlib.metadata import version

from libnews.checks.report import Report


def render(report: Report, digest: str | None = None) -> str:
    """The report as JSON with sorted keys; `ok` says whether the data is valid.

    `findings` names the first hundred places of each rule, `counts` the full number by rule, `rules_not_run` the
    rules that could not tell, `digest` is the digest of the database's digests.

    >>> json.loads(render(Report(findings=(), counts={}, rules_run=())))["ok"]
    True
    """
    told = {
        **report.model_dump(mode="json"),
        "digest": digest,
        "ok": report.ok,
        "totals": {severity.value: count for severity, count in report.totals.items()},
        "libnews_version": version("libnews"),
    }
    # ASCII, so that no reader's encoding and no control character in a quote can do harm.
    return json.dumps(told, ensure_ascii=True, indent=2, sort_keys=True)
