"""A step summary in which words of an article are words: read by a Markdown parser of others."""

from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from markdown_it import MarkdownIt
from markdown_it.token import Token

from libnews.checks import rules
from libnews.checks.report import Report
from libnews.reports import markdown
from libnews.reports.showing import Showing
from libnews.reports.terminal import safe
from tests.reports.drawing import FINDING, SHOWINGS, TEXT, reports

_PARSER = MarkdownIt("commonmark", {"html": True}).enable("table").enable("strikethrough")
_FORMS = {
    "heading_open", "heading_close", "inline", "paragraph_open", "paragraph_close", "bullet_list_open",
    "bullet_list_close", "list_item_open", "list_item_close", "table_open", "table_close", "thead_open", "thead_close",
    "tbody_open", "tbody_close", "tr_open", "tr_close", "th_open", "th_close", "td_open", "td_close", "text",
    "softbreak", "code_inline",
}  # fmt: skip


def _tokens(told: str) -> Iterator[Token]:
    for token in _PARSER.parse(told):
        yield token
        yield from token.children or ()


def test_everything_is_in_it() -> None:
    report = Report(
        findings=(FINDING,),
        counts={"claim.quote-differs": 12},
        rules_run=("claim.quote-differs",),
        rules_not_run=("span.outside",),
        rules_off={"source.moved": "they do"},
    )
    told = markdown.render(report, Showing(folder="seeds", digest="0" * 32))
    assert told.splitlines() == [
        "## libnews validate",
        "",
        "invalid: 1 rule checked, 1 off, 12 errors",
        "",
        f"digest `{'0' * 32}`",
        "",
        "| severity | rule | new | known | what is wrong |",
        "|---|---|---|---|---|",
        "| error | `claim.quote-differs` | 12 | 0 | A claim's quote is not what its paragraph says there |",
        "",
        "### Switched off",
        "",
        "- `source.moved`: `they do`",
        "",
        "### Not run: a table it reads is not what it should be",
        "",
        "- `span.outside`",
        "",
        "### error `claim.quote-differs`",
        "",
        next(rule.why for rule in rules() if rule.code == "claim.quote-differs"),
        "",
        "- `seeds/a.txt:3:7` `A claim's quote is not what its paragraph says there «حفتر»` · `claim claim_x`",
        "- … 11 more",
    ]


@given(TEXT.filter(str.strip))
@example("`")
@example("a``` ``")
@example(" a ")
def test_a_code_span_holds_its_words(text: str) -> None:
    spans = [token for token in _tokens(f"- {markdown.code(text)}") if token.type == "code_inline"]
    assert [span.content.strip() for span in spans] == [safe(text).strip()]


@given(reports(), SHOWINGS)
@settings(max_examples=50)
def test_words_of_an_article_are_no_markup(report: Report, showing: Showing) -> None:
    """The trap: an image that tells who reads a log, a link that leads elsewhere, a mention of somebody."""
    tokens = list(_tokens(markdown.render(report, showing)))
    assert {token.type for token in tokens} <= _FORMS
    assert not any("@somebody" in token.content for token in tokens if token.type == "text")
    assert sum(token.type == "list_item_open" for token in tokens) == (
        len(report.new) + len(report.rules_off) + len(report.rules_not_run) + _rests(report)
    )


def _rests(report: Report) -> int:
    named = {rule: sum(one.rule == rule for one in report.new) for rule in report.new_counts}
    return sum(count > named[rule] for rule, count in report.new_counts.items())


@pytest.mark.parametrize("most", [200, 2_000, 20_000])
def test_a_summary_keeps_within_what_is_shown(most: int) -> None:
    """The trap: a summary above a mebibyte, of which GitHub shows nothing at all."""
    report = Report(findings=(FINDING,) * 1000, counts={"claim.quote-differs": 1000}, rules_run=())
    told = markdown.render(report, Showing(), most)
    assert len(told.encode()) <= most
    assert "More findings than fit here" in told
    assert len(markdown.render(report, Showing()).encode()) > 20_000
