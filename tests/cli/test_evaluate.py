"""`evaluate`: the table, JSON for programs, and the list behind the figures."""

import json
from pathlib import Path

from tests.cli.conftest import Run

GOLD = Path(__file__).parents[1] / "evaluation" / "gold"


def test_the_table_has_records_and_fields(run: Run, news: Path) -> None:
    """The trap: a figure whose meaning the reader has to guess."""
    ended = run("evaluate", news, GOLD)
    assert ended.code == 0
    lines = ended.out.splitlines()
    assert lines[0] == "3 articles with gold records, of 3 in the database"
    assert "person                    0.833   1.000  0.909      5       0      1" in lines
    assert "meeting.date                  1       2  0.500" in lines
    assert ": missed " not in ended.out


def test_show_lists_what_is_behind_the_figures(run: Run, news: Path) -> None:
    """The trap: a figure that nobody can act on."""
    ended = run("evaluate", news, GOLD, "--show")
    assert (
        "first.txt:4 ¶4: missed meeting: visit held · سالم الكعبي «وقال قائد الحرس إن الوزير سالم الكعبي زار المعرض.»"
        in ended.out.splitlines()
    )
    assert "second.txt:1 ¶1: wrong meeting.date: read 2024-05, expected 2024-05-04 «مايو 2024» [meeting_" in ended.out
    assert "second.txt:2 ¶2: extra agreement: arms_deal signed" in ended.out


def test_json_has_the_same_figures(run: Run, news: Path) -> None:
    """The trap: a program that has to parse the table."""
    told = json.loads(run("evaluate", news, GOLD, "--format", "json").out)
    assert told["records"]["person"] == {
        "precision": 0.833, "recall": 1.0, "f1": 0.909, "found": 5, "missed": 0, "extra": 1,
    }  # fmt: skip
    assert told["slots"]["meeting.date"] == {"accuracy": 0.5, "right": 1, "judged": 2}
    assert told["records"]["body"]["precision"] is None
    assert "differences" not in told
    shown = json.loads(run("evaluate", news, GOLD, "--format", "json", "--show").out)
    assert {one["verdict"] for one in shown["differences"]} == {"missed", "extra", "wrong"}


def test_bad_input_ends_with_2(run: Run, news: Path, tmp_path: Path) -> None:
    """The trap: a traceback for a slip in a file somebody wrote by hand."""
    bad = tmp_path / "bad.json"
    bad.write_text('{"file": "none.txt"}', encoding="utf-8")
    ended = run("evaluate", news, bad)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"libnews: {bad}: no article 'none.txt' in {news}; ")
    assert run("evaluate", tmp_path / "no.duckdb", GOLD).code == 2
    assert run("evaluate", news).code == 2
    assert run("evaluate", bad, GOLD).code == 2
