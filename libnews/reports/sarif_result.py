"""One finding as a result of SARIF 2.1.0."""

import os
from collections.abc import Set
from pathlib import Path
from typing import Any
from urllib.parse import quote

from libnews.models.file_name import file_path
from libnews.models.finding import Finding
from libnews.reports.showing import Showing
from libnews.reports.text import worded

# Findings of these rules quote words that are not at their place: there is no region that holds them.
_NOT_THERE = ("quote-differs", "span-outside", "outside")


def result(finding: Finding, rule: int, fingerprint: str, known: Set[str] | None, showing: Showing) -> dict[str, Any]:
    """The finding, of the rule at this place of the catalogue; `known` are the baseline's fingerprints, if any.

    >>> found = Finding(rule="a.b", severity="error", message="x", file="a b.txt", line_no=3, col_no=7, quote="قيل")
    >>> place = result(found, 0, "00:1", None, Showing())["locations"][0]["physicalLocation"]
    >>> place["artifactLocation"]["uri"], place["region"]["endColumn"]
    ('a%20b.txt', 10)
    """
    told: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": rule,
        "level": finding.severity.value,
        "message": {"text": _message(finding)},
        "locations": [_location(finding, showing)],
        "partialFingerprints": {"libnews/v1": fingerprint},
    }
    if finding.file is None:
        # GitHub makes this one itself from the line of a file; a database has no lines.
        told["partialFingerprints"]["primaryLocationLineHash"] = fingerprint
    if known is not None:
        told["baselineState"] = "unchanged" if fingerprint in known else "new"
    return told


def uri(path: str | Path) -> str:
    """A relative reference, or for an absolute path a file URI, percent-encoded byte for byte (RFC 3986).

    >>> uri("seeds/a b:%.txt")
    'seeds/a%20b%3A%25.txt'
    """
    if Path(path).is_absolute():
        return Path(path).as_uri()
    return quote(os.fsencode(Path(path).as_posix()), safe="/")


def _message(finding: Finding) -> str:
    """3.11.5: braces are doubled; 3.11.6: `](` would make a link of words in brackets."""
    told = worded(finding).replace("{", "{{").replace("}", "}}")
    while "](" in told:
        told = told.replace("](", "] (")
    return told


def _location(finding: Finding, showing: Showing) -> dict[str, Any]:
    """Where it is: the words in their file, else the file or the database as a whole, and the row of the table."""
    told: dict[str, Any] = {
        "physicalLocation": {"artifactLocation": {"uri": _artifact(finding, showing)}, "region": _region(finding)}
    }
    if finding.table is not None:
        path = finding.table if finding.key is None else f"{finding.table}/{finding.key}"
        logical = {"name": finding.key or finding.table, "fullyQualifiedName": path}
        told["logicalLocations"] = [{**logical, "kind": "table" if finding.key is None else "row"}]
    return told


def _artifact(finding: Finding, showing: Showing) -> str:
    if finding.file is None:
        return uri(showing.database)
    return uri(Path(showing.folder) / file_path(finding.file))


def _region(finding: Finding) -> dict[str, Any]:
    """GitHub refuses a place without a line, so that a whole file, or the database, is shown at its first."""
    if finding.file is None or finding.line_no is None:
        return {"startLine": 1}
    if finding.col_no is None:
        return {"startLine": finding.line_no}
    region: dict[str, Any] = {"startLine": finding.line_no, "startColumn": finding.col_no}
    if finding.quote and not finding.rule.endswith(_NOT_THERE):
        region["endColumn"] = finding.col_no + len(finding.quote)
        region["snippet"] = {"text": finding.quote}
    return region
