"""An article in a language that no reader knows, with ten claims by hand."""

from pathlib import Path

import pytest

import libnews
from libnews.cli import main
from libnews.pipeline import build_database

HERE = Path(__file__).parent / "by_hand"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> libnews.Built:
    path = tmp_path_factory.mktemp("by_hand") / "mine.duckdb"
    return build_database(HERE / "note.txt", path, claims=[HERE / "amal.csv"], strict=True)


def test_claims_by_hand_make_a_valid_database(built: libnews.Built) -> None:
    """The trap: an article that no reader knows, and a build that calls its silence an error."""
    assert built.report.ok
    assert {finding.rule for finding in built.report.findings} == {"article.language-not-read"}
    assert (built.summary.claim_rows, built.summary.refused) == (10, ())
    with libnews.connect(built.database) as db:
        [meeting] = db.meetings()
        assert (meeting.kind.value, str(meeting.date)) == ("reception", "2024-05-03")
        names = {actor.actor_id: actor.name for actor in db.actors()}
        assert {names[who.actor_id] for who in meeting.participants} == {"Salim Kaabi", "Jean Dubois"}


def test_the_second_occurrence_is_the_second(built: libnews.Built) -> None:
    """The trap: an occurrence that counts from 0, or from the head of the file."""
    with libnews.connect(built.database) as db:
        [place] = db.sql("select line_no, start_char from provenance where value = 'Kaabi'").fetchall()
    line = (HERE / "note.txt").read_text(encoding="utf-8").splitlines()[place[0] - 1]
    assert line[: place[1]].count("Kaabi") == 1


def test_who_claims_what_is_kept(built: libnews.Built) -> None:
    """The trap: a person's claims that pass for the reader's. The stamp of the article is the reader's own claim."""
    with libnews.connect(built.database) as db:
        counted = db.sql("select extractor, count(*) from claim group by all order by all").fetchall()
        assert counted == [("human:amal", 10), ("program:libnews", 2)]
        assert "human:amal" in db.sql("select extractors from build").fetchall()[0][0]


@pytest.mark.parametrize("sought", ["dry", "Salim Kaabi", "asked"])
def test_records_by_hand_are_found_and_traced(
    sought: str, built: libnews.Built, capsys: pytest.CaptureFixture[str]
) -> None:
    """The trap: a type of one's own that goes in and is never seen again."""
    code = main(["trace", str(built.database), sought])
    told = capsys.readouterr().out
    assert (code, "note.txt:" in told) == ((0, True) if sought != "asked" else (2, False))


def test_own_types_have_no_typed_record(built: libnews.Built) -> None:
    """The trap: a KeyError for a record that libnews has no model of."""
    with libnews.connect(built.database) as db:
        [(own,)] = db.sql("select distinct record_id from provenance where record_type = 'x_mood'").fetchall()
        with pytest.raises(libnews.UnknownRecordError, match="provenance_of"):
            db.get(own)
        assert [row["value"] for row in db.provenance_of(own)] == ["dry"]


def test_reader_and_hand_stand_side_by_side(tmp_path: Path) -> None:
    """The trap: a person's word that replaces the reader's, or the other way round."""
    text = "استقبل وزير الخارجية المصري سالم الكعبي نظيره الفرنسي جان دوبوا في باريس يوم 3 مايو 2024."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    article = libnews.read(tmp_path / "a.txt")
    told = [
        libnews.claim(article.find(quote), record=record, record_type=kind, field=field, value=value, part=part)
        for record, kind, field, value, quote, part in [
            ("k", "actor", "kind", "person", "سالم الكعبي", None),
            ("k", "actor", "name", "سالم الكعبي", "سالم الكعبي", None),
            ("d", "actor", "kind", "person", "جان دوبوا", None),
            ("d", "actor", "name", "جان دوبوا", "جان دوبوا", None),
            ("m", "meeting", "kind", "reception", "استقبل", None),
            ("m", "meeting", "date", "2024-05-03", "3 مايو 2024", None),
            ("m", "meeting", "country", "FRA", "باريس", None),
            ("m", "meeting", "participant", "k", "سالم الكعبي", 1),
            ("m", "meeting", "participant", "d", "جان دوبوا", 2),
        ]
    ]
    with libnews.write(tmp_path / "both.duckdb", [article], told, extractor="libnews") as db:
        assert db.sql("select count(*) from claim where extractor = 'human:unnamed'").fetchall() == [(9,)]
        assert db.sql("select count(*) > 9 from claim where extractor = 'program:libnews'").fetchall() == [(True,)]
        assert db.sql("select count(*) from mention where record_type = 'meeting'").fetchall() == [(2,)]
        [meeting] = db.meetings()  # one encounter, told twice
        assert len(meeting.provenance["kind"]) == 2
