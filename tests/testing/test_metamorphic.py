"""What must not matter does not: line ends and byte order marks to what is read, and where and how a build runs to its
digest. Order of files, processes, hash seed and time zone stand in tests/pipeline/test_build.py.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

import libnews
from libnews.extract import extract
from libnews.models import Evidence
from libnews.testing import strategies
from libnews.testing.strategies import Corpus, Told
from tests.testing.answers import read

_BOM = b"\xef\xbb\xbf"
_LINES_AND_MARKS = [(end, mark) for end in (b"\n", b"\r\n", b"\r") for mark in (b"", _BOM)]


def _with(article: Told, end: bytes, mark: bytes) -> Told:
    plain = article.content.removeprefix(_BOM).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    content = mark + plain.replace(b"\n", end)
    return Told(article.file, content, content.decode("utf-8-sig"), article.records)


def _said(article: Told) -> list[tuple[Any, ...]]:
    """Every claim with its words and their place in line and paragraph, which no line end moves."""
    extraction = extract(read(article))
    order = {mention.mention_id: number for number, mention in enumerate(extraction.mentions)}
    return [
        (order[claim.mention_id], claim.field, claim.part, order.get(claim.value or "", claim.value), *_place(words))
        for claim in extraction.claims
        for words in [claim.evidence]
    ]


@settings(max_examples=15)
@given(strategies.articles())
def test_line_ends_and_byte_order_marks_change_nothing_that_is_read(article: Told) -> None:
    first, *others = (_said(_with(article, end, mark)) for end, mark in _LINES_AND_MARKS)
    for other in others:
        assert other == first


def _place(words: Evidence) -> tuple[object, ...]:
    return words.quote, words.paragraph_no, words.start_char, words.line_no, words.col_no, words.basis


def _build(news: str, db: Path, cwd: Path, **environment: str) -> str:
    code = "import sys, libnews; print(libnews.build(sys.argv[1], sys.argv[2]).digest())"
    done = subprocess.run(
        [sys.executable, "-c", code, news, str(db)],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(Path(libnews.__file__).parents[1]), **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def _check(corpus: Corpus) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        news = corpus.write(folder / "news")
        with libnews.build(news, folder / "news.duckdb") as db:
            digest = db.digest()
        # Elsewhere, by a relative path, where the system knows no letter but those of ASCII.
        bare = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "TZ": "America/Adak"}
        assert _build("news", folder / "other.duckdb", folder, **bare, PYTHONHASHSEED="0") == digest
        assert _build(".", folder / "third.duckdb", news, PYTHONHASHSEED="77", TZ="Asia/Kathmandu") == digest


@settings(max_examples=1, suppress_health_check=[HealthCheck.too_slow])
@given(strategies.corpora())
def test_where_and_how_a_build_runs_does_not_matter(corpus: Corpus) -> None:
    _check(corpus)


@pytest.mark.slow
@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(strategies.corpora())
def test_where_and_how_many_builds_run_does_not_matter(corpus: Corpus) -> None:
    _check(corpus)
