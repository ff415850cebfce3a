"""For every rule one change to the sample database that breaks it."""

from libnews import checks

_ASIDE = ("source.", "total.")
BROKEN: dict[str, str] = {rule.code: rule.example for rule in checks.rules() if not rule.code.startswith(_ASIDE)}
"""SQL, run in order: the example that the catalogue itself gives."""

FILES = tuple(rule.code for rule in checks.rules() if rule.code.startswith("source."))
"""The rules about files, which test_sources.py breaks one by one."""

TOTALS = tuple(rule.code for rule in checks.rules() if rule.code.startswith("total."))
"""The rules about bounds, which test_bounds.py oversteps one by one."""
