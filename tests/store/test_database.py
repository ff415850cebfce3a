"""Reading: typed records with the evidence behind them."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest
from pydantic import ValidationError

from libnews import store
from libnews.errors import BusyError, InputError, OutdatedError, StoreError, UnknownRecordError
from libnews.models import Actor, Agreement, Article, Meeting, TradeFigure
from libnews.store.search import record_of_claim
from tests.store import sample


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample.build(tmp_path_factory.mktemp("database") / "news.duckdb")


@pytest.fixture
def db(path: Path) -> Iterator[store.Database]:
    with store.connect(path) as opened:
        yield opened


def test_articles_come_back_whole_in_the_order_of_files(db: store.Database) -> None:
    assert list(db.articles()) == list(sample.ARTICLES)


def test_a_value_leads_to_its_words_in_every_article(db: store.Database) -> None:
    meeting = next(db.meetings())
    found = [(evidence.file, evidence.line_no, evidence.quote) for evidence in meeting.provenance["date"]]
    assert found == [
        ("first.txt", 2, "3 مايو 2024"),
        ("second.txt", 1, "مايو 2024"),
        ("sub/third.txt", 1, "5 مايو 2024"),
    ]


def test_records_come_with_their_parts(db: store.Database) -> None:
    agreement = next(db.agreements())
    assert [party.actor_id for party in agreement.parties] == ["CHE", "OMN"]
    assert [(item.item, item.quantity) for item in agreement.items] == [("طائرة", Decimal(12))]
    assert agreement.money is not None
    figure = next(db.trade_figures())
    assert (figure.reporter, figure.partner, str(figure.period)) == ("OMN", "CHE", "2022/2023")


def test_two_readings_at_once_do_not_disturb_each_other(db: store.Database) -> None:
    """A DuckDB connection holds one result at a time; lazy readers need one each."""
    pairs = [(actor.actor_id, len(list(db.actors()))) for actor in db.actors()]
    assert [count for _actor, count in pairs] == [5] * 5


@pytest.mark.parametrize(
    ("country", "since", "count"),
    [
        (None, None, 1), ("OMN", None, 1), ("CHE", None, 1), ("FRA", None, 0),
        (None, "2024", 1), (None, "2024-05-31", 1), (None, "2024-06", 0), ("OMN", "2025", 0),
    ],
)  # fmt: skip
def test_meetings_of_a_country_and_since_a_date(
    db: store.Database, country: str | None, since: str | None, count: int
) -> None:
    """Of a country: held there, or with a participant from there."""
    assert len(list(db.meetings(country=country, since=since))) == count


def test_agreements_of_a_country(db: store.Database) -> None:
    assert len(list(db.agreements(country="OMN"))) == 1
    assert list(db.agreements(since="1990")) == [], "an undated agreement is not known to be recent"


@pytest.mark.parametrize(
    "filters", [{"country": "LYB"}, {"country": "om"}, {"since": "yesterday"}, {"since": "../2024"}]
)
def test_a_filter_that_can_match_nothing_is_refused(db: store.Database, filters: dict[str, str]) -> None:
    """A mistyped country would look like a country without meetings."""
    with pytest.raises(InputError):
        list(db.meetings(**filters))


def test_find_folds_and_finds_what_an_actor_took_part_in(db: store.Database) -> None:
    assert [type(record) for record in db.find("الكعبى")] == [Actor, Meeting]
    assert [type(record) for record in db.find("قَائد الحرس")] == [Actor]
    assert [type(record) for record in db.find("عمان")] == [Actor, Agreement, TradeFigure]
    assert db.find("%") == db.find(" ") == db.find("لا أحد") == []


def test_get_takes_records_mentions_and_articles(db: store.Database) -> None:
    second_host = sample.EXTRACTIONS[1].mentions[0].mention_id
    found = db.get(second_host)
    assert isinstance(found, Actor)
    assert found.actor_id == sample.EXTRACTIONS[0].mentions[0].mention_id
    assert isinstance(db.get("CHE"), Actor)
    assert isinstance(db.get(sample.ARTICLES[0].article_id), Article)


def test_an_unknown_id_is_a_lookup_error(db: store.Database) -> None:
    with pytest.raises(UnknownRecordError, match="actor_nobody"):
        db.get("actor_nobody")
    with pytest.raises(LookupError):
        db.provenance_of("actor_nobody")


def test_a_claim_leads_to_its_record(db: store.Database) -> None:
    """The trap: the id of a claim, as a footnote gives it, answered as if nothing had it."""
    meeting = next(db.meetings()).meeting_id
    city = next(claim for claim in sample.EXTRACTIONS[2].claims if claim.field == "city")
    assert record_of_claim(db.connection, city.claim_id) == meeting
    assert record_of_claim(db.connection, meeting) is None


def test_a_rejected_record_says_who_rejected_it(tmp_path: Path) -> None:
    """The trap: «no such id» for what an earlier database had, and what a person took out of this one."""
    office = sample.EXTRACTIONS[0].mentions[2].mention_id
    with store.create(tmp_path / "news.duckdb") as building:
        building.add(sample.ARTICLES, sample.EXTRACTIONS)
        decided = {**sample.assignments(), office: (None, "rejected by amal on 2024-06-01")}
        building.resolve(decided.items())
        building.finish(["sample 1"], len(sample.ARTICLES), 0)
        path = building.publish()
    with store.connect(path) as opened, pytest.raises(UnknownRecordError, match=r"no record in .*: rejected by amal"):
        opened.get(office)


def test_provenance_of_one_field(db: store.Database) -> None:
    rows = db.provenance_of("CHE", "name")
    assert [(row["file"], row["line_no"], row["quote"], row["before"][:6]) for row in rows] == [
        ("first.txt", 3, "سويسرا", "وقعت ع"),
        ("second.txt", 2, "سويسرا", "أبرمت "),
        ("sub/third.txt", 2, "سويسرا", "صفقة س"),
    ]


def test_provenance_says_whose_word_it_is(db: store.Database) -> None:
    """The trap: what somebody said stands there as the publisher's own word, or as nobody's."""
    told = {
        (field, evidence.quote, evidence.source)
        for meeting in db.meetings()
        for field, said in meeting.provenance.items()
        for evidence in said
        if evidence.source is not None
    }
    assert told == {("kind", "استقبل", "وكالة المثال"), ("participant", "سالم الكعبي", "قائد الحرس")}


def test_participants_are_shown_by_their_records(db: store.Database) -> None:
    rows = db.sql("SELECT DISTINCT value FROM provenance WHERE field IN ('participant', 'party')").fetchall()
    actors = {actor.actor_id for actor in db.actors()}
    assert {value for (value,) in rows} <= actors


def test_a_value_without_evidence_cannot_be_read(path: Path, tmp_path: Path) -> None:
    copy = shutil.copy(path, tmp_path / "forged.duckdb")
    with duckdb.connect(str(copy)) as con:
        con.execute("UPDATE meeting SET venue = 'a palace'")
    with store.connect(copy) as forged, pytest.raises(ValidationError, match="no evidence for venue"):
        list(forged.meetings())


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM claim", "COPY claim TO 'claims.csv'", "SELECT * FROM read_text('/etc/hostname')",
        "ATTACH 'other.duckdb'", "SET enable_external_access = true", "INSTALL httpfs", "SET memory_limit = '1GB'",
    ],
)  # fmt: skip
def test_an_open_database_cannot_be_changed_nor_reach_files(db: store.Database, statement: str) -> None:
    with pytest.raises(duckdb.Error):
        db.connection.execute(statement)


def test_sql_is_a_relation(db: store.Database) -> None:
    assert db.sql("SELECT count(*) FROM article").fetchall() == [(3,)]


def test_a_missing_file_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"none\.duckdb does not exist: make it with `libnews build"):
        store.connect(tmp_path / "none.duckdb")


def test_a_folder_and_other_files_are_no_databases(tmp_path: Path) -> None:
    (tmp_path / "text.duckdb").write_text("text", encoding="utf-8")
    with pytest.raises(StoreError, match="is not a file"):
        store.connect(tmp_path)
    with pytest.raises(StoreError, match="not a libnews database"):
        store.connect(tmp_path / "text.duckdb")


def test_a_half_written_file_is_refused_in_one_line(path: Path, tmp_path: Path) -> None:
    half = tmp_path / "half.duckdb"
    half.write_bytes(path.read_bytes()[:20_000])
    with pytest.raises(StoreError, match=r"half\.duckdb cannot be opened: [^\n]*$"):
        store.connect(half)


def test_a_newer_schema_is_refused(path: Path, tmp_path: Path) -> None:
    copy = shutil.copy(path, tmp_path / "newer.duckdb")
    with duckdb.connect(str(copy)) as con:
        con.execute("UPDATE build SET schema_version = 99")
    with pytest.raises(StoreError, match=r"schema version 99.*update libnews"):
        store.connect(copy)


def test_an_older_schema_is_refused_as_outdated(path: Path, tmp_path: Path) -> None:
    copy = shutil.copy(path, tmp_path / "older.duckdb")
    with duckdb.connect(str(copy)) as con:
        con.execute("UPDATE build SET schema_version = 1")
    with pytest.raises(OutdatedError, match=r"schema version 1, .*build the database again"):
        store.connect(copy)


@pytest.mark.parametrize("change", ["UPDATE build SET schema_version = 99", "DROP TABLE build"])
def test_a_file_that_is_refused_is_let_go(path: Path, tmp_path: Path, change: str) -> None:
    """The trap: an error that somebody keeps, and with it a lock that stops every writer."""
    copy = shutil.copy(path, tmp_path / "refused.duckdb")
    with duckdb.connect(str(copy)) as con:
        con.execute(change)
    with pytest.raises(StoreError) as kept:
        store.connect(copy)
    script = "import duckdb, sys; duckdb.connect(sys.argv[1]).execute('CREATE TABLE mine (a INTEGER)')"
    subprocess.run([sys.executable, "-c", script, str(copy)], check=True)
    assert kept.value.__traceback__ is not None


def test_judgements_come_back_as_they_were_made(db: store.Database) -> None:
    assert [(one.applied, one.judgement) for one in db.judgements()] == [(True, sample.judgements()[0])]


def test_a_file_that_another_program_writes_is_busy(path: Path, tmp_path: Path) -> None:
    copy = shutil.copy(path, tmp_path / "held.duckdb")
    script = "import duckdb, sys; con = duckdb.connect(sys.argv[1]); print('open', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", script, str(copy)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        with pytest.raises(BusyError, match=r"held\.duckdb is being written by another program"):
            store.connect(copy)
        holder.communicate(b"")
