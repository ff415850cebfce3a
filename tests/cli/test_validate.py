"""`libnews validate` in CI: formats, files, what makes it fail, baselines, and where GitHub looks."""

import json
import shutil
from pathlib import Path
from xml.etree import ElementTree as ET

import duckdb
import pytest

from libnews.cli import options_of_making
from libnews.reports.formats import FORMATS, SUFFIXES
from tests.cli.conftest import Run

_HOSTILE = "\n::set-output name=a::b ##[add-mask]x <img src=x> [here](https://a.example)"


@pytest.fixture
def broken(news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the database in which two quotes are others; the working folder is that of the copy."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    with duckdb.connect(shutil.copy(news, tmp_path / "broken.duckdb")) as con:
        con.execute("update claim set quote = ? where field = 'item'", (_HOSTILE,))
        con.execute("update claim set quote = 'لندن' where field = 'city' and value = 'لوزان'")
    return Path("broken.duckdb")


def test_help_names_the_formats_there_are() -> None:
    assert options_of_making.FORMATS == FORMATS
    assert tuple(SUFFIXES) == options_of_making.SUFFIXES


def test_several_files_from_one_run(run: Run, broken: Path) -> None:
    files = [Path(name) for name in ("a.txt", "a.json", "a.xml", "a.sarif", "b.sarif.json", "A.MD")]
    ended = run("validate", broken, *(word for file in files for word in ("--output", file)))
    assert ended.code == 1
    told = [file.read_text(encoding="utf-8") for file in files]
    assert told[0] == ended.out
    findings = json.loads(told[1])["findings"]
    assert ET.fromstring(told[2].encode()).find("testsuite") is not None
    assert told[3] == told[4]
    assert len(json.loads(told[3])["runs"][0]["results"]) == len(findings) >= 2
    assert told[5].startswith("## libnews validate")
    assert not any("##[add-mask]" in one for one in told)


@pytest.mark.parametrize("form", FORMATS)
def test_what_is_printed_commands_nothing(form: str, run: Run, broken: Path) -> None:
    """The trap: an article that sets outputs in the workflow of whoever checks it."""
    lines = run("validate", broken, "--format", form).out.splitlines()
    own = ("::error ", "::warning ", "::notice ")
    assert [line for line in lines if line.lstrip().startswith("::") and not line.startswith(own)] == []
    assert [line for line in lines if "##[" in line] == []


@pytest.mark.parametrize(("fail_on", "code"), [("error", 1), ("warning", 1), ("never", 0)])
def test_fail_on_decides_the_exit_code(fail_on: str, code: int, run: Run, broken: Path) -> None:
    ended = run("validate", broken, "--fail-on", fail_on)
    assert ended.code == code
    assert "invalid: " in ended.out


def test_a_baseline_makes_known_findings_pass(run: Run, broken: Path) -> None:
    assert run("validate", broken, "--output", "known.json").code == 1
    ended = run("validate", broken, "--baseline", "known.json", "--output", "after.sarif", "--fail-on", "warning")
    assert ended.code == 0
    assert " known" in ended.out
    assert "error claim" not in ended.out
    states = {one["baselineState"] for one in json.loads(Path("after.sarif").read_text())["runs"][0]["results"]}
    assert states == {"unchanged"}
    with duckdb.connect(broken) as con:
        con.execute("update span set quote = 'x' where quote = '19.5 مليون دولار'")
    again = run("validate", broken, "--baseline", "known.json")
    assert again.code == 1
    assert "span.quote-differs" in again.out
    assert "claim.quote-differs" not in again.out


def test_a_baseline_of_a_baseline_holds_all(run: Run, broken: Path) -> None:
    """The trap: a baseline renewed, and half of it forgotten."""
    run("validate", broken, "--output", "known.json")
    run("validate", broken, "--baseline", "known.json", "--output", "known.json")
    assert run("validate", broken, "--baseline", "known.json").code == 0


def test_a_baseline_that_names_too_few_says_so(run: Run, broken: Path) -> None:
    with duckdb.connect(broken) as con:
        con.execute("update claim set quote = quote || '.'")
    run("validate", broken, "--output", "known.json", "--limit", "2")
    ended = run("validate", broken, "--baseline", "known.json", "--limit", "2")
    assert ended.code == 0
    assert "known.json does not name all findings of claim.quote-differs" in ended.err
    assert "--limit " in ended.err


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (["--output", "report.html"], "report.html: give a name that ends in .txt, .json"),
        (["--output", "none/report.xml"], "none is not a folder"),
        (["--baseline", "known.json"], "known.json: no such baseline"),
        (["--baseline", "text.json"], "text.json: not the JSON that"),
        (["--baseline", "list.json"], "list.json: not the JSON that"),
        (["--limit", "0"], "'0' is not a number from 1"),
        (["--fail-on", "note"], "--fail-on"),
        (["--format", "html"], "--format"),
    ],
)
def test_bad_options_are_told_before_the_checks(more: list[str], told: str, run: Run, broken: Path) -> None:
    Path("text.json").write_text("no JSON", encoding="utf-8")
    Path("list.json").write_text("[]", encoding="utf-8")
    ended = run("validate", broken, *more)
    assert (ended.code, ended.out) == (2, "")
    assert told in ended.err
    assert "Traceback" not in ended.err


def test_github_gets_a_summary_of_the_step(run: Run, broken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    summary = Path("summary.md").resolve()
    summary.write_text("before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    run("validate", broken)
    assert summary.read_text(encoding="utf-8") == "before\n"
    run("validate", broken, "--format", "github")
    told = summary.read_text(encoding="utf-8")
    assert told.startswith("before\n## libnews validate\n")
    assert "| error | `claim.quote-differs` |" in told


def test_a_full_summary_stays_as_it_is(run: Run, broken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    summary = Path("summary.md").resolve()
    summary.write_text("x" * (1024 * 1024 - 300), encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    assert run("validate", broken, "--format", "github").code == 1
    assert summary.stat().st_size <= 1024 * 1024


def test_github_finds_files_from_the_top_of_the_repository(
    run: Run, broken: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The trap: a command run in a folder of the repository, and annotations of files that are not there."""
    monkeypatch.setenv("GITHUB_WORKSPACE", str(Path.cwd()))
    desk = Path("desk")
    (desk / "articles").mkdir(parents=True)
    shutil.copy(broken, desk / "news.duckdb")
    monkeypatch.chdir(desk)
    arguments = ["validate", "news.duckdb", "--sources", "articles"]
    assert "file=desk/articles/sub/third.txt," in run(*arguments, "--format", "github").out
    sarif = json.loads(run(*arguments, "--format", "sarif").out)["runs"][0]["results"]
    uris = {one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in sarif}
    assert {"desk/articles/sub/third.txt", "desk/news.duckdb"} <= uris
    assert "\narticles/sub/third.txt:1" in run(*arguments).out
