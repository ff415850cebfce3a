"""What is told of a file without opening it."""

import os
from dataclasses import dataclass
from typing import cast

import pytest

from libnews.loaders.status import status_of


@dataclass
class _Told:
    st_size: int = 1
    st_mtime_ns: int = 2
    st_ctime_ns: int = 3
    st_ino: int = 4


def _status(told: _Told) -> bytes:
    return status_of(cast(os.stat_result, told))


@pytest.mark.parametrize("told", [_Told(st_size=0), _Told(st_mtime_ns=0), _Told(st_ctime_ns=0), _Told(st_ino=0)])
def test_every_number_counts(told: _Told) -> None:
    assert _status(told) != _status(_Told())


def test_a_file_number_of_128_bits_is_told_by_its_lower_half() -> None:
    assert _status(_Told(st_ino=(1 << 100) + 4)) == _status(_Told()) != _status(_Told(st_ino=(1 << 100) + 5))
