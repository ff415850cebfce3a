"""Files held against the database: gone, changed, moved, new, and what must not be read at all."""

import hashlib
import os
from pathlib import Path

import duckdb
import pytest

from libnews.checks import sources, structure
from libnews.checks.rule import Scope
from tests.checks.breaking import FILES
from tests.checks.conftest import write_files

_BAD = b"\xffbad"


@pytest.fixture
def folder(con: duckdb.DuckDBPyConnection, tmp_path: Path) -> Path:
    """The sample's files, among them a rejected one."""
    folder = write_files(tmp_path / "sources")
    (folder / "bad.txt").write_bytes(_BAD)
    con.execute("update rejected set sha256 = ? where file = 'bad.txt'", (hashlib.sha256(_BAD).hexdigest(),))
    return folder


def _found(con: duckdb.DuckDBPyConnection, folder: Path) -> dict[str, list[str | None]]:
    scope = Scope(con, structure.sound_tables(con), sources=folder)
    return {
        found.rule.code: [finding.file for finding in found.findings] for found in sources.check(scope) if found.total
    }


def _break(code: str, folder: Path) -> str:
    """Break a rule about files, and return the file it must name."""
    match code:
        case "source.missing":
            (folder / "first.txt").unlink()
        case "source.changed":
            with (folder / "first.txt").open("ab") as stream:
                stream.write(b".")
        case "source.moved":
            (folder / "first.txt").rename(folder / "sub" / "renamed.txt")
        case "source.unknown":
            (folder / "sub" / "new.txt").write_text("خبر جديد", encoding="utf-8")
            return "sub/new.txt"
    return "first.txt"


def test_untouched_files_are_not_accused(con: duckdb.DuckDBPyConnection, folder: Path) -> None:
    (folder / "README.txt").write_text("not an article")
    (folder / ".hidden.txt").write_text("not an article")
    (folder / "metadata.csv").write_text("not an article")
    (folder / "picture.png").write_bytes(b"not a format that was read")
    assert _found(con, folder) == {}


@pytest.mark.parametrize("code", FILES)
def test_rule_catches_the_file(code: str, con: duckdb.DuckDBPyConnection, folder: Path) -> None:
    file = _break(code, folder)
    assert _found(con, folder) == {code: [file]}


def test_changed_rejected_file_is_found(con: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """A file that could not be read and has been repaired since is worth another build."""
    (folder / "bad.txt").write_bytes(b"good")
    assert _found(con, folder) == {"source.changed": ["bad.txt"]}


@pytest.mark.parametrize("file", ["../outside.txt", "/etc/hostname", "sub/../../outside.txt", "a\0b", "x" * 300])
def test_a_tampered_path_does_not_lead_outside(
    file: str, con: duckdb.DuckDBPyConnection, folder: Path, tmp_path: Path
) -> None:
    """The hash of a file elsewhere must not be compared: that would tell whether it is there and what it holds."""
    (tmp_path / "outside.txt").write_bytes(b"secret")
    secret = hashlib.sha256(b"secret").hexdigest()
    con.execute("update article set file = ?, sha256 = ? where file = 'second.txt'", (file, secret))
    assert _found(con, folder)["source.missing"] == [file]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no FIFOs")
def test_a_fifo_is_not_waited_for(con: duckdb.DuckDBPyConnection, folder: Path) -> None:
    (folder / "first.txt").unlink()
    os.mkfifo(folder / "first.txt")
    assert _found(con, folder) == {"source.missing": ["first.txt"]}


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege")
def test_a_link_is_no_source(con: duckdb.DuckDBPyConnection, folder: Path) -> None:
    (folder / "first.txt").rename(folder / "first.kept")
    (folder / "first.txt").symlink_to(folder / "first.kept")
    assert _found(con, folder) == {"source.missing": ["first.txt"]}
