"""Facts for a report: which words are taken for a value, and what is told of them."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest

from libnews import store
from libnews.errors import InputError, UnknownRecordError
from libnews.models import Agreement, Judgement
from libnews.models.judgement import Judged
from libnews.models.vocabulary import Basis, JudgementAction, RecordType
from libnews.store import Database
from libnews.store.comparing import compare
from libnews.store.judgements import rejected_claims
from tests.store import sample
from tests.store.made import Said
from tests.store.made import told as made

_OF_TYPE = {
    number: {mention.record_type: mention.mention_id for mention in reversed(extraction.mentions)}
    for number, extraction in enumerate(sample.EXTRACTIONS, start=1)
}
MEETING, DEAL = str(_OF_TYPE[1]["meeting"]), str(_OF_TYPE[1]["agreement"])


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    with store.connect(sample.build(tmp_path_factory.mktemp("cited") / "news.duckdb")) as opened:
        yield opened


def test_a_fact_has_all_that_a_footnote_needs(db: Database) -> None:
    """The trap: a value in a report that nobody can look up."""
    [fact] = db.cite(MEETING, "city")
    article = sample.ARTICLES[0]
    assert (fact.value, fact.quote, fact.publisher) == ("جنيف", "جنيف", "وكالة المثال")
    assert (fact.published_on, fact.file, fact.line_no, fact.col_no) == (article.published_on, "first.txt", 2, 46)
    assert (fact.sha256, fact.article_id) == (article.sha256, article.article_id)
    assert fact.sentence == article.paragraphs[1].text
    assert fact.cite() == "city جنيف: first.txt:2:46 «جنيف»"


def test_a_record_gives_the_values_it_took(db: Database) -> None:
    """The trap: the claims of the losing side beside those of the record."""
    deal = db.get(DEAL)
    assert isinstance(deal, Agreement)
    told = {fact.field: fact for fact in db.cite(DEAL)}
    assert {"kind", "amount", "party", "item"} <= told.keys()
    assert not {"currency", "amount_qualifier", "party_role", "quantity"} & told.keys()
    assert told["amount"].value == "3000000000 USD"
    assert (told["item"].shown, told["item"].detail) == ("طائرة, 12", "12")
    assert told["party"].named in ("عمان", "سويسرا")


def test_words_that_state_go_before_those_that_point(db: Database) -> None:
    """The trap: a footnote on «the minister» where another article names the country."""
    facts = [fact for record in db.meetings() for fact in db.cite(record.meeting_id)]
    assert facts
    for fact in facts:
        given = [row for row in db.provenance_of(str(fact.record_id), fact.field) if row["value"] == fact.value]
        if given:
            ranks = [list(Basis).index(Basis(row["basis"])) for row in given]
            assert list(Basis).index(fact.basis) == min(ranks)
            days = [row["published_on"] for row in given if row["basis"] == fact.basis.value and row["published_on"]]
            assert fact.published_on == min(days, default=None)


def test_a_mention_gives_what_its_article_says(db: Database) -> None:
    """The trap: the price of the record under the name of an article that gives another."""
    second = str(_OF_TYPE[2]["agreement"])
    [price] = db.cite(second, "amount")
    assert (price.value, price.file, price.record_id) == ("more_than 3000000000 USD", "second.txt", DEAL)
    [vague] = db.cite(str(_OF_TYPE[3]["agreement"]), "amount")
    assert (vague.value, vague.quote) == ("unspecified USD", "بمليارات")


def test_a_claim_gives_itself(db: Database) -> None:
    for claim in sample.EXTRACTIONS[1].claims[:5]:
        [fact] = db.cite(claim.claim_id)
        assert (fact.claim_id, fact.field, fact.quote) == (claim.claim_id, claim.field, claim.evidence.quote)


def test_an_office_is_told_by_all_claims(db: Database) -> None:
    """The trap: a field that no record has, and no answer for it."""
    host = sample.EXTRACTIONS[0].mentions[0].mention_id
    assert {fact.value for fact in db.cite(host, "role")} == {"الوزير", "وزير الخارجية"}
    assert "role" not in {fact.field for fact in db.cite(host)}


@pytest.mark.parametrize(
    "alike",
    [
        "value IS NULL, part IS NULL, attribution_id IS NULL, modality IS NULL",
        pytest.param("field, value IS NULL, attribution_id IS NULL", marks=pytest.mark.slow),
    ],
)
def test_claims_of_every_sort_and_every_record_can_be_cited(alike: str, db: Database) -> None:
    """The trap: one of them with a null that nothing expected."""
    one_of_each = f"SELECT min(claim_id) FROM claim JOIN mention USING (mention_id) GROUP BY record_type, {alike}"
    ids = [row[0] for row in db.sql(f"{one_of_each} UNION SELECT mention_id FROM mention").fetchall()]
    assert ids
    assert all(db.cite(one) for one in ids)


def test_who_speaks_is_told(db: Database) -> None:
    """The trap: the publisher under words that the article gives to somebody else."""
    told = [claim for claim in sample.EXTRACTIONS[0].claims if claim.attribution is not None]
    assert told
    assert [db.cite(claim.claim_id)[0].source for claim in told] == ["قائد الحرس" for _ in told]


def test_what_is_not_there_is_said(db: Database) -> None:
    with pytest.raises(UnknownRecordError, match="no record, mention, claim or article 'nobody'"):
        db.cite("nobody")
    with pytest.raises(InputError, match="no claim for venue; it has: kind"):
        db.cite(MEETING, "venue")


def corrected(path: Path) -> Path:
    """The sample, with a city and a venue that a person put right; no claim gives a venue."""
    given = [
        Judgement(
            action=JudgementAction.CORRECT, id=MEETING, field=field, value=value, decided_by="amal",
            decided_on=date(2024, 6, 1), reason="the ministry says so",
        )
        for field, value in (("city", "لوزان"), ("venue", "قصر الأمم"))
    ]  # fmt: skip
    with store.create(path) as building:
        building.add(sample.ARTICLES, sample.EXTRACTIONS, sample.REJECTED)
        judged = [Judged(one.judgement_id, one, True) for one in given]
        building.resolve(sample.assignments().items(), judgements=judged)
        building.finish(["sample 1"], len(sample.ARTICLES), 0)
        return building.publish()


def test_what_a_person_decided_is_cited_with_who_and_why(tmp_path: Path, db: Database) -> None:
    """The trap: a value in a report that no article gives, and nothing that says whose it is."""
    with store.connect(corrected(tmp_path / "corrected.duckdb")) as other:
        told = {fact.field: fact for fact in other.cite(MEETING)}
        difference = compare(db, other)
    assert (told["city"].value, told["venue"].value, told["venue"].quote) == ("لوزان", "قصر الأمم", "استقبل")
    assert told["city"].decided == told["venue"].decided == "amal on 2024-06-01: the ministry says so"
    assert told["kind"].decided is None
    changes = {change.field: change for one in difference.changed for change in one.changes}
    assert [value.decided for value in changes["city"].new] == ["amal on 2024-06-01: the ministry says so"]
    assert [(value.value, value.decided) for value in changes["city"].old] == [("جنيف", None)]


def test_a_price_said_in_several_ways_in_one_place_is_cited_as_it_was_taken(tmp_path: Path) -> None:
    """The trap: the record takes one of two currencies, and the footnote looks for the other."""
    said = [
        Said(1, field, value, 1)
        for field, values in {
            "amount": ("4", "5"), "currency": ("EUR", "USD"), "amount_qualifier": ("at_least", "more_than"),
        }.items()
        for value in values
    ]  # fmt: skip
    with made(tmp_path / "made.duckdb", RecordType.AGREEMENT, said, [None]) as db:
        ((deal, *row),) = db.sql(
            "SELECT agreement_id, amount_qualifier, amount::INTEGER, currency FROM agreement"
        ).fetchall()
        [price] = db.cite(deal, "amount")
    assert row == ["at_least", 4, "EUR"]
    assert price.value == "at_least 4 EUR"


def _price_claims(article: int) -> dict[str, str]:
    """The claims of the deal's price in an article of the sample, by field."""
    deal = str(_OF_TYPE[article]["agreement"])
    return {
        claim.field: claim.claim_id
        for claim in sample.EXTRACTIONS[article - 1].claims
        if claim.mention_id == deal and claim.field in ("amount", "currency", "amount_qualifier")
    }


