"""What the system tells of a file without opening it: enough to know that it is still the one that was read."""

import os
import struct
from operator import attrgetter

_NUMBERS = struct.Struct("=qqqQ")
_fields = attrgetter("st_size", "st_mtime_ns", "st_ctime_ns", "st_ino")
# Some file systems write times in steps of two seconds: what changes within one step is not seen to change.
_STEP = 2_000_000_000


def status_of(told: os.stat_result) -> bytes:
    """Size, times of the last change of contents and of status, and number of a file, packed.

    While it stays, the bytes do too, as far as the system tells. The time of the last change of status (`ctime`) is
    there because a program can set the other one back, and some do.

    >>> status_of(os.stat(os.devnull)) == status_of(os.stat(os.devnull))
    True
    """
    try:
        return _NUMBERS.pack(*_fields(told))
    except struct.error:  # some file systems of Windows number files with 128 bits
        *others, number = _fields(told)
        return _NUMBERS.pack(*others, number & 0xFFFF_FFFF_FFFF_FFFF)


def is_settled(status: bytes, now: int) -> bool:
    """Whether a change after `now` (nanoseconds) would show: a file that was only just written may change unseen.

    >>> import time
    >>> is_settled(status_of(os.stat(os.__file__)), time.time_ns())
    True
    >>> is_settled(status_of(os.stat(os.__file__)), 0)
    False
    """
    times: tuple[int, ...] = _NUMBERS.unpack(status)[1:3]
    return max(times) + _STEP < now
