"""`libnews.toml` stands in for what the command line leaves out, and for nothing else."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.pipeline import corpus

_PROJECT = """
db = "out/news.duckdb"
sources = ["articles/first.txt", "articles/sub"]
claims = "amal.csv"
actors = "people.csv"
judgements = ["judgements.csv"]
metadata = "days.csv"

[rules.off]
"article.language-not-read" = "English is not read here"
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with everything that a project may name; the working folder."""
    corpus.write(tmp_path / "articles")
    (tmp_path / "out").mkdir()
    (tmp_path / "amal.csv").write_text(
        "file,record,record_type,field,value,quote\nfirst.txt,m1,x_place,x_name,باريس,باريس\n", encoding="utf-8"
    )
    (tmp_path / "people.csv").write_text("id,name\nkaabi,سالم الكعبي\n", encoding="utf-8")
    (tmp_path / "judgements.csv").write_text(
        "action,id,decided_by,decided_on\naccept,FRA,amal,2026-02-05\n", encoding="utf-8"
    )
    (tmp_path / "days.csv").write_text("file_name,published_on\nsub/third.txt,2024-05-06\n", encoding="utf-8")
    (tmp_path / "libnews.toml").write_text(_PROJECT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _json(run: Run, *more: object) -> dict[str, object]:
    told: dict[str, object] = json.loads(run("validate", *more, "--format", "json").out)
    return told


def test_build_and_validate_need_no_arguments(run: Run, project: Path) -> None:
    built = run("build")
    assert built.code == 0, built
    assert built.err == "settings from libnews.toml\n"
    for told in (
        "3 of 3 files given", "1 row of claims files given", "1 judgement given, 1 applied",
        "off: article.language-not-read (English is not read here)", "next:  libnews find out/news.duckdb",
    ):  # fmt: skip
        assert told in built.out
    assert "published" not in built.out.split("claims")[0]
    report = _json(run)
    assert report["ok"] is True
    assert report["counts"] == {"source.unknown": 1}  # beside the sources lies a file that is none
    assert "source.changed" in report["rules_run"]  # type: ignore[operator]
    assert report["rules_off"] == {"article.language-not-read": "English is not read here"}


def test_it_is_found_from_a_folder_inside(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The trap: paths that count from the working folder."""
    assert run("build").code == 0
    monkeypatch.chdir(project / "articles" / "sub")
    (project / "articles" / "first.txt").write_bytes(b"other")
    ended = run("validate")
    assert ended.code == 1
    assert "../first.txt: error source.changed" in ended.out
    assert ended.err == "settings from ../../libnews.toml\n"


def test_the_command_line_wins(run: Run, project: Path) -> None:
    claims = project / "other.csv"
    claims.write_text("file,record,record_type,field,value,quote\n", encoding="utf-8")
    built = run("build", "articles", "--db", "mine.duckdb", "--claims", claims)
    assert built.code == 0
    assert "4 of 4 files given" in built.out
    assert "claims files" not in built.out
    assert not (project / "out" / "news.duckdb").exists()
    assert "source.missing" in _json(run, "mine.duckdb", "--sources", "out")["counts"]  # type: ignore[operator]


def test_bounds_hold_a_build_back(run: Run, project: Path) -> None:
    """The trap: the night on which a source was empty, and the good database replaced by an empty one."""
    assert run("build").code == 0
    before = (project / "out" / "news.duckdb").read_bytes()
    with (project / "libnews.toml").open("a", encoding="utf-8") as opened:
        opened.write("[bounds.agreement]\nmin = 50\n")
    ended = run("build", "--report", "held.sarif", "--report", "held.xml")
    assert ended.code == 1
    (result,) = json.loads(Path("held.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    assert result["ruleId"] == "total.too-few"
    assert 'failures="1"' in Path("held.xml").read_text(encoding="utf-8")
    assert "total.too-few: A table has fewer rows than it should: agreement has 1 row, and should" in ended.out
    assert (project / "out" / "news.duckdb").read_bytes() == before
    assert run("validate").code == 1


@pytest.mark.parametrize("command", ["build", "validate"])
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[rules.off]\n'claim.quote' = 'x'", 'libnews.toml: rules.off."claim.quote": no rule has this code'),
        ("[rules.off]\n'source.moved' = ''", 'libnews.toml: rules.off."source.moved": a rule is switched off with'),
        ("[bounds.meetings]\nmin = 1", "libnews.toml: bounds.meetings: there is no such table; the tables are"),
        ("[bounds.meeting.filled]\ntown = 1", "libnews.toml: bounds.meeting.filled.town: meeting has no such column"),
        ("base = 3", "libnews.toml: base: there is no such key"),
        ("", "give "),
    ],
)
def test_a_wrong_project_is_told(
    command: str, text: str, told: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "libnews.toml").write_text(text, encoding="utf-8")
    ended = run(command)
    assert (ended.code, ended.out) == (2, "")
    assert told in ended.err


def test_a_report_of_no_known_format_stops_a_build_before_it_begins(run: Run, project: Path) -> None:
    ended = run("build", "--report", "held.pdf")
    assert (ended.code, ended.out) == (2, "")
    assert "--report held.pdf: give a name that ends in .txt" in ended.err
    assert not (project / "out" / "news.duckdb").exists()


def test_without_a_project_the_arguments_are_asked_for(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "give DB, or db in a libnews.toml" in run("validate").err
    assert "give a PATH, or sources in a libnews.toml" in run("build", "--db", "x.duckdb").err
    assert "give --db FILE, or db in a libnews.toml" in run("build", "articles").err
