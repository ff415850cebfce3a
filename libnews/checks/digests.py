"""Tables whose rows are not those their digest was made from: any changed cell is found here, if nowhere else."""

from collections.abc import Iterator

from libnews.checks.rule import Found, Rule, Scope
from libnews.models.digest import DigestDifference
from libnews.models.finding import Finding

DIFFERS = Rule(
    code="digest.differs",
    title="A table has changed since it was built",
    why="Its rows, counted and hashed again, are not those the build wrote.",
    reads=("digest",),
)
MISSING = Rule(
    code="digest.missing",
    title="A table has no digest",
    why="A change to its rows would not be noticed.",
    reads=("digest",),
)
EXTRA = Rule(
    code="digest.extra",
    title="A digest is of a table that is not there",
    why="The build wrote such a table and it is gone, or the digest was added by hand.",
    reads=("digest",),
)
RULES = (DIFFERS, MISSING, EXTRA)


def check(scope: Scope) -> Iterator[Found]:
    """What the store finds different, sorted into rules."""
    if scope.differences is None or not scope.can_tell(DIFFERS):
        return
    different = sorted(scope.differences(scope.connection), key=lambda difference: difference.table or "")
    for rule in RULES:
        yield Found.all(rule, [_finding(rule, one) for one in different if _rule(one) is rule], scope.limit)


def _rule(difference: DigestDifference) -> Rule:
    if difference.expected is None:
        return MISSING
    return EXTRA if difference.found is None else DIFFERS


def _finding(rule: Rule, difference: DigestDifference) -> Finding:
    rows = ""
    if difference.expected_rows != difference.found_rows and rule is DIFFERS:
        rows = f", {difference.expected_rows} rows when it was built, {difference.found_rows} now"
    name = difference.table or "null"
    return rule.finding(name + rows, table=difference.table, key=name)
