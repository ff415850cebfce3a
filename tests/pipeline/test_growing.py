"""A corpus that grows: published ids go on to lead somewhere, and records nobody speaks of stay as they are."""

import io
from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import libnews
from libnews.extract import extract
from libnews.models import Article, Extraction, Meeting
from libnews.resolve import Decision, resolve

TEXTS = (
    ("2026-02-04", "التقى المشير الليبي خليفة حفتر رئيس الوزراء الباكستاني شهباز شريف في إسلام آباد في 3 فبراير 2026."),
    ("2026-02-05", "استقبل رئيس وزراء باكستان محمد شهباز شريف القائد الليبي خليفة أبو القاسم حفتر في 3 فبراير 2026."),
    ("2026-02-06", "التقى المشير خليفة حفتر رئيس الوزراء الباكستاني شهباز شريف يوم الثلاثاء في إسلام آباد."),
    (None, "التقى المشير الليبي خليفة حفتر رئيس الوزراء الباكستاني شهباز شريف في طرابلس في 7 مارس 2024."),
    ("2025-12-20", "زار قائد الجيش الباكستاني المشير عاصم منير بنغازي في 17 ديسمبر 2025."),
    (
        "2025-12-21",
        "غادر قائد الجيش الباكستاني بنغازي أمس بعد أن وقعت ليبيا وباكستان صفقة أسلحة بقيمة 4 مليارات دولار.",
    ),
    ("2025-12-22", "وقعت ليبيا وباكستان صفقة أسلحة تزيد قيمتها على 4 مليارات دولار. وقال منير إن الصفقة دفاعية."),
    ("2024-05-04", "استقبل وزير الخارجية المصري سالم الكعبي نظيره الفرنسي جان دوبوا في باريس أمس."),
)
APART = len(TEXTS) - 1
"""The one that shares nobody with the others."""


@cache
def read(number: int) -> tuple[Article, Extraction]:
    day, text = TEXTS[number]
    article = libnews.read(io.BytesIO(text.encode()), file=f"{number}.txt", published_on=day)
    return article, extract(article)


def decided(numbers: Collection[int]) -> Mapping[str, Decision]:
    articles, readings = zip(*(read(number) for number in sorted(numbers)), strict=True)
    mentions = [mention for reading in readings for mention in reading.mentions]
    return dict(resolve(articles, mentions, [claim for reading in readings for claim in reading.claims]).decisions)


def database(path: Path, numbers: Collection[int]) -> libnews.Database:
    return libnews.write(path, [read(number)[0] for number in numbers], extractor="libnews")


CORPORA = st.sets(st.sampled_from(range(len(TEXTS))), min_size=1)


@given(CORPORA, CORPORA)
@settings(max_examples=60, deadline=None)
def test_every_id_of_the_old_database_leads_to_a_record_of_the_new(before: set[int], more: set[int]) -> None:
    """The trap: a citation in a report that a later build makes nonsense of.

    A record's id is a mention's, or a country's; those of mentions and claims come from their article alone.
    """
    old, new = decided(before), decided(before | more)
    assert old.keys() <= new.keys()
    standing = {decision.record_id for decision in new.values()}
    assert {decision.record_id for decision in old.values()} <= new.keys() | standing
    assert all(decision.record_id is not None for decision in new.values())


@given(CORPORA, CORPORA)
@settings(max_examples=60, deadline=None)
def test_later_articles_rename_no_record(before: set[int], more: set[int]) -> None:
    """The trap: a record that changes its name whenever somebody writes of it again."""
    days = [TEXTS[number][0] or "9999" for number in before]
    later = {number for number in more if (TEXTS[number][0] or "9999") > max(days)}
    old, new = decided(before), decided(before | later)
    for record_id in {decision.record_id for decision in new.values()}:
        came = {old[one].record_id for one, decision in new.items() if decision.record_id == record_id and one in old}
        is_whole = all(new[one].record_id == record_id for one in old if old[one].record_id in came)
        if came and is_whole:  # a record that was split has a part that needs another name
            assert record_id in came


@given(CORPORA.map(lambda numbers: numbers - {APART}).filter(bool))
@settings(max_examples=20, deadline=None)
def test_an_unrelated_article_changes_no_decision(numbers: set[int]) -> None:
    old, new = decided(numbers), decided({*numbers, APART})
    assert {one: new[one] for one in old} == old


def test_a_database_that_grew_still_answers(tmp_path: Path) -> None:
    """The trap: an id that is there and that `get` or `cite` does not follow."""
    with database(tmp_path / "old.duckdb", {1, 4}) as old, database(tmp_path / "new.duckdb", range(len(TEXTS))) as new:
        records = old.sql("SELECT record_id FROM record").fetchall()
        mentions = old.sql("SELECT mention_id FROM mention").fetchall()
        claims = old.sql("SELECT claim_id FROM claim").fetchall()
        assert records
        for (one,) in (*records, *mentions):
            assert new.get(one) is not None
            assert new.provenance_of(one)
        for (one,) in claims:
            assert new.cite(one)


def test_an_earlier_article_renames_and_diff_says_so(tmp_path: Path) -> None:
    with database(tmp_path / "old.duckdb", {1}) as old, database(tmp_path / "new.duckdb", {0, 1}) as new:
        found = libnews.diff(old, new)
        talks = [one for one in found.renamed if one.record.record_type == "meeting"]
        assert [one.former_id for one in talks] == [meeting.meeting_id for meeting in old.meetings()]
        now = new.get(talks[0].former_id)
        assert isinstance(now, Meeting)
        assert now.meeting_id == talks[0].record.record_id


def test_records_nobody_speaks_of_keep_id_and_row(tmp_path: Path) -> None:
    """The trap: a row that changes because some other row came."""
    with database(tmp_path / "old.duckdb", {0, 4}) as old, database(tmp_path / "new.duckdb", {0, 4, APART}) as new:
        found = libnews.diff(old, new)
        assert {kind for kind, count in found.counts.items() if count} == {"added"}
        for table in ("actor", "meeting", "agreement", "meeting_participant"):
            assert set(old.sql(f"FROM {table}").fetchall()) <= set(new.sql(f"FROM {table}").fetchall())


@pytest.mark.slow
@given(CORPORA, CORPORA)
@settings(max_examples=10, deadline=None)
def test_every_difference_accounts_for_every_record(
    tmp_path_factory: pytest.TempPathFactory, before: set[int], more: set[int]
) -> None:
    """The trap: a record that is in neither list. What is not added came from somewhere, what is not gone is there."""
    folder = tmp_path_factory.mktemp("grown")
    with database(folder / "old.duckdb", before) as old, database(folder / "new.duckdb", before | more) as new:
        found = libnews.diff(old, new)
        assert found.gone == ()
        then, now = ({row[0] for row in db.sql("SELECT record_id FROM record").fetchall()} for db in (old, new))
        named = {one.former_id for one in found.renamed} | {one.record_id for m in found.merged for one in m.former}
        assert then - now <= named | {one.former.record_id for one in found.split}
        came = {one.record_id for one in found.added} | {one.record.record_id for one in found.renamed}
        came |= {one.record_id for split in found.split for one in split.records}
        assert now - then <= came | {one.record.record_id for one in found.merged}
        assert all(new.get(one) is not None for one in then)
