"""A file of known actors: what it says arrives, and every wrong row is told of at once with its line."""

from pathlib import Path

import pytest

from libnews.errors import InputError
from libnews.loaders import read_known_actors
from libnews.models import KnownActor

HEAD = "id,name,aliases,name_en,kind,country,wikidata_id\n"


def rows_of(folder: Path, content: str | bytes) -> tuple[KnownActor, ...]:
    source = folder / "people.csv"
    source.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_known_actors(source)


def test_cells_arrive_and_an_empty_kind_is_a_person(tmp_path: Path) -> None:
    """As Excel writes it: a byte order mark, CRLF, a guarded cell, a line break in quotes."""
    found = rows_of(
        tmp_path,
        "\ufeffwikidata_id,id,name,aliases,country,kind\r\n"
        'Q90000001, kaabi ,سالم الكعبي,"سالم بن علي الكعبي |Salem Al Kaabi|| سالم بن علي الكعبي ",OMN,\r\n'
        "\r\n"
        ",'-1,الحرس,,,armed_force\r\n",
    )
    assert found == (
        KnownActor(known_id="-1", name="الحرس", kind="armed_force"),
        KnownActor(
            known_id="kaabi", name="سالم الكعبي", aliases=("سالم بن علي الكعبي", "Salem Al Kaabi"), country="OMN",
            wikidata_id="Q90000001",
        ),
    )  # fmt: skip


def test_two_columns_are_enough_and_no_row_is_nobody(tmp_path: Path) -> None:
    assert [one.known_id for one in rows_of(tmp_path, "id,name\nb,سالم الكعبي\na,سالم الكعبي\n")] == ["a", "b"]
    assert rows_of(tmp_path, HEAD) == ()


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("x,,,,,,", "name is empty"),
        (",سالم الكعبي,,,,,", "id is empty"),
        ("x,سالم الكعبي,,,,OMAN,", "country 'OMAN' is not an ISO 3166-1 alpha-3 code, such as LBY"),
        ("x,سالم الكعبي,,,,,q42", "wikidata_id 'q42' is not an item of Wikidata, such as Q42"),
        ("x,سالم الكعبي,,,minister,,", "kind 'minister' is not one of person, country,"),
        ("x,ليبيا,,,country,,", "a country is known by its code; fill in country"),
        ("kaabi,سالم الكعبي,,,,,", "id 'kaabi' has a row already"),
        ("x,سالم الكعبي,,,,,Q1", "wikidata_id 'Q1' has a row already"),
        ("x,سلطنة عمان,,,country,OMN,", "country 'OMN' has a row already"),
        ("x,سالم", "2 cells where the first line has 7"),
    ],
)
def test_a_wrong_row_is_told_of_with_its_line(tmp_path: Path, row: str, expected: str) -> None:
    with pytest.raises(InputError) as refused:
        rows_of(tmp_path, f"{HEAD}kaabi,سالم الكعبي,,,,,Q1\nom,عمان,,,country,OMN,\n{row}\n")
    assert str(refused.value).startswith(f"{tmp_path / 'people.csv'}:4: ")
    assert expected in str(refused.value)


def test_all_that_is_wrong_is_told_of_at_once(tmp_path: Path) -> None:
    with pytest.raises(InputError) as refused:
        rows_of(tmp_path, f"{HEAD}a,سالم,,,chief,OMAN,7\nb,,,,,,\n")
    assert [line.split(": ", 1)[1].split(" ")[0] for line in str(refused.value).splitlines()] == [
        "kind", "country", "wikidata_id", "name",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("id,name,office\nx,سالم,وزير\n", ":1: no column 'office' is known; the columns are id, name, aliases"),
        ("id,aliases\nx,سالم\n", ":1: no column 'name'"),
        ("name\nسالم\n", ":1: no column 'id'"),
        ("", ":1: no column 'id'"),
        (b"id,name\nx,\xd3\xc7\n", ":2: not UTF-8"),
    ],
    ids=["unknown", "no-name", "no-id", "empty", "not-utf8"],
)
def test_a_wrong_file_is_told_of(tmp_path: Path, content: str | bytes, expected: str) -> None:
    with pytest.raises(InputError) as refused:
        rows_of(tmp_path, content)
    assert expected in str(refused.value)


def test_no_file_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file of known actors"):
        read_known_actors(tmp_path / "nobody.csv")
