"""Rules of input: what a row of a file of judgements is held to before it is taken in. No database can break them."""

from libnews.checks.rule import Rule
from libnews.models.vocabulary import Severity

RULES = (
    Rule(
        code="judgements.row-invalid",
        severity=Severity.WARNING,
        title="A row of judgements cannot be read",
        why="A decision says what about, who and when; half of one could be taken for another.",
        example="A row without decided_on.",
    ),
)
