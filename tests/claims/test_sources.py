"""Who says so in claims from outside: quoted like every claim, and kept."""

import tempfile
from pathlib import Path

import pytest

import libnews
from libnews.errors import InputError
from libnews.models import Article
from tests.store.sample import make_article

_TEXT = """قالت ثلاثة مصادر إن الوزير سالم الكعبي التقى نظيره جان دوبوا.
وذكرت ثلاثة مصادر أن مصدرا قال لمصدر شيئا."""


@pytest.fixture
def article() -> Article:
    return make_article("note.txt", _TEXT, None)


def _row(**more: object) -> dict[str, object]:
    return {
        "file": "note.txt", "record": "m1", "record_type": "meeting", "field": "kind", "value": "talks",
        "quote": "التقى", **more,
    }  # fmt: skip


def test_a_source_is_found_in_the_paragraph_of_its_claim(article: Article) -> None:
    """The same words stand in another paragraph too: that of the claim is meant."""
    [placed] = libnews.verify([_row(attributed_to="ثلاثة مصادر")], [article]).accepted
    assert placed.source is not None
    assert (placed.source.paragraph_no, placed.source.quote) == (1, "ثلاثة مصادر")


@pytest.mark.parametrize(
    ("more", "rule"),
    [
        ({"attributed_to": "أربعة مصادر"}, "claims.quote-absent"),
        ({"attributed_to": "مصدر"}, "claims.quote-ambiguous"),
        ({"attributed_to": "ثلاثة مصادر", "attributed_occurrence": 2}, "claims.quote-absent"),
        ({"attributed_kind": "anonymous"}, "claims.row-invalid"),
        ({"modality": "certain"}, "claims.row-invalid"),
    ],
)
def test_a_source_that_is_not_there_is_refused(more: dict[str, object], rule: str, article: Article) -> None:
    """The trap: a source that nobody named, or one of several places taken for the one meant."""
    [refused] = libnews.verify([_row(**more)], [article]).refused
    assert refused.rule == rule


def test_sources_and_modality_come_back_from_the_database(article: Article) -> None:
    """Written, read as evidence, written out as rows, and read again: the same claims."""
    minister = {"record": "kaabi", "record_type": "actor"}
    rows = [
        _row(modality="asserted", attributed_to="ثلاثة مصادر", attributed_kind="anonymous", attributed_count=3),
        _row(field="status", value="planned", modality="planned", attributed_to="سالم الكعبي"),
        _row(**minister, field="kind", value="person", quote="سالم الكعبي"),
        _row(**minister, field="name", value="سالم الكعبي", quote="سالم الكعبي"),
    ]
    accepted, refused = libnews.verify(rows, [article])
    assert refused == ()
    with tempfile.TemporaryDirectory() as folder, libnews.write(Path(folder, "a.duckdb"), [article], accepted) as db:
        [meeting] = db.meetings()
        [kind], [status] = meeting.provenance["kind"], meeting.provenance["status"]
        assert (kind.source, kind.modality) == ("ثلاثة مصادر", "asserted")
        assert (status.source, status.modality) == ("سالم الكعبي", "planned")
        named = db.sql("select count(*) from attribution where actor_mention_id is not null").fetchall()
        assert named == [(1,)]
        written = list(db.claims())
    again = libnews.verify(written, [article])
    assert (len(again.accepted), again.refused) == (4, ())
    assert {(one.row.modality, one.row.attributed_to) for one in again.accepted} == {
        ("asserted", "ثلاثة مصادر"), ("planned", "سالم الكعبي"), (None, None),
    }  # fmt: skip


def test_a_claim_by_hand_names_its_source(article: Article) -> None:
    met, said = article.find("التقى"), article.find("ثلاثة مصادر", paragraph_no=1)
    one = libnews.claim(
        met, record="m1", record_type="meeting", field="kind", value="talks", modality="asserted",
        attributed_to=said, attributed_kind="anonymous",
    )  # fmt: skip
    assert (one.source, one.row.modality) == (said, "asserted")
    with pytest.raises(InputError, match="attributed_kind"):
        libnews.claim(met, record="m1", record_type="meeting", field="kind", value="talks", attributed_kind="agency")
