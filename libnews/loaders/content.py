"""Bytes of a file, read once: the hash and the text of an article come from the same read."""

import errno
import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from libnews.loaders.refusal import Refusal
from libnews.models.vocabulary import RejectedReason

MAX_BYTES = 16 * 1024 * 1024
"""Larger files are not news articles; they are refused before anything is read."""

# Room is made for as much as is asked for, so more at once takes longer.
_PIECE = 64 * 1024
# Flags that a platform lacks are 0. O_NONBLOCK: a FIFO put in a regular file's place must not block the build.
_FLAGS = os.O_RDONLY
for _name in ("O_NONBLOCK", "O_NOFOLLOW", "O_CLOEXEC", "O_BINARY"):
    _FLAGS |= getattr(os, _name, 0)


def read_once(path: Path, max_bytes: int = MAX_BYTES) -> bytes | Refusal:
    """All bytes of the regular file at `path`, or why they cannot be had. Never follows a link, never blocks.

    >>> read_once(Path("no-such-file.txt")).detail
    'ENOENT: the file was gone when it was to be read'
    """
    try:
        refusal = _refusal_of(os.lstat(path), max_bytes)
        return refusal if refusal is not None else _read(path, max_bytes)
    except OSError as error:
        return refusal_for(error)


def _read(path: Path, max_bytes: int) -> bytes | Refusal:
    descriptor = os.open(path, _FLAGS)
    try:
        # The name may lead elsewhere since it was looked at: what counts is what was opened.
        status = os.fstat(descriptor)
        refusal = _refusal_of(status, max_bytes)
        if refusal is not None:
            return refusal
        pieces, size = [], 0
        for piece in _pieces(descriptor, status):
            pieces.append(piece)
            size += len(piece)
            if size > max_bytes:
                return _too_large(None, max_bytes)
    finally:
        os.close(descriptor)
    return b"".join(pieces)


def _pieces(descriptor: int, status: os.stat_result) -> Iterator[bytes]:
    """The bytes of an open file. A short piece that ends where the file did when it was opened is the last: of most
    files one call gives all, and nothing is asked again."""
    size = 0
    while piece := os.read(descriptor, _PIECE):
        yield piece
        size += len(piece)
        if len(piece) < _PIECE and size == status.st_size:
            return


def sha256_of(path: str) -> str | None:
    """The SHA-256 of the bytes that `read_once` would give; `None` where it would refuse.

    Use it to see whether files are still those that were read: it does no more than that takes.

    >>> sha256_of(os.devnull) is None
    True
    """
    try:
        descriptor = os.open(path, _FLAGS)
    except OSError:
        return None
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            return None
        told, size = hashlib.sha256(), 0
        for piece in _pieces(descriptor, status):
            told.update(piece)
            size += len(piece)
            if size > MAX_BYTES:
                return None
        return told.hexdigest()
    except OSError:
        return None
    finally:
        os.close(descriptor)


def _refusal_of(status: os.stat_result, max_bytes: int) -> Refusal | None:
    if stat.S_ISLNK(status.st_mode):
        return Refusal(RejectedReason.SYMLINK, "a symbolic link is not followed; give what it leads to instead")
    if not stat.S_ISREG(status.st_mode):
        return Refusal(RejectedReason.NOT_REGULAR, f"a {_kind(status.st_mode)}, not a regular file")
    if status.st_size > max_bytes:
        return _too_large(status.st_size, max_bytes)
    return None


def _kind(mode: int) -> str:
    kinds = {stat.S_IFIFO: "named pipe", stat.S_IFSOCK: "socket", stat.S_IFDIR: "folder"}
    return kinds.get(stat.S_IFMT(mode), "device")


def _too_large(size: int | None, max_bytes: int) -> Refusal:
    return Refusal(RejectedReason.TOO_LARGE, f"more than {max_bytes} bytes; split the file", byte_length=size)


def refusal_for(error: OSError) -> Refusal:
    """The refusal that tells of what the operating system said.

    >>> refusal_for(PermissionError(13, "Permission denied")).detail
    'EACCES: Permission denied'
    """
    name = errno.errorcode.get(error.errno or 0, "EIO")
    if name == "ELOOP":
        return Refusal(RejectedReason.SYMLINK, "a symbolic link is not followed; give what it leads to instead")
    if name == "ENOENT":
        return Refusal(RejectedReason.UNREADABLE, "ENOENT: the file was gone when it was to be read")
    return Refusal(RejectedReason.UNREADABLE, f"{name}: {error.strerror}")
