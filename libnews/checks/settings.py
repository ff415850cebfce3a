"""Rules to be switched off and bounds, held against the rules and tables there are."""

from collections.abc import Iterator, Mapping

from libnews.checks.catalogue import rules
from libnews.checks.structure import contract
from libnews.checks.validation import FUNCTION_SHADOWED
from libnews.models.project import Bounds


def wrong_settings(rules_off: Mapping[str, str], bounds: Mapping[str, Bounds]) -> Iterator[tuple[str, str]]:
    """What is wrong with them: for each mistake the key it stands under, and a sentence. Use it before a run.

    >>> list(wrong_settings({"meeting.after-publication": " "}, {}))
    [('rules.off."meeting.after-publication"', 'a rule is switched off with a reason; write it in quotes')]
    >>> [key for key, _ in wrong_settings({"schema.function-shadowed": "our own macro"}, {})]
    ['rules.off."schema.function-shadowed"']
    """
    codes = {rule.code for rule in rules()}
    for code, reason in rules_off.items():
        if code not in codes:
            yield f'rules.off."{code}"', "no rule has this code; docs/rules.md lists them"
        elif code == FUNCTION_SHADOWED:
            yield f'rules.off."{code}"', "this one cannot be switched off: no other rule could be believed without it"
        elif not reason.strip():
            yield f'rules.off."{code}"', "a rule is switched off with a reason; write it in quotes"
    tables = contract() if bounds else {}
    for table, bound in bounds.items():
        if table not in tables:
            yield f"bounds.{table}", f"there is no such table; the tables are {', '.join(sorted(tables))}"
            continue
        for column in bound.filled:
            if column not in tables[table]:
                known = ", ".join(tables[table])
                yield f"bounds.{table}.filled.{column}", f"{table} has no such column; its columns are {known}"
