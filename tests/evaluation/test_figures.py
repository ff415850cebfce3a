"""What counts as found, missed, extra and right, on made-up articles whose claims and gold records are by hand."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import libnews
from libnews.evaluation.pairing import Link, pair
from libnews.evaluation.spelling import name_key
from libnews.models.evaluation import Evaluation, Slot, Tally
from tests.store import sample

GOLD = Path(__file__).parent / "gold"


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up corpus as a database."""
    return sample.build(tmp_path_factory.mktemp("news") / "news.duckdb")


@pytest.fixture(scope="module")
def evaluation(news: Path) -> Evaluation:
    """The corpus against its gold records."""
    return libnews.evaluate(news, GOLD)


def test_records_are_counted_as_by_hand(evaluation: Evaluation) -> None:
    """The trap: a planned meeting, an optional one, or a record that goes with one, counted against the reader."""
    assert (evaluation.articles, evaluation.articles_in_database) == (3, 3)
    assert evaluation.records == {
        "person": Tally(found=5, extra=1),  # «دوبوا» of second.txt is no gold person there
        "role": Tally(found=2, missed=1),  # an office that only the gold has; that of a nameless person is no role row
        "body": Tally(missed=1),
        "meeting": Tally(found=2, missed=1),  # that of third.txt is optional, the planned one does not count
        "agreement": Tally(found=2, extra=1),
        "trade_figure": Tally(found=1),
    }


def test_slots_are_judged_on_found_records_only(evaluation: Evaluation) -> None:
    """The trap: a field of a record nobody found, counted as wrong once more."""
    assert evaluation.slots == {
        "meeting.participants": Slot(right=1, judged=2),
        "meeting.date": Slot(right=1, judged=2),
        "meeting.country": Slot(right=2, judged=2),
        "meeting.city": Slot(right=1, judged=2),
        "meeting.kind": Slot(right=2, judged=2),
        "meeting.status": Slot(right=2, judged=2),
        "agreement.countries": Slot(right=1, judged=2),
        "agreement.amount": Slot(right=2, judged=2),
        "agreement.date": Slot(right=2, judged=2),
        "agreement.kind": Slot(right=1, judged=2),
        "agreement.stage": Slot(right=1, judged=2),
        "trade_figure.countries": Slot(right=1, judged=1),
        "trade_figure.period": Slot(right=1, judged=1),
        "trade_figure.flow": Slot(right=1, judged=1),
        "trade_figure.qualifier": Slot(right=0, judged=1),
    }


def test_every_figure_has_its_differences(evaluation: Evaluation) -> None:
    """The trap: a list that does not add up to the table."""
    counts: dict[tuple[str, str], int] = {}
    for one in evaluation.differences:
        counts[one.verdict.value, one.subject] = counts.get((one.verdict.value, one.subject), 0) + 1
    expected = {("missed", name): tally.missed for name, tally in evaluation.records.items()}
    expected |= {("extra", name): tally.extra for name, tally in evaluation.records.items()}
    expected |= {("wrong", name): slot.judged - slot.right for name, slot in evaluation.slots.items()}
    assert counts == {key: count for key, count in expected.items() if count}
    assert not evaluation.ok
    assert list(evaluation.to_frame()["verdict"]) == [one.verdict.value for one in evaluation.differences]


def test_a_difference_leads_to_the_words(evaluation: Evaluation) -> None:
    """The trap: «one date wrong» and no way to see which."""
    [wrong] = [one for one in evaluation.differences if one.subject == "meeting.date"]
    assert (wrong.file, wrong.line_no, wrong.paragraph_nos) == ("second.txt", 1, (1,))
    assert (wrong.expected, wrong.read, wrong.quotes) == ("2024-05-04", "2024-05", ("مايو 2024",))
    [missed] = [one for one in evaluation.differences if (one.verdict, one.subject) == ("missed", "meeting")]
    assert missed.expected == "visit held · سالم الكعبي"
    assert missed.quotes == ("وقال قائد الحرس إن الوزير سالم الكعبي زار المعرض.",)


def test_the_order_of_gold_files_does_not_matter(news: Path, evaluation: Evaluation) -> None:
    """The trap: two runs that print two lists."""
    files = sorted(GOLD.glob("*.json"), reverse=True)
    with libnews.connect(news) as db:
        assert libnews.evaluate(db, files) == evaluation


def test_what_was_not_asked_is_not_judged(news: Path) -> None:
    """The trap: articles without gold records taken for articles in which everything is extra."""
    evaluation = libnews.evaluate(news, GOLD / "first.json")
    assert (evaluation.articles, evaluation.articles_in_database) == (1, 3)
    assert evaluation.records["person"] == Tally(found=2)
    assert {one.file for one in evaluation.differences} == {"first.txt"}


def test_the_database_is_only_read(news: Path) -> None:
    """The trap: a measure that changes, or locks, what it measures."""
    before = news.read_bytes(), sorted(news.parent.iterdir())
    news.chmod(0o444)
    libnews.evaluate(news, GOLD)
    assert (news.read_bytes(), sorted(news.parent.iterdir())) == before


def test_bodies_are_found_by_name(tmp_path: Path) -> None:
    """The trap: a ministry that two spellings make two."""
    (tmp_path / "a.txt").write_text("أعلنت وزارة الخارجية المصرية استئناف المحادثات.", encoding="utf-8")
    gold = '{"file": "a.txt", "actors": {"mfa": {"kind": "government", "names": ["وزاره الخارجيه المصريه"]}}}'
    (tmp_path / "a.json").write_text(gold, encoding="utf-8")
    with libnews.build(tmp_path / "a.txt", tmp_path / "a.duckdb") as db:
        assert libnews.evaluate(db, tmp_path / "a.json").records["body"] == Tally(found=1)


@given(st.lists(st.builds(Link, st.integers(0, 3), st.sampled_from("abcd"), st.integers(0, 3))))
def test_pairs_are_one_to_one_and_leave_nothing_that_fits(links: list[Link]) -> None:
    """The trap: one record that counts as two found."""
    chosen = pair(links)
    ids, gold = {one for one, _ in chosen}, {one for _, one in chosen}
    assert len(ids) == len(gold) == len(chosen)
    assert all(link.record_id in ids or link.gold in gold for link in links)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("أحمد الكعبيّ", "احمد كعبي", True),
        ("إسلام آباد", "اسلام أباد", True),
        ("سالم", "سالمة", False),
        ("الله", "له", False),
    ],
)
def test_names_are_alike_where_spelling_varies(one: str, other: str, alike: bool) -> None:
    """The trap: a name missed for a hamza, or two people made one."""
    assert (name_key(one) == name_key(other)) is alike
