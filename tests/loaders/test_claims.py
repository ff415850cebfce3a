"""Claims files: what can be read is read, and the rest says file, line, column and what was expected."""

from pathlib import Path

import pytest

from libnews.errors import InputError
from libnews.loaders import SourcedRow, UnreadRow, read_claims

_HEAD = "file,record,record_type,field,value,quote"
_GOOD = "a.txt,m1,meeting,kind,talks,met"


def _read(tmp_path: Path, text: str | bytes, name: str = "claims.csv") -> list[SourcedRow | UnreadRow]:
    path = tmp_path / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return list(read_claims(path))


def test_rows_have_the_line_they_begin_in(tmp_path: Path) -> None:
    """The trap: a quote over two lines, and every line number after it is wrong."""
    found = _read(tmp_path, f'{_HEAD}\n{_GOOD}\na.txt,m1,meeting,venue,"the\nhall",met\n\n{_GOOD}\n')
    assert [one.line_no for one in found] == [2, 3, 6]


@pytest.mark.parametrize("encoded", ["utf-8", "utf-8-sig"])
def test_a_byte_order_mark_is_no_part_of_the_first_column(encoded: str, tmp_path: Path) -> None:
    """The trap: the file that Excel saved, whose first column nobody knows."""
    [found] = _read(tmp_path, f"{_HEAD}\r\n{_GOOD}\r\n".encode(encoded))
    assert isinstance(found, SourcedRow)
    assert found.row.file == "a.txt"


def test_quote_and_value_keep_their_spaces(tmp_path: Path) -> None:
    """The trap: «a helpful» strip, and the quote is another."""
    [found] = _read(tmp_path, f'{_HEAD}\na.txt,m1,meeting,venue," hall "," met"\n')
    assert isinstance(found, SourcedRow)
    assert (found.row.value, found.row.quote) == (" hall ", " met")


@pytest.mark.parametrize(("name", "extractor"), [("amal.csv", "human:amal"), ("the model.csv", "human:the-model")])
def test_who_claims_is_the_file_unless_a_row_says(name: str, extractor: str, tmp_path: Path) -> None:
    """The trap: claims of nobody."""
    [found] = _read(tmp_path, f"{_HEAD}\n{_GOOD}\n", name)
    assert isinstance(found, SourcedRow)
    assert found.row.extractor == extractor


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (",m1,meeting,kind,talks,met", "column file"),
        ("a.txt,,meeting,kind,talks,met", "column record"),
        ("a.txt,m1,treaty,kind,talks,met", "column record_type: 'treaty' is not one of article"),
        ("a.txt,m1,x_Big,kind,talks,met", "column record_type"),
        ("a.txt,m1,meeting,Kind,talks,met", "column field"),
        ("a.txt,m1,meeting,kind,talks,", "column quote"),
    ],
)
def test_a_wrong_cell_is_told_by_its_column(row: str, why: str, tmp_path: Path) -> None:
    """The trap: «invalid row», and a search through fifteen columns."""
    bad, good = _read(tmp_path, f"{_HEAD}\n{row}\n{_GOOD}\n")
    assert isinstance(bad, UnreadRow)
    assert (bad.line_no, why in bad.why) == (2, True), bad.why
    assert isinstance(good, SourcedRow)


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("paragraph_no", "0"),
        ("paragraph_no", "two"),
        ("occurrence", "-1"),
        ("part", "0"),
        ("part", "2147483648"),
        ("basis", "guessed"),
        ("extractor", "amal"),
        ("extractor", "human:"),
        ("modality", "certain"),
        ("attributed_kind", "anonymous"),
        ("attributed_occurrence", "1"),
        ("attributed_to,attributed_kind", "the minister,hearsay"),
        ("attributed_to,attributed_count", "sources,0"),
    ],
)
def test_columns_that_may_be_left_out_are_held_to_their_form(column: str, cell: str, tmp_path: Path) -> None:
    """The trap: a column that is read and forgotten, or a part that no INTEGER holds."""
    [found] = _read(tmp_path, f"{_HEAD},{column}\n{_GOOD},{cell}\n")
    assert isinstance(found, UnreadRow)
    assert f"column {column.split(',')[-1]}" in found.why


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{", "not a JSON object"),
        ("[1]", "one object a line"),
        ('{"file": "a.txt", "file": "b.txt"}', "stands twice"),
        ("[" * 100_000, "not a JSON object"),
        ('{"file": 1}', "column file"),
        ('{"colour": "red"}', "column colour"),
        (
            '{"file": "a.txt", "record": "m", "record_type": "x_a", "field": "x", "quote": "\\ud800"}',
            "column quote",
        ),
        ('{"file": "a\\u0000", "record": "m", "record_type": "x_a", "field": "x", "quote": "a"}', "U+0000"),
    ],
)
def test_a_wrong_line_of_json_is_told_and_the_next_is_read(line: str, why: str, tmp_path: Path) -> None:
    """The trap: one broken line of a program's output, and the rest is lost; a text that no database stores."""
    good = '{"file": "a.txt", "record": "m", "record_type": "x_a", "field": "x", "quote": "a", "value": null}'
    bad, read = _read(tmp_path, f"{line}\n\n{good}", "claims.jsonl")
    assert isinstance(bad, UnreadRow)
    assert (bad.line_no, why in bad.why) == (1, True), bad.why
    assert isinstance(read, SourcedRow)
    assert read.line_no == 3


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("c.csv", b"", "no column 'quote'"),
        ("c.csv", b"file,record\n", "no column 'quote'"),
        ("c.csv", b"quote,quote\n", "two columns"),
        ("c.csv", f"{_HEAD},colour\n{_GOOD},red\n".encode(), "no column 'colour' is known"),
        ("c.csv", f"{_HEAD}\n{_GOOD},more\n".encode(), ":2: 7 cells"),
        ("c.csv", "quote\nالتقى\n".encode("windows-1256"), ":2: not UTF-8"),
        ("c.jsonl", '{}\n{"quote": "é"}'.encode("latin-1"), ":2: not UTF-8"),
    ],
)
def test_a_file_that_cannot_be_read_at_all_is_an_input_error(name: str, text: bytes, why: str, tmp_path: Path) -> None:
    """The trap: a thousand findings for one wrong header."""
    with pytest.raises(InputError, match=why):
        _read(tmp_path, text, name)


@pytest.mark.parametrize("name", ["no.csv", "no.jsonl", "."])
def test_no_file_is_an_input_error(name: str, tmp_path: Path) -> None:
    """The trap: a traceback for a slip of the finger."""
    with pytest.raises(InputError):
        list(read_claims(tmp_path / name))
