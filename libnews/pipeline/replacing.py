"""A file written beside its place and then put there, so that nobody reads half of it."""

import os
import tempfile
from pathlib import Path


def replace_file(path: Path, text: str) -> None:
    """Write `text` (UTF-8) to `path`; an old file stays whole until the new one is.

    >>> with tempfile.TemporaryDirectory() as folder:
    ...     replace_file(Path(folder, "a.csv"), "x")
    ...     [found.name for found in Path(folder).iterdir()]
    ['a.csv']
    """
    target = Path(os.path.realpath(path))
    descriptor, beside = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".writing", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as opened:
            opened.write(text.encode("utf-8"))
            opened.flush()
            os.fsync(opened.fileno())
        Path(beside).chmod(_mode(target))
        Path(beside).replace(target)
    finally:
        Path(beside).unlink(missing_ok=True)


def _mode(target: Path) -> int:
    """The rights of the old file, else those that any new file gets."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
