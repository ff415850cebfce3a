"""What goes in comes out: any text, any claim, exactly."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from libnews import store
from libnews.models import Agreement, Article, Claim, Evidence, Extraction, Mention, Rejected
from libnews.models.vocabulary import Basis, RecordType, RejectedReason
from tests.store import sample
from tests.store.sample import make_article

# Whatever a paragraph can hold: everything but line ends and what is half a character.
_TEXT = st.text(
    st.one_of(
        st.characters(codec="utf-8", exclude_characters="\r\n"),
        st.sampled_from("ابتثةىيأإآًّـ\u200f\u202e٣'\"\\;-👩\u200d👧 "),
    ),
    min_size=1,
    max_size=40,
)


@st.composite
def claims(draw: st.DrawFn) -> tuple[Article, Extraction]:
    text = draw(_TEXT.filter(lambda line: line == line.strip()))
    article = make_article(draw(_TEXT), text, draw(st.none() | st.dates()), draw(st.none() | _TEXT))
    whole = Evidence.at(article, article.paragraphs[0], 0, len(text))
    mention = Mention.anchored(RecordType.ARTICLE, "made", whole)
    made = []
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        words = Evidence.at(article, article.paragraphs[0], start, end, draw(st.sampled_from(Basis)))
        made.append(
            Claim(
                mention_id=mention.mention_id,
                field=draw(st.sampled_from(["title", "publisher"])),
                value=draw(st.none() | _TEXT),
                part=draw(st.none() | st.integers(1, 9)),
                evidence=words,
                extractor=draw(_TEXT),
            )
        )
    return article, Extraction(mentions=(mention,), claims=tuple(made))


# A database takes a second or so to make, so each example holds many articles.
@settings(max_examples=5, deadline=None)
@given(told=st.lists(claims(), min_size=20, max_size=40, unique_by=lambda one: one[0].article_id))
def test_claims_in_are_provenance_out(told: list[tuple[Article, Extraction]]) -> None:
    with TemporaryDirectory() as folder:
        with store.create(Path(folder) / "news.duckdb") as building:
            building.add([article for article, _ in told], [extraction for _, extraction in told])
            building.finish(["made 1"], len(told), 0)
            path = building.publish()
        with store.connect(path) as db:
            rows = db.sql(
                "SELECT claim_id, field, value, quote, before, after, basis, extractor, file, col_no FROM provenance"
            ).fetchall()
            articles = list(db.articles())
    expected = {
        (
            claim.claim_id, claim.field, claim.value, claim.evidence.quote, claim.evidence.before,
            claim.evidence.after, claim.evidence.basis.value, claim.extractor, claim.evidence.file,
            claim.evidence.col_no,
        )
        for _, extraction in told
        for claim in extraction.claims
    }  # fmt: skip
    assert set(rows) == expected
    assert {article.model_dump_json() for article in articles} == {article.model_dump_json() for article, _ in told}


def test_an_amount_comes_back_exactly(tmp_path: Path) -> None:
    """A float anywhere on the way would lose the last digits."""
    digits = "9999999999999999999999999999999999.9999"
    with TemporaryDirectory() as folder:
        article = make_article("a.txt", "صفقة", date(2024, 1, 1))
        telling = sample.Telling(article)
        deal = telling.mention(RecordType.AGREEMENT, 1, "صفقة")
        telling.claim(deal, "kind", "trade", 1, "صفقة")
        telling.claim(deal, "amount", digits, 1, "صفقة", part=1)
        telling.claim(deal, "amount_qualifier", "exactly", 1, "صفقة", part=1)
        with store.create(Path(folder) / "news.duckdb") as building:
            building.add([article], [telling.extraction()])
            building.resolve([(deal, (deal, "only"))])
            building.finish(["made 1"], 1, 0)
            path = building.publish()
        with store.connect(path) as db:
            record = db.get(deal)
    assert isinstance(record, Agreement)
    assert record.amount == Decimal(digits)


def test_rejected_files_come_back(tmp_path: Path) -> None:
    with store.connect(sample.build(tmp_path / "news.duckdb")) as db:
        names = tuple(Rejected.model_fields)
        rows = db.sql(f"SELECT {', '.join(names)} FROM rejected").fetchall()
    assert {Rejected.model_validate(dict(zip(names, row, strict=True))) for row in rows} == set(sample.REJECTED)
    assert {row[2] for row in rows} == {RejectedReason.EMPTY, RejectedReason.NOT_UTF8}
