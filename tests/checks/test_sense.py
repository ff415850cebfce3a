"""What is well-formed and makes no sense: where it is told, and where it is not."""

from datetime import date
from pathlib import Path

import duckdb
import pytest

import libnews
from libnews import checks
from libnews.checks import amounts, derivation, queries
from libnews.checks.rule import Scope
from libnews.checks.structure import sound_tables
from libnews.checks.validation import looked_over
from libnews.models.finding import Finding
from libnews.pipeline.validation import RECOMPUTED

MODALITY = "claim.modality-contradicts"


def _misread(con: duckdb.DuckDBPyConnection) -> list[Finding]:
    (found,) = amounts.check(Scope(con, sound_tables(con)))
    return list(found.findings)


def _asked(con: duckdb.DuckDBPyConnection, code: str) -> list[Finding]:
    """What one rule written in SQL finds: a whole run takes a second."""
    query = next(query for query in queries.RULES if query.code == code)
    return list(queries.run(Scope(con, sound_tables(con)), query).findings)


def _told(con: duckdb.DuckDBPyConnection, code: str) -> list[Finding]:
    return [finding for finding in checks.run(con, fresh=True).findings if finding.rule == code]


@pytest.mark.parametrize(
    ("value", "is_told"),
    [("3000000000", False), ("3000000000.0000", False), ("3000000", True), ("3000000000000", True), ("3", True)],
)
def test_an_amount_is_held_to_its_own_words(value: str, is_told: bool, con: duckdb.DuckDBPyConnection) -> None:
    con.execute("update claim set value = ? where field = 'amount' and value = '3000000000'", (value,))
    told = _misread(con)
    assert bool(told) == is_told
    assert all(f"amount {value}" in finding.message and finding.file for finding in told)


def test_both_ends_of_a_range_share_its_scale(tmp_path: Path) -> None:
    """«5» of «between 5 and 7 billion» is 5 billion, as in two of 217 amounts of real articles."""
    (tmp_path / "a.txt").write_text("وقعت مصر وفرنسا صفقة أسلحة بقيمة بين 5 و7 مليارات دولار.", encoding="utf-8")
    with libnews.build(tmp_path / "a.txt", tmp_path / "news.duckdb") as db:
        said = db.sql("select quote, value from claim where field = 'amount' order by value").fetchall()
        assert ("5", "5000000000") in said
        assert libnews.validate(db).findings == ()
    with duckdb.connect(str(tmp_path / "news.duckdb")) as con:
        con.execute("update claim set value = '5000000000000' where field = 'amount' and quote = '5'")
        assert [finding.quote for finding in _misread(con)] == ["5"]


def test_words_without_a_number_are_not_read(con: duckdb.DuckDBPyConnection) -> None:
    """«billions» gives no number to compare with, and a text in another language has no reader."""
    con.execute("update claim set value = '7000000000' where field = 'amount' and quote = 'بمليارات'")
    assert _misread(con) == []
    con.execute("update claim set value = '7' where field = 'amount' and value = '3000000000'")
    con.execute("update article set language = 'tlh'")
    assert _misread(con) == []


