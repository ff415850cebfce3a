"""A quote that is not there letter for letter is refused, however near it comes: a thousand of them."""

import io
import random
from collections.abc import Iterator

import pytest

import libnews
from libnews.models import Article
from libnews.models.claim_row import ClaimRow
from tests.docs.running import ROOT

_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةأإآ"
_DIGITS = "0123456789٠١٢٣٤٥٦٧٨٩"


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return [libnews.read(path) for path in sorted((ROOT / "seeds").glob("*.txt"))]


def _row(article: Article, quote: str, paragraph_no: int) -> ClaimRow:
    return ClaimRow(
        file=article.file, record="r", record_type="x_r", field="x_f", value="1", quote=quote, paragraph_no=paragraph_no
    )


def _quotes(articles: list[Article], chance: random.Random) -> Iterator[tuple[Article, int, str]]:
    """Quotes of three to twelve words from anywhere."""
    while True:
        article = chance.choice(articles)
        paragraph = chance.choice([one for one in article.paragraphs if one.kind.is_read and " " in one.text])
        words = paragraph.text.split(" ")
        first = chance.randrange(len(words))
        yield article, paragraph.paragraph_no, " ".join(words[first : first + chance.randint(3, 12)])


def _one_letter(quote: str, chance: random.Random) -> str:
    at = chance.randrange(len(quote))
    return quote[:at] + chance.choice(_LETTERS) + quote[at + 1 :]


def _one_digit(quote: str, chance: random.Random) -> str | None:
    digits = [at for at, char in enumerate(quote) if char.isdigit()]
    if not digits:
        return None
    at = chance.choice(digits)
    return quote[:at] + chance.choice(_DIGITS) + quote[at + 1 :]


def _altered(articles: list[Article], wanted: int) -> list[ClaimRow]:
    """Rows whose quote is not in the paragraph they name, made from rows whose quote is: a third of each kind."""
    chance = random.Random(3)
    rows: dict[str, list[ClaimRow]] = {"letter": [], "digit": [], "neighbour": []}
    for article, paragraph_no, quote in _quotes(articles, chance):
        if all(len(some) >= wanted // 3 + 1 for some in rows.values()):
            return [row for some in rows.values() for row in some][:wanted]
        for kind, altered, at in (
            ("letter", _one_letter(quote, chance), paragraph_no),
            ("digit", _one_digit(quote, chance), paragraph_no),
            ("neighbour", quote, paragraph_no + chance.choice((-1, 1))),
        ):
            inside = 1 <= at <= len(article.paragraphs)
            if altered is None or not inside or altered in article.paragraphs[at - 1].text:
                continue  # the same letter again, or words that stand there too: nothing is false
            if len(rows[kind]) <= wanted // 3:
                rows[kind].append(_row(article, altered, at))
    raise AssertionError("unreachable")


def test_a_thousand_altered_quotes_are_refused(articles: list[Article]) -> None:
    """The trap: a library that «repairs» a quote, and with it a figure nobody ever printed."""
    rows = _altered(articles, 1000)
    accepted, refused = libnews.verify(rows, articles)
    assert (len(rows), len(accepted), len(refused)) == (1000, 0, 1000)
    assert {one.rule for one in refused} == {"claims.quote-absent"}


def test_the_same_quotes_unaltered_are_accepted(articles: list[Article]) -> None:
    """The trap: a check that refuses everything passes the test above."""
    quotes = _quotes(articles, random.Random(3))
    rows = [
        _row(article, quote, paragraph_no)
        for (article, paragraph_no, quote), _ in zip(quotes, range(300), strict=False)
    ]
    _, refused = libnews.verify(rows, articles)
    assert {one.rule for one in refused} <= {"claims.quote-ambiguous"}
    assert len(refused) < 30


@pytest.mark.parametrize(
    ("quote", "near"),
    [("إلى المدينة", "الى المدينة"), ("مليارات", "مليـارات"), ("حمّاد", "حماد"), ("١٩", "19"), ("a b", "a\u00a0b")],
)
def test_what_folds_alike_is_not_the_same_words(quote: str, near: str) -> None:
    """The trap: search folds spellings; evidence does not."""
    article = libnews.read(io.BytesIO(f"قال {quote} هنا".encode()), file="a.txt")
    assert libnews.verify([_row(article, near, 1)], [article]).accepted == ()
    assert len(libnews.verify([_row(article, quote, 1)], [article]).accepted) == 1


def test_a_refusal_names_the_places_that_would_do(articles: list[Article]) -> None:
    """The trap: «not found», and an hour of searching for where it is."""
    article = articles[1]
    [place] = article.places("17 إلى 19 ديسمبر 2025")
    [refused] = libnews.verify([_row(article, place.quote, place.paragraph_no + 1)], [article]).refused
    assert refused.places == (place,)
    assert place.cite() in refused.message
