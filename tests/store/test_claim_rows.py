"""A database's claims as rows: in an order from which the rows alone give the same ids again."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import duckdb
import pytest

from libnews import store
from libnews.errors import StoreError
from libnews.models import Attribution, Claim, Evidence, Extraction, Mention
from libnews.models.claim_row import ClaimRow
from libnews.models.vocabulary import AttributionKind, RecordType
from tests.store import sample
from tests.store.sample import EXTRACTOR, make_article, words


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample.build(tmp_path_factory.mktemp("rows") / "news.duckdb")


@pytest.fixture
def rows(path: Path) -> Iterator[list[ClaimRow]]:
    with store.connect(path) as db:
        yield list(db.claims())


def test_a_record_begins_with_the_words_it_is_anchored_on(rows: list[ClaimRow]) -> None:
    """The trap: the first words of a paragraph before those that give the record its id."""
    first: dict[str, ClaimRow] = {}
    for row in rows:
        first.setdefault(row.record, row)
    assert len(rows) == sum(len(read.claims) for read in sample.EXTRACTIONS)
    assert list(first) == [record for record, _ in groupby(row.record for row in rows)], "rows of a record together"
    anchors = {row.quote for row in first.values() if row.record_type == "agreement"}
    assert anchors == {"صفقة أسلحة", "صفقة السلاح", "صفقة سلاح"}


def test_actors_go_before_the_records_that_name_them(rows: list[ClaimRow]) -> None:
    told = [(file, kind) for (file, kind), _ in groupby((row.file, row.record_type) for row in rows)]
    assert told == [
        ("first.txt", "actor"), ("first.txt", "meeting"), ("first.txt", "agreement"),
        ("second.txt", "actor"), ("second.txt", "meeting"), ("second.txt", "agreement"), ("second.txt", "trade_figure"),
        ("sub/third.txt", "actor"), ("sub/third.txt", "meeting"), ("sub/third.txt", "agreement"),
    ]  # fmt: skip


def test_who_says_so_is_told_with_the_place_of_the_words(rows: list[ClaimRow]) -> None:
    (said,) = (row for row in rows if row.attributed_to is not None)
    assert (said.field, said.paragraph_no, said.quote) == ("participant", 4, "سالم الكعبي")
    assert (said.attributed_to, said.attributed_kind) == ("قائد الحرس", AttributionKind.NAMED_OFFICE)
    assert (said.attributed_paragraph_no, said.modality) == (None, "asserted")


def _several(folder: Path, count: int) -> tuple[Path, list[str]]:
    """A database of `count` visits told by one word, numbered, the last of them by a source of another paragraph."""
    article = make_article("visits.txt", "زار الوزراء جنيف ولوزان وبرن\nقال المكتب وأكد المكتب", None)
    told = [
        Mention.anchored(RecordType.MEETING, EXTRACTOR, words(article, 1, "زار"), number)
        for number in range(1, count + 1)
    ]
    saying = article.paragraphs[1]
    office = Attribution(evidence=Evidence.at(article, saying, saying.text.rindex("المكتب"), len(saying.text)))
    claims = [
        Claim(
            mention_id=one.mention_id,
            field="kind",
            value="visit",
            evidence=words(article, 1, "زار"),
            extractor=EXTRACTOR,
            attribution=office if one is told[-1] else None,
        )
        for one in told
    ]
    with store.create(folder / "visits.duckdb") as building:
        building.add([article], [Extraction(mentions=tuple(told), claims=tuple(claims))])
        building.resolve((one.mention_id, (one.mention_id, "the only one")) for one in told)
        building.finish(["sample 1"], 1, 0)
        return building.publish(), [one.mention_id for one in told]


def test_records_on_the_same_words_follow_one_another_as_numbered(tmp_path: Path) -> None:
    """The trap: one by one read back in another order, each with the id of another."""
    path, numbered = _several(tmp_path, 5)
    assert numbered != sorted(numbered)
    with store.connect(path) as db:
        rows = list(db.claims())
    assert [row.record for row in rows] == numbered
    last = rows[-1]
    assert (last.attributed_to, last.attributed_paragraph_no, last.attributed_occurrence) == ("المكتب", 2, 2)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("UPDATE claim SET end_char = end_char + 1", "is anchored on the words of none of its claims"),
        ("UPDATE claim SET paragraph_no = 3", "rests on ¶3 of visits.txt, which is not there"),
        ("UPDATE claim SET paragraph_no = 0", "rests on ¶0 of visits.txt, which is not there"),
        ("UPDATE attribution SET paragraph_no = 3", "is said by words of ¶3 of visits.txt, which is not there"),
        ("UPDATE attribution SET paragraph_no = 0", "is said by words of ¶0 of visits.txt, which is not there"),
    ],
)
def test_rows_that_would_give_other_ids_are_refused(tmp_path: Path, change: str, told: str) -> None:
    """The trap: a changed database, and rows from it that pass for the claims that were made."""
    path, _ = _several(tmp_path, 1)
    with duckdb.connect(str(path)) as con:
        con.execute(change)
    with store.connect(path) as db, pytest.raises(StoreError, match=told):
        list(db.claims())
