"""Reports for people and for programs, with hostile text in the data."""

import json
import re
import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from libnews.checks.report import Report
from libnews.models.finding import Finding
from libnews.models.vocabulary import Severity
from libnews.reports import json as json_report
from libnews.reports import text as text_report
from libnews.reports.terminal import safe
from tests.reports.drawing import FINDING

_BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def _report(*findings: Finding, **counts: int) -> Report:
    told = {finding.rule: 1 for finding in findings}
    told.update({rule.replace("_", ".", 1).replace("_", "-"): count for rule, count in counts.items()})
    return Report(findings=findings, counts=told, rules_run=("claim.quote-differs",))


@given(st.text())
@example("\x1b]0;title\x07")
@example("\x9b31m\x7f\u2028")
@example(_BIDI)
def test_nothing_that_a_terminal_obeys_is_left(text: str) -> None:
    shown = safe(text)
    assert not any(unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp") for letter in shown)
    assert not set(shown) & set(_BIDI)


@given(st.text(st.characters(categories=("L", "M", "N", "P"))))
@example("\u200fالسبت\u200e و\u200cالأحد\u200d")
def test_words_are_shown_as_they_are(text: str) -> None:
    """Right-to-left marks and joiners are part of ordinary Arabic text."""
    assert safe(text) == text


def test_one_finding_on_one_line() -> None:
    assert text_report.line(FINDING) == (
        "a.txt:3:7: error claim.quote-differs: A claim's quote is not what its paragraph says there «حفتر» "
        "[claim claim_x]"
    )


def test_files_are_shown_below_their_folder() -> None:
    assert text_report.line(FINDING, "seeds/").startswith("seeds/a.txt:3:7: ")


def test_a_finding_without_a_place_is_about_the_database() -> None:
    finding = Finding(rule="schema.table-missing", severity=Severity.ERROR, message="A table is missing: span")
    assert text_report.line(finding) == "database: error schema.table-missing: A table is missing: span"


def test_hostile_names_and_quotes_stay_on_their_line() -> None:
    hostile = "\x1b[2J\n::error::x\u202e"
    finding = FINDING.model_copy(update={"file": hostile, "quote": hostile, "message": hostile, "key": hostile})
    assert len(text_report.render(_report(finding)).splitlines()) == 2
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", text_report.render(_report(finding)))
    assert json_report.render(_report(finding)).isascii()


def test_long_quotes_are_cut() -> None:
    assert len(text_report.line(FINDING.model_copy(update={"quote": "ا" * 10_000}))) < 400


def test_summary_counts_what_is_not_named() -> None:
    lines = text_report.render(_report(FINDING, claim_quote_differs=1235)).splitlines()
    assert lines[1:] == ["… 1234 more claim.quote-differs", "invalid: 1 rule checked, 1235 errors"]


def test_rules_that_could_not_tell_are_named() -> None:
    report = Report(findings=(), counts={}, rules_run=(), rules_not_run=("span.outside",))
    assert "not run: span.outside" in text_report.render(report)


def test_json_has_stable_keys() -> None:
    told = json.loads(json_report.render(_report(FINDING)))
    assert list(told) == [
        "counts", "digest", "findings", "known", "libnews_version", "ok", "rules_not_run", "rules_off", "rules_run",
        "totals",
    ]  # fmt: skip
    assert told["findings"][0].pop("fingerprint").endswith(":1")
    assert told["findings"][0] == FINDING.model_dump(mode="json")
    assert told["ok"] is False
    assert told["totals"] == {"error": 1, "warning": 0, "note": 0}
