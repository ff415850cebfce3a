"""`libnews.write`: claims at hand through the same store and checks, or the reason why they do not fit together."""

import io
from pathlib import Path

import pytest

import libnews
from libnews.extract import extract
from libnews.models import Article, Extraction
from libnews.models.claim_row import PlacedClaim

_TEXT = "التقى الوزير سالم الكعبي نظيره جان دوبوا في جنيف."


def _article(text: str = _TEXT, file: str = "a.txt") -> Article:
    return libnews.read(io.BytesIO(text.encode()), file=file)


def _claim(article: Article, quote: str, field: str, value: str, record_type: str = "meeting") -> PlacedClaim:
    return libnews.claim(article.find(quote), record="m", record_type=record_type, field=field, value=value)


def test_extractions_and_claims_go_in_together(tmp_path: Path) -> None:
    """The trap: a database that only one kind of source can write."""
    article = _article()
    told: list[PlacedClaim | Extraction] = [extract(article), _claim(article, "التقى", "kind", "talks")]
    with libnews.write(tmp_path / "a.duckdb", [article], told) as db:
        who = db.sql("select extractor, count(*) > 0 from claim group by 1 order by 1").fetchall()
        assert who == [("human:unnamed", True), ("program:libnews", True)]


def test_articles_alone_make_a_database(tmp_path: Path) -> None:
    """The trap: a crash where nothing is claimed."""
    with libnews.write(tmp_path / "a.duckdb", [_article()]) as db:
        assert [article.file for article in db.articles()] == ["a.txt"]
        assert list(db.claims()) == []


def test_what_does_not_fit_together_is_told(tmp_path: Path) -> None:
    """The trap: a KeyError from the depths, or a claim dropped in silence."""
    article, other = _article(), _article("خبر آخر", "b.txt")
    kind = _claim(article, "التقى", "kind", "talks")
    nobody = _claim(article, "نظيره", "participant", "nobody")
    half = _claim(article, "جنيف", "city", "جنيف")
    for claims, why in (
        ([_claim(other, "خبر", "kind", "talks")], "not among those given"),
        ([kind, nobody], "makes the record nobody"),
        ([half], "no accepted row for kind"),
    ):
        with pytest.raises(libnews.InputError, match=why):
            libnews.write(tmp_path / "a.duckdb", [article], claims)
    assert not (tmp_path / "a.duckdb").exists()


def test_articles_are_told_apart_by_name_and_bytes(tmp_path: Path) -> None:
    """The trap: two articles under one name, and claims of one on the other."""
    with pytest.raises(libnews.InputError, match="file="):
        libnews.write(tmp_path / "a.duckdb", [_article(), _article("خبر آخر")])
    with pytest.raises(libnews.InputError, match="same bytes"):
        libnews.write(tmp_path / "a.duckdb", [_article(), _article(file="b.txt")])


def test_an_extractor_that_is_not_there_is_told_first(tmp_path: Path) -> None:
    """The trap: an hour of reading, and then a spelling mistake."""
    with pytest.raises(libnews.InputError, match="libnews, none"):
        libnews.write(tmp_path / "a.duckdb", [_article()], extractor="nobody")
    with pytest.raises(libnews.InputError, match="no such claims file"):
        libnews.build(tmp_path, tmp_path / "a.duckdb", claims=[tmp_path / "no.csv"])


def test_a_claim_on_a_link_to_another_story_is_refused() -> None:
    """The trap: a fact of another story."""
    article = _article("وصل الوفد إلى العاصمة في زيارة رسمية.\n\nاقرأ أيضا: صفقة بقيمة 50 مليار دولار")
    [place] = article.places("صفقة")
    assert not place.is_claimable
    with pytest.raises(libnews.InputError, match="no claim may rest on it"):
        libnews.claim(place, record="d", record_type="agreement", field="kind", value="loan")
    row = {
        "file": "a.txt",
        "record": "d",
        "record_type": "agreement",
        "field": "kind",
        "value": "loan",
        "quote": "صفقة",
    }
    assert [one.rule for one in libnews.verify([row], [article]).refused] == ["claims.paragraph-closed"]


@pytest.mark.parametrize(
    "wrong",
    [{"record_type": "treaty"}, {"field": "venu"}, {"value": "chat"}, {"extractor": "amal"}, {"basis": "guess"}],
)
def test_a_claim_that_cannot_be_made_says_what_can(wrong: dict[str, str]) -> None:
    """The trap: an error that shows the insides and not the way out."""
    given = {"record": "m", "record_type": "meeting", "field": "kind", "value": "talks", **wrong}
    with pytest.raises(libnews.InputError):
        libnews.claim(_article().find("التقى"), **given)  # type: ignore[arg-type]  # made of what claim takes


@pytest.mark.parametrize("given", [None, "row", 3, [], {1: 2}, {"file": []}])
def test_what_is_no_row_is_refused_and_never_raises(given: object) -> None:
    """The trap: a model that answers with something else."""
    [refused] = libnews.verify([given], [_article()]).refused  # type: ignore[list-item]  # what a model may answer
    assert (refused.rule, refused.row) == ("claims.row-invalid", None)
