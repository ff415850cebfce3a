"""What trade was worth: money beside a word for trade, with the countries it lies between and its period."""

from libnews.extract.actors import Cast
from libnews.extract.agreements import claim_money
from libnews.extract.clauses import Clause, clauses, nearest
from libnews.extract.draft import Draft, Place
from libnews.extract.sides import Sides
from libnews.models import Article
from libnews.models.annotation import Mark, MarkKind, Reading, Sentence
from libnews.models.match import DateMatch, MoneyMatch
from libnews.models.vocabulary import Flow, RecordType


def find_trade_figures(article: Article, reading: Reading, cast: Cast) -> list[Draft]:
    """The trade figures an article states, each as a draft of its claims."""
    sides = Sides(reading, cast)
    drafts: list[Draft] = []
    for sentence in reading.sentences:
        for clause in clauses(sentence):
            for money in clause.of(MarkKind.MONEY):
                draft = _figure(article, clause, sentence, money, sides)
                if draft is not None:
                    drafts.append(draft)
    return drafts


def _figure(article: Article, clause: Clause, sentence: Sentence, money: Mark, sides: Sides) -> Draft | None:
    flows = [mark for mark in clause.of(MarkKind.FLOW) if mark.position < money.position]
    if not flows or not isinstance(money.match, MoneyMatch) or money.match.amount is None or clause.is_unreal():
        return None
    if clause.of(MarkKind.PLANNED):
        return None  # «يعتزمان رفع التبادل التجاري إلى 10 مليارات» is a wish, not a figure
    flow = flows[-1]
    if any(flow.position < mark.position < money.position for mark in clause.of(MarkKind.AND)):
        return None  # «ارتفعت الصادرات …، وخصصت الحكومة 5 مليارات»: something else is worth that
    found = sides.of_figure(clause, sentence, two_way=flow.value == Flow.TWO_WAY)
    if not found or (flow.value == Flow.TWO_WAY and len(found) < 2):
        return None
    # On the words of one of its claims, as every record: so the claims alone say where it is anchored.
    at = Place(clause.paragraph_no, money.match.number_span or money.span)
    draft = Draft(article, RecordType.TRADE_FIGURE, at)
    draft.add("flow", flow.value, Place(clause.paragraph_no, flow.span))
    for name, side in zip(("reporter", "partner"), found, strict=False):
        draft.add(name, side.country, side.at, side.basis)
    claim_money(draft, clause.paragraph_no, money.match, part=1)
    commodity = next((m for m in clause.of(MarkKind.TOPIC) if m.position == flow.position + 1), None)
    if commodity is not None:
        start, end = commodity.span
        words = article.paragraphs[clause.paragraph_no - 1].text[start:end]
        draft.add("commodity", words, Place(clause.paragraph_no, commodity.span))
    period = nearest(clause.of(MarkKind.DATE), money)
    if period is not None and isinstance(period.match, DateMatch):
        draft.add("period", period.match.value, Place(clause.paragraph_no, period.span), period.match.basis)
    return draft
