"""`libnews claims` and `build --claims`: what is written, what is refused, and with which exit code."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

_HEAD = "file,record,record_type,field,value,quote\n"


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "news" / "a.txt"
    path.parent.mkdir()
    path.write_text("The ministers met in Geneva.", encoding="utf-8")
    return path


def _claims(folder: Path, rows: str, name: str = "amal.csv") -> Path:
    path = folder / name
    path.write_text(_HEAD + rows, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["c.csv", "c.jsonl", "C.NDJSON"])
def test_claims_are_written_and_counted(name: str, news: Path, run: Run, tmp_path: Path) -> None:
    """The trap: a form chosen by an option that disagrees with the name."""
    ended = run("claims", news, "--output", tmp_path / name)
    assert (ended.code, ended.out) == (0, "")
    assert "claims written to" in ended.err
    assert (tmp_path / name).stat().st_size > 1000


def test_an_unknown_form_is_told(news: Path, run: Run, tmp_path: Path) -> None:
    """The trap: CSV in a file called .xlsx."""
    ended = run("claims", news, "--output", tmp_path / "c.xlsx")
    assert (ended.code, ".jsonl" in ended.err) == (2, True)
    assert list(tmp_path.iterdir()) == []


def test_several_files_are_taken_in_and_every_refusal_is_listed(note: Path, run: Run, tmp_path: Path) -> None:
    """The trap: the second --claims in the place of the first; the first ten refusals and no more."""
    good = _claims(tmp_path, "a.txt,m,meeting,kind,talks,met\n", "good.csv")
    bad = _claims(tmp_path, "a.txt,n,meeting,kind,talks,parted\n" * 25, "bad.csv")
    ended = run("build", note, "--db", tmp_path / "a.duckdb", "--claims", good, "--claims", bad, "--extractor", "none")
    assert ended.code == 0
    assert "26 rows of claims files given, 25 claims refused" in ended.out
    assert ended.out.count("bad.csv:") == 25
    assert "1 meeting" in ended.out


@pytest.mark.parametrize(
    ("rows", "strict", "code"),
    [("a.txt,m,meeting,kind,talks,met\n", True, 0), ("a.txt,m,meeting,kind,talks,parted\n", True, 3),
     ("a.txt,m,meeting,kind,talks,parted\n", False, 0), ("a.txt,m\n", False, 2)],
)  # fmt: skip
def test_exit_codes(rows: str, strict: bool, code: int, note: Path, run: Run, tmp_path: Path) -> None:
    """The trap: a refusal that a script takes for success, or a warning that stops it."""
    options = ["--strict"] if strict else []
    ended = run("build", note, "--db", tmp_path / "a.duckdb", "--claims", _claims(tmp_path, rows), *options)
    assert ended.code == code
    assert (tmp_path / "a.duckdb").exists() == (code == 0)


@pytest.mark.parametrize("options", [("--claims", "no.csv"), ("--extractor", "nobody")])
def test_slips_are_told_before_anything_is_read(options: tuple[str, str], note: Path, run: Run, tmp_path: Path) -> None:
    """The trap: an option misspelled and passed over in silence."""
    ended = run("build", note, "--db", tmp_path / "a.duckdb", *options)
    assert (ended.code, options[1] in ended.err) == (2, True)


def test_a_row_about_a_copy_is_sent_to_the_file_that_is_read(note: Path, run: Run, tmp_path: Path) -> None:
    """The trap: «no such file» about a file that was given."""
    (note.parent / "b.txt").write_bytes(note.read_bytes())
    claims = _claims(tmp_path, "b.txt,m,meeting,kind,talks,met\n")
    ended = run("build", note.parent, "--db", tmp_path / "a.duckdb", "--claims", claims)
    assert "same bytes as a.txt" in ended.out


def test_the_order_of_claims_files_plays_no_part(note: Path, run: Run, tmp_path: Path) -> None:
    """The trap: two records on the same words, numbered by the order of options."""
    one = _claims(tmp_path, "a.txt,m,x_one,x_a,1,met\n", "one.csv")
    two = _claims(tmp_path, "a.txt,n,x_one,x_a,2,met\n", "two.csv")
    for path in (one, two):
        path.write_text(
            path.read_text(encoding="utf-8").replace("quote\n", "quote,extractor\n").replace("met\n", "met,human:a\n")
        )
    told = [
        run("build", note, "--db", tmp_path / f"{name}.duckdb", "--claims", first, "--claims", second).out
        for name, first, second in (("a", one, two), ("b", two, one))
    ]
    assert told[0] == told[1].replace("b.duckdb", "a.duckdb")
    assert "2 rows of claims files given\n" in told[0]
