"""What a build remembers changes how long the next one takes, and nothing else."""

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import libnews
from libnews.errors import StoreError
from libnews.loaders import folder as folder_module
from libnews.loaders.status import status_of
from libnews.pipeline import Built, build_database, cache, code, outstanding, workers

TEXTS = [
    "التقى الوزير الليبي سالم الكعبي نظيره الفرنسي جان دوبوا في باريس في 3 مايو 2024.",
    "زار وزير الخارجية الليبي سالم الكعبي باريس أمس.",
    "وقعت ليبيا وفرنسا صفقة أسلحة بقيمة 3 مليارات دولار.",
    "بلغ حجم التبادل التجاري بين ليبيا وفرنسا نحو 19.5 مليون دولار خلال 2022/2023.",
    "",
]
NAMES = ["a.txt", "b.txt", "deep/c.txt", "d.txt"]


def cache_of(target: Path) -> Path:
    return target.with_name(f".{target.name}.cache")


def digest(built: Built) -> str:
    assert built.report.ok, built.report.findings
    return built.digest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in zip(NAMES, TEXTS, strict=False):
        (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / name).write_text(text, encoding="utf-8")
    return tmp_path / "in"


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("write"), st.sampled_from(NAMES), st.sampled_from(TEXTS)),
        st.tuples(st.just("remove"), st.sampled_from(NAMES), st.just("")),
        st.tuples(st.just("touch"), st.sampled_from(NAMES), st.just("")),
        st.tuples(st.just("publish"), st.sampled_from(NAMES), st.sampled_from(["2024-05-04", "2026-02-03"])),
        st.tuples(st.just("claim"), st.sampled_from(NAMES), st.sampled_from(["التقى", "زار", "غائب"])),
    ),
    max_size=4,
)


def change(folder: Path, what: str, name: str, value: str) -> None:
    path = folder / name
    if what == "write":
        path.write_text(value, encoding="utf-8")
    elif what == "remove":
        path.unlink(missing_ok=True)
    elif what == "touch" and path.exists():
        path.touch()
    elif what == "publish":
        row = f"file_name,published_on\n{name},{value}\n" if path.exists() else "file_name\n"
        (folder / "metadata.csv").write_text(row, encoding="utf-8")
    elif what == "claim":
        row = f"file,record,record_type,field,value,quote\n{name},m,x_verb,x_word,1,{value}\n"
        (folder / "claims.csv").write_text(row, encoding="utf-8")


@pytest.mark.usefixtures("settled")
@settings(deadline=None, max_examples=2)
@given(rounds=st.lists(STEPS, min_size=1, max_size=2))
def test_what_is_remembered_gives_what_a_build_of_everything_gives(rounds: list[Any]) -> None:
    """The trap: rows of a file that is gone, of a former publication day, of a twin that is no duplicate any more."""
    remember(rounds, 1)


@pytest.mark.slow
@pytest.mark.usefixtures("settled")
@settings(deadline=None, max_examples=40)
@given(rounds=st.lists(STEPS, min_size=1, max_size=4), jobs=st.sampled_from([1, 1, 2]))
def test_what_is_remembered_through_many_builds(rounds: list[Any], jobs: int) -> None:
    remember(rounds, jobs)


