"""One run of all rules over one database."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from libnews.checks import claim_values, columns, dates, digests, languages, queries, sources, structure
from libnews.checks.catalogue import rules
from libnews.checks.report import Report, sort_key
from libnews.checks.rule import Connection, Differences, Found, Scope
from libnews.models.finding import Finding

_SHADOWED = "schema.function-shadowed"
_STEPS = (structure, columns, queries, dates, claim_values, languages, digests, sources)


def run(
    connection: Connection,
    *,
    differences: Differences | None = None,
    sources: Path | None = None,
    limit: int = 100,
) -> Report:
    """Check the database behind an open DuckDB connection, and report everything found.

    `differences` compares the digests (the store's `digest.differences`); without it that is left out. `sources` is
    the folder the articles were read from; without it the files are left alone. At most `limit` findings of each
    rule are named, all are counted. Bad or tampered data never raises: it gives findings.
    """
    scope = Scope(connection, frozenset(), differences, sources, limit)
    shadowed = [queries.run(scope, query) for query in queries.queries() if query.code == _SHADOWED]
    if any(found.total for found in shadowed):
        return _report(scope, shadowed, {_SHADOWED})
    scope = replace(scope, sound=structure.sound_tables(connection))
    found = [found for step in _STEPS for found in step.check(scope)]
    return _report(scope, found, {rule.code for rule in rules() if scope.can_tell(rule)})


def _report(scope: Scope, found: Iterable[Found], told: set[str]) -> Report:
    left_out = (
        *(sources.RULES if scope.sources is None else ()),
        *(digests.RULES if scope.differences is None else ()),
    )
    asked = {rule.code for rule in rules()} - {rule.code for rule in left_out}
    findings: dict[str, list[Finding]] = defaultdict(list)
    counts: Counter[str] = Counter()
    for one in found:
        if one.total:
            counts[one.rule.code] += one.total
            findings[one.rule.code] += one.findings
    named = [finding for some in findings.values() for finding in sorted(some, key=sort_key)[: scope.limit]]
    return Report(
        findings=tuple(sorted(named, key=sort_key)),
        counts=dict(sorted(counts.items())),
        rules_run=tuple(sorted(asked & told)),
        rules_not_run=tuple(sorted(asked - told)),
    )
