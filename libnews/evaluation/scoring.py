"""All articles with gold records, one after the other, into one table."""

from collections.abc import Iterable

from libnews.evaluation.actors import score_actors
from libnews.evaluation.agreements import score_agreements
from libnews.evaluation.case import Case, Sheet
from libnews.evaluation.meetings import score_meetings
from libnews.evaluation.trade_figures import score_trade_figures
from libnews.models.evaluation import Difference, Evaluation, Verdict
from libnews.models.gold import GoldArticle
from libnews.models.telling import Telling

RECORDS = ("person", "role", "body", "meeting", "agreement", "trade_figure")
"""What is counted, in the order of the table; a role is an office of a person who was found."""
SLOTS = (
    "meeting.participants", "meeting.date", "meeting.country", "meeting.city", "meeting.kind", "meeting.status",
    "agreement.countries", "agreement.amount", "agreement.date", "agreement.kind", "agreement.stage",
    "trade_figure.countries", "trade_figure.period", "trade_figure.flow", "trade_figure.qualifier",
)  # fmt: skip
"""Fields of found records that are judged."""
_VERDICTS = tuple(Verdict)


def evaluate(cases: Iterable[tuple[GoldArticle, Telling]], articles_in_database: int) -> Evaluation:
    """Score what a database tells from each article against that article's gold records."""
    sheet = Sheet()
    articles = 0
    for gold, telling in cases:
        case = Case(gold, telling, sheet)
        score_actors(case)
        score_meetings(case)
        score_agreements(case)
        score_trade_figures(case)
        articles += 1
    return Evaluation(
        articles=articles,
        articles_in_database=articles_in_database,
        records={name: sheet.tally(name) for name in RECORDS},
        slots={name: sheet.slot(name) for name in SLOTS},
        differences=tuple(sorted(sheet.differences, key=_reading_order)),
    )


def _reading_order(one: Difference) -> tuple[object, ...]:
    place = one.paragraph_nos or (0,)
    subject = (*RECORDS, *SLOTS).index(one.subject)
    return (
        one.file, place, subject, _VERDICTS.index(one.verdict), one.expected or "", one.read or "", one.record_id or "",
    )  # fmt: skip
