"""From files to a checked database: everything is accounted for, and nothing but the files matters."""

import gc
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import libnews
from libnews.checks import Report
from libnews.loaders import FoundFile, Listing
from libnews.models import Finding
from libnews.models.vocabulary import Severity
from libnews.pipeline import build_database
from libnews.resolve import Resolution
from libnews.store import Building
from tests.pipeline import corpus


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return corpus.write(tmp_path_factory.mktemp("articles"))


@pytest.fixture(scope="module")
def told() -> list[tuple[str, int, int]]:
    """The progress that the build of `built` told of."""
    return []


@pytest.fixture(scope="module")
def built(articles: Path, told: list[tuple[str, int, int]], tmp_path_factory: pytest.TempPathFactory) -> libnews.Built:
    path = tmp_path_factory.mktemp("built") / "news.duckdb"
    return build_database(articles, path, progress=lambda *said: told.append(said))


def test_the_whole_path_is_walked(built: libnews.Built) -> None:
    """The trap: stages that work one by one, and a database that nobody can use."""
    assert built.report.ok, built.report.findings
    with libnews.connect(built.database) as db:
        deals = list(db.agreements(country="EGY"))
        assert [str(deal.amount) for deal in deals] == ["3000000000.0000"]
        assert {place.file for place in deals[0].provenance["amount"]} == {"first.txt", "second.txt"}
        assert db.digest() == built.digest


def test_summary_counts_what_was_given_and_what_is_missing(built: libnews.Built) -> None:
    """The trap: a build that ends well and does not tell what it could not read."""
    summary = built.summary
    assert (summary.given, summary.accepted, summary.rejected, summary.ignored) == (4, 4, (), 0)
    assert summary.unread == {"en": 1}
    assert summary.undated == 3
    assert summary.unresolved_dates == 1  # «أمس» of second.txt; first.txt has its day
    assert summary.records["trade_figure"] == 1


def test_order_and_jobs_do_not_matter(articles: Path, built: libnews.Built, tmp_path: Path) -> None:
    """The trap: rows that depend on which process was done first, or on the order of a shell's arguments."""
    files = sorted(articles.rglob("*.txt"))
    random.Random(7).shuffle(files)
    again = build_database(files, tmp_path / "again.duckdb", jobs=2)
    assert again.digest == built.digest
    assert again.summary == built.summary


