"""SARIF that other programs read: a model of the format takes it, and every result leads somewhere."""

import json
import os
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given, settings
from sarif_pydantic import Sarif

from libnews.checks.report import Report
from libnews.models import Baseline
from libnews.models.finding import Finding
from libnews.models.vocabulary import Severity
from libnews.reports import sarif
from libnews.reports.showing import Showing
from tests.reports.drawing import FINDING, SHOWINGS, reports

SCHEMA = os.environ.get("LIBNEWS_SARIF_SCHEMA")
"""Where the published sarif-schema-2.1.0.json lies, on a machine that has it: it is not ours to hand on."""
_FINDING = FINDING.model_copy(
    update={
        "rule": "claim.value-invalid",
        "message": "A claim's value is not one its field can have: {x} [a](b)",
        "file": "sub/a b.txt",
    }
)
_TABLE = Finding(rule="schema.table-missing", severity=Severity.ERROR, message="A table is missing: span", table="span")


def _run(report: Report, showing: Showing = Showing(folder="seeds", database="out/news.duckdb")) -> dict[str, Any]:  # noqa: B008
    told: dict[str, Any] = json.loads(sarif.render(report, showing))
    (run,) = told["runs"]
    return dict(run)


def _report(*found: Finding, **more: Any) -> Report:
    return Report(findings=found, counts={one.rule: 1 for one in found}, rules_run=(), **more)


def test_a_finding_leads_to_its_words() -> None:
    (result,) = _run(_report(_FINDING))["results"]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "seeds/sub/a%20b.txt"}
    assert place["region"] == {"startLine": 3, "startColumn": 7, "endColumn": 11, "snippet": {"text": "حفتر"}}
    assert result["locations"][0]["logicalLocations"] == [
        {"name": "claim_x", "fullyQualifiedName": "claim/claim_x", "kind": "row"}
    ]
    assert result["message"]["text"].endswith(": {{x}} [a] (b) «حفتر»")


def test_words_that_are_not_at_their_place_have_no_region() -> None:
    """The trap: a snippet that the file does not hold, shown as if it did."""
    (result,) = _run(_report(_FINDING.model_copy(update={"rule": "claim.quote-differs"})))["results"]
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 3, "startColumn": 7}


def test_a_finding_without_a_file_lies_in_the_database() -> None:
    """The trap: GitHub refuses a result without a location, and with it the whole file."""
    (result,) = _run(_report(_TABLE))["results"]
    place = result["locations"][0]
    assert place["physicalLocation"] == {
        "artifactLocation": {"uri": "out/news.duckdb"},
        "region": {"startLine": 1},
    }
    assert place["logicalLocations"][0]["kind"] == "table"
    assert result["partialFingerprints"]["primaryLocationLineHash"] == result["partialFingerprints"]["libnews/v1"]


def test_rules_say_why_and_what_breaks_them() -> None:
    run = _run(_report(_FINDING))
    rule = run["tool"]["driver"]["rules"][run["results"][0]["ruleIndex"]]
    assert rule["id"] == run["results"][0]["ruleId"] == "claim.value-invalid"
    assert rule["defaultConfiguration"] == {"level": "error"}
    assert "```sql" in rule["help"]["markdown"]


def test_what_was_not_looked_for_is_told() -> None:
    off = {"meeting.after-publication": "the archive has no dates"}
    report = Report(findings=(), counts={}, rules_run=(), rules_off=off, rules_not_run=("span.outside",))
    run = _run(report)
    (invocation,) = run["invocations"]
    rules = run["tool"]["driver"]["rules"]
    (override,), (notice,) = invocation["ruleConfigurationOverrides"], invocation["toolConfigurationNotifications"]
    assert override["configuration"] == {"enabled": False}
    assert override["properties"] == {"reason": "the archive has no dates"}
    assert rules[override["descriptor"]["index"]]["id"] == "meeting.after-publication"
    assert rules[notice["associatedRule"]["index"]]["id"] == "span.outside"


def test_baseline_tells_new_from_known() -> None:
    report = _report(_FINDING, _TABLE)
    against = report.against(Baseline(fingerprints=frozenset(report.fingerprints[:1])))
    assert [result["baselineState"] for result in _run(against)["results"]] == ["unchanged", "new"]
    assert "baselineState" not in _run(report)["results"][0]


@pytest.mark.parametrize("name", ["caf\\xe9.txt", "a/100%/ب ج.txt", "a:b.txt", "?#.txt"])
def test_names_are_encoded_byte_for_byte(name: str) -> None:
    (result,) = _run(_report(_FINDING.model_copy(update={"file": name})), Showing())["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.isascii()
    assert urlsplit(uri).path == uri
    assert os.fsencode(unquote(uri, errors="surrogateescape")) == name.replace("\\xe9", "\udce9").encode(
        errors="surrogateescape"
    )


@given(reports(), SHOWINGS)
@settings(max_examples=50)
def test_a_reader_of_others_takes_every_report(report: Report, showing: Showing) -> None:
    """The reader is a model of the format, published and kept by others."""
    told = sarif.render(report, showing)
    log = Sarif.model_validate_json(told)
    assert log.model_extra == {}
    assert "##[" not in told
    assert "##vso[" not in told
    (run,) = log.runs
    assert [result.rule_id for result in run.results or ()] == [finding.rule for finding in report.findings]


@pytest.mark.skipif(SCHEMA is None, reason="LIBNEWS_SARIF_SCHEMA does not name the published schema")
@given(reports(), SHOWINGS)
@settings(max_examples=200)
def test_the_published_schema_takes_every_report(report: Report, showing: Showing) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads(Path(SCHEMA or "").read_text(encoding="utf-8"))
    errors = jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker()).iter_errors
    assert [error.message for error in errors(json.loads(sarif.render(report, showing)))] == []
