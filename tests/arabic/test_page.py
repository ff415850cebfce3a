"""Page cues of Arabic: each with a line that only looks like one, because a wrong cue costs a paragraph's claims."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libnews.arabic.lexicon import rows
from libnews.arabic.page import ArabicPageCues

CUES = ArabicPageCues()
CASES = Path(__file__).parent / "cases" / "page.tsv"


def cases() -> list[tuple[str, ...]]:
    lines = CASES.read_text(encoding="utf-8").split("\n")
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]


def cues_of(line: str) -> set[str]:
    answers = {
        "boilerplate": CUES.is_boilerplate(line),
        "link": CUES.is_link(line),
        "links_head": CUES.opens_links(line),
        "table": CUES.opens_table(line),
    }
    return {cue for cue, is_so in answers.items() if is_so}


@pytest.mark.parametrize(("cue", "line"), cases())
def test_golden_line(cue: str, line: str) -> None:
    assert cues_of(line) == (set() if cue == "-" else {cue})


def test_long_line_is_never_a_cue() -> None:
    assert cues_of("اقرأ أيضا: " + "خبر " * 60) == set()


def test_lexicon_is_well_formed() -> None:
    # A misspelt kind would silence its phrase without an error.
    kinds = {"boilerplate": {"whole", "start", "mark"}, "links_head": {"whole"}, "link": {"mark"}, "table": {"word"}}
    seen = list(rows("page"))
    assert all(len(row) == 3 and row[1] in kinds[row[0]] and row[2].strip() for row in seen)
    assert len(set(seen)) == len(seen)


@given(st.text())
def test_any_line_can_be_asked_about(line: str) -> None:
    assert cues_of(line) <= {"boilerplate", "link", "links_head", "table"}
