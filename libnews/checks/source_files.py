"""Reading files below a folder that a database names; the database may come from elsewhere."""

import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

# O_NONBLOCK: opening a FIFO must not wait for a writer. Windows has neither flag.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_CHUNK = 1 << 18


def file_sha256(folder: Path, file: str) -> str | None:
    """SHA-256 of a file below `folder`, read in pieces; `None` where no regular file can be read there.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = (Path(folder) / "a.txt").write_bytes(b"")
    ...     file_sha256(Path(folder), "a.txt")[:8], file_sha256(Path(folder), "../a.txt")
    ('e3b0c442', None)
    """
    handle = _opened(folder, file)
    if handle is None:
        return None
    digest = hashlib.sha256()
    for piece in _pieces(handle):
        digest.update(piece)
    return digest.hexdigest()


def file_bytes(folder: Path, file: str, sha256: str) -> bytes | None:
    """The bytes of a file below `folder`; `None` where no regular file has this SHA-256 there, whatever its size."""
    if file_sha256(folder, file) != sha256:
        return None
    handle = _opened(folder, file)
    raw = b"" if handle is None else b"".join(_pieces(handle))
    return raw if hashlib.sha256(raw).hexdigest() == sha256 else None


def _opened(folder: Path, file: str) -> int | None:
    inside = PurePosixPath(file)
    if inside.is_absolute() or ".." in inside.parts or "\0" in file:
        return None  # a database from elsewhere must not make us read other files
    try:
        handle = os.open(folder / inside, _FLAGS)
    except (OSError, UnicodeEncodeError):
        return None
    if stat.S_ISREG(os.fstat(handle).st_mode):
        return handle
    os.close(handle)
    return None


def _pieces(handle: int) -> Iterator[bytes]:
    """What a file holds, in pieces; it is closed in the end."""
    with os.fdopen(handle, "rb", buffering=0) as stream:
        while piece := stream.read(_CHUNK):
            yield piece
