"""Every rule there is, by code: what `libnews validate` looks for and why."""

from functools import cache

from libnews.checks import claim_values, columns, dates, digests, languages, queries, sources, structure
from libnews.checks.rule import Rule


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, by code. Use it to list or document them, or to look one up.

    >>> rule = next(rule for rule in rules() if rule.code == "claim.quote-differs")
    >>> rule.severity.value, rule.title
    ('error', "A claim's quote is not what its paragraph says there")
    """
    coded = (module.RULES for module in (structure, columns, dates, claim_values, languages, digests, sources))
    found = [*queries.queries(), *(rule for some in coded for rule in some)]
    return tuple(sorted(found, key=lambda rule: rule.code))
