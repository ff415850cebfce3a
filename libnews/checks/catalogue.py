"""Every rule there is, by code: what a database, and what is given to a build, is held to and why."""

from functools import cache

from libnews.checks import (
    amounts,
    bounds,
    claim_values,
    claims_files,
    columns,
    dates,
    derivation,
    digests,
    judgement_files,
    languages,
    queries,
    source_texts,
    sources,
    structure,
)
from libnews.checks.rule import Rule

STEPS = (
    structure, columns, queries, dates, amounts, claim_values, languages, derivation, digests, sources, source_texts,
    bounds,
)  # fmt: skip
"""The modules that check, in the order they run: each has `RULES`, and `check`, which looks for them."""


@cache
def rules() -> tuple[Rule, ...]:
    """What `libnews validate` looks for, by code. Use it to list or document the rules, or to look one up.

    >>> rule = next(rule for rule in rules() if rule.code == "claim.quote-differs")
    >>> rule.severity.value, rule.title
    ('error', "A claim's quote is not what its paragraph says there")
    """
    return tuple(sorted((rule for step in STEPS for rule in step.RULES), key=lambda rule: rule.code))


@cache
def input_rules() -> tuple[Rule, ...]:
    """What `libnews build` holds rows of claims and judgements to, by code: such a row is left out, so no database
    breaks these.

    >>> [rule.code for rule in input_rules() if rule.code.startswith("claims.quote")]
    ['claims.quote-absent', 'claims.quote-ambiguous']
    """
    return tuple(sorted((*claims_files.RULES, *judgement_files.RULES), key=lambda rule: rule.code))
