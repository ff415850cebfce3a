"""`libnews judge` and `libnews review`: what is written, what is told, and with which exit code."""

from pathlib import Path

from tests.cli.conftest import Run


def _meeting(news: Path, run: Run) -> str:
    return run("query", news, "select meeting_id from meeting", "--format", "csv").out.splitlines()[1]


def test_a_decision_is_written_and_told(news: Path, run: Run, tmp_path: Path) -> None:
    """The trap: a file in the folder one happens to be in."""
    path = tmp_path / "desk.csv"
    options = ("--by", "amal", "--on", "2026-02-05", "--file", path)
    ended = run("judge", news, "correct", _meeting(news, run), "--field", "venue", "--value", "=القصر", *options)
    assert ended.code == 0
    assert "on the words first.txt ¶2" in ended.out
    assert f"--judgements {path}" in ended.err
    header, row = path.read_text(encoding="utf-8-sig").splitlines()
    assert header.startswith("action,id,other_id,file,paragraph_no,field,quote,value")
    assert ",'=القصر,amal,2026-02-05," in row


def test_what_cannot_be_decided_is_told_and_nothing_is_written(news: Path, run: Run, tmp_path: Path) -> None:
    """The trap: a file with half a decision in it."""
    path = tmp_path / "desk.csv"
    for wrong in (["accept", "nobody"], ["correct", "OMN", "--field", "x"], ["accept", "OMN", "--on", "5.2.2026"]):
        ended = run("judge", news, *wrong, "--by", "amal", "--file", path)
        assert (ended.code, ended.out) == (2, "")
        assert ended.err.startswith("libnews: ")
    assert not path.exists()


def test_a_review_is_never_written_over(news: Path, run: Run, tmp_path: Path) -> None:
    """The trap: an hour of filling in, lost to the arrow up."""
    path = tmp_path / "review.csv"
    assert run("review", news, "--output", path).code == 0
    ended = run("review", news, "--output", path)
    assert (ended.code, "filled in would be lost" in ended.err) == (2, True)
    assert run("review", news, "--output", tmp_path / "review.xlsx").code == 2
    assert "PAIRS that may be one: 1" in run("review", news).out
