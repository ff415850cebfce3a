"""Findings that are known: counted, never failing, and never hiding a new one."""

from libnews.checks.report import Report
from libnews.models import Baseline
from libnews.models.finding import Finding
from libnews.models.vocabulary import FailOn, Severity


def _finding(quote: str, rule: str = "claim.quote-differs", severity: Severity = Severity.ERROR) -> Finding:
    return Finding(rule=rule, severity=severity, message="wrong", file="a.txt", quote=quote)


def _report(*found: Finding, **counts: int) -> Report:
    counted = {one.rule: 0 for one in found}
    for one in found:
        counted[one.rule] += 1
    return Report(
        findings=found, counts={**counted, **{f"claim.{name}": n for name, n in counts.items()}}, rules_run=()
    )


def _baseline(report: Report) -> Baseline:
    return Baseline(fingerprints=frozenset(report.fingerprints), unnamed=report.unnamed)


def test_what_is_known_does_not_fail() -> None:
    report = _report(_finding("one"), _finding("two"))
    against = report.against(_baseline(report))
    assert not report.ok
    assert (against.ok, against.new, against.known) == (True, (), 2)
    assert against.findings == report.findings
    assert not against.fails(FailOn.WARNING)
    against.raise_for_errors()


def test_what_is_new_fails() -> None:
    before = _report(_finding("one"))
    now = _report(_finding("one"), _finding("two")).against(_baseline(before))
    assert not now.ok
    assert [finding.quote for finding in now.new] == ["two"]
    assert (now.known, now.totals[Severity.ERROR]) == (1, 1)


def test_one_more_of_what_is_known_is_new() -> None:
    """The trap: the same words wrong a second time, and counted as the first."""
    before = _report(_finding("one"))
    assert len(_report(_finding("one"), _finding("one")).against(_baseline(before)).new) == 1


def test_what_is_counted_only_is_held_against_the_count() -> None:
    before = _report(_finding("one"), **{"quote-differs": 50})
    assert _report(_finding("one"), **{"quote-differs": 50}).against(_baseline(before)).ok
    more = _report(_finding("one"), **{"quote-differs": 52}).against(_baseline(before))
    assert (more.ok, more.new_counts, more.known) == (False, {"claim.quote-differs": 2}, 50)


def test_a_report_is_looked_at_anew_with_each_baseline() -> None:
    """The trap: what was worked out before the baseline came."""
    report = _report(_finding("one"))
    assert (report.ok, report.totals[Severity.ERROR], len(report.new)) == (False, 1, 1)
    known = report.against(_baseline(report))
    assert (known.ok, known.totals[Severity.ERROR], len(known.new)) == (True, 0, 0)
    assert not known.against(Baseline(fingerprints=frozenset())).ok


def test_how_grave_a_finding_must_be_is_the_user_s_choice() -> None:
    warned = _report(_finding("one", "meeting.after-publication", Severity.WARNING))
    noted = _report(_finding("one", "article.language-not-read", Severity.NOTE))
    assert [warned.fails(fail_on) for fail_on in FailOn] == [False, True, False]
    assert not any(noted.fails(fail_on) for fail_on in FailOn)
    assert not _report(_finding("one")).fails(FailOn.NEVER)