def test_hash_seed_and_time_zone_do_not_matter(articles: Path, built: libnews.Built, tmp_path: Path) -> None:
    """The trap: a set that is walked in its own order, a day that begins at midnight somewhere else."""
    command = [sys.executable, "-m", "libnews", "build", str(articles), "--db", str(tmp_path / "other.duckdb")]
    environment = {**os.environ, "PYTHONHASHSEED": "4711", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert built.digest in done.stdout


def test_database_among_its_own_articles_is_no_input(tmp_path: Path) -> None:
    """The trap: a second build that counts the first one's database, and has another digest."""
    folder = corpus.write(tmp_path)
    digests = {build_database(folder, folder / "news.duckdb").digest for _ in range(2)}
    assert len(digests) == 1


def test_given_is_accepted_and_rejected(tmp_path: Path) -> None:
    """The trap: a file that is in neither list, or a duplicate whose claims count twice."""
    folder = corpus.write(tmp_path / "articles")
    (folder / "copy.txt").write_bytes((folder / "first.txt").read_bytes())
    (folder / "bad.txt").write_bytes("سلام".encode("windows-1256"))
    (folder / "README.txt").write_bytes(b"about")
    built = build_database(folder, tmp_path / "news.duckdb")
    assert [(one.file, one.reason.value) for one in built.summary.rejected] == [
        ("bad.txt", "not-utf8"),
        ("first.txt", "duplicate"),
    ]
    assert (built.summary.given, built.summary.accepted, built.summary.ignored) == (6, 4, 1)
    with libnews.connect(built.database) as db:
        assert db.sql("select count(*) from rejected").fetchall() == [(2,)]
        assert db.sql("select count(distinct article_id), count(*) from article").fetchall() == [(4, 4)]
    assert built.report.ok


def test_all_rejected_is_a_database_that_says_so(tmp_path: Path) -> None:
    """The trap: a crash, or a silent end, where nothing at all could be read."""
    folder = corpus.write(tmp_path / "articles", {"empty.txt": ""})
    built = build_database(folder, tmp_path / "news.duckdb")
    assert built.report.ok
    assert [one.reason.value for one in built.summary.rejected] == ["empty"]


def test_strict_writes_nothing_and_names_every_file(tmp_path: Path) -> None:
    """The trap: one bad file told, the next one found in the next run."""
    folder = corpus.write(tmp_path / "articles", {**corpus.TEXTS, "empty.txt": "", "nul.txt": "a\0b"})
    with pytest.raises(libnews.RejectedInputError, match=r"(?s)empty\.txt.*nul\.txt") as refused:
        build_database(folder, tmp_path / "news.duckdb", strict=True)
    assert len(refused.value.rejected) == 2
    assert not (tmp_path / "news.duckdb").exists()


def test_strict_forgives_duplicates(tmp_path: Path) -> None:
    """The trap: an archive with one story twice that can never be built strictly."""
    folder = corpus.write(tmp_path / "articles", {"a.txt": "خبر قصير", "b.txt": "خبر قصير"})
    assert build_database(folder, tmp_path / "news.duckdb", strict=True).summary.accepted == 1


@pytest.mark.usefixtures("built")
def test_progress_is_told(told: list[tuple[str, int, int]]) -> None:
    """The trap: hours of silence."""
    assert told == [("reading", 0, 4), ("reading", 4, 4), ("resolving", 4, 4), ("checking", 4, 4)]


def _invalid(*_args: object, **_more: object) -> Report:
    found = Finding(rule="claim.quote-differs", severity=Severity.ERROR, message="made up")
    return Report(findings=(found,), counts={"claim.quote-differs": 1}, rules_run=("claim.quote-differs",))


def test_invalid_data_leaves_the_old_database(
    articles: Path, built: libnews.Built, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The trap: a good database replaced by one that breaks rules."""
    path = Path(shutil.copy(built.database, tmp_path / "news.duckdb"))
    old = path.read_bytes()
    monkeypatch.setattr("libnews.pipeline.finishing.checks.run", _invalid)
    with pytest.raises(libnews.InvalidDataError) as invalid:
        libnews.build(articles, path)
    assert len(invalid.value.findings) == 1
    assert path.read_bytes() == old
    assert sorted(entry.name for entry in tmp_path.iterdir() if "building" in entry.name) == []


def test_build_hands_back_an_open_database(articles: Path, tmp_path: Path) -> None:
    """The trap: the door of the README that does not open."""
    with libnews.build([articles / "first.txt"], tmp_path / "news.duckdb") as db:
        assert [article.file for article in db.articles()] == ["first.txt"]
        assert libnews.validate(db, sources=articles).ok


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda given: {"jobs": 0}, "jobs=0"),
        (lambda given: {"encoding": "arabic-1"}, "arabic-1"),
        (lambda given: {"paths": given / "no"}, "no such file"),
        (lambda given: {"paths": []}, "no PATH"),
        (lambda given: {"metadata": given / "no.csv"}, r"no\.csv"),
    ],
)
def test_misuse_is_told_before_anything_is_written(
    change: Callable[[Path], dict[str, Any]], message: str, articles: Path, tmp_path: Path
) -> None:
    """The trap: an hour of reading, and then a spelling mistake in an option."""
    options = {"paths": articles, "db": tmp_path / "news.duckdb", **change(articles)}
    with pytest.raises(libnews.InputError, match=message):
        build_database(**options)
    assert list(tmp_path.iterdir()) == []


def test_sources_have_to_be_a_folder(built: libnews.Built, tmp_path: Path) -> None:
    """The trap: a slip in --sources that calls every file missing."""
    with pytest.raises(libnews.InputError, match="not a folder"):
        libnews.validate(built.database, sources=tmp_path / "no")


def test_what_is_done_is_let_go_before_records_are_made(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The trap: a variable that holds a hundred thousand files, or all that resolution compared, to the very end."""
    finish, there, left = Building.finish, [*_held()], list[object]()

    def watched(building: Building, *given: Any) -> None:
        left.extend(one for one in _held() if not any(one is other for other in there))
        finish(building, *given)

    monkeypatch.setattr(Building, "finish", watched)
    build_database(articles, tmp_path / "news.duckdb")
    assert left == []


def _held() -> list[object]:
    gc.collect()
    return [found for found in gc.get_objects() if isinstance(found, Resolution | Listing | FoundFile)]
