"""Publishing: readers see the old file or the new one, and nothing else ever stands in the folder."""

from pathlib import Path

import duckdb
import pytest

from libnews import store
from libnews.errors import BusyError, StoreError
from tests.store import sample


def claims_in(path: Path) -> int:
    with store.connect(path) as db:
        return int(db.sql("SELECT count(*) FROM claim").fetchall()[0][0])


def test_nothing_but_the_database_and_its_lock_is_left(tmp_path: Path) -> None:
    sample.build(tmp_path / "news.duckdb")
    assert sorted(left.name for left in tmp_path.iterdir()) == [".news.duckdb.lock", "news.duckdb"]


def test_an_error_in_the_middle_keeps_the_old_file(tmp_path: Path) -> None:
    path = sample.build(tmp_path / "news.duckdb")
    before = path.read_bytes()

    def stopped() -> None:
        with store.create(path) as building:
            building.add(sample.ARTICLES, sample.EXTRACTIONS)
            raise RuntimeError("stopped")

    with pytest.raises(RuntimeError, match="stopped"):
        stopped()
    assert path.read_bytes() == before
    assert sorted(left.name for left in tmp_path.iterdir()) == [".news.duckdb.lock", "news.duckdb"]


def test_an_error_of_duckdb_is_a_store_error_and_commits_nothing(tmp_path: Path) -> None:
    path = sample.build(tmp_path / "news.duckdb")

    def broken() -> None:
        with store.create(path) as building:
            building.add(sample.ARTICLES, sample.EXTRACTIONS)
            building.connection.execute("DROP TABLE memory.staging.span")
            building.finish([], 0, 0)

    with pytest.raises(StoreError, match=r"news\.duckdb was not written"):
        broken()
    assert claims_in(path) == 83


def test_without_publish_the_old_file_stays(tmp_path: Path) -> None:
    path = sample.build(tmp_path / "news.duckdb")
    with store.create(path) as building:
        building.finish([], 0, 0)
    assert claims_in(path) == 83


def test_a_second_writer_is_told_which_file_is_busy(tmp_path: Path) -> None:
    path = tmp_path / "news.duckdb"
    with store.create(path), pytest.raises(BusyError, match=r"news\.duckdb") as caught, store.create(path):
        pass
    assert caught.value.exit_code == 75


def test_a_reader_keeps_its_file_and_a_new_reader_sees_the_new_one(tmp_path: Path) -> None:
    """A plain duckdb.connect would show the old rows to the second reader too."""
    path = sample.build(tmp_path / "news.duckdb")
    with store.connect(path) as old:
        sample.build(path, articles=sample.ARTICLES[:1], extractions=sample.EXTRACTIONS[:1])
        assert old.sql("SELECT count(*) FROM article").fetchall() == [(3,)]
        with store.connect(path) as new:
            assert new.sql("SELECT count(*) FROM article").fetchall() == [(1,)]


def test_what_a_killed_build_left_is_swept(tmp_path: Path) -> None:
    for name in (".news.duckdb.1.building", ".news.duckdb.1.building.wal"):
        (tmp_path / name).write_bytes(b"half")
    (tmp_path / ".news.duckdb.1.building.tmp").mkdir()
    (tmp_path / ".other.duckdb.1.building").write_bytes(b"not ours")
    sample.build(tmp_path / "news.duckdb")
    assert sorted(left.name for left in tmp_path.iterdir()) == [
        ".news.duckdb.lock", ".other.duckdb.1.building", "news.duckdb",
    ]  # fmt: skip


def test_a_write_ahead_log_is_never_overwritten(tmp_path: Path) -> None:
    """Beside a new file an old log makes the database unreadable; deleting it would lose somebody's changes."""
    path = sample.build(tmp_path / "news.duckdb")
    log = tmp_path / "news.duckdb.wal"
    log.write_bytes(b"log")
    with pytest.raises(StoreError, match=r"news\.duckdb\.wal holds changes"), store.create(path):
        pass
    assert log.read_bytes() == b"log"


