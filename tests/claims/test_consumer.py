"""A project of its own (tests/consumer) that has libnews as a dependency."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.testing.loading import ENVIRONMENT

CONSUMER = Path(__file__).parents[1] / "consumer"
ROOT = CONSUMER.parents[1]


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The consumer as installed: its package on the path, its entry point in the metadata beside it."""
    folder = tmp_path_factory.mktemp("installed") / "briefing-1.0.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text("Metadata-Version: 2.4\nName: briefing\nVersion: 1.0\n", encoding="utf-8")
    points = "[libnews.extractors]\ncapitals = briefing.capitals:find_capitals\n"
    (folder / "entry_points.txt").write_text(points, encoding="utf-8")
    paths = [str(CONSUMER / "src"), str(folder.parent), str(ROOT)]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONUTF8": "1", **ENVIRONMENT}


def _run(environment: dict[str, str], *command: str, cwd: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_consumers_own_tests_pass(environment: dict[str, str], tmp_path: Path) -> None:
    """The trap: a door that opens only from inside the house."""
    checks = str(CONSUMER / "checks" / "briefing_checks.py")
    _run(environment, "pytest", "-q", "-p", "no:cacheprovider", "-c", os.devnull, checks, cwd=tmp_path)


@pytest.mark.slow
def test_the_consumer_type_checks(environment: dict[str, str], tmp_path: Path) -> None:
    """The trap: names that work and that mypy calls missing."""
    config = str(CONSUMER / "pyproject.toml")
    cache = f"--cache-dir={tmp_path}"
    told = _run(environment, "mypy", "--config-file", config, cache, str(CONSUMER / "src"), cwd=CONSUMER / "src")
    assert "Success" in told


def test_its_extractor_reads_for_a_build(environment: dict[str, str], tmp_path: Path) -> None:
    """The trap: another program's claims that go in unlooked at, or that take the build with them."""
    (tmp_path / "a.txt").write_text("The EU and NATO met.\n\nNATO said so.", encoding="utf-8")
    told = _run(environment, "libnews", "build", "a.txt", "--db", "a.duckdb", "--extractor", "capitals", cwd=tmp_path)
    assert "1 claim refused" in told
    assert "a.txt: warning claims.quote-absent" in told
    query = "select value, extractor, (select extractors from build) as who from provenance order by all"
    rows = _run(environment, "libnews", "query", "a.duckdb", query, "--format", "csv", cwd=tmp_path).splitlines()
    assert rows[1:] == [f"{word},program:capitals,program:capitals 1.0" for word in ("EU", "NATO", "NATO")]
