"""Rows of claims that hold: complete records, each value quoted from somewhere in a given article."""

from collections.abc import Callable
from enum import StrEnum

from hypothesis import strategies as st

from libnews.models import Article, Paragraph
from libnews.models import vocabulary as words
from libnews.models.claim_row import ClaimRow
from libnews.testing.strategies import vocabulary
from libnews.testing.strategies.facts import periods

Quoted = dict[str, object]
_EXTRACTORS = ("human:amal", "program:parser")
# Texts that are hard to read back: like formulas, with the marks of CSV, with line ends of their own.
_WORDS = st.text("اب =+-@'\",;\tx\r\n", min_size=1, max_size=6).filter(lambda text: bool(text.strip()))
_DATES = periods() | st.dates().map(str).filter(lambda day: day >= "1900")
_COUNTRIES = st.sampled_from([country.code for country in vocabulary.countries()])
_AMOUNTS = st.integers(0, 10**9).map(str)


def _word(vocabulary_of: type[StrEnum]) -> st.SearchStrategy[str]:
    return st.sampled_from([member.value for member in vocabulary_of])


_VALUES: dict[str, dict[str, st.SearchStrategy[str]]] = {
    "actor": {
        "kind": _word(words.ActorKind).filter(lambda kind: kind != "country"),
        "name": _WORDS, "role": _WORDS, "rank": _WORDS, "country": _COUNTRIES,
    },
    "meeting": {
        "kind": _word(words.MeetingKind), "status": _word(words.MeetingStatus), "date": _DATES, "city": _WORDS,
        "country": _COUNTRIES, "x_own": _WORDS,
    },
    "agreement": {
        "kind": _word(words.AgreementKind), "stage": _word(words.AgreementStage), "date": _DATES, "subject": _WORDS,
        "item": _WORDS,
    },
    "trade_figure": {
        "flow": _word(words.Flow), "reporter": _COUNTRIES, "partner": _COUNTRIES, "commodity": _WORDS,
        "period": _DATES,
    },
    "article": {"title": _WORDS, "publisher": _WORDS},
    "x_note": {"x_mood": _WORDS, "date": _WORDS, "amount": _WORDS, "participant": st.just("a1")},
}  # fmt: skip


@st.composite
def claims(draw: st.DrawFn, article: Article) -> list[ClaimRow]:
    """Rows of a claims file about `article`, every one of which `libnews.verify` takes.

    Use it to test what writes or reads claims: quotes that stand several times come with their place, and texts are
    such as are hard to read back.

    >>> import io, libnews
    >>> from hypothesis import find
    >>> article = libnews.read(io.BytesIO("التقى سالم يوسف.".encode()), file="a.txt")
    >>> rows = find(claims(article), lambda rows: any(row.record_type == "meeting" for row in rows))
    >>> len(libnews.verify(rows, [article]).refused)
    0
    """
    quote = _quoter(draw, article)
    who = draw(st.sampled_from(_EXTRACTORS))
    found = _record(draw, article, quote, who, "actor", "a1")
    for number in range(draw(st.integers(0, 3))):
        found += _record(draw, article, quote, who, draw(st.sampled_from(sorted(_VALUES))), f"r{number}")
    return found


def _record(
    draw: st.DrawFn, article: Article, quote: Callable[[], Quoted], who: str, record_type: str, key: str
) -> list[ClaimRow]:
    claimed = _claimed(draw, record_type)
    basis = draw(_word(words.Basis))
    said = st.builds(_said, _word(words.Modality), st.builds(quote), _word(words.AttributionKind))
    source: st.SearchStrategy[Quoted] = st.just({}) | said
    return [
        ClaimRow.model_validate(
            {
                "file": article.file, "record": key, "record_type": record_type, "field": field, "value": value,
                "part": part, "basis": basis, "extractor": who, **quote(), **draw(source),
            }
        )
        for field, value, part in draw(st.permutations(claimed))
    ]  # fmt: skip


def _claimed(draw: st.DrawFn, record_type: str) -> list[tuple[str, str | None, int | None]]:
    """Fields with values and parts: what every such record needs, and some of what it may have."""
    values = _VALUES[record_type]
    # The first of a type's fields is one that every record of it has.
    needed, *more = values
    claimed: list[tuple[str, str | None, int | None]] = [(needed, draw(values[needed]), None)]
    for field in draw(st.lists(st.sampled_from(more), max_size=4)):
        claimed.append((field, draw(st.none() | values[field]), None))
    if record_type in ("agreement", "trade_figure"):
        part = draw(st.integers(1, 3))
        claimed += [("amount", draw(_AMOUNTS), part), ("amount_qualifier", "exactly", part)]
    if record_type == "meeting":
        claimed += [("participant", "a1", 1), ("participant_role", draw(_word(words.ParticipantRole)), 1)]
    return claimed


def _said(modality: str, words_for: Quoted, kind: str) -> Quoted:
    return {
        "modality": modality, "attributed_to": words_for["quote"], "attributed_kind": kind,
        "attributed_paragraph_no": words_for["paragraph_no"], "attributed_occurrence": words_for["occurrence"],
    }  # fmt: skip


def _quoter(draw: st.DrawFn, article: Article) -> Callable[[], Quoted]:
    open_paragraphs = [paragraph for paragraph in article.paragraphs if paragraph.kind.is_read]

    def quote() -> Quoted:
        paragraph: Paragraph = draw(st.sampled_from(open_paragraphs))
        start = draw(st.integers(0, len(paragraph.text) - 1))
        end = draw(st.integers(start + 1, len(paragraph.text)))
        text = paragraph.text[start:end]
        places = article.places(text, paragraph.paragraph_no)
        occurrence = [place.start_char for place in places].index(start) + 1
        return {"quote": text, "paragraph_no": paragraph.paragraph_no, "occurrence": occurrence}

    return quote
