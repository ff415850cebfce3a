"""`libnews build` and `libnews validate`: what they say, and the code they end with."""

import json
import shutil
from pathlib import Path

import duckdb
import pytest

from tests.cli.conftest import Run
from tests.pipeline import corpus
from tests.pipeline.test_build import _invalid


def test_build_tells_what_it_did(run: Run, tmp_path: Path) -> None:
    """The trap: a summary without the refused, the undated or the unread."""
    folder = corpus.write(tmp_path / "articles", {**corpus.TEXTS, "bad.txt": "a\0b"})
    ended = run("build", folder, "--db", tmp_path / "news.duckdb")
    assert (ended.code, ended.err) == (0, "")
    for told in (
        "4 of 5 files given", "bad.txt: nul:", "1 in en", "3 articles without a day of publication", "published_on",
        "1 trade figure", "1 contradiction", "libnews conflicts", "ok: ",
    ):  # fmt: skip
        assert told in ended.out
    assert run("validate", tmp_path / "news.duckdb", "--sources", folder).code == 0


def test_build_and_validate_print_the_same_digest(run: Run, tmp_path: Path) -> None:
    """The trap: two figures for one database."""
    folder = corpus.write(tmp_path / "articles", {"a.txt": "خبر قصير"})
    built = run("build", folder, "--db", tmp_path / "news.duckdb").out
    digest = json.loads(run("validate", tmp_path / "news.duckdb", "--format", "json").out)["digest"]
    assert len(digest) == 32
    assert digest in built
    assert f"digest {digest}" in run("validate", tmp_path / "news.duckdb").out


def test_strict_ends_with_3(run: Run, tmp_path: Path) -> None:
    """The trap: a nightly job that never notices refused files."""
    folder = corpus.write(tmp_path / "articles", {"a.txt": "خبر قصير", "empty.txt": ""})
    ended = run("build", folder, "--db", tmp_path / "news.duckdb", "--strict")
    assert ended.code == 3
    assert "empty.txt: empty" in ended.err
    assert run("build", folder, "--db", tmp_path / "news.duckdb").code == 0


def test_invalid_data_ends_with_1_and_is_listed(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The trap: a refusal that does not say what for."""
    monkeypatch.setattr("libnews.pipeline.finishing.checks.run", _invalid)
    ended = run("build", corpus.write(tmp_path / "articles"), "--db", tmp_path / "news.duckdb")
    assert ended.code == 1
    assert "claim.quote-differs" in ended.out
    assert "was not written" in ended.err
    assert not (tmp_path / "news.duckdb").exists()


def test_changed_database_ends_with_1(run: Run, news: Path, tmp_path: Path) -> None:
    """The trap: findings on the screen and success in the script."""
    changed = shutil.copy(news, tmp_path / "changed.duckdb")
    with duckdb.connect(changed) as con:
        con.execute("UPDATE meeting SET city = 'برن'")
    ended = run("validate", changed)
    assert ended.code == 1
    assert "digest.differs" in ended.out
    assert json.loads(run("validate", changed, "--format", "json").out)["ok"] is False


def test_changed_source_is_shown_below_sources(run: Run, tmp_path: Path) -> None:
    """The trap: a name that no terminal can open."""
    folder = corpus.write(tmp_path / "articles", {"a.txt": "خبر قصير"})
    run("build", folder, "--db", tmp_path / "news.duckdb")
    (folder / "a.txt").write_text("خبر آخر", encoding="utf-8")
    ended = run("validate", tmp_path / "news.duckdb", "--sources", folder)
    assert ended.code == 1
    assert f"{folder / 'a.txt'}: error source.changed" in ended.out


def test_hostile_file_names_move_no_cursor(run: Run, tmp_path: Path) -> None:
    """The trap: a file name that clears the screen or rewrites the line above."""
    folder = corpus.write(tmp_path / "articles", {"a\x1b[2J\u202e.txt": "", "b.txt": "خبر قصير"})
    ended = run("build", folder, "--db", tmp_path / "news.duckdb")
    assert ended.code == 0
    assert "⟦U+001B⟧[2J⟦U+202E⟧" in ended.out
    assert "\x1b" not in ended.out