def remember(rounds: list[Any], jobs: int) -> None:
    """Change files, and build them with and without a memory, round by round."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made, "in")
        (folder / "deep").mkdir(parents=True)
        (folder / "always.txt").write_text(TEXTS[0] + " وغادر.", encoding="utf-8")
        for steps in rounds:
            for step in steps:
                if not (step[0] == "remove" and (folder / "metadata.csv").exists()):
                    change(folder, *step)
            claims = [folder / "claims.csv"] if (folder / "claims.csv").exists() else []
            kept = build_database(folder, Path(made, "kept.duckdb"), claims=claims, jobs=jobs)
            anew = build_database(folder, Path(made, "anew.duckdb"), claims=claims, cache=False)
            assert digest(kept) == digest(anew)
            assert kept.summary == anew.summary


@pytest.mark.usefixtures("settled")
def test_nothing_is_written_where_nothing_changed(tmp_path: Path, folder: Path) -> None:
    target = tmp_path / "news.duckdb"
    first = build_database(folder, target)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    second = build_database(folder, target)
    assert (second.is_unchanged, second.digest, second.summary) == (True, first.digest, first.summary)
    assert second.report == first.report
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def read_again(monkeypatch: pytest.MonkeyPatch, build: Callable[[], object]) -> list[str]:
    """The files that a build reads the text of."""
    seen: list[str] = []
    real = workers.read_on

    def spying(tasks: Any, *others: Any) -> Any:
        for readings in real(tasks, *others):
            numbers = {task.number for task in tasks}
            seen.extend(Path(one.path).name for one in readings if one.number in numbers)
            yield readings

    monkeypatch.setattr(outstanding, "read_on", spying)
    build()
    return seen


@pytest.mark.usefixtures("settled")
def test_only_what_changed_is_read(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "news.duckdb"
    build_database(folder, target)
    (folder / "b.txt").write_text(TEXTS[1] + " وعاد.", encoding="utf-8")
    (folder / "a.txt").touch()
    assert read_again(monkeypatch, lambda: build_database(folder, target)) == ["b.txt"]


@pytest.mark.usefixtures("settled")
def test_a_change_that_hides_its_time_is_seen(tmp_path: Path, folder: Path) -> None:
    """The trap: other bytes of the same length, with the time of the old ones put back (`touch -r`, `rsync -t`)."""
    target = tmp_path / "news.duckdb"
    first = build_database(folder, target)
    before = (folder / "a.txt").stat()
    time.sleep(0.02)  # the clock of some file systems moves in steps
    (folder / "a.txt").write_text(TEXTS[0].replace("3 مايو", "4 مايو"), encoding="utf-8")
    os.utime(folder / "a.txt", ns=(before.st_atime_ns, before.st_mtime_ns))
    assert digest(build_database(folder, target)) != digest(first)


def test_files_written_just_now_are_not_trusted(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The trap: a change within one step of a file system's clock."""
    target = tmp_path / "news.duckdb"
    build_database(folder, target)
    given = folder / "a.txt"
    before, real = given.stat(), status_of
    (folder / "a.txt").write_text(TEXTS[0].replace("3 مايو", "4 مايو"), encoding="utf-8")
    monkeypatch.setattr(folder_module, "status_of", lambda told: real(before if told.st_ino == before.st_ino else told))
    assert not build_database(folder, target).is_unchanged


@pytest.mark.usefixtures("settled")
def test_files_that_were_only_touched_change_nothing(tmp_path: Path, folder: Path) -> None:
    target = tmp_path / "news.duckdb"
    first = build_database(folder, target)
    written = target.stat().st_mtime_ns
    for path in folder.rglob("*.txt"):
        path.touch()
    again = build_database(folder, target)
    assert (again.is_unchanged, again.digest, target.stat().st_mtime_ns) == (True, first.digest, written)


