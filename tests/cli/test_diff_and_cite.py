"""`libnews diff` and `libnews cite`, and what a build says of the database it replaces."""

import json
from pathlib import Path

import duckdb

from tests.cli.conftest import Run
from tests.pipeline import corpus
from tests.store import sample


def test_a_build_tells_what_it_changed_and_diff_tells_all(run: Run, tmp_path: Path) -> None:
    """The trap: a nightly build that drops a third of the records, and nobody notices."""
    names = ("old", "new")
    old, new = (tmp_path / f"{name}.duckdb" for name in names)
    first = corpus.write(tmp_path / "articles", {"first.txt": corpus.TEXTS["first.txt"]})
    assert "changes" not in run("build", first, "--db", old).out
    new.write_bytes(old.read_bytes())
    both = corpus.write(tmp_path / "articles", corpus.TEXTS)
    built = run("build", both, "--db", new)
    assert "changes" in built.out
    assert "against the database it replaces" in built.out
    assert "3 articles added" in built.out
    ended = run("diff", old, new)
    assert (ended.code, ended.err) == (0, "")
    assert "ADDED: " in ended.out
    assert "sub/third.txt:1:" in ended.out
    told = json.loads(run("diff", old, new, "--format", "json").out)
    assert told["articles_added"] == 3
    assert len(told["added"]) == told["counts"]["added"] > 0
    assert ended.out.splitlines()[-1] in built.out
    assert "no difference" in run("diff", new, new).out


def test_a_build_goes_on_where_the_old_database_is_too_old(run: Run, tmp_path: Path) -> None:
    """The trap: an update of libnews after which nothing can be built."""
    folder = corpus.write(tmp_path / "articles", {"a.txt": "خبر قصير"})
    run("build", folder, "--db", tmp_path / "news.duckdb")
    with duckdb.connect(tmp_path / "news.duckdb") as con:
        con.execute("UPDATE build SET schema_version = 1")
    assert run("diff", tmp_path / "news.duckdb", tmp_path / "news.duckdb").code == 2
    ended = run("build", folder, "--db", tmp_path / "news.duckdb")
    assert ended.code == 0
    assert "not compared with the database it replaces" in ended.out
    assert "has schema version 1" in ended.out


def test_cite_reads_like_a_footnote(run: Run, news: Path) -> None:
    """The trap: a value without the words, or words without the hash of their file."""
    meeting = next(one.mention_id for one in sample.EXTRACTIONS[0].mentions if one.record_type == "meeting")
    ended = run("cite", news, meeting, "--field", "city")
    assert ended.code == 0
    for told in (
        "city: جنيف", "«استقبل الوزير سالم الكعبي نظيره جان دوبوا في جنيف يوم 3 مايو 2024.»",
        "وكالة المثال, 2024-05-04", "first.txt:2:46 ¶2 «جنيف»", f"sha256 {sample.ARTICLES[0].sha256}", "claim_",
    ):  # fmt: skip
        assert told in ended.out
    [fact] = json.loads(run("cite", news, meeting, "--field", "city", "--format", "json").out)
    assert (fact["value"], fact["sha256"]) == ("جنيف", sample.ARTICLES[0].sha256)


def test_citing_what_is_not_there_ends_with_2(run: Run, news: Path) -> None:
    ended = run("cite", news, "nobody")
    assert (ended.code, ended.out) == (2, "")
    assert "no record, mention, claim or article 'nobody'" in ended.err


def test_hostile_words_move_no_cursor(run: Run, tmp_path: Path) -> None:
    """The trap: an article that clears the screen of whoever cites it."""
    text = "التقى الوزير سالم الكعبي \x1b[2Jنظيره جان دوبوا في باريس."
    folder = corpus.write(tmp_path / "articles", {"a\u202e.txt": text})
    run("build", folder, "--db", tmp_path / "news.duckdb")
    with duckdb.connect(tmp_path / "news.duckdb", read_only=True) as con:
        ids = [row[0] for row in con.execute("SELECT record_id FROM record").fetchall()]
    shown = [run("cite", tmp_path / "news.duckdb", one).out for one in ids]
    assert any("⟦U+001B⟧" in one for one in shown)
    assert not any("\x1b" in one or "\u202e" in one for one in shown)