def test_a_log_that_appears_during_the_build_stops_it(tmp_path: Path) -> None:
    path = sample.build(tmp_path / "news.duckdb")
    before = path.read_bytes()

    def overtaken() -> None:
        with store.create(path) as building:
            building.finish([], 0, 0)
            (tmp_path / "news.duckdb.wal").write_bytes(b"log")
            building.publish()

    with pytest.raises(StoreError, match="holds changes"):
        overtaken()
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"my notes, not a database"])
def test_a_file_of_someone_else_is_not_replaced(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(StoreError, match=r"notes\.txt .* not replaced"), store.create(path):
        pass
    assert path.read_bytes() == content


def test_a_duckdb_file_of_someone_else_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "own.duckdb"
    with duckdb.connect(str(path)) as con:
        con.execute("CREATE TABLE build (mine INTEGER)")
    with pytest.raises(StoreError, match="not one that libnews made"), store.create(path):
        pass


def test_a_folder_as_target_is_refused(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    with pytest.raises(StoreError, match="not a file"), store.create(tmp_path / "news"):
        pass


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="nowhere is not a folder"), store.create(tmp_path / "nowhere" / "news.duckdb"):
        pass


def test_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    """A rename onto the link itself would leave the file it points to as it was."""
    (tmp_path / "real").mkdir()
    path = sample.build(tmp_path / "real" / "news.duckdb")
    link = tmp_path / "link.duckdb"
    link.symlink_to(path)
    sample.build(link, articles=sample.ARTICLES[:1], extractions=sample.EXTRACTIONS[:1])
    assert link.is_symlink()
    assert claims_in(path) == len(sample.EXTRACTIONS[0].claims)


def test_quotes_and_glob_signs_in_the_path_are_only_characters(tmp_path: Path) -> None:
    path = sample.build(tmp_path / "it's [1] *؟.duckdb")
    assert claims_in(path) == 83


def test_a_decision_about_a_mention_that_was_not_added_is_an_error(tmp_path: Path) -> None:
    """Dropped in silence it would leave a record in two halves."""

    def misdirected() -> None:
        with store.create(tmp_path / "news.duckdb") as building:
            building.resolve([("actor_nobody", ("actor_x", "same name"))])
            building.finish([], 0, 0)

    with pytest.raises(StoreError, match="actor_nobody"):
        misdirected()


@pytest.mark.parametrize(("each", "limit"), [(1, "256.0 MiB"), (2**30, "GiB")])
def test_memory_is_bounded_and_grows_with_very_many_claims(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, each: int, limit: str
) -> None:
    """The trap: a limit that a large corpus does not fit in, so that its build fails where memory is free."""
    monkeypatch.setattr(store.building, "_MEMORY_A_CLAIM", each)
    with store.create(tmp_path / "news.duckdb") as building:
        building.add(sample.ARTICLES, sample.EXTRACTIONS)
        building.settle()
        ((found,),) = building.connection.execute("SELECT current_setting('memory_limit')").fetchall()
    assert found.endswith(limit)


def test_what_does_not_fit_is_asked_again_without_a_limit(tmp_path: Path) -> None:
    """The trap: a build that fails for a limit of its own, where memory is free."""
    limits: list[str] = []

    with store.create(tmp_path / "news.duckdb") as building:
        building.add(sample.ARTICLES, sample.EXTRACTIONS)
        building.finish(["example 1"], given=len(sample.ARTICLES), ignored=0)

        def ask() -> str:
            limits.extend(building.connection.execute("SELECT current_setting('memory_limit')").fetchall()[0])
            if len(limits) == 1:
                raise duckdb.OutOfMemoryException("failed to allocate")
            return "told"

        assert building.with_room(ask) == "told"
    assert limits[0] == "512.0 MiB" != limits[1]
