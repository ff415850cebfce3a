"""One run of all rules over one database."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from libnews.checks import bounds as totals
from libnews.checks import derivation, digests, queries, source_texts, structure
from libnews.checks import sources as files
from libnews.checks.catalogue import STEPS, rules
from libnews.checks.report import Report, sort_key
from libnews.checks.rule import Connection, Found, Recomputed, Scope
from libnews.models.finding import Finding
from libnews.models.project import Bounds

FUNCTION_SHADOWED = "schema.function-shadowed"
"""The rule that all others rely on: it is looked for first, and cannot be switched off."""


def run(
    connection: Connection,
    *,
    recomputed: Recomputed | None = None,
    fresh: bool = False,
    sources: Path | None = None,
    limit: int = 100,
    rules_off: Mapping[str, str] | None = None,
    bounds: Mapping[str, Bounds] | None = None,
) -> Report:
    """Check the database behind an open DuckDB connection, and report everything found.

    `recomputed` computes digests and records again; without it they are not compared, and what asks the database's own
    views and macros is left out, which are believed only where they are those of this libnews. A `fresh`
    database was made a moment ago: its definitions are believed, and what was computed then is not computed again.
    `sources` is the folder the articles were read from; without it the files are left alone. At most `limit` findings
    of each rule are named, all are counted. A rule in `rules_off` (code and reason) is not looked for; `bounds` says by
    table how many rows and values there should be (`wrong_settings` tells what is wrong with either). Bad or tampered
    data never raises: it gives findings.
    """
    off = dict(sorted((rules_off or {}).items()))
    scope = Scope(connection, sources=sources, limit=limit, off=frozenset(off), bounds=dict(bounds or {}))
    asked = _asked(scope, recomputed is not None)
    shadowing = [query for query in queries.RULES if query.code == FUNCTION_SHADOWED]
    shadowed = [queries.run(scope, query) for query in shadowing]
    if any(found.total for found in shadowed):
        return _report(scope, shadowed, asked, {FUNCTION_SHADOWED}, off)
    scope = looked_over(scope, recomputed, fresh=fresh)
    found = [found for step in STEPS for found in step.check(scope)]
    told = {rule.code for rule in rules() if scope.can_tell(rule)}
    told -= {code for code, can_tell in totals.asked(scope).items() if not can_tell}
    return _report(scope, found, asked, told, off)


def looked_over(scope: Scope, recomputed: Recomputed | None, *, fresh: bool = False) -> Scope:
    """The same scope with what of the database can be believed."""
    sound = structure.sound_tables(scope.connection)
    if fresh:
        return replace(scope, sound=sound | {structure.DEFINITIONS})
    if recomputed is None or "digest" not in sound:
        return replace(scope, sound=sound)
    different = tuple(recomputed.differences(scope.connection))
    if all(one.table != structure.SCHEMA for one in different):
        sound |= {structure.DEFINITIONS}
    return replace(scope, sound=sound, differences=different, recomputed=recomputed)


def _asked(scope: Scope, is_recomputed: bool) -> set[str]:
    """The rules that what was handed in asks for."""
    left_out = (
        *(() if scope.sources else (*files.RULES, *source_texts.RULES)),
        *(() if is_recomputed else (*digests.RULES, *derivation.RULES)),
        *(rule for rule in totals.RULES if rule.code not in totals.asked(scope)),
    )
    return {rule.code for rule in rules()} - {rule.code for rule in left_out} - scope.off


def _report(scope: Scope, found: Iterable[Found], asked: set[str], told: set[str], off: dict[str, str]) -> Report:
    findings: dict[str, list[Finding]] = defaultdict(list)
    counts: Counter[str] = Counter()
    for one in found:
        if one.total and one.rule.code not in off:
            counts[one.rule.code] += one.total
            findings[one.rule.code] += one.findings
    named = [finding for some in findings.values() for finding in sorted(some, key=sort_key)[: scope.limit]]
    return Report(
        findings=tuple(sorted(named, key=sort_key)),
        counts=dict(sorted(counts.items())),
        rules_run=tuple(sorted(asked & told)),
        rules_not_run=tuple(sorted(asked - told)),
        rules_off=off,
    )
