"""The views: what they hold, and that they hold nothing on an empty database."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from libnews import store
from tests.store import sample

VIEWS = (
    "provenance", "record", "conflict", "meeting_as_told", "agreement_as_told", "trade_figure_as_told", "actor_name",
    "meeting_pair", "timeline", "coverage",
)  # fmt: skip


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[store.Database]:
    with store.connect(sample.build(tmp_path_factory.mktemp("views") / "news.duckdb")) as opened:
        yield opened


def test_these_are_all_views_of_the_contract(db: store.Database) -> None:
    found = db.sql(
        "SELECT view_name FROM duckdb_views() WHERE schema_name = 'main' AND database_name = 'news' AND NOT internal"
    ).fetchall()
    assert {name for (name,) in found} == set(VIEWS)


def test_an_empty_database_has_empty_views(tmp_path: Path) -> None:
    with store.create(tmp_path / "empty.duckdb") as building:
        building.finish([], 0, 0)
        path = building.publish()
    with store.connect(path) as empty:
        for view in VIEWS:
            assert empty.sql(f"FROM {view}").fetchall() == [], view
        assert empty.differences() == []
        assert [list(empty.actors()), list(empty.meetings()), empty.find("x"), empty.conflicts()] == [[], [], [], []]


def test_everything_has_a_comment(db: store.Database) -> None:
    for query in (
        "SELECT table_name FROM duckdb_tables() WHERE comment IS NULL AND NOT internal AND database_name = 'news'",
        "SELECT view_name FROM duckdb_views() WHERE comment IS NULL AND NOT internal AND database_name = 'news'",
        "SELECT function_name FROM duckdb_functions() WHERE comment IS NULL AND NOT internal"
        " AND database_name = 'news'",
        "SELECT table_name, column_name FROM duckdb_columns() WHERE comment IS NULL AND NOT internal"
        " AND database_name = 'news' AND schema_name = 'main'",
    ):
        assert db.sql(query).fetchall() == []


def test_labels_read_like_headlines(db: store.Database) -> None:
    labels = {label for (label,) in db.sql("SELECT label FROM record").fetchall()}
    assert labels == {
        "سويسرا",
        "عمان",
        "جان دوبوا",
        "سالم الكعبي",
        "قائد الحرس",
        "talks: جان دوبوا, سالم الكعبي · جنيف · 2024-05",
        "arms_deal: CHE, OMN · 3000000000 USD",
        "two_way: OMN, CHE · approximately 19500000 USD · 2022/2023",
    }


def test_provenance_has_one_row_for_each_claim(db: store.Database) -> None:
    claims = sum(len(extraction.claims) for extraction in sample.EXTRACTIONS)
    assert db.sql("SELECT count(*), count(DISTINCT claim_id) FROM provenance").fetchall() == [(claims, claims)]
    wrong = db.sql("SELECT quote FROM provenance WHERE NOT contains(before || quote || after, quote)").fetchall()
    assert wrong == []


def test_the_price_by_article(db: store.Database) -> None:
    rows = db.sql("SELECT file, amount::BIGINT, amount_qualifier FROM agreement_as_told ORDER BY file").fetchall()
    assert rows == [
        ("first.txt", 3_000_000_000, "exactly"),
        ("second.txt", 3_000_000_000, "more_than"),
        ("sub/third.txt", None, "unspecified"),
    ]


def test_meetings_as_told_do_not_borrow_from_each_other(db: store.Database) -> None:
    rows = db.sql("SELECT file, kind, date, city, country FROM meeting_as_told ORDER BY file").fetchall()
    assert rows == [
        ("first.txt", "reception", "2024-05-03", "جنيف", "CHE"),
        ("second.txt", "talks", "2024-05", "جنيف", None),
        ("sub/third.txt", "talks", "2024-05-05", "لوزان", None),
    ]


def test_pairs_go_both_ways(db: store.Database) -> None:
    rows = db.sql("SELECT country, other_country, status FROM meeting_pair ORDER BY ALL").fetchall()
    assert rows == [("CHE", "OMN", "held"), ("OMN", "CHE", "held")]


def test_the_timeline_is_in_order_and_leaves_out_the_undated(db: store.Database) -> None:
    rows = db.sql("SELECT record_type FROM timeline").fetchall()
    assert rows == [("trade_figure",), ("meeting",)]


def test_coverage_counts_what_was_read_and_what_was_used(db: store.Database) -> None:
    rows = db.sql("SELECT kind, spans, used FROM coverage WHERE spans > 0 ORDER BY ALL").fetchall()
    assert rows == [("body", 1, 1), ("body", 1, 1), ("body", 1, 1), ("related_link", 1, 0)]


def test_names_are_found_folded(db: store.Database) -> None:
    rows = db.sql(
        "SELECT name FROM actor_name WHERE folded LIKE '%' || fold('سَالم الكعبى') || '%' ORDER BY 1"
    ).fetchall()
    assert rows == [("سالم الكعبى",), ("سالم الكعبي",)]
