"""What a check of a database found."""

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from pydantic import Field

from libnews.errors import InvalidDataError
from libnews.models.baseline import Baseline
from libnews.models.finding import Finding
from libnews.models.fingerprint import fingerprints
from libnews.models.frozen import Frozen
from libnews.models.vocabulary import FailOn, Severity

if TYPE_CHECKING:
    import pandas


class Report(Frozen):
    """The findings of one run, sorted by severity, file, line, rule and key.

    Bad data is never an exception: look at `ok`, or call `raise_for_errors()` where you want one. `findings` names
    the first hundred places of each rule; `counts` has the full number by rule. A rule in `rules_not_run` could not
    tell, because a table it reads is not what it should be; one in `rules_off` was switched off, for the reason given.
    Where a baseline was given, its findings are `known`: they are counted, and `ok` looks past them.

    >>> Report(findings=(), counts={}, rules_run=("claim.quote-differs",)).ok
    True
    """

    findings: tuple[Finding, ...]
    counts: dict[str, int]
    rules_run: tuple[str, ...]
    rules_not_run: tuple[str, ...] = ()
    rules_off: dict[str, str] = Field(default_factory=dict)
    baseline: Baseline | None = None

    def against(self, baseline: Baseline) -> "Report":
        """This report with the findings of `baseline` known."""
        # A new one, not a copy: a copy would keep what was worked out without the baseline.
        fields = {name: getattr(self, name) for name in Report.model_fields}
        return Report(**{**fields, "baseline": baseline})

    @cached_property
    def fingerprints(self) -> tuple[str, ...]:
        """What each of `findings` is known by in another run, in their order."""
        return fingerprints(self.findings)

    @cached_property
    def new(self) -> tuple[Finding, ...]:
        """The findings that no baseline knows: without one, all of them."""
        known = frozenset[str]() if self.baseline is None else self.baseline.fingerprints
        pairs = zip(self.findings, self.fingerprints, strict=True) if known else ((one, "") for one in self.findings)
        return tuple(finding for finding, fingerprint in pairs if fingerprint not in known)

    @cached_property
    def new_counts(self) -> dict[str, int]:
        """How many new findings each rule has, those not named included.

        What is not named cannot be compared: as many as the baseline left unnamed are taken for those.
        """
        before = {} if self.baseline is None else self.baseline.unnamed
        counts = Counter(finding.rule for finding in self.new)
        for rule, count in self.unnamed.items():
            counts[rule] += max(0, count - before.get(rule, 0))
        return {rule: count for rule, count in sorted(counts.items()) if count}

    @property
    def known(self) -> int:
        """How many findings stand in the baseline."""
        return sum(self.counts.values()) - sum(self.new_counts.values())

    @cached_property
    def totals(self) -> dict[Severity, int]:
        """How many new findings of each severity there are, those not named included."""
        severities = {finding.rule: finding.severity for finding in self.findings}
        totals = dict.fromkeys(Severity, 0)
        for rule, count in self.new_counts.items():
            totals[severities[rule]] += count
        return totals

    @property
    def ok(self) -> bool:
        """Whether there is no new finding of severity error."""
        return not self.fails(FailOn.ERROR)

    def fails(self, fail_on: FailOn) -> bool:
        """Whether there are new findings so grave that the run should fail."""
        return any(count and fail_on.includes(severity) for severity, count in self.totals.items())

    @property
    def unnamed(self) -> dict[str, int]:
        """Findings that are counted and not named, by rule."""
        named = Counter(finding.rule for finding in self.findings)
        return {rule: count - named[rule] for rule, count in self.counts.items() if count > named[rule]}

    @property
    def new_unnamed(self) -> dict[str, int]:
        """New findings that are counted and not named, by rule."""
        named = Counter(finding.rule for finding in self.new)
        return {rule: count - named[rule] for rule, count in self.new_counts.items() if count > named[rule]}

    def raise_for_errors(self) -> None:
        """Raise `InvalidDataError` with the findings of severity error, where there are any."""
        if not self.ok:
            errors = tuple(finding for finding in self.new if finding.severity is Severity.ERROR)
            first = f", first: {errors[0].message}" if errors else ""
            raise InvalidDataError(f"the data breaks rules in {self.totals[Severity.ERROR]} places{first}", errors)

    def to_frame(self) -> "pandas.DataFrame":
        """The findings as a pandas DataFrame, a row each."""
        import pandas  # only where a frame is asked for

        return pandas.DataFrame(
            [finding.model_dump(mode="json") for finding in self.findings], columns=list(Finding.model_fields)
        )


def sort_key(finding: Finding) -> tuple[object, ...]:
    """Order of findings: the gravest first, then as they stand in the files; those without a file last."""
    return (
        finding.severity.place,
        finding.file is None,
        finding.file or "",
        finding.line_no or 0,
        finding.col_no or 0,
        finding.rule,
        finding.table or "",
        finding.key or "",
        finding.message,
    )
