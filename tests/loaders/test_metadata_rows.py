"""metadata.csv written and completed: what is there stays, what is missing is added, and a build reads it."""

from pathlib import Path

import pytest

import libnews
from libnews.cli import main
from libnews.errors import InputError
from libnews.loaders.metadata_rows import complete_metadata

_TEXTS: dict[str, str | bytes] = {
    "a.txt": "date 2024-05-04 وصل الوفد إلى العاصمة.",
    "sub/b.txt": "عنوان الخبر القصير\n\nوصل الوفد إلى العاصمة أمس في زيارة رسمية تستغرق يومين.",
    "=c.txt": "قال الوزير أمس.",
    "bad.txt": b"\xff\xfe\xff",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in _TEXTS.items():
        path = tmp_path / "news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return tmp_path / "news"


def test_every_file_has_a_row_with_what_it_tells(folder: Path) -> None:
    """The trap: a file that nobody is asked about; a name that a spreadsheet would run."""
    completed = complete_metadata([folder])
    lines = completed.text.removeprefix("\ufeff").splitlines()
    assert lines[0] == "file_name,published_on,publisher,title,url,language"
    assert [line.split(",")[0] for line in lines[1:]] == ["'=c.txt", "a.txt", "bad.txt", "sub/b.txt"]
    assert lines[2] == "a.txt,2024-05-04,,,,ar"
    assert (completed.added, completed.undated) == (4, 3)


def test_what_is_written_reads_back(folder: Path, tmp_path: Path) -> None:
    """The trap: a CSV that changes what the build reads, or that the build does not take."""
    with libnews.build(folder, tmp_path / "one.duckdb") as one:
        before = [(article.file, article.title, article.published_on, article.language) for article in one.articles()]
    assert main(["metadata", str(folder)]) == 0
    with libnews.build(folder, tmp_path / "two.duckdb") as two:
        after = [(article.file, article.title, article.published_on, article.language) for article in two.articles()]
    assert after == before


def test_rows_and_columns_that_are_there_stay(folder: Path) -> None:
    """The trap: an afternoon's work in a spreadsheet, written over."""
    old = 'desk,file_name,published_on\n"x, y",a.txt,2024-05-05\n=1+1,sub/b.txt,\n'
    (folder / "metadata.csv").write_text(old, encoding="utf-8")
    lines = complete_metadata([folder]).text.removeprefix("\ufeff").splitlines()
    assert lines[0] == "desk,file_name,published_on,publisher,title,url,language"
    assert lines[1:3] == ['"x, y",a.txt,2024-05-05,,,,', "=1+1,sub/b.txt,,,,,"]
    assert [line.split(",")[1] for line in lines[3:]] == ["'=c.txt", "bad.txt"]


def test_a_complete_file_is_left_alone(folder: Path) -> None:
    """The trap: a file that changes, in git and in a spreadsheet, though nothing is new."""
    assert main(["metadata", str(folder)]) == 0
    written = (folder / "metadata.csv").read_bytes()
    (folder / "metadata.csv").write_bytes(written.replace(b"\r\n", b"\n"))
    assert main(["metadata", str(folder)]) == 0
    assert (folder / "metadata.csv").read_bytes() == written.replace(b"\r\n", b"\n")


def test_a_row_in_a_folder_below_counts(folder: Path, tmp_path: Path) -> None:
    """The trap: two rows for one file, which the next build refuses."""
    (folder / "sub" / "metadata.csv").write_text("file_name,published_on\nb.txt,2024-05-05\n", encoding="utf-8")
    assert main(["metadata", str(folder)]) == 0
    assert libnews.build_database(folder, tmp_path / "news.duckdb").summary.accepted == 3
    # A CSV elsewhere is complete in itself, and takes over what the other says.
    other = tmp_path / "all.csv"
    assert main(["metadata", str(folder), "--output", str(other)]) == 0
    assert "sub/b.txt,2024-05-05," in other.read_text(encoding="utf-8-sig")
    assert libnews.build_database(folder, tmp_path / "news.duckdb", metadata=other).summary.accepted == 3


def test_several_paths_need_to_be_told_where(folder: Path) -> None:
    """The trap: a CSV in a place nobody thought of."""
    with pytest.raises(InputError, match="--output"):
        complete_metadata([folder / "a.txt"])


def test_a_wrong_old_file_is_told_and_kept(folder: Path) -> None:
    """The trap: a CSV that cannot be read, and is replaced."""
    (folder / "metadata.csv").write_text("file_name\nno.txt\n", encoding="utf-8")
    assert main(["metadata", str(folder)]) == 2
    assert (folder / "metadata.csv").read_text(encoding="utf-8") == "file_name\nno.txt\n"
