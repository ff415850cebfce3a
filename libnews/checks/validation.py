"""One run of all rules over one database."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from libnews.checks import claim_values, columns, dates, derivation, digests, languages, queries, structure
from libnews.checks import sources as files
from libnews.checks.catalogue import rules
from libnews.checks.report import Report, sort_key
from libnews.checks.rule import Connection, Differences, Found, Scope
from libnews.models.finding import Finding

_SHADOWED = "schema.function-shadowed"
_STEPS = (structure, columns, queries, dates, claim_values, languages, derivation, digests, files)


def run(
    connection: Connection,
    *,
    differences: Differences | None = None,
    sources: Path | None = None,
    limit: int = 100,
) -> Report:
    """Check the database behind an open DuckDB connection, and report everything found.

    `differences` compares the digests (the store's `digest.differences`); without it that is left out, and so is the
    comparison of records with their claims, which believes the database's views only where they are those of this
    libnews. `sources` is the folder the articles were read from; without it the files are left alone. At most `limit`
    findings of each rule are named, all are counted. Bad or tampered data never raises: it gives findings.
    """
    scope = Scope(connection, sources=sources, limit=limit)
    left_out = (
        *(() if sources else files.RULES),
        *(() if differences else (*digests.RULES, *derivation.RULES)),
    )
    asked = {rule.code for rule in rules()} - {rule.code for rule in left_out}
    shadowed = [queries.run(scope, query) for query in queries.queries() if query.code == _SHADOWED]
    if any(found.total for found in shadowed):
        return _report(scope, shadowed, asked, {_SHADOWED})
    scope = looked_over(scope, differences)
    found = [found for step in _STEPS for found in step.check(scope)]
    return _report(scope, found, asked, {rule.code for rule in rules() if scope.can_tell(rule)})


def looked_over(scope: Scope, differences: Differences | None) -> Scope:
    """The same scope with what of the database can be believed."""
    sound = structure.sound_tables(scope.connection)
    if differences is None or "digest" not in sound:
        return replace(scope, sound=sound)
    different = tuple(differences(scope.connection))
    if all(one.table != structure.SCHEMA for one in different):
        sound |= {structure.DERIVED}
    return replace(scope, sound=sound, differences=different)


def _report(scope: Scope, found: Iterable[Found], asked: set[str], told: set[str]) -> Report:
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
