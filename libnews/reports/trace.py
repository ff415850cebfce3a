"""Every value of a record with the words it was read from."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from typing import Any, NamedTuple

from libnews.models import AgreementItem, Article, Participant, Party, Record
from libnews.models.judgement import Judged, Judgement
from libnews.reports.headlines import counted
from libnews.reports.quotation import in_sentence
from libnews.reports.terminal import safe
from libnews.store.search import Headline

LINKS = ("participant", "party", "part_of")
"""Fields whose value is the id of another record."""
Row = Mapping[str, Any]


class Decided(NamedTuple):
    """What people decided about a record: all of it, the fields they corrected, the claims they rejected, by id."""

    judged: Sequence[Judged] = ()
    corrections: Mapping[str, Judgement] = {}
    rejected: Mapping[str, Judged] = {}


def render(
    head: Headline,
    rows: Sequence[Row],
    standing: Mapping[str, frozenset[str]],
    labels: Mapping[str, Headline],
    decided: Decided = Decided(),  # noqa: B008  # a value that nothing changes
) -> str:
    """The record, then field by field each value with its evidence: file, line, column, paragraph, sentence.

    `rows` are those of view `provenance`; `standing` has the values that the record itself took, which get a star;
    `labels` names the records that values point at. What people decided stands with the values, and once more below.
    """
    lines = [f"{head.label or head.record_id}", f"{head.record_id} · {counted(head.articles, 'article')}"]
    # In the order of the record's own fields; those that only claims have come last.
    fields = dict.fromkeys([*(row["field"] for row in rows), *decided.corrections])
    for field in [*(one for one in standing if one in fields), *sorted(fields.keys() - standing.keys())]:
        of_field = [row for row in rows if row["field"] == field]
        lines += ["", field, *_corrected(decided.corrections.get(field), labels)]
        lines += _values(of_field, standing.get(field, frozenset()), labels, decided)
    if any(standing.values()):
        lines += ["", "* stands in the record"]
    if decided.judged:
        lines += ["", "judged", *(_judged(one) for one in decided.judged)]
    return "\n".join(safe(line) for line in lines)


def standing(record: Record | Article) -> dict[str, frozenset[str]]:
    """The values of a record by field, written as claims write them."""
    if isinstance(record, Article):
        fields = ("title", "publisher", "published_on")
        return {field: _texts(getattr(record, field)) for field in fields}
    return {field: _texts(record.claimed_value(field)) for field in record.claimed}


def _corrected(correction: Judgement | None, labels: Mapping[str, Headline]) -> Iterator[str]:
    """A value that a person gave, whatever was read."""
    if correction is not None:
        yield f"* {_shown(correction.value, correction.field or '', labels)}"
        yield f"    corrected by {correction.signature}"


def _judged(one: Judged) -> str:
    judgement = one.judgement
    about = judgement.other_id if judgement.action.is_of_pair else judgement.value
    told = " ".join(filter(None, (judgement.action.value, judgement.field, about)))
    return f"  {told}  by {judgement.signature}{'' if one.applied else '  (not applied)'}"


def _values(
    rows: list[Row], standing: frozenset[str], labels: Mapping[str, Headline], decided: Decided
) -> Iterator[str]:
    """Values that stand in the record first, then those with most evidence."""
    by_value: dict[str | None, list[Row]] = {}
    for row in rows:
        by_value.setdefault(row["value"], []).append(row)
    ranked = sorted(by_value.items(), key=lambda one: (one[0] not in standing, -len(one[1]), one[0] or ""))
    for value, places in ranked:
        star = "*" if value in standing else " "
        yield f"{star} {_shown(value, places[0]['field'], labels)}"
        for row in places:
            yield _place(row)
            rejection = decided.rejected.get(row["claim_id"])
            if rejection is not None:
                yield f"      rejected by {rejection.judgement.signature}"


def _shown(value: str | None, field: str, labels: Mapping[str, Headline]) -> str:
    if value is None:
        return "(the words give no value)"
    if field in LINKS and value in labels:
        return f"{labels[value].label or ''} ({value})"
    return value


def _place(row: Row) -> str:
    basis = "" if row["basis"] == "stated" else f" ({row['basis']})"
    sentence = in_sentence(row["before"] or "", row["quote"], row["after"] or "")
    return f"    {row['file']}:{row['line_no']}:{row['col_no']} ¶{row['paragraph_no']}{basis}  {sentence}"


def _texts(value: object) -> frozenset[str]:
    match value:
        case None:
            return frozenset()
        case tuple():
            return frozenset(text for part in value for text in _texts(part))
        case Participant() | Party():
            return frozenset([value.actor_id])
        case AgreementItem():
            return frozenset([value.item])
        case Enum():
            return frozenset([str(value.value)])
        case Decimal():
            digits = format(value, "f")
            return frozenset([digits.rstrip("0").rstrip(".") if "." in digits else digits])
    return frozenset([str(value)])
