"""Articles and rows of claims that Hypothesis draws: valid, with all that can make rows hard to read back."""

from collections.abc import Callable
from enum import StrEnum

from hypothesis import strategies as st

from libnews.models import Article
from libnews.models import vocabulary as words
from libnews.models.claim_row import ClaimRow
from tests.store.sample import make_article

# Short texts of few letters: quotes that stand several times, within each other, and begin like formulas.
_LETTERS = "aab  =+-@'\"،حفترمّ\t\r"
_WORDS = st.text("اب =+-@'\",;\tx\r\n", min_size=1, max_size=6).filter(lambda text: bool(text.strip()))
_DATES = st.sampled_from(["2025", "2025-12", "2025-12-17", "2025-12-17/2025-12-19", "../2018-09", "2022/2023"])
_AMOUNTS = st.integers(0, 10**9).map(str)
_COUNTRIES = st.sampled_from(["LBY", "PAK", "FRA"])


def _word(vocabulary: type[StrEnum]) -> st.SearchStrategy[str]:
    return st.sampled_from([member.value for member in vocabulary])


# What a record of each type needs, and what else it may have.
_NEEDED: dict[str, dict[str, st.SearchStrategy[str]]] = {
    "actor": {"kind": _word(words.ActorKind).filter(lambda kind: kind != "country")},
    "meeting": {"kind": _word(words.MeetingKind)},
    "agreement": {"kind": _word(words.AgreementKind)},
    "trade_figure": {"flow": _word(words.Flow)},
    "article": {"title": _WORDS},
    "x_note": {"x_mood": _WORDS},
}
_OPTIONAL: dict[str, dict[str, st.SearchStrategy[str]]] = {
    "actor": {"name": _WORDS, "role": _WORDS, "rank": _WORDS, "country": _COUNTRIES},
    "meeting": {"status": _word(words.MeetingStatus), "date": _DATES, "city": _WORDS, "x_own": _WORDS},
    "agreement": {"stage": _word(words.AgreementStage), "date": _DATES, "subject": _WORDS, "item": _WORDS},
    "trade_figure": {"reporter": _COUNTRIES, "partner": _COUNTRIES, "commodity": _WORDS, "period": _DATES},
    "article": {"publisher": _WORDS},
    "x_note": {"date": _WORDS, "amount": _WORDS, "participant": st.just("a1")},
}


@st.composite
def articles(draw: st.DrawFn) -> list[Article]:
    """One to three articles of a few paragraphs, none the bytes of another."""
    lines = st.text(_LETTERS, min_size=1, max_size=12).map(lambda text: text.replace("\r", "").strip() or "a")
    texts = draw(st.lists(st.lists(lines, min_size=1, max_size=4).map("\n".join), min_size=1, max_size=3, unique=True))
    return [make_article(f"{number}.txt", text, None) for number, text in enumerate(texts)]


@st.composite
def rows(draw: st.DrawFn, given: list[Article]) -> list[ClaimRow]:
    """Complete records about the articles, each quoted from anywhere in them."""
    found: list[ClaimRow] = []
    for article in given:
        quote = _quoter(draw, article)
        who = draw(st.sampled_from(["human:amal", "program:parser"]))
        found += _record(draw, article, quote, who, "actor", "a1")
        for number in range(draw(st.integers(0, 3))):
            found += _record(draw, article, quote, who, draw(st.sampled_from(sorted(_NEEDED))), f"r{number}")
    return found


Quoted = dict[str, object]


def _record(
    draw: st.DrawFn, article: Article, quote: Callable[[], Quoted], who: str, record_type: str, key: str
) -> list[ClaimRow]:
    claimed: list[tuple[str, str | None, int | None]] = [
        (field, draw(values), None) for field, values in _NEEDED[record_type].items()
    ]
    optional = _OPTIONAL[record_type]
    for field in draw(st.lists(st.sampled_from(sorted(optional)), max_size=4)):
        claimed.append((field, draw(st.none() | optional[field]), None))
    if record_type in ("agreement", "trade_figure"):
        part = draw(st.integers(1, 3))
        claimed += [("amount", draw(_AMOUNTS), part), ("amount_qualifier", "exactly", part)]
    if record_type == "meeting":
        claimed += [("participant", "a1", 1), ("participant_role", draw(_word(words.ParticipantRole)), 1)]
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


def _said(modality: str, words_for: Quoted, kind: str) -> Quoted:
    return {
        "modality": modality, "attributed_to": words_for["quote"], "attributed_kind": kind,
        "attributed_paragraph_no": words_for["paragraph_no"], "attributed_occurrence": words_for["occurrence"],
    }  # fmt: skip


def _quoter(draw: st.DrawFn, article: Article) -> Callable[[], Quoted]:
    def quote() -> Quoted:
        paragraph = draw(st.sampled_from(article.paragraphs))
        start = draw(st.integers(0, len(paragraph.text) - 1))
        end = draw(st.integers(start + 1, len(paragraph.text)))
        text = paragraph.text[start:end]
        places = article.places(text, paragraph.paragraph_no)
        occurrence = [place.start_char for place in places].index(start) + 1
        return {"quote": text, "paragraph_no": paragraph.paragraph_no, "occurrence": occurrence}

    return quote
