"""A database to read from, and the command line called as a function."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from libnews.cli import main
from tests.store import sample


class Ended(NamedTuple):
    """What a command left."""

    code: int
    out: str
    err: str


Run = Callable[..., Ended]


@pytest.fixture(scope="session")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up corpus as a database; do not change it."""
    return sample.build(tmp_path_factory.mktemp("news") / "news.duckdb")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run one command; usage errors of argparse are exit codes here too."""

    def call(*argv: object) -> Ended:
        try:
            code = main([str(one) for one in argv])
        except SystemExit as ended:
            code = int(ended.code or 0)
        return Ended(code, *capsys.readouterr())

    return call
