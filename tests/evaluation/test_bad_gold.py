"""Gold files that cannot be used: each problem named, all of them at once, and never a traceback."""

from pathlib import Path

import pytest

import libnews
from tests.store import sample


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up corpus as a database."""
    return sample.build(tmp_path_factory.mktemp("news") / "news.duckdb")


def complaint(news: Path, *gold: Path) -> str:
    with pytest.raises(libnews.InputError) as error:
        libnews.evaluate(news, gold)
    return str(error.value)


_KAABI = '"actors": {"kaabi": {"kind": "person", "names": ["سالم الكعبي"]}}'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"file": "first.txt",\n "actors": {,}}', "bad.json:2: not JSON: "),
        ("[]", "bad.json: the file: not a JSON object; its fields are file, published_on, actors"),
        ("{}", "bad.json: file: this field has to be given"),
        ('{"file": "first.txt", "file": "second.txt"}', "bad.json: not JSON: the name 'file' stands twice"),
        ('{"file": "first.txt", "people": {}}', "bad.json: people: no such field; the fields here are file, "),
        (
            '{"file": "first.txt", "meetings": [{"kind": "talks", "paragraphs": [1], "dat": "2024"}]}',
            "bad.json: meetings[0].dat: no such field; the fields here are paragraphs, optional, kind, status, ",
        ),
        (
            '{"file": "first.txt", "meetings": [{"kind": "chat", "paragraphs": [1]}]}',
            "bad.json: meetings[0].kind: Input should be 'visit', 'talks', ",
        ),
        (
            '{"file": "first.txt", "meetings": [{"kind": "talks", "paragraphs": []}]}',
            "bad.json: meetings[0].paragraphs: Tuple should have at least 1 item",
        ),
        (
            f'{{"file": "first.txt", {_KAABI}, "agreements": '
            '[{"kind": "mou", "stage": "signed", "paragraphs": [1], "parties": ["kabi"]}]}',
            "bad.json: agreements[0] names 'kabi', which is no key of actors; the keys are: kaabi",
        ),
        (
            '{"file": "first.txt", "meetings": [{"kind": "talks", "paragraphs": [1], "date": "May 2024"}]}',
            "bad.json: meetings[0].date: ",
        ),
        (
            '{"file": "first.txt", "meetings": [{"kind": "talks", "paragraphs": [1], "country": "OM"}]}',
            "bad.json: meetings[0].country: 'OM' is not an ISO 3166-1 alpha-3 code",
        ),
        ('{"file": "first.txt", "actors": {"oman": {"kind": "country"}}}', "actors.oman.kind: a country is no gold"),
        ('{"file": "first.txt", "actors": {"x": {"kind": "person"}}}', "bad.json: actors.x: give a name, or a role"),
        (
            '{"file": "first.txt", "trade_figures": [{"flow": "exports", "amount": NaN, "paragraphs": [1]}]}',
            "bad.json: not JSON: NaN is no number",
        ),
        ('{"file": "none.txt"}', "bad.json: no article 'none.txt' in "),
        (
            '{"file": "first.txt", "meetings": [{"kind": "talks", "paragraphs": [6]}]}',
            "bad.json: a record names paragraph 6 and first.txt has 5",
        ),
        ("[" * 100_000, "bad.json: not JSON: "),
        ('{"file": "first.txt", "paragraph_kinds": {"title": [' + "9" * 5000 + "]}}", "bad.json: not JSON: "),
    ],
)  # fmt: skip
def test_a_bad_file_is_told_with_its_name_and_what_is_wrong(news: Path, tmp_path: Path, text: str, told: str) -> None:
    """The trap: a traceback, or a field with a slip in its name that is silently not scored."""
    bad = tmp_path / "bad.json"
    bad.write_text(text, encoding="utf-8")
    assert told in complaint(news, bad)


def test_everything_that_is_wrong_is_told_at_once(news: Path, tmp_path: Path) -> None:
    """The trap: fifty runs for fifty slips."""
    (tmp_path / "a.json").write_text('{"file": 3, "people": {}}', encoding="utf-8")
    (tmp_path / "b.json").write_bytes(b'{"file": "\xff"}')
    (tmp_path / "c.json").write_text('{"file": "first.txt"}', encoding="utf-8")
    (tmp_path / "d.json").write_text('{"file": "first.txt"}', encoding="utf-8")
    told = complaint(news, tmp_path, tmp_path / "none").splitlines()
    beginnings = [
        "none: no such gold file",
        "a.json: file: ",
        "a.json: people: ",
        "b.json:1: not UTF-8",
        "d.json: first.txt has gold",
    ]
    assert [
        line.removeprefix(f"{tmp_path}/")[: len(start)] for line, start in zip(told, beginnings, strict=True)
    ] == beginnings


def test_folders_without_gold_files_are_an_error(news: Path, tmp_path: Path) -> None:
    """The trap: a table of zeros for a folder mistyped."""
    assert "no .json file in this folder" in complaint(news, tmp_path)
    assert "no gold records given" in complaint(news)


def test_one_article_under_two_names_is_an_error(news: Path, tmp_path: Path) -> None:
    """The trap: an article that counts twice because its gold files write its path in two ways."""
    (tmp_path / "a.json").write_text('{"file": "third.txt"}', encoding="utf-8")
    (tmp_path / "b.json").write_text('{"file": "sub/third.txt"}', encoding="utf-8")
    assert "another gold file tells of too" in complaint(news, tmp_path)
