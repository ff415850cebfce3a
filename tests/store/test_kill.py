"""A build that is killed leaves the old database or the new one, never anything else."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from libnews import store
from tests.store import sample

ROOT = Path(__file__).parents[2]
SCRIPT = """
import sys
from pathlib import Path
from tests.store import sample
print("ready", flush=True)
while True:
    sample.build(Path(sys.argv[1]))
"""


@pytest.mark.slow
def test_kill_at_any_moment_leaves_old_or_new(tmp_path: Path) -> None:
    path = tmp_path / "news.duckdb"
    with store.create(path) as building:
        building.finish([], 0, 0)
        building.publish()
    old = store.connect(path)
    expected = {old.digest()}
    old.close()
    reference = sample.build(tmp_path / "reference.duckdb")
    with store.connect(reference) as new:
        expected.add(new.digest())
    for number in range(20):
        with subprocess.Popen(
            [sys.executable, "-c", SCRIPT, str(path)], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ) as child:
            assert child.stdout is not None
            child.stdout.readline()
            time.sleep(0.1 + number * 0.13)
            child.kill()
        with store.connect(path) as db:
            assert db.digest() in expected
            assert db.differences() == []
    sample.build(path)
    assert [left.name for left in tmp_path.iterdir() if "building" in left.name] == []
