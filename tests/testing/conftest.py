"""A valid database for the mutators, made once and copied for each test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from tests.store import sample


@pytest.fixture(scope="session")
def valid(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample corpus as a database; do not change it."""
    return sample.build(tmp_path_factory.mktemp("valid") / "valid.duckdb")


@pytest.fixture
def con(valid: Path, tmp_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """An open copy of the sample, to be broken at will."""
    with duckdb.connect(shutil.copy(valid, tmp_path / "copy.duckdb")) as connection:
        yield connection
