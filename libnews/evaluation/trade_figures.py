"""Trade figures: found where amount, currency and a paragraph agree."""

from collections.abc import Iterator, Sequence

from libnews.evaluation.case import Case
from libnews.evaluation.judging import judge
from libnews.evaluation.pairing import Link, number, same
from libnews.models.codes import countries
from libnews.models.telling import ToldRecord
from libnews.models.vocabulary import RecordType


def score_trade_figures(case: Case) -> None:
    """Count the trade figures."""
    told = case.telling.of_type(RecordType.TRADE_FIGURE)
    links = _links(case, told)
    found = judge(case, "trade_figure", told, case.gold.trade_figures, links, evidence=("flow", "amount", "currency"))
    for record, gold in found:
        of = (record.values("reporter") | record.values("partner")) & countries()
        wanted = set(gold.countries)
        case.slot("trade_figure.countries", of == wanted, record, wanted, of, ("reporter", "partner"))
        for name, field, value in (
            ("flow", "flow", gold.flow),
            ("period", "period", gold.period),
            ("qualifier", "amount_qualifier", gold.amount_qualifier),
        ):
            right = same(record, field, value)
            case.slot(f"trade_figure.{name}", right, record, value, record.values(field), (field,))


def _links(case: Case, told: Sequence[ToldRecord]) -> Iterator[Link]:
    for record in told:
        for at, gold in enumerate(case.gold.trade_figures):
            if (
                record.paragraph_nos & set(gold.paragraphs)
                and same(record, "amount", number(gold.amount), number)
                and same(record, "currency", gold.currency)
            ):
                yield Link(1 + (record.values("flow") == {gold.flow}), record.record_id, at)
