"""What a check of a database found."""

from functools import cached_property
from typing import TYPE_CHECKING

from libnews.errors import InvalidDataError
from libnews.models.finding import Finding
from libnews.models.frozen import Frozen
from libnews.models.vocabulary import Severity

if TYPE_CHECKING:
    import pandas

_WEIGHT = {severity: weight for weight, severity in enumerate(Severity)}


class Report(Frozen):
    """The findings of one run, sorted by severity, file, line, rule and key.

    Bad data is never an exception: look at `ok`, or call `raise_for_errors()` where you want one. `findings` names
    the first hundred places of each rule; `counts` has the full number by rule. A rule in `rules_not_run` could not
    tell, because a table it reads is not what it should be.

    >>> Report(findings=(), counts={}, rules_run=("claim.quote-differs",)).ok
    True
    """

    findings: tuple[Finding, ...]
    counts: dict[str, int]
    rules_run: tuple[str, ...]
    rules_not_run: tuple[str, ...] = ()

    @cached_property
    def totals(self) -> dict[Severity, int]:
        """How many findings of each severity there are, those not named included."""
        severities = {finding.rule: finding.severity for finding in self.findings}
        totals = dict.fromkeys(Severity, 0)
        for rule, count in self.counts.items():
            totals[severities[rule]] += count
        return totals

    @property
    def ok(self) -> bool:
        """Whether there is no finding of severity error."""
        return self.totals[Severity.ERROR] == 0

    @property
    def unnamed(self) -> dict[str, int]:
        """Findings that are counted and not named, by rule."""
        named = dict.fromkeys(self.counts, 0)
        for finding in self.findings:
            named[finding.rule] += 1
        return {rule: count - named[rule] for rule, count in self.counts.items() if count > named[rule]}

    def raise_for_errors(self) -> None:
        """Raise `InvalidDataError` with the findings of severity error, where there are any."""
        if not self.ok:
            errors = tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)
            number = self.totals[Severity.ERROR]
            raise InvalidDataError(f"the data breaks rules in {number} places, first: {errors[0].message}", errors)

    def to_frame(self) -> "pandas.DataFrame":
        """The findings as a pandas DataFrame, a row each."""
        import pandas  # only where a frame is asked for

        return pandas.DataFrame(
            [finding.model_dump(mode="json") for finding in self.findings], columns=list(Finding.model_fields)
        )


def sort_key(finding: Finding) -> tuple[object, ...]:
    """Order of findings: the gravest first, then as they stand in the files; those without a file last."""
    return (
        _WEIGHT[finding.severity],
        finding.file is None,
        finding.file or "",
        finding.line_no or 0,
        finding.col_no or 0,
        finding.rule,
        finding.table or "",
        finding.key or "",
        finding.message,
    )
