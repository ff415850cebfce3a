"""What libnews reads in a made-up article, in the form in which the article says what it tells."""

import io
from collections import defaultdict
from typing import NamedTuple

import libnews
from libnews.extract import extract
from libnews.models import Article, Extraction
from libnews.testing.strategies import Told

COMPARED = {
    "actor": ("name", "role", "rank", "country"),
    "meeting": ("kind", "status", "date", "city", "country", "participant", "participant_role"),
    "agreement": ("kind", "stage", "date", "party", "amount", "currency", "amount_qualifier"),
    "trade_figure": ("flow", "reporter", "partner", "amount", "currency", "amount_qualifier", "period"),
}


class Place(NamedTuple):
    """A value and the characters of the article it was read from."""

    value: str
    start_char: int
    end_char: int


Answer = dict[str, list[Place]]


def read(told: Told) -> Article:
    return libnews.read(io.BytesIO(told.content), file=told.file)


def answers(article: Article) -> list[tuple[str, Answer]]:
    """The records that libnews finds, countries aside: they take part as parties and reporters."""
    extraction = extract(article)
    names = _names(extraction)
    starts = [paragraph.start_char for paragraph in article.paragraphs]
    fields: dict[str, Answer] = defaultdict(lambda: defaultdict(list))
    for claim in extraction.claims:
        evidence = claim.evidence
        if claim.value is not None:
            start = starts[evidence.paragraph_no - 1]
            place = Place(names.get(claim.value, claim.value), start + evidence.start_char, start + evidence.end_char)
            fields[claim.mention_id][claim.field].append(place)
    return [
        (str(mention.record_type), dict(fields[mention.mention_id]))
        for mention in extraction.mentions
        if not any(place.value == "country" for place in fields[mention.mention_id]["kind"])
    ]


def _names(extraction: Extraction) -> dict[str, str]:
    """The code of every country and the name of every other actor, by mention."""
    called: dict[str, dict[str, str]] = defaultdict(dict)
    for claim in extraction.claims:
        if claim.value is not None:
            called[claim.mention_id].setdefault(claim.field, claim.value)
    return {
        mention.mention_id: one["country"] if one.get("kind") == "country" else one.get("name", one.get("role", ""))
        for mention in extraction.mentions
        if mention.record_type == "actor"
        for one in [called[mention.mention_id]]
    }


def disagreements(told: Told, article: Article) -> list[str]:
    """Where the answer is not what was told: records too many or too few, values, and words from elsewhere."""
    found = answers(article)
    wrong = []
    for record_type, fields in COMPARED.items():
        there = [answer for kind, answer in found if kind == record_type]
        for record in told.of_type(record_type):
            wanted = {field: record.values(field) for field in fields}
            if record_type == "meeting" and wanted["status"] == frozenset():
                wanted.pop("status")
            same = [answer for answer in there if _values(answer, wanted) == wanted and _same_words(record, answer)]
            if same:
                there.remove(same[0])
            else:
                shown = [_values(answer, wanted) for answer in there]
                wrong.append(f"{record_type}: told {wanted}, found {shown}")
        wrong += [f"{record_type} nobody told of: {answer}" for answer in there]
    return wrong


def _values(answer: Answer, wanted: dict[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    return {field: frozenset(place.value for place in answer.get(field, ())) for field in wanted}


def _same_words(record: object, answer: Answer) -> bool:
    """Every value was read from the words that say it, or from some of them."""
    fields = record.fields  # type: ignore[attr-defined]
    return all(
        any(
            place.value == field.value and place.start_char < field.end_char and field.start_char < place.end_char
            for place in answer.get(field.field, ())
        )
        for field in fields
    )
