"""Bytes to text, strictly: nothing is guessed, replaced or left out."""

import codecs
import unicodedata
from typing import NamedTuple

from libnews.errors import InputError
from libnews.loaders.refusal import Refusal
from libnews.models.vocabulary import RejectedReason

_BOM = "\ufeff"


class Decoded(NamedTuple):
    """Text without a leading BOM, and the encoding it was decoded from."""

    text: str
    encoding: str


def check_encoding(name: str) -> None:
    """Raise `InputError` unless Python decodes bytes to text by this `name`.

    >>> check_encoding("windows-1256")
    >>> check_encoding("arabic-1")
    Traceback (most recent call last):
    libnews.errors.InputError: 'arabic-1' is not an encoding Python knows; give one such as windows-1256 or utf-16
    """
    try:
        # Codecs such as rot13 and zip turn text to text or bytes to bytes; only this private mark tells them apart.
        if codecs.lookup(name)._is_text_encoding:
            return
    except (LookupError, ValueError):
        pass
    raise InputError(f"{name!r} is not an encoding Python knows; give one such as windows-1256 or utf-16")


def decode(raw: bytes, encoding: str | None = None) -> Decoded | Refusal:
    """Decode a file's bytes as UTF-8, or as `encoding` where one is named and the bytes are not UTF-8.

    A file that holds UTF-8 beyond ASCII is never decoded as anything else: no other encoding's text reads as
    UTF-8 by accident, and a folder of mixed encodings would be garbled without a sign of it.

    >>> decode("سلام".encode("windows-1256"), "windows-1256")
    Decoded(text='سلام', encoding='windows-1256')
    >>> decode("سلام".encode("utf-8-sig"), "windows-1256")
    Decoded(text='سلام', encoding='utf-8-sig')
    """
    decoded = _strictly(raw, "utf-8")
    if encoding is not None and (isinstance(decoded, Refusal) or _may_be_other(raw)):
        decoded = _strictly(raw, encoding)
    return decoded if isinstance(decoded, Refusal) else (_refusal_of(decoded) or decoded)


def _may_be_other(raw: bytes) -> bool:
    # ASCII alone may be UTF-7 or ISO-2022; with NULs it is UTF-16 or UTF-32 of any letters below U+0080 per byte.
    return raw.isascii() or 0 in raw


def _strictly(raw: bytes, encoding: str) -> Decoded | Refusal:
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        return _undecodable(raw, encoding, error.start)
    except UnicodeError as error:
        return Refusal(RejectedReason.NOT_UTF8, f"not {encoding}: {error}")
    if not text.startswith(_BOM):
        return Decoded(text, encoding)
    return Decoded(text[1:], "utf-8-sig" if encoding == "utf-8" else encoding)


def _undecodable(raw: bytes, encoding: str, offset: int) -> Refusal:
    byte = raw[offset : offset + 1].hex()
    return Refusal(RejectedReason.NOT_UTF8, f"byte {offset} (0x{byte}) is not {encoding}", byte_offset=offset)


def _refusal_of(decoded: Decoded) -> Refusal | None:
    text, encoding = decoded
    is_utf8 = encoding.startswith("utf-8")
    if "\0" in text:
        before = text[: text.index("\0")].encode(encoding) if is_utf8 else None
        offset = None if before is None else len(before)
        return Refusal(RejectedReason.NUL, f"a NUL character in line {_line(text, text.index(chr(0)))}", offset)
    if not is_utf8 and not _is_storable(text):
        return Refusal(RejectedReason.NOT_UTF8, f"decoded as {encoding} it holds half of a surrogate pair")
    if _says_nothing(text):
        return Refusal(RejectedReason.EMPTY, "nothing but white space and invisible characters" if text else "no bytes")
    return None


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def _is_storable(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _says_nothing(text: str) -> bool:
    return all(char.isspace() or unicodedata.category(char) == "Cf" for char in text)
