"""One article from one file, without a folder or a database around it."""

import os
from datetime import date
from pathlib import Path
from typing import BinaryIO

from libnews.errors import InputError
from libnews.loaders.content import MAX_BYTES, read_once
from libnews.loaders.csv_rows import Problems
from libnews.loaders.decoding import check_encoding
from libnews.loaders.metadata import read_row
from libnews.loaders.plain_text import load_bytes
from libnews.loaders.refusal import Refusal
from libnews.models.article import Article
from libnews.models.file_name import file_name
from libnews.models.finding import Rejected


def read(
    source: str | os.PathLike[str] | BinaryIO,
    *,
    file: str | None = None,
    published_on: str | date | None = None,
    publisher: str | None = None,
    title: str | None = None,
    url: str | None = None,
    language: str | None = None,
    encoding: str | None = None,
) -> Article:
    """The article in one file; use it where there is no folder to build from, and for claims by hand.

    `source` is a path, or a file opened in binary mode. `file` is what the database will call it (default: the file's
    name). The others are what a metadata.csv would say. `InputError` tells why a file is no article, and what is wrong
    with a day, a language or an encoding.

    >>> import io
    >>> article = read(io.BytesIO("وصل الوفد أمس.".encode()), file="note.txt", published_on="2026-02-05")
    >>> article.language, article.published_on, article.find("الوفد").cite()
    ('ar', datetime.date(2026, 2, 5), 'note.txt:1:5 «الوفد»')
    """
    if encoding is not None:
        check_encoding(encoding)
    problems = Problems()
    name = file or _name(source)
    cells = {
        "published_on": str(published_on or ""), "publisher": publisher or "", "title": title or "", "url": url or "",
        "language": language or "",
    }  # fmt: skip
    metadata = read_row(cells, name, problems)
    problems.raise_if_any()
    loaded = load_bytes(_bytes(source), name, metadata, encoding)
    if isinstance(loaded, Rejected):
        raise InputError(f"{loaded.file}: {loaded.reason.value}: {loaded.detail}")
    return loaded


def _name(source: str | os.PathLike[str] | BinaryIO) -> str:
    if isinstance(source, str | os.PathLike):
        return file_name(Path(source).name)
    written = getattr(source, "name", None)
    if not isinstance(written, str):
        raise InputError("the file has no name: give one with file=")
    return file_name(Path(written).name)


def _bytes(source: str | os.PathLike[str] | BinaryIO) -> bytes:
    if not isinstance(source, str | os.PathLike):
        raw: bytes | Refusal = source.read(MAX_BYTES + 1)
        if not isinstance(raw, bytes):  # a file in text mode, whatever its type says
            raise InputError('the file gives text: open it with mode "rb", so that its bytes can be hashed')
    elif not os.path.lexists(source):
        raise InputError(f"{source}: no such file; check the name and the folder you are in")
    else:
        raw = read_once(Path(source))
    if isinstance(raw, Refusal):
        raise InputError(f"{source}: {raw.reason.value}: {raw.detail}")
    if len(raw) > MAX_BYTES:
        raise InputError(f"more than {MAX_BYTES} bytes are no article; split the file")
    return raw
