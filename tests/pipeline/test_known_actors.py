"""Known actors from the file to the database: what records, searches and `mention.reason` show of them."""

import io
import os
from pathlib import Path

import pytest

import libnews
from libnews.cli import main
from libnews.models import KnownActor

_ROWS = """id,name,aliases,name_en,kind,country,wikidata_id
kaabi,سالم بن علي الكعبي,سالم الكعبي | سالم محفوظ,Salem Al Kaabi,,,Q90000001
ly,ليبيا,,Libya,country,LBY,Q1016
nobody,زيد الغائب,,Zayd,,,
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two articles that call one man otherwise, and the file that knows him, under a name that an article may have."""
    folder = tmp_path_factory.mktemp("known")
    for name, text in {
        "a.txt": "التقى الوزير سالم الكعبي في عمان نظيره جان دوبوا. وقال الوزير سالم بن علي الكعبي إنه سعيد.",
        "b.txt": "استقبل الوزير سالم محفوظ السفير جان دوبوا في مسقط. وقعت ليبيا ومصر اتفاقية تعاون.",
        "people.txt": _ROWS,
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def db(folder: Path) -> libnews.Database:
    return libnews.build(folder, folder / "news.duckdb", actors=folder / "people.txt")


def test_the_file_is_no_article(db: libnews.Database) -> None:
    """The trap: a table of names, read as news."""
    assert [article.file for article in db.articles()] == ["a.txt", "b.txt"]


def test_records_show_the_name_the_file_gives_and_the_articles_say(db: libnews.Database) -> None:
    """The trap: a name that no article says; an alias that more articles say."""
    [known] = [one for one in db.actors() if one.wikidata_id == "Q90000001"]
    names = {evidence.quote for evidence in known.provenance["name"]}
    assert {"سالم الكعبي", "سالم محفوظ"} < names
    assert (known.name, known.name_en) == ("سالم بن علي الكعبي", "Salem Al Kaabi")
    assert known.country is None, "a country is what articles say, never what the file says"


def test_reasons_and_the_table_say_who_was_found(db: libnews.Database) -> None:
    reasons = db.sql("select reason from mention where starts_with(reason, 'known as') order by 1").fetchall()
    assert [reason for (reason,) in reasons] == ["known as kaabi: «سالم الكعبي»", "known as kaabi: «سالم محفوظ»"]
    assert db.get("LBY").name_en == "Libya"  # type: ignore[union-attr]  # it is an Actor
    rows = db.sql("select known_id, actor_id is not null from known_actor order by 1").fetchall()
    assert rows == [("kaabi", True), ("ly", True), ("nobody", False)]


@pytest.mark.parametrize("sought", ["salem al kaabi", "Al Kaabi", "q90000001", "سالم محفوظ"])
def test_every_name_finds_him(
    db: libnews.Database, folder: Path, sought: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The trap: a name that the file gives and no article says."""
    assert getattr(db.find(sought)[0], "wikidata_id", None) == "Q90000001"
    assert main(["trace", os.fspath(folder / "news.duckdb"), sought]) == 0
    assert "سالم بن علي الكعبي" in capsys.readouterr().out


def test_a_wrong_row_ends_the_command_and_the_old_database_stays(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bad.csv").write_text("id,name,country\nx,سالم الكعبي,OMAN\n", encoding="utf-8")
    before = (folder / "news.duckdb").read_bytes()
    arguments = ["build", os.fspath(folder), "--db", os.fspath(folder / "news.duckdb"), "--actors"]
    assert main([*arguments, os.fspath(tmp_path / "bad.csv")]) == 2
    assert "bad.csv:2: country 'OMAN' is not" in capsys.readouterr().err
    assert (folder / "news.duckdb").read_bytes() == before


def test_write_takes_them_too(tmp_path: Path) -> None:
    article = libnews.read(io.BytesIO("قال الوزير سالم الكعبي إنه سعيد.".encode()), file="a.txt")
    row = KnownActor(known_id="kaabi", name="سالم الكعبي", name_en="Salem Al Kaabi")
    with libnews.write(tmp_path / "a.duckdb", [article], actors=[row], extractor="libnews") as db:
        assert [actor.name_en for actor in db.actors()] == ["Salem Al Kaabi"]
