"""Quotes looked up in their article: `Article.find` and `libnews.verify`, beside langextract's aligner.

Thirty quotes of two to six words are drawn from each article, from the same places for all. The aligner
(`Resolver().align`) is given them in their order with the whole text, as it is after a model has answered. Right is a
span that equals the one drawn; other is a span elsewhere; refused are those that libnews will not place because the
words stand several times, and those that the aligner leaves without a span.
"""

from collections.abc import Iterable
from itertools import islice
from random import Random
from re import compile as pattern

from benchmarks.loaded import articles_of
from benchmarks.measuring import Clock, Data, Way
from benchmarks.stage import Figure, Stage, ratio
from libnews.errors import Ambiguous
from libnews.extract import verify
from libnews.models import Article

_MOST = 200
_QUOTES = 30
_WORD = pattern(r"\S+")
Span = tuple[int, int]


def _drawn(data: Data) -> list[tuple[Article, str, list[Span]]]:
    """Articles with their text and the spans that are looked up in it, in text order, none in another."""
    random = Random(data.seed)
    return [_spans(article, random) for article in articles_of(data.articles, _MOST)]


def _spans(article: Article, random: Random) -> tuple[Article, str, list[Span]]:
    text = "\n".join(paragraph.text for paragraph in article.paragraphs)
    found: list[Span] = []
    start = 0
    for paragraph in article.paragraphs:
        words = [word.span() for word in _WORD.finditer(paragraph.text)]
        at = 0
        while at + 6 < len(words):
            count = random.randint(2, 6)
            found.append((start + words[at][0], start + words[at + count - 1][1]))
            at += count + random.randint(0, 6)
        start += len(paragraph.text) + 1
    return article, text, sorted(random.sample(found, min(_QUOTES, len(found))))


def _by_find(data: Data, clock: Clock) -> float:
    given: list[list[Span | None]] = []
    drawn = _drawn(data)
    with clock.step("look up"):
        for article, text, spans in drawn:
            given.append([_found(article, text[start:end]) for start, end in spans])
    return _told(drawn, given, clock)


def _found(article: Article, quote: str) -> Span | None:
    try:
        evidence = article.find(quote)
    except Ambiguous:
        return None
    return _place(article, evidence.paragraph_no, evidence.start_char, evidence.end_char)


def _place(article: Article, paragraph_no: int, start: int, end: int) -> Span:
    before = sum(len(paragraph.text) + 1 for paragraph in islice(article.paragraphs, paragraph_no - 1))
    return before + start, before + end


def _by_verify(data: Data, clock: Clock) -> float:
    given: list[list[Span | None]] = []
    drawn = _drawn(data)
    with clock.step("look up"):
        for article, text, spans in drawn:
            rows = [_row(article, number, text[start:end]) for number, (start, end) in enumerate(spans)]
            places: list[Span | None] = [None] * len(spans)
            for one in verify(rows, [article]).accepted:
                words = one.evidence
                places[int(one.row.record)] = _place(article, words.paragraph_no, words.start_char, words.end_char)
            given.append(places)
    return _told(drawn, given, clock)


def _row(article: Article, number: int, quote: str) -> dict[str, object]:
    return {
        "file": article.file, "record": str(number), "record_type": "x_quote", "field": "x_words", "value": quote,
        "quote": quote,
    }  # fmt: skip


def _by_langextract(data: Data, clock: Clock) -> float:
    from langextract.core.data import Extraction
    from langextract.resolver import Resolver

    given: list[list[Span | None]] = []
    drawn = _drawn(data)
    with clock.step("look up"):
        for _, text, spans in drawn:
            asked = [Extraction("words", text[start:end]) for start, end in spans]
            given.append([_interval(one) for one in Resolver().align(asked, text, token_offset=0, char_offset=0)])
    return _told(drawn, given, clock)


def _interval(extraction: object) -> Span | None:
    interval = getattr(extraction, "char_interval", None)
    return None if interval is None else (interval.start_pos, interval.end_pos)


def _told(drawn: list[tuple[Article, str, list[Span]]], given: Iterable[list[Span | None]], clock: Clock) -> float:
    pairs = [
        pair for (_, _, spans), places in zip(drawn, given, strict=True) for pair in zip(spans, places, strict=True)
    ]
    clock.facts["right"] = sum(span == place for span, place in pairs)
    clock.facts["other"] = sum(place is not None and span != place for span, place in pairs)
    clock.facts["refused"] = sum(place is None for _, place in pairs)
    return len(pairs)


STAGE = Stage(
    name="quotes",
    unit="quotes",
    ways=(
        Way("Article.find", _by_find),
        Way("libnews.verify", _by_verify),
        Way("langextract", _by_langextract, needs=("langextract",)),
    ),
    figures=(
        ratio("langextract's aligner against `Article.find`, CPU", "langextract", "Article.find"),
        ratio("langextract's aligner against `libnews.verify`, CPU", "langextract", "libnews.verify"),
        Figure(
            "spans elsewhere than drawn, `Article.find`, of a thousand",
            lambda one: 1000 * one["Article.find"].facts["other"] / one["Article.find"].done, ("Article.find",),
        ),
        Figure(
            "spans elsewhere than drawn, langextract, of a thousand",
            lambda one: 1000 * one["langextract"].facts["other"] / one["langextract"].done, ("langextract",),
        ),
    ),
)  # fmt: skip
