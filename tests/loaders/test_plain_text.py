"""From a file's bytes to an article: nothing is lost, nothing raises, and spans lead back to the text."""

import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libnews.loaders import FoundFile, check_encoding, discover, load_file
from libnews.loaders.decoding import decode
from libnews.loaders.metadata import MetadataRow
from libnews.loaders.plain_text import MAX_PARAGRAPHS, article_from
from libnews.loaders.refusal import Refusal
from libnews.models import Article, Rejected

PROSE = "افتتح الوزير المعرض صباح اليوم بحضور عدد كبير من الزوار والناشرين من بلدان كثيرة."
# Arabic, line ends, BOMs, NULs and bytes that begin letters without ending them, more often than chance has them.
PIECES = [
    PROSE.encode(),
    b"\n",
    b"\r",
    b"\r\n",
    b" ",
    b"\xef\xbb\xbf",
    b"\0",
    b"\xd8",
    b"\xa7",
    b"date 2026-02-03 ",
    b"a",
]
BYTES = st.one_of(st.binary(max_size=80), st.lists(st.sampled_from(PIECES), max_size=12).map(b"".join))


def load(path: Path, encoding: str | None = None, metadata: MetadataRow | None = None) -> Article | Rejected:
    return load_file(FoundFile(path.name, path, metadata), encoding)


def loaded(text: str, metadata: MetadataRow | None = None) -> Article:
    article = article_from(text.encode(), "a.txt", metadata)
    assert isinstance(article, Article)
    return article


def check_bytes(raw: bytes) -> None:
    """Either an article all of whose words are in its paragraphs, or a refusal with a sentence."""
    result = article_from(raw, "a.txt")
    if isinstance(result, Refusal):
        assert result.detail
        return
    decoded = decode(raw)
    assert not isinstance(decoded, Refusal)
    covered = 0
    for paragraph in result.paragraphs:
        assert decoded.text[covered : paragraph.start_char].strip() == ""
        assert decoded.text[paragraph.start_char : paragraph.end_char] == paragraph.text
        covered = paragraph.end_char
    assert decoded.text[covered:].strip() == ""


@given(BYTES)
def test_any_bytes_become_an_article_or_a_reason(raw: bytes) -> None:
    check_bytes(raw)


@given(BYTES)
def test_same_bytes_give_the_same_article_under_any_name(raw: bytes) -> None:
    one, other = article_from(raw, "a.txt"), article_from(raw, "b/ج.txt")
    if isinstance(one, Article) and isinstance(other, Article):
        assert other.model_copy(update={"file": "a.txt"}) == one
    else:
        assert one == other


@given(
    st.lists(st.sampled_from([PROSE, "عنوان قصير", "", " • بند ", "أخبار ذات صلة", "date 2026-02-03 نص"]), max_size=8)
)
def test_line_ends_change_neither_paragraphs_nor_kinds(lines: list[str]) -> None:
    results = [article_from(end.join(lines).encode(), "a.txt") for end in ("\n", "\r\n", "\r")]
    seen = []
    for result in results:
        if isinstance(result, Article):
            rows = [(one.text, one.kind, one.line_no, one.col_no) for one in result.paragraphs]
            seen.append((rows, result.title, result.published_on, result.language))
    assert len(seen) in (0, 3)
    assert all(one == seen[0] for one in seen)


@given(st.lists(BYTES, max_size=6))
def test_accepted_and_rejected_are_what_was_given(
    tmp_path_factory: pytest.TempPathFactory, contents: list[bytes]
) -> None:
    folder = tmp_path_factory.mktemp("given")
    for number, content in enumerate(contents):
        (folder / f"{number}.txt").write_bytes(content)
    results = list(map(load_file, discover([folder]).files))
    assert [one.file for one in results] == [f"{number}.txt" for number in range(len(contents))]
    accepted = {one.article_id for one in results if isinstance(one, Article)}
    assert len(accepted) == len({one.sha256 for one in results if isinstance(one, Article)})


def test_rejected_file_is_described(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes((PROSE * 3).encode("windows-1256"))
    rejected = load(tmp_path / "a.txt")
    assert isinstance(rejected, Rejected)
    assert (rejected.reason.value, rejected.byte_offset, rejected.byte_length) == ("not-utf8", 0, len(PROSE) * 3)
    assert rejected.detail.endswith("it looks like windows-1256: if so, --encoding windows-1256")
    assert rejected.sha256 is not None
    check_encoding("windows-1256")
    article = load(tmp_path / "a.txt", "windows-1256")
    assert isinstance(article, Article)
    assert (article.encoding, article.paragraphs[0].text, article.sha256) == (
        "windows-1256",
        PROSE * 3,
        rejected.sha256,
    )


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le"])
def test_utf16_is_told_by_name(tmp_path: Path, encoding: str) -> None:
    # Without a BOM UTF-16 is valid UTF-8 full of NULs: «not-utf8» alone would puzzle.
    (tmp_path / "a.txt").write_bytes(PROSE.encode(encoding))
    rejected = load(tmp_path / "a.txt")
    assert isinstance(rejected, Rejected)
    assert rejected.detail.endswith(f"--encoding {encoding}")
    assert isinstance(load(tmp_path / "a.txt", encoding), Article)


def test_more_lines_than_an_article_has_are_refused() -> None:
    refusal = article_from(b"a\n" * (MAX_PARAGRAPHS + 1), "a.txt")
    assert isinstance(refusal, Refusal)
    assert refusal.reason.value == "too-large"


def test_stamp_in_the_text_dates_the_article() -> None:
    article = loaded(f"date 2026-02-03 {PROSE}\n{PROSE}")
    assert (article.published_on, article.published_on_basis) == (date(2026, 2, 3), "text")


def test_stamp_of_another_story_does_not() -> None:
    assert loaded(f"{PROSE}\nأخبار ذات صلة\ndate 2025-01-01 خبر آخر").published_on is None


def test_metadata_wins_over_the_text() -> None:
    row = MetadataRow(date(2026, 2, 4), "صحيفة", "عنوان آخر", "http://x.example/", "ar-LY", (("byline", "كاتب"),))
    article = loaded(f"افتتاح المعرض\ndate 2026-02-03 {PROSE}", row)
    assert (article.published_on, article.published_on_basis) == (date(2026, 2, 4), "metadata")
    assert (article.title, article.publisher, article.language) == ("عنوان آخر", "صحيفة", "ar-LY")
    assert (article.url, article.metadata) == ("http://x.example/", {"byline": "كاتب"})


def test_title_and_language_come_from_the_text_where_metadata_is_silent() -> None:
    article = loaded(f"افتتاح المعرض\n{PROSE}", MetadataRow(publisher="صحيفة"))
    assert (article.title, article.language, article.metadata) == ("افتتاح المعرض", "ar", {})
    assert loaded(PROSE).title is None


def test_language_without_a_reader_is_stored_and_keeps_its_shape() -> None:
    article = loaded(f"Titre\n{'Le ministre a ouvert la foire du livre devant un grand public. ' * 2}")
    assert (article.language, article.title) == ("und", "Titre")


def many_bytes(count: int) -> Iterator[bytes]:
    chance = random.Random(20260203)
    for _ in range(count):
        if chance.random() < 0.5:
            yield chance.randbytes(chance.randrange(60))
        else:
            yield b"".join(chance.choices(PIECES, k=chance.randrange(8)))


@pytest.mark.slow
def test_200_000_random_files_neither_raise_nor_lose_a_word() -> None:
    for raw in many_bytes(200_000):
        check_bytes(raw)