def test_a_judgement_on_the_claim_answers_an_amount(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("update claim set value = '3' where field = 'amount' and value = '3000000000'")
    told = {finding.key for finding in _misread(con)}
    accepted = max(told, key=str)
    con.execute("update judgement set id = ?", (accepted,))
    assert {finding.key for finding in _misread(con)} == told - {accepted}
    con.execute("update judgement set applied = false")
    assert {finding.key for finding in _misread(con)} == told


_OTHER_COUNTRY = """
    insert into claim select claim_id || 'x', mention_id, 'country', null, 'EGY', article_id, paragraph_no, start_char,
        end_char, quote, basis, extractor, null, null
    from claim where field = 'name' and quote = 'سالم الكعبى'"""


def test_a_person_of_two_countries_leads_to_the_words_that_say_the_other(con: duckdb.DuckDBPyConnection) -> None:
    con.execute(_OTHER_COUNTRY)
    (told,) = _told(con, "actor.two-countries")
    assert (told.file, told.quote) == ("second.txt", "سالم الكعبى")
    assert "is of OMN, and here of EGY" in told.message


@pytest.mark.parametrize(
    ("judged", "is_told"),
    [
        ("action = 'explain', field = 'country'", False),
        ("action = 'correct', field = 'country', value = 'OMN'", False),
        ("action = 'accept', field = 'name'", True),
        ("action = 'unsure', field = 'country'", True),
        ("action = 'accept', field = 'country', applied = false", True),
    ],
)
def test_a_judgement_on_the_country_answers(judged: str, is_told: bool, con: duckdb.DuckDBPyConnection) -> None:
    con.execute(_OTHER_COUNTRY)
    con.execute(f"update judgement set {judged}")
    assert bool(_told(con, "actor.two-countries")) == is_told


@pytest.mark.parametrize(
    ("stage", "day", "is_told"), [("signed", 3, True), ("signed", 1, False), ("planned", 3, False)]
)
def test_what_is_signed_was_signed_when_it_was_told(
    stage: str, day: int, is_told: bool, con: duckdb.DuckDBPyConnection
) -> None:
    con.execute("update article set published_on = '2024-05-01'")
    con.execute("update agreement set stage = ?, date_first = ?", (stage, date(2024, 5, day)))
    assert bool(_told(con, "agreement.after-publication")) == is_told


def test_an_article_without_a_day_may_be_of_any(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("update article set published_on = '2024-05-01'")
    con.execute("update article set published_on = null where file = 'first.txt'")
    con.execute("update agreement set stage = 'signed', date_first = '2024-05-03'")
    assert _told(con, "agreement.after-publication") == []


@pytest.mark.parametrize(("gone", "told"), [("'OMN'", "its only party is CHE"), ("'OMN', 'CHE'", "it has no party")])
def test_nobody_agrees_alone(gone: str, told: str, con: duckdb.DuckDBPyConnection) -> None:
    con.execute(f"delete from agreement_party where actor_id in ({gone})")
    (finding,) = _told(con, "agreement.one-party")
    assert told in finding.message


def test_a_record_leads_to_the_first_words_of_the_field(con: duckdb.DuckDBPyConnection) -> None:
    """Of three articles the first published says the city first; without a claim of the field, any words of it do."""
    con.execute("update meeting set city = 'لندن'")
    (found,) = _told(con, "record.value-unsupported")
    (first,) = con.execute(
        "select a.file, p.line_no, p.col_no + c.start_char, c.quote from claim c join mention m using (mention_id)"
        " join article a on a.article_id = c.article_id"
        " join paragraph p on p.article_id = c.article_id and p.paragraph_no = c.paragraph_no"
        " where c.field = 'city' and m.record_type = 'meeting'"
        " order by a.published_on nulls last, a.file, c.paragraph_no, c.start_char limit 1"
    ).fetchall()
    assert (found.file, found.line_no, found.col_no, found.quote) == first
    con.execute("update meeting set venue = 'القصر'")
    assert all(finding.file for finding in _told(con, "record.value-unsupported"))


def test_records_are_told_by_column_too_many_and_missing(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("update meeting set venue = 'القصر', city = null")
    con.execute("delete from agreement_party where actor_id = 'OMN'")
    con.execute("insert into meeting_participant select meeting_id, 'CHE', 'host' from meeting")
    scope = looked_over(Scope(con), RECOMPUTED)
    assert checks.run(con).counts.get("record.differs") is None, "without digests it is not run"
    told = {
        finding.table: finding.message.split(": ", 1)[1]
        for found in derivation.check(scope)
        for finding in found.findings
    }
    assert told["meeting"].startswith("city null instead of «")
    assert "venue «القصر» instead of null" in told["meeting"]
    assert told["agreement_party"] == "the row is missing"
    assert told["meeting_participant"] == "no claims give this row"
    assert told.keys() == {"meeting", "agreement_party", "meeting_participant"}


@pytest.mark.parametrize(("quantity", "unit"), [(None, None), ("5", None), (None, "سرب"), ("5", "سرب")])
def test_an_item_is_told_with_a_quantity_and_a_unit_or_without(
    quantity: str | None, unit: str | None, con: duckdb.DuckDBPyConnection
) -> None:
    """The trap: «missiles», of which no article says how many, accused of being claimed nowhere."""
    con.execute("insert into agreement_item select agreement_id, 'صاروخ', ?, ? from agreement", (quantity, unit))
    assert len(_asked(con, "agreement-item.unsupported")) == 1
    for field, value in {"item": "صاروخ", "quantity": quantity, "unit": unit}.items():
        if value is not None:
            con.execute(
                "insert into claim select * replace (claim_id || ? as claim_id, ? as field, ? as value, 9 as part)"
                " from claim where field = 'item' and value = 'طائرة'",
                (field, field, value),
            )
    assert _asked(con, "agreement-item.unsupported") == []


@pytest.mark.parametrize(
    ("amount", "currency", "qualifier", "is_told"),
    [
        (3, "USD", "exactly", False), (3, None, "up_to", False), (None, "USD", "unspecified", False),
        (None, None, "unspecified", False), (None, None, None, False), (3, "USD", "unspecified", True),
        (3, "USD", None, True), (None, "USD", "exactly", True), (None, None, "more_than", True),
        (None, "USD", None, True),
    ],
)  # fmt: skip
def test_an_amount_has_a_qualifier_that_fits_it(
    amount: int | None, currency: str | None, qualifier: str | None, is_told: bool, con: duckdb.DuckDBPyConnection
) -> None:
    """The trap: «exactly» of no amount, which reads as if a number had been lost."""
    con.execute("update agreement set amount = ?, currency = ?, amount_qualifier = ?", (amount, currency, qualifier))
    assert bool(_asked(con, "record.amount-unqualified")) == is_told


def test_a_part_is_supported_by_what_names_any_mention_of_its_whole(con: duckdb.DuckDBPyConnection) -> None:
    """The trap: a claim names a mention, a record another record, and the two ids are not alike."""
    ((part, third),) = con.execute(
        "select record_id, max(mention_id) filter (where article_id = (select article_id from article"
        " where file = 'sub/third.txt')) from mention where record_type = 'meeting' group by record_id"
    ).fetchall()
    con.execute("update mention set record_id = 'meeting_whole' where mention_id = ?", (third,))
    con.execute("update meeting set part_of = 'meeting_whole'")
    (finding,) = _asked(con, "record.value-unsupported")
    assert "part_of «meeting_whole»" in finding.message
    con.execute(
        "insert into claim select * replace (claim_id || 'x' as claim_id, 'part_of' as field, ? as value)"
        " from claim where mention_id = ? and field = 'kind'",
        (third, part),
    )
    assert _asked(con, "record.value-unsupported") == []


@pytest.mark.parametrize(
    ("record_type", "value", "modalities"),
    [
        ("meeting", "planned", {"asserted", "denied"}), ("meeting", "held", {"planned", "denied"}),
        ("meeting", "denied", {"asserted", "planned", "possible"}), ("meeting", "cancelled", set()),
        ("agreement", "planned", {"asserted", "denied"}), ("agreement", "signed", {"planned", "denied"}),
        ("agreement", "in_force", {"planned", "denied"}), ("agreement", "denied", {"asserted", "planned", "possible"}),
        ("agreement", "negotiated", set()),
    ],
)  # fmt: skip
def test_a_status_or_stage_is_as_sure_as_it_says(
    record_type: str, value: str, modalities: set[str], con: duckdb.DuckDBPyConnection
) -> None:
    """The trap: what is planned and asserted to have been passes, because another status beside it is looked at."""
    field = "status" if record_type == "meeting" else "stage"
    told = set()
    for modality in (None, "asserted", "planned", "possible", "denied"):
        con.execute(
            "update claim set field = ?, value = ?, modality = ? where field = 'kind' or field = ?",
            (field, value, modality, field),
        )
        if any(f"{record_type}.{field} is {value}" in found.message for found in _asked(con, MODALITY)):
            told.add(modality)
    assert told == modalities
