"""A valid database for the mutators: the one that the rules are tested with."""

from tests.checks.conftest import con, valid

__all__ = ["con", "valid"]
