"""Extraction on one core, beside bare pyahocorasick over the same paragraphs.

pyahocorasick looks for every name and word of the lexicon and makes nothing of what it finds: no peer, a floor. The
articles are loaded, and the word lists of the lexicon read, before the clock starts; each article is read once, so that
its words are as new as in a build. The five articles of seeds/ are read too, again and again: few words, all seen
before, which flatters.
"""

from pathlib import Path

from benchmarks.lexicon import all_files, forms
from benchmarks.loaded import articles_of
from benchmarks.measuring import Clock, Data, Way
from benchmarks.stage import Figure, Stage, Target
from libnews.extract import extract
from libnews.loaders.plain_text import article_from
from libnews.models import Article

_SEEDS = Path(__file__).parents[2] / "seeds"
_SEEDS_TIMES = 10
_MOST = 2_000
# The bare search is so quick that one pass over few articles would be all noise.
_SEARCHES = 5


def _texts(articles: list[Article]) -> list[str]:
    return [paragraph.text for article in articles for paragraph in article.paragraphs if paragraph.kind.is_read]


def _megabytes(articles: list[Article]) -> float:
    return sum(len(text.encode()) for text in _texts(articles)) / 1e6


def _by_libnews(data: Data, clock: Clock) -> float:
    return _read(list(articles_of(data.articles, _MOST)), clock)


def _seeds_by_libnews(data: Data, clock: Clock) -> float:
    return _read(list(articles_of(_SEEDS)) * _SEEDS_TIMES, clock)


def _read(articles: list[Article], clock: Clock) -> float:
    warm = article_from("التقى وزير الخارجية المصري سالم الكعبي نظيره في جنيف أمس.".encode(), "warm.txt")
    assert isinstance(warm, Article)
    extract(warm)
    claims = 0
    with clock.step("read"):
        for article in articles:
            claims += len(extract(article).claims)
    clock.facts["articles"] = len(articles)
    clock.facts["claims"] = claims
    return _megabytes(articles)


def _by_pyahocorasick(data: Data, clock: Clock) -> float:
    import ahocorasick

    search = ahocorasick.Automaton()
    for form, _ in forms(all_files()):
        search.add_word(form, form)
    search.make_automaton()
    articles = list(articles_of(data.articles, _MOST))
    texts = _texts(articles)
    with clock.step("search"):
        for _ in range(_SEARCHES):
            for text in texts:
                for _ in search.iter_long(text):
                    pass
    clock.facts["words looked for"] = len(search)
    return _megabytes(articles) * _SEARCHES


STAGE = Stage(
    name="reading",
    unit="MB",
    ways=(
        Way("libnews", _by_libnews),
        Way("libnews, seeds", _seeds_by_libnews),
        Way("pyahocorasick", _by_pyahocorasick, needs=("ahocorasick",)),
    ),
    figures=(
        Figure(
            "MB of UTF-8 a CPU second", lambda one: 1 / one["libnews"].each, ("libnews",), Target("at least", 1)
        ),
        Figure(
            "articles a CPU second", lambda one: one["libnews"].facts["articles"] / one["libnews"].cpu, ("libnews",),
            Target("at least", 200),
        ),
        Figure(
            "bare pyahocorasick is faster by", lambda one: one["libnews"].each / one["pyahocorasick"].each,
            ("libnews", "pyahocorasick"), Target("at most", 40),
        ),
    ),
)  # fmt: skip
