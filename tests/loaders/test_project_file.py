"""`libnews.toml` says what a project is made of; whatever is wrong with it is told with file and key."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libnews.errors import InputError
from libnews.loaders.project_file import find_project, read_project
from libnews.models.project import Filled, Project

_FULL = """
db = "out/news.duckdb"
sources = ["articles", "extra/one.txt"]
claims = "amal.csv"
judgements = ["a.csv", "b.csv"]
actors = "people.csv"
metadata = "metadata.csv"

[rules.off]
"meeting.after-publication" = "dates of the archive are those of the scan"
claim.modality-contradicts = "a code without quotes is the same code"

[bounds.meeting]
min = 5
max = 100

[bounds.meeting.filled]
city = 0.5
venue = { max = 0.25 }
"""


def _read(folder: Path, text: str) -> Project:
    source = folder / "libnews.toml"
    source.write_text(text, encoding="utf-8")
    return read_project(source)


def test_everything_is_read(tmp_path: Path) -> None:
    project = _read(tmp_path, _FULL)
    assert project.db == tmp_path / "out" / "news.duckdb"
    assert project.sources == (tmp_path / "articles", tmp_path / "extra" / "one.txt")
    assert project.claims == (tmp_path / "amal.csv",)
    assert project.judgements == (tmp_path / "a.csv", tmp_path / "b.csv")
    assert (project.actors, project.metadata) == (tmp_path / "people.csv", tmp_path / "metadata.csv")
    assert list(project.rules_off) == ["meeting.after-publication", "claim.modality-contradicts"]
    bounds = project.bounds["meeting"]
    assert (bounds.min, bounds.max) == (5, 100)
    assert bounds.filled == {"city": Filled(min=0.5), "venue": Filled(max=0.25)}


def test_an_empty_file_says_nothing(tmp_path: Path) -> None:
    assert _read(tmp_path, "\ufeff") == Project(file=tmp_path / "libnews.toml")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("database = 'x'", "libnews.toml: database: there is no such key"),
        ("db = ['a']", "libnews.toml: db: give a path"),
        ("db = ''", "libnews.toml: db: give a path"),
        ("sources = ['a', 3]", "libnews.toml: sources: give a path"),
        ("metadata = 3", "libnews.toml: metadata: give a path"),
        ("rules = 'off'", "libnews.toml: rules: "),
        ("[rules.of]\nx = 'y'", "libnews.toml: rules.of: there is no such key"),
        ("[rules]\noff = ['a.b']", "libnews.toml: rules.off: give a table"),
        ("[rules.off]\n'a.b' = true", 'libnews.toml: rules.off."a.b": give the reason'),
        ("bounds = 3", "libnews.toml: bounds: "),
        ("[bounds]\nmeeting = 3", "libnews.toml: bounds.meeting: give a table"),
        ("[bounds.meeting]\nmin = 5.5", "libnews.toml: bounds.meeting.min: give a number of rows"),
        ("[bounds.meeting]\nmin = -1", "libnews.toml: bounds.meeting.min: give a number of rows"),
        ("[bounds.meeting]\nmin = 2\nmax = 1", "libnews.toml: bounds.meeting: min is above max"),
        ("[bounds.meeting]\nleast = 1", "libnews.toml: bounds.meeting.least: there is no such key"),
        ("[bounds.meeting.filled]\ncity = 50", "bounds.meeting.filled.city.min: give a share from 0 to 1"),
        ("[bounds.meeting.filled]\ncity = nan", "bounds.meeting.filled.city.min: give a share from 0 to 1"),
        ("[bounds.meeting.filled]\ncity = {least = 1}", "filled.city.least: there is no such key"),
        ("db = ", "libnews.toml: not TOML: "),
    ],
)
def test_what_is_wrong_is_told_with_file_and_key(text: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(InputError) as raised:
        _read(tmp_path, text)
    assert told in str(raised.value)


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(InputError) as raised:
        _read(tmp_path, "one = 1\ndb = 2\n[bounds.meeting]\nmin = 'x'\nfour = 4\n")
    assert len(str(raised.value).splitlines()) == 4


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "libnews.toml").write_bytes(b"db = '\xff'")
    with pytest.raises(InputError, match="not UTF-8"):
        read_project(tmp_path / "libnews.toml")


def test_the_nearest_file_upwards_is_the_one(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    (inner / "libnews.toml").mkdir(parents=True)  # a folder of that name is none
    (tmp_path / "libnews.toml").touch()
    assert find_project(inner) == tmp_path / "libnews.toml"
    (tmp_path / "a" / "libnews.toml").touch()
    assert find_project(inner) == tmp_path / "a" / "libnews.toml"


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_nothing_that_stands_there_ends_in_another_error(told: object) -> None:
    """The trap: a list where a table should be, and a traceback."""
    from libnews.loaders import project_file
    from libnews.loaders.csv_rows import Problems

    problems = Problems()
    source = Path("libnews.toml")
    project_file._rules_off(source, told, problems)
    project_file._bounds(source, told, problems)
    project_file._paths(source, "claims", told, problems)
    project_file._path(source, "db", told, problems)