@pytest.mark.usefixtures("settled")
def test_verify_takes_bytes_and_not_times(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Touched files are as they were; bytes that changed show, though the system tells nothing of it."""
    target = tmp_path / "news.duckdb"
    first = build_database(folder, target)
    for path in folder.rglob("*.txt"):
        path.touch()
    written = target.stat().st_mtime_ns
    again = build_database(folder, target, verify=True)
    assert (again.is_unchanged, again.digest, target.stat().st_mtime_ns) == (True, first.digest, written)
    monkeypatch.setattr(folder_module, "status_of", lambda told: b"\0" * 32)
    build_database(folder, target)
    with (folder / "a.txt").open("ab") as file:
        file.write(" وعاد.".encode())
    assert build_database(folder, target).is_unchanged
    changed = build_database(folder, target, verify=True)
    assert (changed.is_unchanged, changed.digest == first.digest) == (False, False)
    assert build_database(folder, target, verify=True).is_unchanged


@pytest.mark.usefixtures("settled")
def test_verify_sees_other_rows_of_metadata(tmp_path: Path, folder: Path) -> None:
    target = tmp_path / "news.duckdb"
    (folder / "metadata.csv").write_text("file_name,publisher\na.txt,وكالة\n", encoding="utf-8")
    first = build_database(folder, target)
    assert build_database(folder, target, verify=True).is_unchanged
    (folder / "metadata.csv").write_text("file_name,publisher\na.txt,صحيفة\n", encoding="utf-8")
    assert build_database(folder, target, verify=True).digest != first.digest


@pytest.mark.usefixtures("settled")
@pytest.mark.parametrize("damage", ["delete", "cut", "empty", "other database"])
def test_a_damaged_memory_costs_only_time(tmp_path: Path, folder: Path, damage: str) -> None:
    target = tmp_path / "news.duckdb"
    first = digest(build_database(folder, target))
    (folder / "d.txt").touch()
    if damage == "delete":
        shutil.rmtree(cache_of(target))
    elif damage == "other database":
        target.unlink()
    else:
        for path in cache_of(target).rglob("file.parquet"):
            path.write_bytes(path.read_bytes()[:100] if damage == "cut" else b"")
    assert digest(build_database(folder, target)) == first


@pytest.mark.usefixtures("settled")
@pytest.mark.parametrize("damage", ["delete", "overwrite"])
def test_rows_that_are_lost_are_told_and_not_left_out(tmp_path: Path, folder: Path, damage: str) -> None:
    """The trap: a table of a batch is gone, and its claims go silently."""
    target = tmp_path / "news.duckdb"
    first = digest(build_database(folder, target))
    (folder / "d.txt").write_text(TEXTS[1] + " وعاد.", encoding="utf-8")
    (claims,) = cache_of(target).rglob("claim.parquet")
    if damage == "delete":
        claims.unlink()
    else:
        raw = claims.read_bytes()
        claims.write_bytes(raw[:4] + b"\0" * 200 + raw[204:])
    with pytest.raises(StoreError, match=r"news.duckdb.cache.* cannot be read back.*delete that folder"):
        build_database(folder, target)
    shutil.rmtree(cache_of(target))
    assert digest(build_database(folder, target)) != first


@pytest.mark.usefixtures("settled")
def test_many_small_batches_are_read_again_as_one(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The trap: an archive that grows by a file a day has a batch, and six files to open, for every day."""
    monkeypatch.setattr(cache, "_MOST_SMALL", 1)
    target = tmp_path / "news.duckdb"
    build_database(folder, target)
    (folder / "e.txt").write_text(TEXTS[1] + " وعاد.", encoding="utf-8")
    assert read_again(monkeypatch, lambda: build_database(folder, target)) == ["e.txt"]
    assert len(list(cache_of(target).glob("*/*/file.parquet"))) == 2
    (folder / "f.txt").write_text(TEXTS[1] + " ونام.", encoding="utf-8")
    assert len(read_again(monkeypatch, lambda: build_database(folder, target))) == len(NAMES) + 2
    assert len(list(cache_of(target).glob("*/*/file.parquet"))) == 1


@pytest.mark.usefixtures("settled")
def test_a_claims_file_is_known_by_its_bytes(tmp_path: Path, folder: Path) -> None:
    """The trap: its times and its size say that it is the same."""
    target, claims = tmp_path / "news.duckdb", folder / "claims.csv"
    change(folder, "claim", "a.txt", "التقى")
    first = build_database(folder, target, claims=claims)
    assert build_database(folder, target, claims=claims).is_unchanged
    before = claims.stat()
    claims.write_text(claims.read_text(encoding="utf-8").replace("x_word,1,", "x_word,2,"), encoding="utf-8")
    os.utime(claims, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert digest(build_database(folder, target, claims=claims)) != digest(first)


@pytest.mark.usefixtures("settled")
def test_a_metadata_file_given_is_looked_at_again(tmp_path: Path, folder: Path) -> None:
    target, metadata = tmp_path / "news.duckdb", tmp_path / "days.csv"
    metadata.write_text("file_name,published_on\na.txt,2024-05-04\n", encoding="utf-8")
    first = build_database(folder, target, metadata=metadata)
    assert build_database(folder, target, metadata=metadata).is_unchanged
    metadata.write_text("file_name,published_on\na.txt,2024-05-05\n", encoding="utf-8")
    assert digest(build_database(folder, target, metadata=metadata)) != digest(first)


def test_readers_of_other_packages_belong_to_the_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """The trap: a reader is installed, or another version of it, and its articles stay as they were read."""
    entry = EntryPoint("xx", "nowhere:READER", "libnews.readers")
    before = code.code_digest.__wrapped__()
    monkeypatch.setattr(code, "entry_points", lambda group: [entry])
    assert code.code_digest.__wrapped__() != before == code.code_digest()


@pytest.mark.usefixtures("settled")
def test_a_changed_database_is_made_again(tmp_path: Path, folder: Path) -> None:
    target = tmp_path / "news.duckdb"
    first = build_database(folder, target)
    with libnews.build(folder / "a.txt", tmp_path / "other.duckdb") as other:
        assert other.path.exists()
    shutil.copy(tmp_path / "other.duckdb", target)
    again = build_database(folder, target)
    assert (again.is_unchanged, again.digest) == (False, first.digest)


@pytest.mark.usefixtures("settled")
def test_batches_that_nothing_needs_are_deleted(tmp_path: Path, folder: Path) -> None:
    target = tmp_path / "news.duckdb"
    build_database(folder, target)
    for number in range(2):
        for name in NAMES:
            (folder / name).write_text(f"{TEXTS[0]} {number}", encoding="utf-8")
        build_database(folder, target)
    assert len(list(cache_of(target).glob("*/*/file.parquet"))) == 1


@pytest.mark.usefixtures("settled")
def test_what_was_read_before_a_build_was_stopped_is_not_read_again(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "news.duckdb"

    def stopped(stage: str, done: int, total: int) -> None:
        if stage == "resolving":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_database(folder, target, progress=stopped)
    assert read_again(monkeypatch, lambda: build_database(folder, target)) == []
    assert build_database(folder, target).is_unchanged


def test_what_a_lost_worker_left_is_no_batch(tmp_path: Path, folder: Path) -> None:
    """The trap: a worker that is killed while it writes, and a build that takes what it left for a batch."""
    remembered = tmp_path / ".news.duckdb.cache"
    left: list[Path] = []

    def leave(stage: str, done: int, total: int) -> None:
        if stage == "reading" and not left:
            left.extend(one / ".000000000003.left" for one in remembered.iterdir() if one.is_dir())
            left[0].mkdir()

    assert build_database(folder, tmp_path / "news.duckdb", progress=leave).report.ok
    assert left[0].exists()  # it may be written to still
    (folder / "one-more.txt").write_text("وصل الوزير إلى طرابلس.", encoding="utf-8")
    assert build_database(folder, tmp_path / "news.duckdb").report.ok
    assert not left[0].exists()


def test_without_a_cache_nothing_is_left_beside_the_database(tmp_path: Path, folder: Path) -> None:
    build_database(folder, tmp_path / "news.duckdb", cache=False)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".news.duckdb.lock", "in", "news.duckdb"]


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="file names are text there")
def test_names_that_are_not_utf8_are_remembered(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / os.fsdecode(b"caf\xe9.txt")).write_text(TEXTS[0], encoding="utf-8")
    first = build_database(folder, tmp_path / "news.duckdb")
    (folder / "b.txt").write_text(TEXTS[1], encoding="utf-8")
    assert digest(build_database(folder, tmp_path / "news.duckdb")) != digest(first)
