"""Files held against the database: gone, changed, moved, new, and what must not be read at all."""

import hashlib
import os
from pathlib import Path

import duckdb
import pytest

from libnews.checks import source_texts, sources, structure
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


@pytest.mark.parametrize("code", sorted(set(FILES) - {"source.text-differs"}))
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


def _differing(con: duckdb.DuckDBPyConnection, folder: Path) -> list[tuple[str | None, int | None, str]]:
    """Key without the article, line and message of each paragraph that is not what its file says."""
    scope = Scope(con, structure.sound_tables(con), sources=folder)
    (found,) = source_texts.check(scope)
    assert all(finding.table == "paragraph" for finding in found.findings)
    return [(str(one.key).split(" ")[1], one.line_no, one.message.split(": ")[1]) for one in found.findings]


def test_text_of_untouched_files_is_not_accused(con: duckdb.DuckDBPyConnection, folder: Path) -> None:
    assert _differing(con, folder) == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            "update paragraph set text = replace(text, 'لوزان', 'جنيفا')",
            "text is «محادثات بين سالم الكعبي وجان دوبوا في جنيفا",
        ),
        ("update paragraph set line_no = 7", "line_no is 7, in the file 1"),
        ("update paragraph set start_char = 1", "start_char is 1, in the file 0"),
        ("delete from paragraph", "the file has a line more"),
    ],
)
def test_who_changes_a_paragraph_is_told_by_the_file(
    change: str, told: str, con: duckdb.DuckDBPyConnection, folder: Path
) -> None:
    """Even where the quotes and the digests were changed with it."""
    con.execute(f"{change} where article_id = (select article_id from article where file = 'sub/third.txt')")
    differing = _differing(con, folder)
    assert differing[0][:2] == ("1", 1)
    assert differing[0][2].startswith(told)


def test_a_paragraph_that_no_file_has(con: duckdb.DuckDBPyConnection, folder: Path) -> None:
    con.execute(
        "insert into paragraph select article_id, 99, 99, 1, kind, 9999, 10003, 'كلام' from paragraph"
        " where paragraph_no = 1 and article_id = (select article_id from article where file = 'first.txt')"
    )
    assert _differing(con, folder) == [("99", 99, "the file has no such line")]


def test_an_encoding_that_was_not_read_with(con: duckdb.DuckDBPyConnection, folder: Path) -> None:
    con.execute("update article set encoding = 'ascii' where file = 'first.txt'")
    assert {told for _, _, told in _differing(con, folder)} == {"the file has no such line"}


def test_a_file_that_changed_accuses_no_paragraph(con: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Its bytes are not those that were read: `source.changed` says so, and no line can be compared."""
    (folder / "first.txt").write_text("خبر آخر", encoding="utf-8")
    assert _differing(con, folder) == []
