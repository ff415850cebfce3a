"""Agreements: found where a paragraph and a country or party are shared."""

from collections.abc import Iterator, Sequence

from libnews.evaluation.case import Case
from libnews.evaluation.judging import judge
from libnews.evaluation.pairing import Link, number, same
from libnews.models.gold import GoldAgreement
from libnews.models.telling import ToldRecord
from libnews.models.vocabulary import RecordType


def score_agreements(case: Case) -> None:
    """Count the agreements, whatever their stage."""
    told = case.telling.of_type(RecordType.AGREEMENT)
    links = _links(case, told)
    found = judge(case, "agreement", told, case.gold.agreements, links, evidence=("kind", "stage"))
    for record, gold in found:
        countries = case.sides(record.values("party"))
        case.slot(
            "agreement.countries", countries == set(gold.countries), record, gold.countries, countries, ("party",)
        )
        _score_amount(case, record, gold)
        for field, wanted in (("kind", gold.kind), ("stage", gold.stage), ("date", gold.date)):
            right = same(record, field, wanted)
            case.slot(f"agreement.{field}", right, record, wanted, record.values(field), (field,))


def _links(case: Case, told: Sequence[ToldRecord]) -> Iterator[Link]:
    for record in told:
        parties = record.values("party")
        who, where = case.known(parties), case.sides(parties)
        for at, gold in enumerate(case.gold.agreements):
            shared = record.paragraph_nos & set(gold.paragraphs)
            near = len(where & set(gold.countries)) + len(who & set(gold.parties))
            if shared and near:
                exact = same(record, "amount", number(gold.amount), number)
                yield Link(near + exact + 0.1 * len(shared), record.record_id, at)


def _score_amount(case: Case, record: ToldRecord, gold: GoldAgreement) -> None:
    """The amount with its currency; where the gold has no amount there must be none."""
    right = same(record, "amount", number(gold.amount), number)
    if gold.amount is not None:
        right = right and same(record, "currency", gold.currency)
    wanted = None if gold.amount is None else f"{gold.amount:f} {gold.currency or ''}".strip()
    read = [*sorted(record.values("amount"), key=str), *sorted(record.values("currency"), key=str)]
    told = " ".join(one for one in read if one) or None
    case.slot("agreement.amount", right, record, wanted, told, ("amount", "currency"))
