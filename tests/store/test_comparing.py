"""Two databases compared: what each kind of difference is, on made records whose mentions are put together by hand."""

import shutil
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from libnews import store
from libnews.errors import StoreError
from libnews.models import Extraction
from libnews.models.difference import Because, Difference
from libnews.models.vocabulary import RecordType
from libnews.store import Database
from libnews.store.comparing import compare
from libnews.store.row_values import row_values
from tests.store import sample
from tests.store.sample import Telling, make_article

Fields = Mapping[str, str]


class Corpus:
    """Numbered articles that tell of one meeting each, and of the persons in it; the same number is the same bytes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: dict[str, Database] = {}

    def database(self, *records: Sequence[int], **told: Any) -> Database:
        """The database that `_make` makes; once, since no test changes one."""
        key = repr((records, sorted(told.items())))
        if key not in self._made:
            self._made[key] = self._make(*records, **told)
        return self._made[key]

    def _make(
        self,
        *records: Sequence[int],
        told: Mapping[int, Fields] | None = None,
        members: Mapping[int, Sequence[tuple[str, str | None]]] | None = None,
        persons: Mapping[str, str] | None = None,
        undone: Sequence[int] = (),
    ) -> Database:
        """A database in which the articles of each of `records` tell of one meeting, the first of them its earliest.

        `told` are claims beside its kind, `members` names and roles of participants by article; `persons` gives a name
        another record than its own. The meetings of articles in `undone` get no record.
        """
        decided: dict[str, tuple[str | None, str]] = {}
        articles, extractions = [], list[Extraction]()
        people: dict[str, str] = {}
        for numbers in records:
            first = None
            for number in numbers:
                article = make_article(f"{number}.txt", f"محادثات رقم {number}", date(2026, 1, number))
                telling = Telling(article)
                meeting = telling.mention(RecordType.MEETING, 1, "محادثات")
                first = first or meeting
                decided[meeting] = (None if number in undone else first, f"joined to {numbers[0]}")
                telling.claim(meeting, "kind", "talks", 1, "محادثات")
                for field, value in (told or {}).get(number, {}).items():
                    telling.claim(meeting, field, value, 1, "رقم")
                for part, (name, role) in enumerate((members or {}).get(number, ()), start=1):
                    anchor = article.paragraphs[0].text[: 3 + part]
                    person = telling.mention(RecordType.ACTOR, 1, anchor)
                    telling.claim(person, "kind", "person", 1, anchor)
                    known = (persons or {}).get(name, name)
                    decided[person] = (people.setdefault(known, person), "same name")
                    telling.claim(meeting, "participant", person, 1, anchor, part=part)
                    if role is not None:
                        telling.claim(meeting, "participant_role", role, 1, "محادثات", part=part)
                articles.append(article)
                extractions.append(telling.extraction())
        path = self._folder / f"{len(self._made)}.duckdb"
        with store.create(path) as building:
            building.add(articles, extractions)
            building.resolve(decided.items())
            building.finish(["made 1"], len(articles), 0)
            return store.connect(building.publish())


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return Corpus(tmp_path_factory.mktemp("corpus"))


def counts(found: Difference) -> dict[str, int]:
    """The kinds that there are any of."""
    return {kind: count for kind, count in found.counts.items() if count}


def test_a_database_does_not_differ_from_itself(tmp_path: Path) -> None:
    """The trap: rows compared by their order, or null with null."""
    with store.connect(sample.build(tmp_path / "news.duckdb")) as db:
        assert compare(db, db).is_empty


def test_articles_bring_records_and_take_them_away(corpus: Corpus) -> None:
    """The trap: a record that is gone because nobody gave its article, told as if it had been read otherwise."""
    found = compare(corpus.database([1], [2]), corpus.database([2], [3]))
    assert counts(found) == {"added": 1, "gone": 1}
    assert (found.articles_added, found.articles_gone) == (1, 1)
    assert [one.because for one in (*found.added, *found.gone)] == [Because.ARTICLES] * 2
    assert found.gone[0].evidence[0].cite() == "1.txt:1:1 ¶1 «محادثات»"
    assert found.added[0].evidence[0].file == "3.txt"


def test_what_is_read_in_an_old_article_comes_from_reading(corpus: Corpus) -> None:
    """The trap: a better reader whose records look like news."""
    old = corpus.database([1], members={1: []})
    new = corpus.database([1], members={1: [("أحمد", None)]})
    found = compare(old, new)
    assert [(one.record_type, one.because) for one in found.added] == [("actor", Because.READING)]
    assert [one.because for one in compare(new, old).gone] == [Because.READING]


def test_a_mention_without_a_record_was_set_aside(corpus: Corpus) -> None:
    """The trap: what somebody rejected, told as a record that no article tells of any more."""
    found = compare(corpus.database([1], [2]), corpus.database([1], [2], undone=[2]))
    assert [one.because for one in found.gone] == [Because.JUDGEMENT]
    back = compare(corpus.database([1], [2], undone=[2]), corpus.database([1], [2]))
    assert [one.because for one in back.added] == [Because.JUDGEMENT]


def test_merged_and_split(corpus: Corpus) -> None:
    """The trap: a merge told as one record gone, a split as one added."""
    apart, together = corpus.database([1], [2], [3]), corpus.database([1, 2], [3])
    found = compare(apart, together)
    assert counts(found) == {"merged": 1}
    [merged] = found.merged
    assert {one.evidence[0].file for one in merged.former} == {"1.txt", "2.txt"}
    assert merged.record.articles == 2
    assert merged.reasons == ("joined to 1",)
    back = compare(together, apart)
    assert counts(back) == {"split": 1}
    assert {one.record_id for one in back.split[0].records} == {one.record_id for one in merged.former}


def test_an_earlier_article_renames(corpus: Corpus) -> None:
    """The trap: another id told as one record gone and one added."""
    found = compare(corpus.database([2]), corpus.database([1, 2]))
    assert counts(found) == {"renamed": 1}
    [renamed] = found.renamed
    assert [place.file for place in renamed.record.evidence] == ["1.txt", "2.txt"]
    assert renamed.former_id != renamed.record.record_id


def test_a_later_article_renames_nothing(corpus: Corpus) -> None:
    found = compare(corpus.database([1]), corpus.database([1, 2]))
    assert counts(found) == {}
    assert not found.is_empty  # an article came


def test_a_changed_value_has_the_words_of_both(corpus: Corpus) -> None:
    """The trap: a new value beside the evidence of the old."""
    old = corpus.database([1], told={1: {"date": "2026-01", "city": "جنيف"}})
    new = corpus.database([1, 2], told={1: {"date": "2026-01", "city": "جنيف"}, 2: {"date": "2026-01-02"}})
    found = compare(old, new)
    assert counts(found) == {"changed": 1, "values": 1}
    [change] = found.changed[0].changes
    assert change.field == "date"
    assert [(one.value, [place.file for place in one.evidence]) for one in change.old] == [("2026-01", ["1.txt"])]
    assert [(one.value, [place.file for place in one.evidence]) for one in change.new] == [("2026-01-02", ["2.txt"])]


def test_a_value_that_came_or_went_has_one_side(corpus: Corpus) -> None:
    with_city = corpus.database([1], told={1: {"city": "جنيف"}})
    [change] = compare(corpus.database([1]), with_city).changed[0].changes
    assert (change.old, [one.value for one in change.new]) == ((), ["جنيف"])


def test_participants_come_and_go_by_name(corpus: Corpus) -> None:
    """The trap: a list of people compared as a whole."""
    old = corpus.database([1], members={1: [("أحمد", "host"), ("سعيد", None)]})
    new = corpus.database([1], members={1: [("أحمد", "visitor"), ("سعيد", None)]})
    [change] = compare(old, new).changed[0].changes
    assert change.field == "participant"
    assert [(one.detail, len(one.evidence)) for one in (*change.old, *change.new)] == [("host", 1), ("visitor", 1)]


def test_a_renamed_participant_is_no_change(corpus: Corpus) -> None:
    """The trap: one person who gets another id, and every meeting of that person has changed."""
    members = {1: [("أحمد", "host")], 2: [("محمد", "host")]}
    apart = corpus.database([1], [2], members=members)
    together = corpus.database([1], [2], members=members, persons={"محمد": "أحمد"})
    assert counts(compare(apart, together)) == {"merged": 1}
    assert counts(compare(together, apart)) == {"split": 1}


def test_a_country_is_the_same_without_a_common_article(tmp_path: Path) -> None:
    """The trap: LBY gone and LBY added."""
    one = store.connect(sample.build(tmp_path / "1.duckdb", sample.ARTICLES[1:2], sample.EXTRACTIONS[1:2], ()))
    other = store.connect(sample.build(tmp_path / "2.duckdb", sample.ARTICLES[2:], sample.EXTRACTIONS[2:], ()))
    found = compare(one, other)
    assert not {"CHE", "OMN"} & {named.record_id for named in (*found.added, *found.gone)}


def test_a_price_is_compared_as_one(tmp_path: Path) -> None:
    """The trap: an amount that stays and a qualifier that changes, as if they were two facts."""
    files = [sample.build(tmp_path / f"{n}.duckdb", sample.ARTICLES[:n], sample.EXTRACTIONS[:n]) for n in (1, 3)]
    with duckdb.connect(files[1]) as con:
        con.execute("UPDATE agreement SET amount_qualifier = 'more_than'")
    found = compare(store.connect(files[0]), store.connect(files[1]))
    [deal] = [one for one in found.changed if one.record.record_type == "agreement"]
    [change] = [one for one in deal.changes if one.field == "amount"]
    assert [one.value for one in change.old] == ["3000000000 USD"]
    assert [(one.value, one.evidence[0].file) for one in change.new] == [("more_than 3000000000 USD", "second.txt")]


def test_every_column_of_the_records_is_compared(tmp_path: Path) -> None:
    """The trap: a column that a later version brings, and nobody compares."""
    with store.connect(sample.build(tmp_path / "news.duckdb")) as db:
        told = {(row[0], row[1]) for row in db.sql(row_values(db.connection)).project("record_type, field").fetchall()}
        listed = row_values(db.connection)
        for table in ("actor", "meeting", "agreement", "trade_figure"):
            columns = [row[0] for row in db.sql(f"DESCRIBE {table}").fetchall()]
            follow = {f"{table}_id", "currency", "amount_qualifier", "period_kind", "date_precision"}
            days = {name for name in columns if name.endswith(("_first", "_last"))}
            assert [name for name in columns if name not in follow | days and f'AS "{name}"' not in listed
                    and name != "amount"] == []  # fmt: skip
    assert {("agreement", "item"), ("agreement", "party"), ("meeting", "participant"), ("actor", "name")} <= told


def test_lists_may_be_short_and_counts_not(corpus: Corpus) -> None:
    found = compare(corpus.database([1]), corpus.database([1], [2], [3], [4]), 2)
    assert (found.counts["added"], len(found.added)) == (3, 2)


def test_what_differs_is_told_the_same_way_twice(corpus: Corpus) -> None:
    """The trap: an order that the engine's threads decide."""
    old, new = corpus.database([1], [2], [3], [5]), corpus.database([1, 2], [4], [5], told={5: {"city": "جنيف"}})
    assert compare(old, new) == compare(old, new)


def test_a_damaged_database_is_named(corpus: Corpus, tmp_path: Path) -> None:
    """The trap: the engine's words, or the wrong one of the two files."""
    whole = corpus.database([1])
    damaged = Path(shutil.copy(whole.path, tmp_path / "damaged.duckdb"))
    with duckdb.connect(damaged) as con:
        con.execute("DROP TABLE meeting_participant")
    broken = store.connect(damaged)
    for old, new in ((whole, broken), (broken, whole)):
        with pytest.raises(StoreError, match=r"damaged\.duckdb is not as libnews wrote it"):
            compare(old, new)
