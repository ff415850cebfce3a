"""The answer of a language model, held to the article: what is true goes in, the rest is refused, each with its reason.

The answer was written by hand for this test, after what such answers look like; `note` says what each row is.
"""

import json
from collections import Counter
from pathlib import Path

import pytest

import libnews
from libnews.models import Article

HERE = Path(__file__).parent / "model"
ROWS = [json.loads(line) for line in (HERE / "answer.jsonl").read_text(encoding="utf-8").splitlines()]
# Position of each row that has to be refused, from 0, and the rule that says why.
REFUSED = {
    7: "claims.value-invalid",
    8: "claims.quote-absent",
    9: "claims.quote-absent",
    10: "claims.field-unknown",
    11: "claims.record-unknown",
    13: "claims.quote-absent",
    14: "claims.record-incomplete",
    15: "claims.record-incomplete",
    17: "claims.row-invalid",
    18: "claims.record-incomplete",
    19: "claims.quote-absent",
    20: "claims.record-incomplete",
    21: "claims.file-unknown",
    22: "claims.quote-ambiguous",
}


@pytest.fixture(scope="module")
def article() -> Article:
    return libnews.read(HERE / "statement.txt")


def test_each_row_is_judged_as_it_deserves(article: Article) -> None:
    """The trap: one false row that lets the rest in unread, or takes all with it."""
    accepted, refused = libnews.verify(ROWS, [article], extractor="program:model")
    assert {one.position: one.rule for one in refused} == REFUSED
    assert len(accepted) + len(refused) == len(ROWS)
    assert {claim.row.extractor for claim in accepted} == {"program:model"}
    assert all(claim.row.note == "true" for claim in accepted)


def test_every_refusal_says_why(article: Article) -> None:
    """The trap: a rule's code and nothing that a person could mend."""
    refused = libnews.verify(ROWS, [article]).refused
    assert all(len(one.message) > 20 for one in refused)
    assert "one of" not in refused[0].message
    assert "2025-12-17" in refused[0].message  # what a date looks like


def test_what_is_accepted_makes_a_valid_database(article: Article, tmp_path: Path) -> None:
    """The trap: claims that are true one by one and that make records no rule allows."""
    accepted = libnews.verify(ROWS, [article], extractor="program:model").accepted
    with libnews.write(tmp_path / "model.duckdb", [article], accepted) as db:
        assert Counter(row[0] for row in db.sql("select record_type from record").fetchall()) == {
            "actor": 2,
            "meeting": 1,
            "agreement": 1,
        }
        assert libnews.validate(db).ok


def test_a_build_lists_every_refused_row_by_its_line(tmp_path: Path) -> None:
    """The trap: one mistake told a run."""
    source = HERE / "answer.jsonl"
    built = libnews.build_database(HERE / "statement.txt", tmp_path / "a.duckdb", claims=source, extractor="none")
    assert built.report.ok
    told = {(found.line_no, found.rule) for found in built.summary.refused}
    assert told == {(position + 1, rule) for position, rule in REFUSED.items()}
    assert {found.file for found in built.summary.refused} == {str(source)}
    assert built.summary.claim_rows == len(ROWS)


def test_strict_takes_all_or_nothing(tmp_path: Path) -> None:
    """The trap: a database that looks whole and is not."""
    with pytest.raises(libnews.RejectedInputError, match=r"(?s)answer.jsonl:8:.*answer.jsonl:23:") as refused:
        libnews.build(HERE, tmp_path / "a.duckdb", claims=HERE / "answer.jsonl", strict=True)
    assert len(refused.value.rejected) == len(REFUSED)
    assert not (tmp_path / "a.duckdb").exists()
