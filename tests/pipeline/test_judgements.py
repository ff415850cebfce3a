"""Judgements from a file to the database: rows, records, findings, and the way round through a review."""

import csv
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import libnews
from libnews.errors import InputError, UnknownRecordError
from libnews.models import Edtf, Judgement
from libnews.pipeline.judgement_file import keep_judgement
from libnews.pipeline.judging import judge
from libnews.reports.judgements import render_csv
from libnews.reports.review import render_csv as render_review
from libnews.store.reviewing import open_questions

TEXTS = {
    "a.txt": "التقى المشير الليبي خليفة حفتر رئيس الوزراء الباكستاني شهباز شريف في إسلام آباد في 3 فبراير 2026.\n"
    "وقعت ليبيا وباكستان صفقة أسلحة بقيمة 4 مليارات دولار في 3 فبراير 2026.",
    "b.txt": "التقى القائد الليبي خليفة أبو القاسم حفتر رئيس وزراء باكستان محمد شهباز شريف في 3 فبراير 2026.\n"
    "أبرمت ليبيا وباكستان صفقة أسلحة بقيمة 5 مليارات دولار في 3 فبراير 2026.",
}
ON = date(2026, 2, 5)
Build = Callable[..., libnews.Database]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    news = tmp_path_factory.mktemp("judged") / "news"
    news.mkdir()
    for name, text in TEXTS.items():
        (news / name).write_text(text, encoding="utf-8")
    return news


@pytest.fixture(scope="module")
def plain(folder: Path) -> libnews.Database:
    return libnews.build(folder, folder.parent / "plain.duckdb")


@pytest.fixture
def build(folder: Path, tmp_path: Path) -> Build:
    def made(*judgements: Judgement) -> libnews.Database:
        path = tmp_path / "judgements.csv"
        path.write_text(render_csv(judgements), encoding="utf-8")
        return libnews.build(folder, tmp_path / "judged.duckdb", judgements=path)

    return made


def _only(db: libnews.Database, table: str) -> str:
    (row,) = db.connection.execute(f"select {table}_id from {table}").fetchall()
    return str(row[0])


def _decide(db: libnews.Database, action: str, sought: str, other: str | None = None, **told: Any) -> Judgement:
    return judge(db, action, sought, other, by="amal", on=ON, reason="seen", **told)


def _columns(db: libnews.Database, query: str) -> list[tuple[Any, ...]]:
    rows: list[tuple[Any, ...]] = db.connection.execute(query).fetchall()
    return rows


def test_a_corrected_record_shows_the_value_and_who_gave_it(plain: libnews.Database, build: Build) -> None:
    """The trap: a claim that is written over, and nobody can tell any more what the article said."""
    meeting, deal = _only(plain, "meeting"), _only(plain, "agreement")
    with build(
        _decide(plain, "correct", meeting, field="date", value="2026-02"),
        _decide(plain, "correct", meeting, field="venue", value="القصر"),
        _decide(plain, "correct", deal, field="amount", value="4500000000"),
    ) as db:
        assert libnews.validate(db).counts == {}
        assert [(one.applied, one.judgement.decided_by) for one in db.judgements()] == [(True, "amal")] * 3
        (found,) = db.meetings()
        assert (found.date, found.venue) == (Edtf("2026-02"), "القصر")
        assert found.corrections["venue"].reason == "seen"
        assert _columns(db, "select date_first, date_precision from meeting") == [(date(2026, 2, 1), "month")]
        (bought,) = db.agreements()
        assert [str(bought.amount), bought.currency, bought.amount_qualifier] == ["4500000000.0000", "USD", "exactly"]
        assert _columns(db, "select * from claim order by claim_id") == _columns(
            plain, "select * from claim order by claim_id"
        )
        recomputed = "(from meeting except from derived.meeting) union all (from derived.meeting except from meeting)"
        assert _columns(db, recomputed) == []


def test_a_price_without_its_amount_is_no_price(plain: libnews.Database, build: Build) -> None:
    """The trap: the amount is rejected, and «exactly … USD» stays behind."""
    with build(_decide(plain, "reject", _only(plain, "agreement"), field="amount", value="5000000000")) as db:
        assert _columns(db, "select amount, currency, amount_qualifier from agreement") == [
            (4000000000, "USD", "exactly")
        ]
        assert [conflict for conflict in db.conflicts() if conflict.field == "amount"] == []
        assert libnews.validate(db).counts == {}


def test_who_is_rejected_takes_part_in_nothing(plain: libnews.Database, build: Build) -> None:
    """The trap: a participant whom no table of actors has."""
    (general,) = (one for one in plain.actors() if "حفتر" in (one.name or ""))
    with build(_decide(plain, "reject", general.actor_id)) as db:
        assert libnews.validate(db).counts == {}
        who = {participant.actor_id for meeting in db.meetings() for participant in meeting.participants}
        assert len(who) == 1
        assert general.actor_id not in who
        assert db.find("خليفة") == []
        with pytest.raises(UnknownRecordError, match="rejected by amal on 2026-02-05: seen"):
            db.get(general.actor_id)


