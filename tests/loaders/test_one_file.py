"""`libnews.read`: one article without a folder, or the reason why there is none."""

import io
from datetime import date
from pathlib import Path

import pytest

import libnews
from libnews.models import Article

_TEXT = "وصل الوفد إلى العاصمة أمس."


def _note(folder: Path, raw: bytes = _TEXT.encode(), name: str = "note.txt") -> Path:
    path = folder / name
    path.write_bytes(raw)
    return path


def test_it_is_the_article_that_a_build_reads(tmp_path: Path) -> None:
    """The trap: two ways to read a file, and claims made on one that do not fit the other."""
    path = _note(tmp_path)
    with libnews.build(path, tmp_path / "news.duckdb") as db:
        assert list(db.articles()) == [libnews.read(path)] == [libnews.read(str(path))]
    with path.open("rb") as opened:
        assert libnews.read(opened) == libnews.read(path)


def test_what_the_text_does_not_say_is_given(tmp_path: Path) -> None:
    """The trap: an option that is taken and forgotten."""
    article = libnews.read(
        _note(tmp_path),
        file="x/y.txt",
        published_on=date(2026, 2, 5),
        publisher="P",
        title="T",
        url="U",
        language="ar-EG",
    )
    given = article.file, article.published_on, article.publisher, article.title, article.url, article.language
    assert given == ("x/y.txt", date(2026, 2, 5), "P", "T", "U", "ar-EG")


def test_other_encodings_are_named(tmp_path: Path) -> None:
    """The trap: a guess at the letters."""
    path = _note(tmp_path, _TEXT.encode("windows-1256"))
    with pytest.raises(libnews.InputError, match="windows-1256"):
        libnews.read(path)
    assert libnews.read(path, encoding="windows-1256").paragraphs[0].text == _TEXT


@pytest.mark.parametrize(
    ("options", "why"),
    [
        ({"published_on": "5 Feb"}, "YYYY-MM-DD"),
        ({"language": "Arabic!"}, "BCP 47"),
        ({"encoding": "arabic-1"}, "arabic-1"),
    ],
)
def test_a_wrong_option_says_what_is_expected(options: dict[str, str], why: str, tmp_path: Path) -> None:
    """The trap: a day that is silently none."""
    with pytest.raises(libnews.InputError, match=why):
        libnews.read(_note(tmp_path), **options)


def test_what_is_no_article_says_why(tmp_path: Path) -> None:
    """The trap: an empty article, or a traceback."""
    with pytest.raises(libnews.InputError, match="no such file"):
        libnews.read(tmp_path / "no.txt")
    with pytest.raises(libnews.InputError, match="empty"):
        libnews.read(_note(tmp_path, b" \n"))
    with pytest.raises(libnews.InputError, match="not-regular"):
        libnews.read(tmp_path)
    with pytest.raises(libnews.InputError, match="file="):
        libnews.read(io.BytesIO(_TEXT.encode()))
    with pytest.raises(libnews.InputError, match='"rb"'):
        libnews.read(io.StringIO(_TEXT), file="a.txt")  # type: ignore[arg-type]  # what somebody will do


@pytest.fixture
def article(tmp_path: Path) -> Article:
    return libnews.read(_note(tmp_path, b"a b a\n\nc a"))


def test_find_gives_the_one_place_or_all_of_them(article: Article) -> None:
    """The trap: the first of several places, taken without a word."""
    assert article.find("c").cite() == "note.txt:3:1 «c»"
    with pytest.raises(libnews.Ambiguous) as several:
        article.find("a")
    assert [(place.paragraph_no, place.start_char) for place in several.value.places] == [(1, 0), (1, 4), (2, 2)]
    assert article.find("a", occurrence=3).paragraph_no == 2
    assert article.find("a", paragraph_no=1, occurrence=2).start_char == 4


@pytest.mark.parametrize(
    "asked", [{"quote": "z"}, {"quote": ""}, {"quote": "b", "paragraph_no": 2}, {"quote": "a", "paragraph_no": 0},
              {"quote": "a", "paragraph_no": -1}, {"quote": "a", "occurrence": 4}, {"quote": "a", "occurrence": 0}]
)  # fmt: skip
def test_what_is_not_there_is_not_found(article: Article, asked: dict[str, object]) -> None:
    """The trap: a paragraph counted from the end, an occurrence from 0."""
    with pytest.raises(libnews.NotFound):
        article.find(**asked)  # type: ignore[arg-type]  # made of what find takes


def test_not_found_here_says_where(article: Article) -> None:
    """The trap: the right words and the wrong paragraph, and no hint of it."""
    with pytest.raises(libnews.NotFound, match=r"note\.txt:1:3 «b»") as missing:
        article.find("b", paragraph_no=2)
    assert [place.paragraph_no for place in missing.value.places] == [1]
