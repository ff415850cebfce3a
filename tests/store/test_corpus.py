"""What resolution reads out of a database is what it reads of the same values at hand."""

from pathlib import Path

import pytest

from libnews import store
from libnews.extract import extract
from libnews.loaders import discover, load_file
from libnews.models import Article
from libnews.resolve.corpus import ModelCorpus
from libnews.store import deriving

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.mark.parametrize("at_once", [20, deriving.CLAIMS_AT_ONCE])
def test_a_stored_corpus_is_the_corpus_of_its_values(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    """The trap: claims in another order, or lost between two ranges, or boilerplate among the lines of a story."""
    monkeypatch.setattr(deriving, "CLAIMS_AT_ONCE", at_once)
    articles = [one for one in map(load_file, discover([SEEDS]).files) if isinstance(one, Article)]
    read = [extract(article) for article in articles]
    values = ModelCorpus(
        articles, (mention for one in read for mention in one.mentions), (claim for one in read for claim in one.claims)
    )
    with store.create(tmp_path / "news.duckdb") as building:
        building.add(reversed(articles), reversed(read))
        stored = building.settle()
        assert sorted(stored.mentions()) == sorted(values.mentions())
        for record_type in (None, "actor", "meeting", "agreement", "trade_figure"):
            found = list(stored.claims(record_type))
            assert found == list(values.claims(record_type))
            assert found
        assert list(stored.stories()) == list(values.stories())
        assert sorted(stored.files()) == sorted(values.files())
        for article in articles:
            for paragraph in article.paragraphs:
                place = article.article_id, paragraph.paragraph_no
                assert stored.paragraph(*place) == values.paragraph(*place) == paragraph.text


def test_each_teller_is_one_object(tmp_path: Path) -> None:
    """The trap: millions of equal tuples, and gigabytes."""
    (loaded,) = [load_file(one) for one in discover([SEEDS]).files[:1]]
    assert isinstance(loaded, Article)
    with store.create(tmp_path / "news.duckdb") as building:
        building.add([loaded], [extract(loaded)])
        stored = building.settle()
        tellers = [claim.teller for _ in range(2) for claim in stored.claims()]
    assert len({id(one) for one in tellers}) == len(set(tellers)) < len(tellers)
