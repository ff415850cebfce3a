"""What was given, under names that do not depend on the order or the spelling of PATHs."""

import os
import pickle
import sys
from pathlib import Path

import pytest

from libnews.errors import InputError
from libnews.loaders import discover
from libnews.models.vocabulary import RejectedReason

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX file kinds")


def make(root: Path, *names: str) -> Path:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(f"نص {name}", encoding="utf-8")
    return root


def names(*paths: Path | str) -> list[str]:
    return [found.file for found in discover(paths).files]


def test_folder_counts_as_itself_and_a_file_as_its_parent(tmp_path: Path) -> None:
    make(tmp_path, "one/a.txt", "two/b.txt", "two/deep/c.txt")
    assert names(tmp_path / "two") == ["b.txt", "deep/c.txt"]
    assert names(tmp_path / "two/b.txt") == ["b.txt"]
    assert names(tmp_path / "one", tmp_path / "two/deep") == ["one/a.txt", "two/deep/c.txt"]
    assert names(tmp_path / "two", tmp_path / "two/deep") == ["b.txt", "deep/c.txt"]


def test_order_and_spelling_of_paths_make_no_difference(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "one/a.txt", "two/b.txt")
    monkeypatch.chdir(tmp_path)
    one = discover([tmp_path / "one", tmp_path / "two"])
    assert one == discover(["two/", "./one", "one/../one", "two/b.txt"])


def test_files_are_sorted_by_name_in_the_database(tmp_path: Path) -> None:
    # «a/b.txt» sorts after «a-b.txt» as text and before it as a path.
    make(tmp_path, "a/b.txt", "a-b.txt", "B.txt", "ا.txt")
    assert names(tmp_path) == ["B.txt", "a-b.txt", "a/b.txt", "ا.txt"]


def test_what_is_no_article_is_counted(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "B.TXT", "README", "README.txt", ".a.txt", ".git/c.txt", "d.docx", "metadata.csv.txt")
    (tmp_path / "metadata.csv").write_text("file_name\n", encoding="utf-8")
    listing = discover([tmp_path])
    assert [found.file for found in listing.files] == ["B.TXT", "a.txt", "metadata.csv.txt"]
    assert listing.ignored == 5  # the hidden folder counts as one


def test_file_that_is_named_is_given_whatever_its_name(tmp_path: Path) -> None:
    make(tmp_path, "README.txt", ".a.txt", "d.docx")
    assert names(*(tmp_path / name for name in ("README.txt", ".a.txt", "d.docx"))) == [
        ".a.txt",
        "README.txt",
        "d.docx",
    ]
    assert discover([tmp_path, tmp_path / "d.docx"]).ignored == 2


def test_folder_named_like_an_article_is_a_folder(tmp_path: Path) -> None:
    assert names(make(tmp_path, "x.txt/a.txt", "README/b.txt")) == ["README/b.txt", "x.txt/a.txt"]


@posix
def test_links_are_given_or_told_of_but_not_followed(tmp_path: Path) -> None:
    make(tmp_path, "in/a.txt", "out/b.txt")
    (tmp_path / "in/link.txt").symlink_to(tmp_path / "out/b.txt")
    (tmp_path / "in/folder").symlink_to(tmp_path / "out")
    (tmp_path / "in/loop").symlink_to(tmp_path / "in")
    listing = discover([tmp_path / "in"])
    assert [found.file for found in listing.files] == ["a.txt", "link.txt"]
    assert [(one.file, one.reason) for one in listing.rejected] == [
        ("folder", RejectedReason.SYMLINK),
        ("loop", RejectedReason.SYMLINK),
    ]
    assert names(tmp_path / "in/folder") == ["b.txt"], "a link that is named as PATH is meant"


@posix
@pytest.mark.skipif(sys.platform == "darwin", reason="file names are UTF-8 on macOS")
def test_name_that_is_not_utf8_stays_apart_from_its_look_alike(tmp_path: Path) -> None:
    for name in (b"caf\xe9.txt", b"caf\\xe9.txt"):
        (tmp_path / os.fsdecode(name)).write_text("نص", encoding="utf-8")
    assert names(tmp_path) == ["caf\\x5cxe9.txt", "caf\\xe9.txt"]


@posix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root enters every folder")
def test_folder_that_cannot_be_entered_is_told_of(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "shut/b.txt")
    (tmp_path / "shut").chmod(0)
    listing = discover([tmp_path])
    (tmp_path / "shut").chmod(0o700)
    assert [(one.file, one.reason.value, one.detail[:6]) for one in listing.rejected] == [
        ("shut", "unreadable", "EACCES")
    ]


@posix
def test_folders_deeper_than_a_path_may_be_long_are_told_of(tmp_path: Path) -> None:
    # The system refuses paths above 4096 bytes; a recursion would have ended sooner, with a traceback.
    here = os.getcwd()  # noqa: PTH109
    os.chdir(tmp_path)
    try:
        for _ in range(45):
            os.mkdir("d" * 100)  # noqa: PTH102
            os.chdir("d" * 100)
    finally:
        os.chdir(here)
    listing = discover([tmp_path])
    assert [one.reason for one in listing.rejected] == [RejectedReason.UNREADABLE]


def test_every_missing_path_is_named_at_once(tmp_path: Path) -> None:
    with pytest.raises(InputError) as raised:
        discover([tmp_path / "nowhere.txt", tmp_path, "", "a\0b", tmp_path / "no"])
    assert str(raised.value).count("no such file or folder") == 3
    assert "nowhere.txt" in str(raised.value)


def test_no_path_is_an_error() -> None:
    with pytest.raises(InputError, match="no PATH"):
        discover([])


def test_found_files_can_go_to_another_process(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    (tmp_path / "metadata.csv").write_text("file_name,note\na.txt,x\n", encoding="utf-8")
    files = discover([tmp_path]).files
    assert pickle.loads(pickle.dumps(files)) == files
