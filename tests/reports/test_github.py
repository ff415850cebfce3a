"""What GitHub is told: ten annotations of each level, and nothing that an article could add to them."""

from collections import Counter

from hypothesis import given, settings

from libnews.checks.report import Report
from libnews.models import Baseline
from libnews.models.finding import Finding
from libnews.models.vocabulary import Severity
from libnews.reports import github
from libnews.reports.showing import Showing
from tests.reports.drawing import SHOWINGS, reports

_COMMANDS = {"error", "warning", "notice"}


def _finding(rule: str, number: int = 1, **more: object) -> Finding:
    place = {"file": "a.txt", "line_no": number, "col_no": 1, **more}
    return Finding.model_validate({"rule": rule, "severity": Severity.ERROR, "message": "wrong", **place})


def _obeyed(line: str) -> tuple[str, dict[str, str], str] | None:
    """What GitHub's runner makes of a line of a log: a command with its properties and its message, or nothing."""
    told = line.lstrip()
    if not told.startswith("::") or "::" not in told[2:]:
        return None
    head, message = told[2:].split("::", 1)
    name, _, rest = head.partition(" ")
    properties = dict(one.split("=", 1) for one in rest.split(",") if one)
    return name, {key: _unescaped(value, property=True) for key, value in properties.items()}, _unescaped(message)


def _unescaped(text: str, *, property: bool = False) -> str:
    signs = {"%0D": "\r", "%0A": "\n", **({"%3A": ":", "%2C": ","} if property else {}), "%25": "%"}
    for sign, letter in signs.items():
        text = text.replace(sign, letter)
    return text


def test_an_annotation_names_file_line_and_columns() -> None:
    finding = _finding("claim.value-invalid", 9, file="a,b: 5%.txt", col_no=7, quote="حفتر")
    report = Report(findings=(finding,), counts={finding.rule: 1}, rules_run=())
    line, last = github.render(report, Showing(folder="seeds")).splitlines()
    assert _obeyed(line) == (
        "error",
        {
            "file": "seeds/a,b: 5%.txt", "line": "9", "endLine": "9", "col": "7", "endColumn": "10",
            "title": "claim.value-invalid",
        },
        "wrong «حفتر»",
    )  # fmt: skip
    assert last == "invalid: 0 rules checked, 1 error"


def test_every_broken_rule_has_one_of_the_ten() -> None:
    """The trap: ten times the same, and the table that is missing not among them."""
    many = [_finding("claim.quote-differs", number) for number in range(1, 90)]
    some = [_finding(f"span.{name}") for name in ("a", "b", "c")]
    table = Finding(rule="schema.table-missing", severity=Severity.ERROR, message="gone")
    digest = Finding(rule="digest.differs", severity=Severity.ERROR, message="changed")
    chosen = github.chosen([*many, *some, table, digest])
    assert [finding.rule for finding in chosen[:6]] == [
        "schema.table-missing", "claim.quote-differs", "span.a", "span.b", "span.c", "digest.differs",
    ]  # fmt: skip
    assert Counter(finding.rule for finding in chosen)["claim.quote-differs"] == 5


def test_more_than_ten_broken_rules_give_ten() -> None:
    rules = [f"claim.{chr(letter)}" for letter in range(ord("a"), ord("p"))]
    assert [finding.rule for finding in github.chosen([_finding(rule) for rule in rules])] == rules[:10]


def test_what_a_baseline_knows_is_not_annotated() -> None:
    report = Report(findings=(_finding("a.b"),), counts={"a.b": 1}, rules_run=("a.b",))
    against = report.against(Baseline(fingerprints=frozenset(report.fingerprints)))
    assert github.render(against) == "ok: 1 rule checked, nothing found, 1 known"


@given(reports(), SHOWINGS)
@settings(max_examples=100)
def test_the_runner_obeys_what_is_meant_and_no_more(report: Report, showing: Showing) -> None:
    """The trap: words of an article that mask, stop or set something in somebody's workflow."""
    told = github.render(report, showing)
    *lines, last = told.splitlines()
    obeyed = [_obeyed(line) for line in lines]
    assert _obeyed(last) is None
    commands = [command for command in obeyed if command is not None]
    assert len(commands) == len(lines)
    assert {name for name, _, _ in commands} <= _COMMANDS
    assert all(set(more) <= {"file", "line", "endLine", "col", "endColumn", "title"} for _, more, _ in commands)
    levels = Counter(name for name, _, _ in commands)
    new = Counter(finding.severity for finding in report.new)
    assert [levels[name] for name in ("error", "warning", "notice")] == [min(10, new[one]) for one in Severity]
    assert "##[" not in told
    assert "##vso[" not in told
