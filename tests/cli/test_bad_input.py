"""Bad input gets one clear message with a name in it, an exit code of the contract, and never a traceback."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import duckdb
import pytest

from libnews.store import publish
from tests.cli.conftest import Run
from tests.pipeline import corpus

Make = Callable[[Path], Sequence[object]]


def _build(folder: Path, *more: object, db: object = None) -> list[object]:
    return ["build", folder / "articles", "--db", db or folder / "news.duckdb", *more]


def _foreign_text(folder: Path) -> list[object]:
    (folder / "notes.txt").write_text("mine", encoding="utf-8")
    return _build(folder, db=folder / "notes.txt")


def _foreign_database(folder: Path) -> list[object]:
    duckdb.connect(folder / "other.duckdb").execute("CREATE TABLE mine (n INTEGER)").close()
    return _build(folder, db=folder / "other.duckdb")


def _empty_folder(folder: Path) -> list[object]:
    (folder / "none").mkdir()
    return ["build", folder / "none", "--db", folder / "news.duckdb"]


def _bad_metadata(folder: Path) -> list[object]:
    (folder / "rows.csv").write_text("file_name,published_on\nfirst.txt,3 May\n", encoding="utf-8")
    return _build(folder, "--metadata", folder / "rows.csv")


_CASES: dict[str, tuple[Make, str]] = {
    "missing path": (lambda folder: ["build", folder / "no", "--db", folder / "news.duckdb"], "no: no such file"),
    "empty folder": (_empty_folder, "none: a folder gives its .txt files"),
    "folder of the database missing": (lambda folder: _build(folder, db=folder / "no" / "x.duckdb"), "not a folder"),
    "a folder as database": (lambda folder: _build(folder, db=folder), "not a file"),
    "a text as database": (_foreign_text, "not replaced"),
    "another program's database": (_foreign_database, "not replaced"),
    "unknown encoding": (lambda folder: _build(folder, "--encoding", "arabic-1"), "'arabic-1' is not an encoding"),
    "metadata missing": (lambda folder: _build(folder, "--metadata", folder / "no.csv"), "no.csv: no such file"),
    "bad metadata": (_bad_metadata, "rows.csv:2"),
    "no processes": (lambda folder: _build(folder, "--jobs", "0"), "'0' is not a number from 1"),
    "no command": (lambda folder: [], "COMMAND"),
    "no database": (lambda folder: ["build", folder / "articles"], "--db"),
    "unknown command": (lambda folder: ["evaluate", folder], "evaluate"),
    "unknown option": (lambda folder: _build(folder, "--spark", "x"), "--spark"),
    "validate nothing": (lambda folder: ["validate", folder / "no.duckdb"], "no.duckdb does not exist"),
    "trace nothing": (lambda folder: ["trace", folder / "no.duckdb", "x"], "no.duckdb does not exist"),
    "find nothing": (lambda folder: ["find", folder / "no.duckdb", "x"], "no.duckdb does not exist"),
    "conflicts of nothing": (lambda folder: ["conflicts", folder / "no.duckdb"], "no.duckdb does not exist"),
    "query nothing": (lambda folder: ["query", folder / "no.duckdb", "select 1"], "no.duckdb does not exist"),
    "a name with a NUL": (lambda folder: ["find", "a\0b", "x"], ""),
}


@pytest.mark.parametrize("case", _CASES)
def test_bad_input_is_told(case: str, run: Run, tmp_path: Path) -> None:
    """The trap: a traceback, or a message without the name of what is wrong."""
    corpus.write(tmp_path / "articles")
    make, message = _CASES[case]
    ended = run(*make(tmp_path))
    assert ended.code == 2
    assert message in ended.err
    assert ended.out == ""
    assert "Traceback" not in ended.err
    assert not (tmp_path / "news.duckdb").exists()


def test_foreign_files_stay_as_they_are(run: Run, tmp_path: Path) -> None:
    """The trap: `--db` given the name of a source by mistake, and the source is gone."""
    source = corpus.write(tmp_path / "articles") / "first.txt"
    assert run("build", source, "--db", source).code == 2
    assert source.read_bytes() == corpus.TEXTS["first.txt"].encode()


def test_second_writer_ends_with_75(run: Run, tmp_path: Path) -> None:
    """The trap: two builds that write over one another, or one that waits for ever."""
    corpus.write(tmp_path / "articles")
    with publish.locked(tmp_path / "news.duckdb"):
        ended = run(*_build(tmp_path))
    assert ended.code == 75
    assert "news.duckdb is being written" in ended.err


def test_database_open_for_writing_elsewhere_ends_with_75(run: Run, news: Path, tmp_path: Path) -> None:
    """The trap: an engine's lock message in place of a plain one."""
    copy = shutil.copy(news, tmp_path / "copy.duckdb")
    code = "import duckdb, sys; con = duckdb.connect(sys.argv[1]); print('open', flush=True); sys.stdin.read()"
    command = [sys.executable, "-c", code, str(copy)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        ended = run("conflicts", copy)
        writer.communicate()
    assert ended.code == 75
    assert "being written" in ended.err


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads and writes everywhere")
def test_folder_that_cannot_be_written(run: Run, tmp_path: Path) -> None:
    """The trap: a build that reads for an hour and then has nowhere to write."""
    corpus.write(tmp_path / "articles")
    (tmp_path / "closed").mkdir(mode=0o500)
    assert run(*_build(tmp_path, db=tmp_path / "closed" / "news.duckdb")).code == 2


@pytest.mark.parametrize("command", [["conflicts"], ["find", "الكعبي"], ["trace", "الكعبي"]])
def test_damaged_database_sends_to_validate(command: list[str], run: Run, news: Path, tmp_path: Path) -> None:
    """The trap: a view that somebody dropped, and an engine's error from the depth."""
    damaged = shutil.copy(news, tmp_path / "damaged.duckdb")
    with duckdb.connect(damaged) as con:
        con.execute("DROP VIEW record; DROP VIEW conflict; DROP VIEW provenance")
    ended = run(command[0], damaged, *command[1:])
    assert ended.code == 2
    assert "libnews validate" in ended.err
    assert run("validate", damaged).code == 1


def test_value_without_evidence_sends_to_validate(run: Run, news: Path, tmp_path: Path) -> None:
    """The trap: a model that refuses a changed row, and its own long error."""
    changed = shutil.copy(news, tmp_path / "changed.duckdb")
    with duckdb.connect(changed) as con:
        con.execute("UPDATE meeting SET venue = 'قصر'")
        [(meeting,)] = con.execute("SELECT meeting_id FROM meeting").fetchall()
    ended = run("trace", changed, meeting)
    assert ended.code == 2
    assert "libnews validate" in ended.err
