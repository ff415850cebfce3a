"""Articles that Hypothesis draws, with all that can make their words hard to find, and rows of claims about them."""

from hypothesis import strategies as st

from libnews.models import Article
from libnews.models.claim_row import ClaimRow
from libnews.testing.strategies import claims
from tests.store.sample import make_article

# Short texts of few letters: quotes that stand several times, within each other, and begin like formulas.
_LETTERS = "aab  =+-@'\"،حفترمّ\t\r"


@st.composite
def articles(draw: st.DrawFn) -> list[Article]:
    """One to three articles of a few paragraphs, none the bytes of another."""
    lines = st.text(_LETTERS, min_size=1, max_size=12).map(lambda text: text.replace("\r", "").strip() or "a")
    texts = draw(st.lists(st.lists(lines, min_size=1, max_size=4).map("\n".join), min_size=1, max_size=3, unique=True))
    return [make_article(f"{number}.txt", text, None) for number, text in enumerate(texts)]


@st.composite
def rows(draw: st.DrawFn, given: list[Article]) -> list[ClaimRow]:
    """Complete records about the articles, each quoted from anywhere in them."""
    return [row for article in given for row in draw(claims(article))]
