"""Kinds of paragraphs: what belongs to the page yields no claims, and what belongs to the story must yield them."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libnews.arabic.page import ArabicPageCues
from libnews.loaders.kinds import find_kinds
from libnews.models.lines import find_lines
from libnews.models.vocabulary import ParagraphKind

CUES = ArabicPageCues()
PAGES = sorted((Path(__file__).parent / "cases" / "pages").glob("*.tsv"))
GOLD = os.environ.get("LIBNEWS_GOLD")

PROSE = "وقال الوزير في كلمة ألقاها اليوم إن العمل مستمر " * 4 + "."
SENTENCE = "جملة كاملة تنتهي بنقطة كما تنتهي الجمل في الأخبار."
SHORT = [
    "عنوان قصير",
    "أخبار ذات صلة",
    "اقرأ أيضا: خبر آخر",
    "شارك",
    "***",
    "• بند",
    "* بند",
    "كما في الجدول التالي:",
    "أ|ب|ج",
]
LINES = st.lists(st.sampled_from([*SHORT, SENTENCE, PROSE]), max_size=12)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.stem))
def test_golden_page(page: Path) -> None:
    rows = [line.split("\t") for line in page.read_text(encoding="utf-8").split("\n") if line]
    found = find_kinds([line for _, line in rows], CUES)
    assert [(kind.value, line) for kind, (_, line) in zip(found, rows, strict=True)] == [tuple(row) for row in rows]


@given(LINES)
def test_every_line_has_a_kind(lines: list[str]) -> None:
    assert len(find_kinds(lines, CUES)) == len(lines)
    assert len(find_kinds(lines)) == len(lines)


@given(LINES)
def test_line_ends_change_no_kind(lines: list[str]) -> None:
    by_end = [[line.text for line in find_lines(end.join(lines))] for end in ("\n", "\r\n", "\r", "\n\n")]
    assert all(find_kinds(texts, CUES) == find_kinds(by_end[0], CUES) for texts in by_end)


@given(LINES)
def test_only_a_cue_or_a_line_without_words_costs_claims(lines: list[str]) -> None:
    # Without a language nothing but ornaments, addresses and repetitions may be left unread.
    for number, kind in enumerate(find_kinds(lines)):
        assert kind.is_read or lines[number] == "***" or lines[number] in lines[:number]


@given(LINES)
def test_one_title_at_most(lines: list[str]) -> None:
    assert find_kinds(lines, CUES).count(ParagraphKind.TITLE) <= 1


def test_title_of_metadata_is_found_below_a_kicker_and_through_punctuation() -> None:
    lines = [
        "خاص بالصحيفة وحدها ولا ينقل عنها إلا بإذن.",
        "«عودة» القطار!",
        "وصل القطار إلى المحطة في موعده بعد انقطاع طويل.",
    ]
    assert find_kinds(lines, CUES, "عودة القطار") == ["body", "title", "body"]


def test_many_lines_take_linear_time() -> None:
    # 100 000 lines, each of which might head the next: looking ahead from every line would take minutes.
    lines = ["عنوان قصير"] * 50_000 + ["***"] * 50_000
    assert len(find_kinds(lines, CUES)) == 100_000


@pytest.mark.skipif(GOLD is None, reason="LIBNEWS_GOLD names no folder of gold records with their text/")
def test_kinds_given_by_hand_are_found() -> None:
    # Of the lines a person called part of the story, none but repetitions may be left unread.
    folder = Path(GOLD or "")
    wrong = []
    for record in sorted(folder.glob("*.json")):
        content = json.loads(record.read_text(encoding="utf-8"))
        page = {
            number for kind in ("boilerplate", "related_link") for number in content["paragraph_kinds"].get(kind, ())
        }
        text = (folder / "text" / content["file"]).read_text(encoding="utf-8-sig")
        lines = [line.text for line in find_lines(text)]
        for number, kind in enumerate(find_kinds(lines, CUES), start=1):
            if not kind.is_read and number not in page and lines.index(lines[number - 1]) == number - 1:
                wrong.append(f"{content['file']}:{number} {kind.value}")
    assert wrong == []