def rejecting(path: Path, claim_ids: Sequence[str]) -> Database:
    """The sample, with claims that a person rejected."""
    given = [
        Judgement(action=JudgementAction.REJECT, id=one, decided_by="amal", decided_on=date(2024, 6, 1))
        for one in claim_ids
    ]
    with store.create(path) as building:
        building.add(sample.ARTICLES, sample.EXTRACTIONS)
        judged = [Judged(one.judgement_id, one, True) for one in given]
        building.resolve(sample.assignments().items(), judgements=judged)
        building.finish(["sample 1"], len(sample.ARTICLES), 0)
        return store.connect(building.publish())


def test_a_price_that_a_person_rejected_is_cited_nowhere(tmp_path: Path) -> None:
    """The trap: a record without a price, and a footnote that gives it the one that was rejected."""
    prices = [_price_claims(1)["amount"], _price_claims(2)["amount"], _price_claims(3)["amount_qualifier"]]
    with rejecting(tmp_path / "rejecting.duckdb", prices) as db:
        assert next(db.agreements()).money is None
        assert "amount" not in {fact.field for fact in db.cite(DEAL)}
        with pytest.raises(InputError, match="no claim for amount"):
            db.cite(DEAL, "amount")
        others = [_price_claims(1)["currency"], sample.EXTRACTIONS[0].claims[0].claim_id]
        by_claim = rejected_claims(db.connection, [*prices, *others])
    assert {claim_id: judged.judgement.id for claim_id, judged in by_claim.items()} == {
        **{one: one for one in prices},
        others[0]: prices[0],
    }


def test_a_price_whose_currency_was_rejected_is_cited_without_it(tmp_path: Path) -> None:
    """The trap: words that do not give what the record says any more, so that all sides are cited in its name."""
    with rejecting(tmp_path / "rejecting.duckdb", [_price_claims(1)["currency"]]) as db:
        [price] = db.cite(DEAL, "amount")
        (row,) = db.sql("SELECT amount::BIGINT, currency FROM agreement").fetchall()
    assert row == (3_000_000_000, None)
    assert (price.value, price.file, price.quote) == ("3000000000", "first.txt", "3")
