"""The promise of `validate`, on the database of the seeds: any changed cell is found, and nobody is accused."""

import random
import shutil
from pathlib import Path

import duckdb
import pytest

import libnews
from libnews import checks
from libnews.store.digest import differences
from tests.checks.test_tampering import cells_of, missed_changes

SEEDS = Path(__file__).parents[2] / "seeds"
CHANGES, REBUILDS = 500, 20


def _inputs(folder: Path) -> Path:
    """The seeds and two files that cannot be read, so that every table has rows."""
    shutil.copytree(SEEDS, folder)
    (folder / "empty.txt").write_bytes(b" \n")
    (folder / "old.txt").write_bytes("ليبيا".encode("cp1256"))
    return folder


@pytest.mark.slow
def test_each_of_500_changed_cells_is_found(tmp_path: Path) -> None:
    """Every column of every table at least twice."""
    chance = random.Random(2)
    libnews.build(_inputs(tmp_path / "in"), tmp_path / "news.duckdb").close()
    with duckdb.connect(tmp_path / "news.duckdb") as con:
        cells = cells_of(con)
        chosen = [*cells * 2, *chance.choices(cells, k=max(0, CHANGES - 2 * len(cells)))]
        missed = missed_changes(con, chosen, chance)
    print(f"{len(chosen) - len(missed)} of {len(chosen)} changes found, in {len(cells)} columns")
    assert missed == []


@pytest.mark.slow
def test_none_of_20_rebuilds_is_accused(tmp_path: Path) -> None:
    """In whatever order the files are given; and all have one digest."""
    chance = random.Random(4)
    files = sorted(_inputs(tmp_path / "in").glob("*.txt"))
    digests = set()
    for _ in range(REBUILDS):
        with libnews.build(chance.sample(files, len(files)), tmp_path / "news.duckdb") as db:
            digests.add(db.digest())
            assert checks.run(db.connection, differences=differences).findings == ()
    print(f"{REBUILDS} rebuilds, {len(digests)} digest, no finding")
    assert len(digests) == 1
