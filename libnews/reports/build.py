"""What a build did, for the person who ran it."""

from collections import Counter
from collections.abc import Iterator

from libnews.checks import Report
from libnews.models import Rejected
from libnews.models.difference import Difference
from libnews.models.summary import Summary
from libnews.reports import text
from libnews.reports.difference import in_short
from libnews.reports.headlines import counted
from libnews.reports.terminal import safe

_NAMED = 10
"""Rejected files and findings that are listed; the rest is counted, and stands in the database."""
_UNCHANGED = "none: all that was given is as it was when the database was made, so nothing was written"
_KINDS = {"date": "date", "money": "money amount", "name": "name", "number": "number", "place": "place"}


def render(
    summary: Summary,
    report: Report,
    db: str,
    digest: str,
    difference: Difference | str | None = None,
    *,
    is_unchanged: bool = False,
) -> str:
    """The summary: what was read, refused, undated and passed over, what came of it, and what to do next."""
    parts = {
        "read": _read(summary),
        "rejected": _rejected(summary.rejected, db),
        "claims": _claims(summary),
        "judgements": _judgements(summary),
        "not read": _unread(summary),
        "undated": _undated(summary),
        "records": _records(summary),
        "conflicts": _conflicts(summary),
        "passed over": _passed_over(summary),
        "changes": [_UNCHANGED] if is_unchanged else _changes(difference),
        "checks": _checks(report),
        "digest": [digest] if report.ok else [],
    }
    lines = [
        f"{name if first else '':<12} {safe(line)}".rstrip()
        for name, told in parts.items()
        for first, line in ((at == 0, line) for at, line in enumerate(told))
    ]
    return "\n".join([*lines, *(_next_steps(summary, db) if report.ok else ())])


def _read(summary: Summary) -> list[str]:
    also = f"; {counted(summary.ignored, 'other file')} ignored" if summary.ignored else ""
    told = f"{summary.accepted:,} of {counted(summary.given, 'file')} given{also}"
    return [f"{told}: {counted(summary.paragraphs, 'paragraph')}, {counted(summary.claims, 'claim')}"]


def _rejected(rejected: tuple[Rejected, ...], db: str) -> list[str]:
    reasons = Counter(one.reason.value for one in rejected)
    if not reasons:
        return []
    counts = ", ".join(f"{count:,} {reason}" for reason, count in sorted(reasons.items()))
    listed = [f"  {one.file}: {one.reason.value}: {one.detail}" for one in rejected[:_NAMED]]
    if len(rejected) > _NAMED:
        listed.append(f'  … {len(rejected) - _NAMED:,} more: libnews query {db} "select * from rejected"')
    return [f"{counted(len(rejected), 'file')} ({counts})", *listed]


def _claims(summary: Summary) -> list[str]:
    """Every row that was refused is listed, however many: whoever wrote them has to mend them all."""
    refused = [text.line(finding) for finding in summary.refused]
    if not summary.claim_rows and not refused:
        return []
    rows = f"{counted(summary.claim_rows, 'row')} of claims files given"
    return [f"{rows}, {counted(len(refused), 'claim')} refused" if refused else rows, *(f"  {one}" for one in refused)]


def _judgements(summary: Summary) -> list[str]:
    """Every row that was not applied is listed, with the reason: a decision is never lost in silence."""
    left_out = [*summary.judgements_refused, *summary.judgements_unapplied]
    if not summary.judgement_rows:
        return []
    applied = summary.judgement_rows - len(left_out)
    told = f"{counted(summary.judgement_rows, 'judgement')} given, {applied:,} applied"
    return [told, *(f"  {text.line(one)}" for one in left_out)]


def _unread(summary: Summary) -> list[str]:
    if not summary.unread:
        return []
    counts = ", ".join(f"{count:,} in {language}" for language, count in sorted(summary.unread.items()))
    return [f"stored, but no reader knows the language: {counts}"]


def _undated(summary: Summary) -> list[str]:
    if not summary.undated:
        return []
    told = [f"{counted(summary.undated, 'article')} without a day of publication"]
    if summary.unresolved_dates:
        told.append(
            f"{counted(summary.unresolved_dates, 'date')} («yesterday», «last December») left open for want of it:"
        )
        told.append("`libnews metadata PATH...` writes a metadata.csv; fill in its column published_on")
    return told


def _records(summary: Summary) -> list[str]:
    told = [counted(count, kind.replace("_", " ")) for kind, count in summary.records.items()]
    return [", ".join(told) or "none"]


def _conflicts(summary: Summary) -> list[str]:
    return [", ".join(counted(summary.conflicts.get(kind, 0), kind) for kind in ("contradiction", "variant"))]


def _passed_over(summary: Summary) -> list[str]:
    told = [counted(count, _KINDS.get(kind, kind)) for kind, count in summary.passed_over.items()]
    if not told:
        return []
    return [
        f"{sum(summary.passed_over.values()):,} of {summary.spans:,} spans read, used by no record: {', '.join(told)}"
    ]


def _changes(difference: Difference | str | None) -> list[str]:
    """How the records differ from those of the database that is replaced."""
    if difference is None:
        return []
    if isinstance(difference, str):
        return [f"not compared with the database it replaces: {difference}"]
    told, *listed = in_short(difference)
    more = ["  keep a copy of the old database next time: `libnews diff OLD NEW` lists all, with evidence"]
    return [f"{told}, against the database it replaces", *listed, *(more if listed else ())]


def _checks(report: Report) -> list[str]:
    # Judgements that were not applied are listed above, with their lines.
    named = [finding for finding in report.findings if finding.rule != "judgement.not-applied"]
    listed = [f"  {text.line(finding)}" for finding in named[:_NAMED]]
    rest = sum(count for rule, count in report.counts.items() if rule != "judgement.not-applied") - len(listed)
    if rest > 0:
        listed.append(f"  … {rest:,} more")
    listed += [f"  off: {rule} ({reason})" for rule, reason in report.rules_off.items()]
    return [text.summary(report), *listed]


def _next_steps(summary: Summary, db: str) -> Iterator[str]:
    yield ""
    yield f"next:  libnews find {safe(db)} NAME"
    if summary.conflicts:
        yield f"       libnews conflicts {safe(db)}"
    yield f'       libnews query {safe(db)} "select date, label from timeline"'
