"""Nothing goes unseen: every number, place and known name of a text is in a span, used or passed over."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import libnews
from libnews.arabic.fold import bare
from libnews.arabic.gazetteer import condition_of, country_names
from libnews.arabic.phrases import key
from libnews.extract import extract
from libnews.models import Article
from libnews.models.vocabulary import SpanKind
from tests.docs.running import ROOT
from tests.store.sample import make_article

_VALUED = {SpanKind.NUMBER, SpanKind.DATE, SpanKind.MONEY}
_PIECES = (
    "4 مليارات", "دولار", "في 3 مايو 2024", "2022/2023", "04:54", "5+1", "F-16", "JF-17A", "إف-16", "5G", "٢٫٥",
    "2.866", "٪", "10%", "-", "و", "(", "0912", "۱۲", "１２", "#5", "ساعة", "محمد علي", "مصر", "عمان", "،", "i24",
)  # fmt: skip


def spans_of(article: Article) -> dict[int, list[tuple[int, int, SpanKind]]]:
    found: dict[int, list[tuple[int, int, SpanKind]]] = {one.paragraph_no: [] for one in article.paragraphs}
    for span in extract(article).spans:
        words = span.evidence
        found[words.paragraph_no].append((words.start_char, words.end_char, span.kind))
    return found


def digits_outside(article: Article) -> list[str]:
    spans = spans_of(article)
    return [
        f"{digits[0]} in {paragraph.text}"
        for paragraph in article.paragraphs
        if paragraph.kind.is_read
        for digits in re.finditer(r"\d+", paragraph.text)
        if not any(
            start <= digits.start() and digits.end() <= end and kind in _VALUED
            for start, end, kind in spans[paragraph.paragraph_no]
        )
    ]


@given(st.lists(st.tuples(st.sampled_from(_PIECES), st.sampled_from(["", " "])), min_size=1, max_size=12))
def test_every_digit_is_in_a_span(pieces: list[tuple[str, str]]) -> None:
    """The trap: a code or a time of day that no finder reads, and that coverage says nothing about."""
    text = "".join(piece + blank for piece, blank in pieces).strip()
    assert digits_outside(make_article("a.txt", text, None)) == []


@pytest.mark.parametrize("path", sorted((ROOT / "seeds").glob("*.txt")), ids=lambda path: path.stem)
def test_every_digit_of_real_articles_is_in_a_span(path: Path) -> None:
    """The trap: the same, in a form that nobody thought of."""
    assert digits_outside(libnews.read(path)) == []


@pytest.mark.parametrize("code", sorted(country_names()))
def test_every_country_is_in_a_span(code: str) -> None:
    """The trap: a country read and dropped because it could be two places («عمان»)."""
    name = country_names()[code]
    condition = condition_of(key(bare(name)))
    if condition is not None and condition.needs and key("إلى") not in condition.needs:
        pytest.skip("a word that is mostly no place is one only where the words beside it say so")
    article = make_article("a.txt", f"وصل الوفد إلى {name} أمس", None)
    start = article.paragraphs[0].text.index(name)
    assert [kind for first, last, kind in spans_of(article)[1] if first <= start and start + len(name) <= last] != []


def test_what_gives_no_value_is_passed_over() -> None:
    """The trap: a span that says used for words no claim rests on."""
    article = make_article("a.txt", "غادر محمود عباس عمان الساعة 04:54 على متن F-16", None)
    told = {(span.kind.value, span.evidence.quote): span.used for span in extract(article).spans}
    assert told["place", "عمان"] is False
    assert told["number", "04:54"] is False
    assert told["number", "F-16"] is False


def test_names_outside_of_persons_are_passed_over() -> None:
    """The trap: a street or an hour that makes a person, and a person's name that leaves no trace."""
    spans = {
        (span.evidence.quote, span.used)
        for span in extract(make_article("a.txt", "افتتح شارع محمد علي الآن، وأنا هنا", None)).spans
        if span.kind is SpanKind.NAME
    }
    assert spans <= {("محمد علي", False), ("محمد علي", True)}
    assert spans


def test_a_headline_does_not_use_what_stands_in_it() -> None:
    """The trap: every number of a headline told as used, because the headline is the title."""
    article = libnews.read(sorted((ROOT / "seeds").glob("*.txt"))[0])
    titled = [one for one in extract(article).claims if one.field == "title"]
    others = {
        (one.evidence.paragraph_no, place)
        for one in extract(article).claims
        if one.field != "title"
        for place in range(one.evidence.start_char, one.evidence.end_char)
    }
    assert titled
    for span in extract(article).spans:
        words = span.evidence
        assert span.used == any((words.paragraph_no, at) in others for at in range(words.start_char, words.end_char))
