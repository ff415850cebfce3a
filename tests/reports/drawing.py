"""Reports of all shapes, with text that wants to be more than text."""

from hypothesis import strategies as st

from libnews import checks
from libnews.checks.report import Report
from libnews.models import Baseline
from libnews.models.finding import Finding
from libnews.models.vocabulary import FailOn, Severity
from libnews.reports.showing import Showing

HOSTILE = (
    "::error::x", " ::set-output name=a::b", "##[add-mask]x", "##vso[task.setvariable]x", "]]>", "<img src=x>",
    "&amp;", "| a | b |", "`` ` ```", "[here](https://a.example)", "[here](1)", "{0}", "{", "@somebody", "\u202eتجميد",
    "\x1b[2J", "\x00", "\r\n::error::y", "\ufffe", "\u2028", "%0A", "a,b:c", "\\|", "حفتر", "-->", "#1", "https://a.example",
)  # fmt: skip
TEXT = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    st.lists(st.sampled_from(HOSTILE), max_size=3).map("".join),
)
"""What a database may hold: any characters but surrogates."""
FINDING = Finding(
    rule="claim.quote-differs",
    severity=Severity.ERROR,
    message="A claim's quote is not what its paragraph says there",
    table="claim",
    key="claim_x",
    file="a.txt",
    line_no=3,
    col_no=7,
    quote="حفتر",
)
"""One plain finding, with all that a finding has."""
CODES = [rule.code for rule in checks.rules()]
_SEVERITIES = {rule.code: rule.severity for rule in checks.rules()}


@st.composite
def findings(draw: st.DrawFn) -> Finding:
    """A finding of some rule of the catalogue; it may have a place, a line and a column, or none of them."""
    rule = draw(st.sampled_from(CODES))
    file = draw(st.none() | TEXT)
    line_no = None if file is None else draw(st.none() | st.integers(1, 10**6))
    return Finding(
        rule=rule,
        severity=_SEVERITIES[rule],
        message=draw(TEXT),
        table=draw(st.none() | TEXT),
        key=draw(st.none() | TEXT),
        file=file,
        line_no=line_no,
        col_no=None if line_no is None else draw(st.none() | st.integers(1, 10**6)),
        quote=draw(st.none() | TEXT),
    )


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """A report with some rules broken, some off, some that could not tell, and perhaps a baseline."""
    found = draw(st.lists(findings(), max_size=30))
    counts: dict[str, int] = {}
    for finding in found:
        counts[finding.rule] = counts.get(finding.rule, 0) + 1
    counts = {rule: count + draw(st.sampled_from([0, 0, 1000])) for rule, count in counts.items()}
    others = draw(st.lists(st.sampled_from([code for code in CODES if code not in counts]), unique=True, max_size=9))
    report = Report(
        findings=tuple(found),
        counts=counts,
        rules_run=tuple(sorted({*counts, *others[:3]})),
        rules_not_run=tuple(sorted(others[3:6])),
        rules_off={rule: draw(TEXT) for rule in others[6:]},
    )
    if not draw(st.booleans()):
        return report
    known = draw(st.sets(st.sampled_from(report.fingerprints))) if found else set[str]()
    return report.against(Baseline(fingerprints=frozenset(known)))


SHOWINGS = st.builds(
    Showing,
    folder=st.sampled_from(["", "seeds", "./a b/", "../نصوص", "/srv/news"]),
    database=st.sampled_from(["news.duckdb", "out/a b.duckdb", "/srv/news.duckdb"]),
    digest=st.sampled_from([None, "0" * 32]),
    fail_on=st.sampled_from(FailOn),
)
