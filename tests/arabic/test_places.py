"""Places: golden cases, the tables, and what no text may break."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libnews.arabic.gazetteer import country_names
from libnews.arabic.lexicon import rows
from libnews.arabic.nisba import nisba_forms
from libnews.arabic.places import find_places
from libnews.models.codes import countries

ROOT = Path(__file__).parent.parent.parent
CASES = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "cases" / "places.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
_WORDS = """
و ل ب العاصمة مدينة في تونس عمان الأردن طرابلس لبنان لليبيا للسعودية وبالرياض ليبيًا مالي
الباب ، ـ
"""
WORDS = st.lists(st.sampled_from(_WORDS.split())).map(" ".join)


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_places_are_read_as_a_reader_reads_them(text: str, expected: str) -> None:
    """Each case is a form that news uses, or a word that only looks like a place."""
    assert "|".join(f"{found.text}={found.value} {found.kind}" for found in find_places(text)) == expected


@given(st.one_of(st.text(), WORDS))
def test_spans_hold_their_words_and_do_not_overlap(text: str) -> None:
    """A claim's quote is cut by these spans."""
    end = 0
    for found in find_places(text):
        assert found.start_char >= end
        assert text[found.start_char : found.end_char] == found.text != ""
        assert found.value in countries()
        end = found.end_char


@pytest.mark.parametrize("clitic", ["", "و", "ب", "ل", "وب", "فل"])
@pytest.mark.parametrize(("name", "code"), [("باكستان", "PAK"), ("ليبيا", "LBY"), ("بنغازي", "LBY"), ("كندا", "CAN")])
def test_clitics_stay_outside(clitic: str, name: str, code: str) -> None:
    """«لباكستان» quoted whole would be another name than «باكستان»."""
    assert [(found.text, found.value) for found in find_places(f"زار {clitic}{name} أمس")] == [(name, code)]


@pytest.mark.parametrize(
    "name", ["لندن", "لبنان", "فرنسا", "فلسطين", "بكين", "بيروت", "كييف", "وهران", "واشنطن", "كراكاس"]
)
def test_a_first_letter_is_no_clitic(name: str) -> None:
    """«لندن» is not «ل» and «ندن»."""
    assert [found.text for found in find_places(f"في {name}.")] == [name]


def test_the_names_of_one_place_are_one() -> None:
    """A meeting in إسلام آباد and one in إسلام أباد are in the same city."""
    found = find_places("إسلام آباد، إسلام أباد، اسلام اباد")
    assert {place.name for place in found} == {"إسلام آباد"}


@pytest.mark.parametrize("file", ["countries", "country_aliases", "nationalities", "cities"])
def test_the_tables_hold_codes_only(file: str) -> None:
    """A slip in a table would make a country that is none."""
    column = -1 if file == "cities" else 0
    assert {row[column] for row in rows(file)} <= countries()


def test_no_city_stands_twice_under_one_country() -> None:
    """Two rows for one city would give it two names."""
    named = [(form, code) for name, others, code in rows("cities") for form in (name, *others.split("|")) if form]
    assert len(named) == len(set(named))


def test_every_country_has_a_name() -> None:
    """Every ISO code that a claim may hold can be named in Arabic."""
    assert set(country_names()) == countries()


def test_countries_are_those_of_cldr() -> None:
    """The file is written by a script; a change by hand would be lost."""
    pytest.importorskip("babel")
    script = ROOT / "scripts" / "countries_from_cldr.py"
    if not script.exists():
        pytest.skip("scripts are not part of an installed package")
    scope: dict[str, object] = {"__name__": "countries_from_cldr", "__file__": str(script)}
    exec(compile(script.read_text(encoding="utf-8"), str(script), "exec"), scope)
    table = scope["table"]
    assert callable(table)
    assert table() == (ROOT / "libnews/arabic/lexicon/countries.tsv").read_text(encoding="utf-8")


def test_nationality_words_bend() -> None:
    """One missing form is a country that is not seen."""
    assert {"ليبي", "الليبية", "ليبيون", "الليبيين", "ليبيتان", "الليبيتين", "ليبيات"} <= set(nisba_forms("ليبي"))
    assert {"كورية جنوبية", "الكوريين الجنوبيين"} <= set(nisba_forms("كوري جنوبي"))
