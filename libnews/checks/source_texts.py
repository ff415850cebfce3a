"""Paragraphs against the characters of the file they were read from, each file read again."""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple

from libnews.checks.rule import Found, Rule, Scope
from libnews.checks.source_files import file_bytes
from libnews.models.finding import Finding
from libnews.models.lines import find_lines

DIFFERS = Rule(
    code="source.text-differs",
    title="A paragraph is not what its file says there",
    why="Who changes a text can change its quotes and every digest too; the file itself still says what it said.",
    example="Change a word of a paragraph in the database, in its quotes too.",
    reads=("article", "paragraph"),
)
RULES = (DIFFERS,)
_BOM = "\ufeff"
_BATCH = 10_000


class _Told(NamedTuple):
    """A paragraph, as the file has it or as the database does."""

    line_no: int
    col_no: int
    start_char: int
    end_char: int
    text: str


def check(scope: Scope) -> Iterator[Found]:
    """Which paragraphs are other than the lines of their files, where the files are those that were read."""
    if scope.sources is not None and scope.looks_for(DIFFERS):
        yield Found.all(DIFFERS, list(_findings(scope, scope.sources)), scope.limit)


def _findings(scope: Scope, folder: Path) -> Iterator[Finding]:
    # An article whose places are inside a file (`locator`) has another text than the file's.
    rows = scope.connection.execute(
        "select a.article_id, a.file, a.sha256, a.encoding, p.paragraph_no, p.line_no, p.col_no, p.start_char, "
        "p.end_char, p.text from article a left join paragraph p using (article_id) where a.locator is null and a.file "
        "is not null and a.sha256 is not null order by a.article_id, a.file, p.paragraph_no"
    )
    for article, told in groupby(_streamed(rows), key=itemgetter(0, 1, 2, 3)):
        article_id, file, sha256, encoding = article
        raw = file_bytes(folder, file, sha256)
        if raw is not None:
            stored = {row[4]: _Told(*row[5:]) for row in told if row[4] is not None}
            yield from _compared(article_id, file, stored, _lines(raw, encoding))


def _streamed(rows: Any) -> Iterator[tuple[Any, ...]]:
    while batch := rows.fetchmany(_BATCH):
        yield from batch


def _lines(raw: bytes, encoding: str) -> dict[int, _Told]:
    try:
        text = raw.decode(encoding).removeprefix(_BOM)
    except (LookupError, UnicodeError, TypeError):
        return {}  # the encoding is not the one that was read with, and no paragraph is right
    return {
        number: _Told(line.line_no, line.col_no, line.start_char, line.start_char + len(line.text), line.text)
        for number, line in enumerate(find_lines(text), start=1)
    }


def _compared(article_id: str, file: str, stored: dict[int, _Told], read: dict[int, _Told]) -> Iterator[Finding]:
    for number in sorted(stored.keys() | read.keys()):
        ours, theirs = stored.get(number), read.get(number)
        if ours != theirs:
            place = theirs or ours
            yield DIFFERS.finding(
                _difference(ours, theirs), table="paragraph", key=f"{article_id} {number}", file=file,
                line_no=place and place.line_no, col_no=place and place.col_no,
            )  # fmt: skip


def _difference(ours: _Told | None, theirs: _Told | None) -> str:
    if ours is None:
        return "the file has a line more"
    if theirs is None:
        return "the file has no such line"
    differing = (name for name in _Told._fields if getattr(ours, name) != getattr(theirs, name))
    return ", ".join(f"{name} is {_shown(ours, name)}, in the file {_shown(theirs, name)}" for name in differing)


def _shown(told: _Told, name: str) -> str:
    value = getattr(told, name)
    return f"«{value[:80]}»" if isinstance(value, str) else str(value)
