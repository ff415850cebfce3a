r"""File names as text that any database, terminal and JSON file can hold, and the way back.

A name on disk is bytes; not all of them are UTF-8, and `/` is not every system's separator. In `article.file` each
byte that is not part of UTF-8 stands as `\xNN`, and so does a backslash that would read as one of these.
"""

import os
import re
from pathlib import Path

_LOOKS_ESCAPED = re.compile(r"\\(?=x[0-9a-f]{2})")
_ESCAPED = re.compile(rb"\\x([0-9a-f]{2})")
_LOWEST_SURROGATE = 0xDC00


def file_name(path: str) -> str:
    r"""Write a relative path as `article.file` holds it; `file_path` is the way back.

    >>> file_name("news/a.txt"), file_name("caf\udce9.txt")
    ('news/a.txt', 'caf\\xe9.txt')
    """
    if os.sep != "/":
        path = path.replace(os.sep, "/")
    if path.isascii() and "\\" not in path:
        return path
    text = os.fsencode(_LOOKS_ESCAPED.sub(r"\\x5c", path)).decode("utf-8", "surrogateescape")
    if text.isascii():
        return text
    return "".join(f"\\x{ord(char) - _LOWEST_SURROGATE:02x}" if "\udc80" <= char <= "\udcff" else char for char in text)


def file_path(name: str) -> Path:
    r"""The relative path that `file_name` wrote as `name`.

    Use it to find an article's file again below a folder of sources.

    >>> file_path("news/a.txt") == Path("news/a.txt")
    True
    """
    raw = _ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), name.encode("utf-8"))
    return Path(os.fsdecode(raw))
