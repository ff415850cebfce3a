"""metadata.csv: what it says arrives, and every wrong row is told of at once with its line."""

from datetime import date
from pathlib import Path

import pytest

from libnews.errors import InputError
from libnews.loaders import discover
from libnews.loaders.metadata import MetadataRow


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.txt", "b.txt", "sub/c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    return tmp_path


def rows_of(folder: Path, content: str | bytes) -> dict[str, MetadataRow | None]:
    (folder / "metadata.csv").write_bytes(content.encode() if isinstance(content, str) else content)
    return {found.file: found.metadata for found in discover([folder]).files}


def test_cells_arrive_and_empty_ones_say_nothing(folder: Path) -> None:
    rows = rows_of(
        folder,
        "\ufefffile_name,published_on,publisher,title,url,language,byline,id\r\n"
        'a.txt,2026-02-03,وكالة,"عنوان، ""مهم""\nفي سطرين",http://x.example/,ar, كاتب ,\r\n'
        "\r\n"
        "sub/c.txt,,,,,,,7\r\n",
    )
    assert rows["a.txt"] == MetadataRow(
        date(2026, 2, 3), "وكالة", 'عنوان، "مهم"\nفي سطرين', "http://x.example/", "ar", (("byline", "كاتب"),)
    )
    assert rows["sub/c.txt"] == MetadataRow(others=(("id", "7"),))
    assert rows["b.txt"] is None


def test_csv_of_a_folder_below_speaks_of_its_own_files(folder: Path) -> None:
    (folder / "sub/metadata.csv").write_text("file_name,title\nc.txt,عنوان\n", encoding="utf-8")
    listing = discover([folder])
    assert [(found.file, found.metadata is not None) for found in listing.files][-1] == ("sub/c.txt", True)
    assert (listing.metadata_rows, listing.ignored) == (1, 0)


def test_csv_that_is_named_replaces_the_others_and_counts_from_the_root(folder: Path, tmp_path: Path) -> None:
    (folder / "metadata.csv").write_text("file_name,title\na.txt,قديم\n", encoding="utf-8")
    named = tmp_path / "other.csv"
    named.write_text("file_name,title\nsub/c.txt,جديد\n", encoding="utf-8")
    found = {one.file: one.metadata for one in discover([folder], named).files}
    assert found == {"a.txt": None, "b.txt": None, "sub/c.txt": MetadataRow(title="جديد")}


def test_csv_among_the_paths_is_no_article(folder: Path) -> None:
    # A shell writes `folder/*` out, metadata.csv with the rest.
    (folder / "metadata.csv").write_text("file_name,title\na.txt,عنوان\n", encoding="utf-8")
    listing = discover(folder.iterdir())
    assert [found.file for found in listing.files] == ["a.txt", "b.txt", "sub/c.txt"]
    assert listing.metadata_rows == 1


def test_row_of_a_file_that_exists_and_was_not_given_is_no_error(folder: Path) -> None:
    (folder / "d.docx").write_text("x", encoding="utf-8")
    assert rows_of(folder, "file_name\nd.docx\n")["a.txt"] is None


HEAD = "file_name,published_on,language\n"
WRONG = [
    (HEAD + "nowhere.txt,,\n", ":2: no file 'nowhere.txt'"),
    (HEAD + "sub,,\n", ":2: no file 'sub'"),
    (HEAD + ",,\n,2026-01-01,\n", ":3: file_name is empty"),
    (HEAD + "../a.txt,,\n", ":2: '../a.txt' leads out of"),
    (HEAD + "/etc/passwd,,\n", ":2: '/etc/passwd' leads out of"),
    (HEAD + "a.txt,,\nb.txt,,\na.txt,,\n", ":4: 'a.txt' has a row already"),
    (HEAD + "a.txt,,\n./sub/../a.txt,,\n", ":3: './sub/../a.txt' has a row already"),
    (HEAD + "a.txt,3 February 2026,\n", ":2: published_on '3 February 2026' is not a day written YYYY-MM-DD"),
    (HEAD + "a.txt,2026-02-31,\n", "published_on '2026-02-31'"),
    (HEAD + "a.txt,20260203,\n", "published_on '20260203'"),
    (HEAD + "a.txt,2026-W06-2,\n", "published_on '2026-W06-2'"),
    (HEAD + "a.txt,,Arabic language\n", ":2: language 'Arabic language'"),
    (HEAD + "a.txt,\n", ":2: 2 cells where the first line has 3"),
    (HEAD + 'a.txt,"2026-01-01\n\nb.txt,,\n', "not CSV"),
    ("name,title\na.txt,x\n", ":1: no column 'file_name'"),
    ("file_name;title\na.txt;x\n", "separated by commas"),
    ("file_name,title,title\na.txt,x,y\n", ":1: two columns are named 'title'"),
    ("", ":1: no column 'file_name'"),
    ("file_name\n\na.txt\nح.txt\n".encode("utf-16"), ":1: not UTF-8"),
    ("file_name\na.txt\nح\n".encode("windows-1256"), ":3: not UTF-8"),
    ("file_name\na\0.txt\n", ":2: a NUL character"),
]


@pytest.mark.parametrize(("content", "message"), WRONG)
def test_wrong_row_is_told_with_file_and_line(folder: Path, content: str | bytes, message: str) -> None:
    with pytest.raises(InputError) as raised:
        rows_of(folder, content)
    assert message in str(raised.value)
    assert "metadata.csv" in str(raised.value)


def test_all_wrong_rows_are_told_at_once(folder: Path) -> None:
    with pytest.raises(InputError) as raised:
        rows_of(folder, HEAD + "a.txt,x,\nb.txt,y,\n" + "".join(f"{number}.txt,,\n" for number in range(60)))
    lines = str(raised.value).split("\n")
    assert lines[0].split(": ")[0].endswith("metadata.csv:2")
    assert (len(lines), lines[-1]) == (51, "and 12 more")


def test_missing_or_wrong_csv_is_named(folder: Path) -> None:
    with pytest.raises(InputError, match=r"other\.csv: no such file"):
        discover([folder], folder / "other.csv")
    with pytest.raises(InputError, match="a folder, not a regular file"):
        discover([folder], folder / "sub")
