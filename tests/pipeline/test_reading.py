"""Reading files: as many come out as go in, in their order, duplicates without claims, on one process as on two."""

import tempfile
from pathlib import Path

import duckdb
from hypothesis import given, settings
from hypothesis import strategies as st

import libnews
from libnews.loaders import discover
from libnews.pipeline.reading import Task, Way
from libnews.pipeline.workers import read_on

_BYTES = st.sampled_from([b"", b"\xff", "خبر أول".encode(), "خبر ثان".encode(), b"news of the day"])


@settings(deadline=None, max_examples=6)  # each builds a database
@given(st.lists(_BYTES, min_size=1, max_size=8))
def test_every_file_comes_out_once(contents: list[bytes]) -> None:
    """The trap: a duplicate that takes the place of its neighbour, or keeps what was read in it."""
    with tempfile.TemporaryDirectory() as folder:
        for number, raw in enumerate(contents):
            Path(folder, f"{number}.txt").write_bytes(raw)
        with libnews.build(folder, Path(folder, "news.duckdb"), cache=False) as db:
            files = db.sql("select file from article union all select file from rejected order by all").fetchall()
            accepted = db.sql("select sha256 from article").fetchall()
            (told,) = db.sql("select count(distinct article_id) from span").fetchall()
    assert files == [(f"{number}.txt",) for number in range(len(contents))]
    assert len(accepted) == len(set(accepted)) == len({raw for raw in contents if len(raw) > 1})
    assert told[0] <= len(accepted)


def test_processes_that_read_agree_with_one(tmp_path: Path) -> None:
    """The trap: batches that lose the last file, or results in the order they were done."""
    for number in range(9):
        (tmp_path / f"{number}.txt").write_text(f"التقى الوزير سالم الكعبي وفدا من {number} أعضاء", encoding="utf-8")
    files = discover([tmp_path]).files
    tasks = [Task(found, (), found.file, number) for number, found in enumerate(files)]
    found = []
    for jobs in (1, 2):
        folder = tmp_path / f"by {jobs}"
        folder.mkdir()
        readings = [one for some in read_on(tasks, Way(None, "libnews", folder), jobs, None) for one in some]
        assert [one.number for one in readings] == list(range(9))
        claims = duckdb.execute("from read_parquet(?) order by all", [f"{folder}/*/claim.parquet"]).fetchall()
        found.append((readings, claims))
    assert found[0] == found[1]
