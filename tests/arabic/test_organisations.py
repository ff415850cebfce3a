"""Organisations: the golden sentences, and which places name one body within an article."""

from pathlib import Path

import pytest

from libnews.arabic.reader import READER
from libnews.models.annotation import ActorReading, Form, MarkKind, Reading
from libnews.models.article import Article
from libnews.models.paragraph import Paragraph
from libnews.models.vocabulary import ActorKind, ParagraphKind

CASES = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "cases" / "organisations.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def read(*texts: str) -> Reading:
    """The reading of an article of these paragraphs."""
    start, paragraphs = 0, []
    for number, text in enumerate(texts, start=1):
        paragraphs.append(
            Paragraph(
                article_id="article", paragraph_no=number, line_no=number, col_no=1, kind=ParagraphKind.BODY,
                start_char=start, end_char=start + len(text), text=text,
            )
        )  # fmt: skip
        start += len(text) + 1
    return READER.read(
        Article(
            article_id="article", file="text", sha256="0" * 64, byte_length=0, encoding="utf-8",
            paragraphs=tuple(paragraphs),
        )
    )  # fmt: skip


def bodies(reading: Reading) -> list[ActorReading]:
    return [actor for actor in reading.actors if actor.kind is not ActorKind.PERSON]


def names(body: ActorReading, *texts: str) -> list[str]:
    """The names of a body in text order, as claims will have them."""
    return [s.words or texts[s.paragraph_no - 1][slice(*s.name)] for s in body.sightings if s.name is not None]


@pytest.mark.parametrize(("text", "expected", "source"), CASES)
def test_golden_sentence(text: str, expected: str, source: str) -> None:
    found = [f"{names(body, text)[0]}|{body.kind.value}|{body.country or ''}" for body in bodies(read(text))]
    assert found == ([] if expected == "-" else expected.split(";")), source


def test_a_body_told_without_its_country_is_the_only_one_of_that_name() -> None:
    texts = "أعلنت وزارة الدفاع الروسية ذلك", "وقالت وزارة الدفاع إن الوزير وصل"
    (body,) = bodies(read(*texts))
    assert names(body, *texts) == ["وزارة الدفاع الروسية", "وزارة الدفاع"]


def test_two_ministries_of_one_name_stay_two() -> None:
    """The trap: «وزارة الخارجية» of an article that speaks of two countries' ministries."""
    found = bodies(read("وزارة الخارجية السعودية ووزارة الخارجية الأمريكية", "وقالت وزارة الخارجية إن"))
    assert [body.country for body in found] == ["SAU", "USA", None]


def test_the_name_in_parentheses_is_another_name_of_the_body() -> None:
    texts = "وأفادت وكالة الأنباء السعودية الرسمية (واس) بأن", "وذكرت واس أن"
    (body,) = bodies(read(*texts))
    assert names(body, *texts) == ["وكالة الأنباء السعودية", "واس", "واس"]


def test_a_name_once_introduced_stands_alone_later() -> None:
    texts = "وقعت شركة دولفينوس العقد", "وأضافت دولفينوس أن"
    (body,) = bodies(read(*texts))
    assert names(body, *texts) == ["دولفينوس", "دولفينوس"]


def test_the_head_alone_means_the_only_body_of_that_head() -> None:
    reading = read("أعلنت وزارة الدفاع الروسية ذلك", "وقالت الوزارة إن الوزير وصل")
    marks = [mark for s in reading.sentences for mark in s.marks if mark.kind is MarkKind.ORGANISATION]
    assert [(mark.ref, mark.form) for mark in marks] == [(0, None), (0, Form.DEFINITE)]
    assert len(reading.actors[0].sightings) == 1  # «الوزارة» is nobody's name


def test_of_two_bodies_nobody_knows_which_the_head_means() -> None:
    reading = read("وزارة الدفاع الروسية ووزارة الخارجية الصينية", "وقالت الوزارة إن الوزير وصل")
    marks = [mark for s in reading.sentences for mark in s.marks if mark.kind is MarkKind.ORGANISATION]
    assert all(mark.form is None for mark in marks)


def test_a_body_inside_a_title_has_a_name_and_the_mark_is_the_persons() -> None:
    reading = read("قال المتحدث باسم وزارة الخارجية الروسية ديمتري بيسكوف إن")
    marks = [mark.kind for s in reading.sentences for mark in s.marks if mark.ref is not None]
    assert marks == [MarkKind.PERSON]
    assert len(bodies(reading)) == 1


def test_what_bears_a_persons_name_is_not_the_person() -> None:
    """«مركز الملك سلمان», «مطار الملك خالد» act for nobody of that name."""
    reading = read("وصل إلى مطار الملك خالد الدولي أمس")
    assert not reading.actors
