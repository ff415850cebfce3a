"""Reading files: as many come out as go in, in their order, duplicates without claims."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from libnews.loaders import discover
from libnews.models import Article
from libnews.pipeline.reading import read_files

_BYTES = st.sampled_from([b"", b"\xff", "خبر أول".encode(), "خبر ثان".encode(), b"news of the day"])


@settings(deadline=None)  # files, and the first example waits for the lexicon
@given(st.lists(_BYTES, min_size=1, max_size=8))
def test_every_file_comes_out_once(contents: list[bytes]) -> None:
    """The trap: a duplicate that takes the place of its neighbour, or keeps what was read in it."""
    with tempfile.TemporaryDirectory() as folder:
        for number, raw in enumerate(contents):
            Path(folder, f"{number}.txt").write_bytes(raw)
        readings = list(read_files(discover([folder]).files, None, 1))
    assert [one.loaded.file for one in readings] == [f"{number}.txt" for number in range(len(contents))]
    accepted = [one.loaded.sha256 for one in readings if isinstance(one.loaded, Article)]
    assert len(accepted) == len(set(accepted)) == len({raw for raw in contents if len(raw) > 1})
    assert all((one.read is not None) == isinstance(one.loaded, Article) for one in readings)


def test_processes_that_read_agree_with_one(tmp_path: Path) -> None:
    """The trap: chunks that lose the last file, or give results in the order they were done."""
    for number in range(9):
        (tmp_path / f"{number}.txt").write_text(f"التقى الوزير سالم الكعبي وفدا من {number} أعضاء", encoding="utf-8")
    files = discover([tmp_path]).files
    assert list(read_files(files, None, 2)) == list(read_files(files, None, 1))
