"""A valid database to break, made once and copied for each test."""

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


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files the sample was made from; do not change them."""
    return write_files(tmp_path_factory.mktemp("files"))


def write_files(folder: Path) -> Path:
    """Write the sample's articles below `folder`."""
    for article in sample.ARTICLES:
        path = folder / article.file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes("\n".join(paragraph.text for paragraph in article.paragraphs).encode())
    return folder
