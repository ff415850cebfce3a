"""Persons: the golden sentences, and who is whom within one article."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libnews.arabic.opening_words import find_openings
from libnews.arabic.people import Person, find_people, same_name
from libnews.arabic.places import find_places
from libnews.arabic.positions import places_by_token
from libnews.arabic.tokens import tokenize

CASES = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "cases" / "people.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def read(*paragraphs: str) -> list[Person]:
    tokens = [tokenize(text) for text in paragraphs]
    return find_people(
        tokens,
        [places_by_token(one, find_places(text, one)) for text, one in zip(paragraphs, tokens, strict=True)],
        [find_openings(one) for one in tokens],
    )


def shown(person: Person, paragraphs: tuple[str, ...]) -> str:
    """The first sighting as the case file writes it."""
    sighting = person.sightings[0]
    text, tokens = paragraphs[sighting.paragraph], tokenize(paragraphs[sighting.paragraph])

    def words(start: int, end: int, cut: int) -> str:
        return text[tokens[start].start_char + cut : tokens[end - 1].end_char]

    name = words(*sighting.name, sighting.cut) if sighting.name else ""
    return "|".join([name, *(words(title.start, title.end, title.cut) for title in sighting.titles)])


@pytest.mark.parametrize(("text", "expected", "source"), CASES)
def test_golden_sentence(text: str, expected: str, source: str) -> None:
    found = [shown(person, (text,)) for person in read(text)]
    assert found == ([] if expected == "-" else expected.split(";")), source


def test_a_son_is_not_his_father() -> None:
    """خليفة حفتر stands inside صدام خليفة حفتر."""
    people = read("المشير خليفة حفتر ونائبه الفريق صدام خليفة حفتر", "وقال صدام حفتر إن خليفة حفتر غادر")
    assert [len(person.sightings) for person in people] == [2, 2]


def test_a_family_name_alone_is_who_was_introduced_first() -> None:
    people = read("المشير خليفة حفتر والفريق صدام حفتر", "وذكرت المصادر أن حفتر ناقش الخطوة")
    assert [len(person.sightings) for person in people] == [2, 1]


def test_an_office_alone_is_its_holder_in_the_article() -> None:
    people = read("أكد رئيس الوزراء الباكستاني شهباز شريف ذلك", "ثم غادر رئيس الوزراء الباكستاني القاعة")
    assert [len(person.sightings) for person in people] == [2]


def test_an_office_of_another_country_is_somebody_else() -> None:
    people = read("أكد وزير الخارجية الروسي سيرغي لافروف ذلك", "ثم غادر وزير الخارجية الإيراني القاعة")
    assert [bool(person.forms) for person in people] == [True, False]


PARTS = st.lists(st.sampled_from(["صدام", "خليفه", "حفتر", "محمد", "شهباز"]), min_size=1, max_size=4).map(tuple)


@given(PARTS, PARTS)
def test_same_name_is_symmetric(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert same_name(one, other) == same_name(other, one)


@given(PARTS)
def test_a_name_is_itself(name: tuple[str, ...]) -> None:
    assert same_name(name, name)


@given(
    st.lists(
        st.sampled_from(["الرئيس", "المصري", "محمد", "،", "بن", "عبد", "وزير", "د", ".", "قال", "ليبيا"]), max_size=14
    )
)
def test_any_words_are_read_without_failing_and_sightings_do_not_overlap(words: list[str]) -> None:
    people = read(" ".join(words))
    taken = [p for person in people for s in person.sightings if s.name for p in range(*s.name)]
    assert len(taken) == len(set(taken))
