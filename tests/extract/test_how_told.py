"""Who says what a claim says and how surely: a hundred sentences labelled by hand, and the traps one by one."""

from pathlib import Path
from typing import NamedTuple

import pytest

from libnews.extract import extract
from libnews.extract.attributions import Sources
from libnews.extract.draft import Place, Quotations
from libnews.extract.modality import Modalities
from libnews.models import Claim
from libnews.readers import reader_for
from tests.extract.reading import article


class Case(NamedTuple):
    """A row of cases/attribution.tsv, whose head says what the columns are."""

    set_name: str
    source_article: str
    event: str
    source: str
    kind: str
    modality: str
    text: str


CASES = [
    Case(*line.split("\t"))
    for line in (Path(__file__).parent / "cases" / "attribution.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


class Read(NamedTuple):
    """What is read of the event of a case."""

    source: str
    kind: str
    modality: str


def _read(case: Case) -> Read:
    whole = article(case.text)
    reader = reader_for("ar")
    assert reader is not None
    reading = reader.read(whole)
    start = case.text.index(case.event)
    at = Place(1, (start, start + len(case.event)))
    quotations = Quotations(whole)
    said = Sources(reading, quotations).at(quotations.at(at))
    modality = Modalities(reading).at(at).modality
    return Read(
        "" if said is None else said.evidence.quote,
        "" if said is None or said.kind is None else said.kind.value,
        "" if modality is None else modality.value,
    )


def _is_source(case: Case, found: str) -> bool:
    """The words found and those labelled share some: a title may be taken with the name or not."""
    text = case.text
    start, first = text.index(found), text.index(case.source)
    return bool(case.source and found) and start < first + len(case.source) and first < start + len(found)


class Score(NamedTuple):
    precision: float
    recall: float


def _score(right: int, given: int, wanted: int) -> Score:
    return Score(right / given, right / wanted)


def sources_of(cases: list[Case]) -> tuple[Score, float]:
    """How many sources are right, of those given and of those labelled; what part of the right has the right kind."""
    read = [(case, _read(case)) for case in cases]
    right = [(case, one) for case, one in read if one.source and _is_source(case, one.source)]
    kinds = [case.kind == one.kind for case, one in right if case.kind]
    given, wanted = sum(bool(one.source) for _, one in read), sum(bool(case.source) for case in cases)
    return _score(len(right), given, wanted), sum(kinds) / len(kinds)


def modalities_of(cases: list[Case]) -> tuple[Score, Score]:
    """The same of modality: of all sentences, and of those that are anything but asserted."""
    read = [(case.modality, _read(case).modality) for case in cases]
    marked = [(wanted, given) for wanted, given in read if {wanted, given} - {"", "asserted"}]

    def score(pairs: list[tuple[str, str]], plain: str) -> Score:
        right = sum(wanted == given for wanted, given in pairs if given not in ("", plain))
        given_count = sum(given not in ("", plain) for _, given in pairs)
        return _score(right, given_count, sum(wanted not in ("", plain) for wanted, _ in pairs))

    return score(read, ""), score(marked, "asserted")


def _set(name: str) -> list[Case]:
    return [case for case in CASES if case.set_name == name]


def test_the_hundred_are_a_hundred() -> None:
    """The trap: a case that is lost because its event does not stand in its sentence."""
    assert (len(_set("tune")), len(_set("aside"))) == (60, 40)
    assert all(case.event in case.text and case.source in case.text for case in CASES)


@pytest.mark.parametrize(
    ("name", "source", "kind"), [("tune", Score(0.97, 0.92), 0.94), ("aside", Score(0.97, 0.88), 0.9)]
)
def test_who_says_so_in_a_hundred_sentences(name: str, source: Score, kind: float) -> None:
    """Floors, a little below what is reached: 36 of 39 and 22 of 25 sources are found, none that is not there."""
    score, kinds = sources_of(_set(name))
    assert min(score.precision - source.precision, score.recall - source.recall) >= 0, score
    assert kinds >= kind, kinds


@pytest.mark.parametrize(
    ("name", "all_of_them", "marked"),
    [("tune", Score(0.91, 0.96), Score(0.95, 0.93)), ("aside", Score(0.9, 0.9), Score(0.65, 0.95))],
)
def test_how_surely_in_a_hundred_sentences(name: str, all_of_them: Score, marked: Score) -> None:
    """Floors, a little below what is reached."""
    score, score_marked = modalities_of(_set(name))
    assert min(score.precision - all_of_them.precision, score.recall - all_of_them.recall) >= 0, score
    assert min(score_marked.precision - marked.precision, score_marked.recall - marked.recall) >= 0, score_marked


def _claims(*lines: str, published_on: str | None = "2026-02-04") -> dict[str, Claim]:
    """The last claim of each field of the records that a text tells."""
    extraction = extract(article(*lines, published_on=published_on))
    told = {
        one.mention_id for one in extraction.mentions if one.record_type in ("meeting", "agreement", "trade_figure")
    }
    return {claim.field: claim for claim in extraction.claims if claim.mention_id in told}


def _said(claim: Claim) -> tuple[str, str | None, int | None] | None:
    told = claim.attribution
    return None if told is None else (told.evidence.quote, told.kind and told.kind.value, told.source_count)


@pytest.mark.parametrize(
    ("lines", "field", "said"),
    [
        (
            ["قالت ثلاثة مصادر مطلعة إن باكستان وليبيا وقعتا صفقة أسلحة."],
            "kind",
            ("ثلاثة مصادر مطلعة", "anonymous", 3),
        ),
        (["ذكر مصدر مطلع أن باكستان وليبيا وقعتا صفقة أسلحة."], "kind", ("مصدر مطلع", "anonymous", 1)),
        (["وقعت باكستان وليبيا صفقة أسلحة، وفقا لوكالة رويترز."], "stage", ("وكالة رويترز", "agency", None)),
        (
            ["أوردت وكالة الأنباء الباكستانية نقلا عن مسؤولين أن باكستان وليبيا وقعتا صفقة أسلحة."],
            "kind",
            ("مسؤولين", "anonymous", None),
        ),
        (
            ["نقلت وكالة رويترز عن مصدرين قولهما إن باكستان وليبيا وقعتا صفقة أسلحة."],
            "kind",
            ("مصدرين", "anonymous", 2),
        ),
        (["بوتين: روسيا والصين وقعتا اتفاقية تعاون"], "kind", ("بوتين", "named_person", None)),
        # The writer tells when he spoke, and that is no part of what he said.
        (["قال الرئيس الروسي فلاديمير بوتين خلال استقباله الرئيس الصيني شي جين بينغ إن العلاقات جيدة."], "kind", None),
        # What is done in keeping with something is not said by it.
        (["وقعت باكستان وليبيا صفقة أسلحة وفق القانون الدولي."], "kind", None),
        (["وقعت باكستان وليبيا صفقة أسلحة، حسب المادة الرابعة."], "kind", None),
    ],
)
def test_who_says_so_is_bound_to_the_claims_of_what_he_says(
    lines: list[str], field: str, said: tuple[str, str | None, int | None] | None
) -> None:
    assert _said(_claims(*lines)[field]) == said


def test_a_speaker_who_is_not_named_again_goes_on_speaking() -> None:
    """«وأضاف أن» is said by whom the paragraph before named; the words that name him stand there."""
    claims = _claims(
        "قال وزير الخارجية الروسي سيرغي لافروف إن العلاقات جيدة.",
        "وأضاف أن روسيا والصين وقعتا اتفاقية تعاون في موسكو.",
    )
    told = claims["kind"].attribution
    assert told is not None
    assert (told.evidence.paragraph_no, "لافروف" in told.evidence.quote) == (1, True)
    assert told.actor_mention_id is not None


def test_a_quotation_is_heard_to_its_end() -> None:
    """The trap: the second sentence of a quotation told as the article's own."""
    claims = _claims('قال وزير الخارجية الروسي سيرغي لافروف: "العلاقات جيدة. روسيا والصين وقعتا اتفاقية تعاون. شكرا".')
    told = claims["kind"].attribution
    assert told is not None
    assert "لافروف" in told.evidence.quote


@pytest.mark.parametrize(
    ("text", "modality", "status"),
    [
        ("التقى وزير الخارجية الروسي سيرغي لافروف نظيره الصيني وانغ يي في موسكو.", "asserted", None),
        ("من المقرر أن يلتقي وزير الخارجية الروسي سيرغي لافروف نظيره الصيني وانغ يي في موسكو.", "planned", "planned"),
        ("سيلتقي وزير الخارجية الروسي سيرغي لافروف نظيره الصيني وانغ يي في موسكو.", "planned", "planned"),
        ("قد يلتقي وزير الخارجية الروسي سيرغي لافروف نظيره الصيني وانغ يي في موسكو.", "possible", "planned"),
    ],
)
def test_a_status_agrees_with_how_surely_it_is_told(text: str, modality: str, status: str | None) -> None:
    """The trap: a meeting that is only planned, held by default because no word of the status list stands there."""
    claims = _claims(text)
    assert claims["kind"].modality == modality
    assert (claims["status"].value if "status" in claims else None) == status
    assert {claim.modality for claim in claims.values()} == {modality}


@pytest.mark.parametrize(
    ("text", "modality", "stage"),
    [
        ("من المقرر توقيع اتفاقية تعاون بين روسيا والصين في موسكو.", "planned", "planned"),
        ("أبرمت باكستان مع ليبيا صفقة أسلحة محتملة بقيمة 4 مليارات دولار.", "possible", "planned"),
        ("وقد وقعت روسيا والصين اتفاقية تعاون في موسكو.", "asserted", "signed"),
    ],
)
def test_a_stage_agrees_with_how_surely_it_is_told(text: str, modality: str, stage: str) -> None:
    """«وقد وقعت» has been signed; «من المقرر توقيع» has not."""
    claims = _claims(text)
    assert (claims["kind"].modality, claims["stage"].value) == (modality, stage)


def test_actors_are_told_in_the_articles_own_voice() -> None:
    """Who is named, and as what, nobody in the article says."""
    extraction = extract(article("قالت ثلاثة مصادر إن وزير الخارجية الروسي سيرغي لافروف زار الصين."))
    actors = [claim for claim in extraction.claims if claim.mention_id.startswith("actor_")]
    assert {(claim.modality, claim.attribution) for claim in actors} == {(None, None)}
