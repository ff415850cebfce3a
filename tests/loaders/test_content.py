"""Bytes are read once, and what is no regular file neither blocks nor leads elsewhere."""

import hashlib
import os
import socket
import sys
import threading
from pathlib import Path

import pytest

from libnews.loaders.content import MAX_BYTES, read_once, sha256_of
from libnews.loaders.refusal import Refusal
from libnews.models.vocabulary import RejectedReason

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX file kinds")


def refused(path: Path, max_bytes: int = 100) -> Refusal:
    """The refusal of `path`, within five seconds: a reader that blocks must fail the test and not hang it."""
    answers: list[bytes | Refusal] = []
    worker = threading.Thread(target=lambda: answers.append(read_once(path, max_bytes)), daemon=True)
    worker.start()
    worker.join(timeout=5)
    assert answers, "reading blocked"
    assert isinstance(answers[0], Refusal)
    return answers[0]


def test_bytes_come_back_as_they_are(tmp_path: Path) -> None:
    # Text mode would turn CRLF to LF and Windows would stop at 0x1A.
    (tmp_path / "a.txt").write_bytes(b"a\r\nb\x1a\rc")
    assert read_once(tmp_path / "a.txt") == b"a\r\nb\x1a\rc"


@posix
def test_pipe_that_nobody_writes_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert refused(tmp_path / "a.txt").reason is RejectedReason.NOT_REGULAR


@posix
def test_socket_and_device_are_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Relative, because a socket's path may have 108 bytes only.
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("a.txt")
        assert refused(Path("a.txt")).detail == "a socket, not a regular file"
    assert refused(Path("/dev/zero")).detail == "a device, not a regular file"


@posix
def test_link_is_not_followed_even_to_a_good_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a", encoding="utf-8")
    (tmp_path / "b.txt").symlink_to("a.txt")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    assert refused(tmp_path / "b.txt").reason is RejectedReason.SYMLINK
    assert refused(tmp_path / "loop.txt").reason is RejectedReason.SYMLINK


@posix
def test_link_put_in_place_after_the_look_is_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Between lstat and open another process may swap the file: O_NOFOLLOW decides, not the look.
    (tmp_path / "a.txt").write_text("a", encoding="utf-8")
    (tmp_path / "b.txt").symlink_to("a.txt")
    looked = os.stat(tmp_path / "a.txt")  # noqa: PTH116
    monkeypatch.setattr("libnews.loaders.content.os.lstat", lambda _path: looked)
    assert refused(tmp_path / "b.txt").reason is RejectedReason.SYMLINK


def test_folder_named_like_an_article_is_not_one(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    assert refused(tmp_path / "a.txt").reason is RejectedReason.NOT_REGULAR


def test_size_is_known_before_reading(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * 101)
    refusal = refused(tmp_path / "a.txt")
    assert (refusal.reason, refusal.byte_length) == (RejectedReason.TOO_LARGE, 101)
    assert read_once(tmp_path / "a.txt", 101) == b"x" * 101


@posix
@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="needs a file whose size the system does not know")
def test_file_larger_than_its_size_says_is_too_large() -> None:
    # Files below /proc say 0 bytes and hold more; a file may also grow while it is read.
    assert refused(Path("/proc/self/maps"), max_bytes=10).reason is RejectedReason.TOO_LARGE


def test_file_gone_since_listing_is_unreadable(tmp_path: Path) -> None:
    refusal = refused(tmp_path / "a.txt")
    assert (refusal.reason, refusal.detail[:6]) == (RejectedReason.UNREADABLE, "ENOENT")


@posix
def test_forbidden_file_is_unreadable_with_the_system_s_name_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("a", encoding="utf-8")
    (tmp_path / "a.txt").chmod(0)
    if os.geteuid() == 0:  # root reads everything; let the system refuse by other means

        def refuse(*_arguments: object) -> int:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr("libnews.loaders.content.os.open", refuse)
    assert refused(tmp_path / "a.txt").detail == "EACCES: Permission denied"


def test_a_hash_is_that_of_the_bytes_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    for size in (0, 1, 64 * 1024, 64 * 1024 + 1):
        path.write_bytes(b"a" * size)
        read = read_once(path)
        assert isinstance(read, bytes)
        assert sha256_of(str(path)) == hashlib.sha256(read).hexdigest()


def test_what_would_be_refused_has_no_hash(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    assert sha256_of(str(path)) is None
    assert sha256_of(str(tmp_path)) is None
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert sha256_of(str(path)) is None


@posix
def test_a_pipe_and_a_link_have_no_hash(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "real.txt").write_bytes(b"a")
    (tmp_path / "b.txt").symlink_to(tmp_path / "real.txt")
    assert sha256_of(str(tmp_path / "a.txt")) is None
    assert sha256_of(str(tmp_path / "b.txt")) is None
