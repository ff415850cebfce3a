"""The rules a database is held to: `run` them all, read their `rules` catalogue, get a `Report`.

The pandera schemas are in `libnews.checks.schemas`, apart, because pandera takes a second to import.
"""

from libnews.checks.catalogue import input_rules, rules
from libnews.checks.report import Report
from libnews.checks.rule import Rule
from libnews.checks.settings import wrong_settings
from libnews.checks.validation import run

__all__ = ["Report", "Rule", "input_rules", "rules", "run", "wrong_settings"]