def test_what_is_not_applied_is_told_and_the_rest_holds(plain: libnews.Database, folder: Path, tmp_path: Path) -> None:
    """The trap: a build that stops at the first stale row, or passes over it."""
    stale = Judgement(action="accept", id="meeting_" + "a" * 20, decided_by="amal", decided_on=ON)
    path = tmp_path / "judgements.csv"
    path.write_text(render_csv([stale]) + "correct,meeting_x,,,,date,,,,2026-02-05,\n", encoding="utf-8")
    built = libnews.build_database(folder, tmp_path / "judged.duckdb", judgements=[path])
    assert built.summary.judgement_rows == 2
    (refused,), (unapplied,) = built.summary.judgements_refused, built.summary.judgements_unapplied
    assert (refused.rule, refused.line_no) == ("judgements.row-invalid", 3)
    assert (unapplied.rule, unapplied.line_no) == ("judgement.not-applied", 2)
    assert "nothing here has the id" in unapplied.message
    assert built.report.counts == {"judgement.not-applied": 1}
    assert built.report.ok
    with pytest.raises(libnews.RejectedInputError, match="row-invalid"):
        libnews.build(folder, tmp_path / "strict.duckdb", judgements=path, strict=True)


def test_a_review_filled_in_is_a_file_of_judgements(plain: libnews.Database, folder: Path, tmp_path: Path) -> None:
    """The trap: a list that cannot be handed back as it is."""
    questions = open_questions(plain.connection)
    assert [one.what for one in questions[:2]] == ["contradiction", "contradiction"]
    path = tmp_path / "review.csv"
    path.write_text(render_review(questions), encoding="utf-8")
    with path.open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.DictReader(opened))
    for row, action in zip(rows, ("reject", "", *["accept"] * len(rows)), strict=False):
        if action:
            row |= {"action": action, "decided_by": "amal", "decided_on": "2026-02-05"}
    with path.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    with libnews.build(folder, tmp_path / "judged.duckdb", judgements=path) as db:
        assert {one.applied for one in db.judgements()} == {True}
        assert open_questions(db.connection) == []
        assert db.conflicts() == [one for one in plain.conflicts() if one.kind == "variant"]


def test_an_explained_conflict_stays_and_says_why(plain: libnews.Database, build: Build) -> None:
    with build(_decide(plain, "explain", _only(plain, "agreement"), field="amount")) as db:
        shown = {(one.field, one.kind, one.explained) for one in db.conflicts() if one.record_type == "agreement"}
    assert shown == {("amount", "contradiction", "seen")}


def test_write_takes_judgements_too(tmp_path: Path) -> None:
    """The trap: a door for programs that knows nothing of what people decided."""
    article = libnews.read(_file(tmp_path, TEXTS["a.txt"]))
    with libnews.write(tmp_path / "plain.duckdb", [article], extractor="libnews") as db:
        decided = _decide(db, "reject", _only(db, "agreement"))
    with libnews.write(tmp_path / "a.duckdb", [article], extractor="libnews", judgements=[decided]) as db:
        assert list(db.agreements()) == []


def _file(folder: Path, text: str) -> Path:
    path = folder / "a.txt"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("action", "told", "why"),
    [
        ("correct", {"field": "date", "value": "soon"}, "a date as precise as the words"),
        ("correct", {"field": "participant", "value": "x"}, "--claims"),
        ("correct", {"field": "date"}, "give what the field should say"),
        ("explain", {"field": "city"}, "do not differ about city"),
        ("reject", {"field": "city", "value": "روما"}, "claims say إسلام آباد"),
        ("accept", {"field": "price"}, "has no field price"),
        ("same", {}, "give the id of the other"),
    ],
)
def test_a_decision_that_could_not_be_applied_is_not_written(
    action: str, told: dict[str, str], why: str, plain: libnews.Database
) -> None:
    with pytest.raises(InputError, match=why):
        _decide(plain, action, _only(plain, "meeting"), **told)


def test_ids_may_be_short_and_names_given(plain: libnews.Database) -> None:
    meeting = _only(plain, "meeting")
    assert _decide(plain, "accept", meeting[:14]).id == meeting
    assert _decide(plain, "accept", "خليفة حفتر").anchor is not None
    with pytest.raises(UnknownRecordError, match="no record, mention or claim"):
        _decide(plain, "accept", "زيد الغائب")
    with pytest.raises(InputError, match="give the whole id"):
        _decide(plain, "accept", "actor_")


def test_a_file_of_judgements_grows_sorted_and_loses_nothing(plain: libnews.Database, tmp_path: Path) -> None:
    """The trap: two people, one file, and the last one wins."""
    path = tmp_path / "judgements.csv"
    meeting, deal = _only(plain, "meeting"), _only(plain, "agreement")
    for one in (_decide(plain, "reject", meeting), _decide(plain, "accept", deal), _decide(plain, "accept", meeting)):
        keep_judgement(path, one)
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    # the rejection of that day is taken back
    assert [line.split(",")[:2] for line in lines[1:]] == sorted([["accept", deal], ["accept", meeting]])
    assert keep_judgement(path, _decide(plain, "accept", meeting)) == (2, [])
    path.write_text(render_review(open_questions(plain.connection)), encoding="utf-8")
    with pytest.raises(InputError, match="columns of its own"):
        keep_judgement(path, _decide(plain, "accept", meeting))
