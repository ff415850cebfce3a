"""A finding is known again where its text moved, and never taken for another."""

from hypothesis import assume, given
from hypothesis import strategies as st

from libnews.ids import make_id
from libnews.models.finding import Finding
from libnews.models.fingerprint import fingerprints
from libnews.models.vocabulary import Severity

_TEXT = st.text(st.sampled_from(["a", "[", "]", '"', ",", "ب", "_"]), max_size=4)
_FINDINGS = st.builds(
    Finding,
    rule=st.sampled_from(["claim.quote-differs", "span.outside"]),
    severity=st.just(Severity.ERROR),
    message=_TEXT,
    key=st.none() | _TEXT,
    file=st.none() | _TEXT,
    quote=st.none() | _TEXT,
)


@given(_FINDINGS, st.integers(1, 99), st.integers(1, 99))
def test_lines_and_columns_are_not_in_it(finding: Finding, line_no: int, col_no: int) -> None:
    moved = finding.model_copy(update={"line_no": line_no, "col_no": col_no})
    assert fingerprints([moved]) == fingerprints([finding])


@given(_FINDINGS, st.text(), st.text())
def test_ids_made_from_content_are_not_in_it(finding: Finding, one: str, other: str) -> None:
    """The trap: a line added to an article, a new article_id, and every known finding new."""

    def with_id(text: str) -> Finding:
        made = make_id("trade_figure", text)
        return finding.model_copy(update={"message": f"not {made}: {finding.message}", "key": f"{made} 3"})

    assert fingerprints([with_id(one)]) == fingerprints([with_id(other)])


@given(_FINDINGS, _FINDINGS)
def test_findings_that_differ_have_other_fingerprints(one: Finding, other: Finding) -> None:
    told = [
        (finding.rule, finding.file, finding.quote, finding.message, finding.key if finding.file is None else None)
        for finding in (one, other)
    ]
    assume(told[0] != told[1])
    assert fingerprints([one]) != fingerprints([other])


@given(st.lists(_FINDINGS, max_size=6))
def test_equal_findings_are_numbered(some: list[Finding]) -> None:
    marks = fingerprints([*some, *some])
    assert len(set(marks)) == len(marks)
    assert set(fingerprints(some)) <= set(marks)
