"""What was agreed: kind, stage, parties, price, items and date of agreements that a sentence says were made."""

from dataclasses import dataclass, field
from decimal import Decimal

from libnews.extract.actors import Cast
from libnews.extract.clauses import Clause, clauses, nearest
from libnews.extract.draft import Draft, Place
from libnews.extract.sides import Side, Sides
from libnews.models import Article
from libnews.models.annotation import Form, Mark, MarkKind, Reading, Sentence
from libnews.models.dates import Edtf
from libnews.models.match import DateMatch, DurationMatch, ItemMatch, Match, MoneyMatch
from libnews.models.vocabulary import AgreementKind, Basis, Qualifier, RecordType

# A topic says more than «agreement» or «deal», unless the noun itself says what it is.
_OPEN_KINDS = frozenset({AgreementKind.COOPERATION, AgreementKind.TRADE})
# Words between the noun and its topic: «صفقة أسلحة», «اتفاقية للتعاون المشترك», not the sentence's end.
_NEAR = 4


@dataclass(slots=True)
class Deal:
    """An agreement in the making."""

    kind: AgreementKind
    trigger: Place
    sides: list[Side]
    stage: Mark | None
    paragraph_no: int
    dates: list[tuple[Place, DateMatch]] = field(default_factory=list)
    prices: list[tuple[int, MoneyMatch]] = field(default_factory=list)
    bodies: list[Mark] = field(default_factory=list)
    items: list[ItemMatch] = field(default_factory=list)
    durations: list[DurationMatch] = field(default_factory=list)
    more: list["Deal"] = field(default_factory=list)

    @property
    def countries(self) -> set[str]:
        return {side.country for side in self.sides}

    def date(self) -> Edtf | None:
        return next((Edtf(match.value) for _, match in self.dates if match.value), None)


def find_agreements(article: Article, reading: Reading, cast: Cast) -> list[Draft]:
    """The agreements an article reports, each as a draft of its claims."""
    sides = Sides(reading, cast)
    deals: list[Deal] = []
    previous: Sentence | None = None
    for sentence in reading.sentences:
        for clause in clauses(sentence):
            deal = _deal(clause, sentence, previous, sides)
            if deal is None:
                continue
            known = next((d for d in deals if _is_same(d, deal)), None)
            if known is None:
                deals.append(deal)
            else:
                known.more.append(deal)
        previous = sentence
    return [_draft(article, cast, deal) for deal in deals]


def _deal(clause: Clause, sentence: Sentence, previous: Sentence | None, sides: Sides) -> Deal | None:
    nouns = clause.of(MarkKind.AGREEMENT)
    if not nouns or clause.is_unreal():
        return None
    noun = nouns[0]
    # «الاتفاقيات المبرمة سابقا» speaks of what is known, it does not tell of a signing
    stage = nearest([mark for mark in clause.of(MarkKind.STAGE) if mark.form is not Form.DEFINITE], noun)
    prices = [m for m in clause.of(MarkKind.MONEY) if isinstance(m.match, MoneyMatch)]
    if stage is None and not (prices and noun.form is not Form.DEFINITE):
        return None
    found = sides.of_clause(clause, sentence)
    if len(found) == 1 or (not found and previous is not None):
        found = _with_previous(clause, previous, sides)
    bodies = _bodies(clause, sides) if len(found) == 1 else []
    if len(found) + len(bodies) < 2:
        return None
    deal = Deal(_kind(clause, noun), Place(clause.paragraph_no, noun.span), found, stage, clause.paragraph_no)
    date = nearest(_dates_in_reach(clause, sentence, previous), noun)
    if date is not None and isinstance(date.match, DateMatch):
        deal.dates.append((Place(clause.paragraph_no, date.span), date.match))
    deal.bodies = bodies
    deal.items = [m.match for m in clause.of(MarkKind.ITEM) if isinstance(m.match, ItemMatch)]
    deal.durations = [m.match for m in clause.of(MarkKind.DURATION) if isinstance(m.match, DurationMatch)][:1]
    price = nearest(prices, noun)
    if price is not None and isinstance(price.match, MoneyMatch):
        deal.prices.append((clause.paragraph_no, price.match))
    return deal


def _bodies(clause: Clause, sides: Sides) -> list[Mark]:
    """Companies and international bodies of no country, as parties beside one: «وقعت إيرباص في بكين مذكرة تفاهم»."""
    return [mark for mark in clause.of(MarkKind.ORGANISATION) if sides.is_stateless(mark)]


def _dates_in_reach(clause: Clause, sentence: Sentence, previous: Sentence | None) -> list[Mark]:
    """The clause's dates; «during it» reaches back in the sentence, «during this visit» into the one before."""
    own = clause.of(MarkKind.DATE)
    if own:
        return own
    if clause.links("during_it"):
        return [m for m in sentence.marks if m.kind is MarkKind.DATE and m.position < clause.marks[0].position]
    spoken_of = any(m.form is Form.DEFINITE for m in clause.of(MarkKind.MEETING))
    if spoken_of and previous is not None and previous.paragraph_no == sentence.paragraph_no:
        return [m for m in previous.marks if m.kind is MarkKind.DATE]
    return []


def _with_previous(clause: Clause, previous: Sentence | None, sides: Sides) -> list[Side]:
    """«فقد أبرمت العام الماضي اتفاقية دفاع مشترك مع السعودية»: the other side is the subject of the sentence before."""
    places = clause.of(MarkKind.PLACE, MarkKind.PERSON, MarkKind.ORGANISATION)
    own = sides.of_marks(clause.paragraph_no, places)
    if previous is None or len(own) != 1 or previous.paragraph_no != clause.paragraph_no:
        return own
    before = [m for m in previous.marks if m.kind in (MarkKind.PLACE, MarkKind.PERSON, MarkKind.ORGANISATION)]
    subject = sides.of_marks(previous.paragraph_no, before)[:1]
    return own if not subject or subject[0].country == own[0].country else [*subject, *own]


def _kind(clause: Clause, noun: Mark) -> AgreementKind:
    kind = AgreementKind(noun.value or "")
    near = [m for m in clause.of(MarkKind.TOPIC, MarkKind.FLOW) if 0 < m.position - noun.position <= _NEAR]
    topics = [m.value or "" for m in near if m.kind is MarkKind.TOPIC or m.value == AgreementKind.INVESTMENT]
    if kind not in _OPEN_KINDS or not topics:
        return kind
    if AgreementKind.ARMS_DEAL in topics:
        return AgreementKind.ARMS_DEAL
    return AgreementKind(next((topic for topic in topics if topic != AgreementKind.COOPERATION), topics[0]))


def _is_same(known: Deal, new: Deal) -> bool:
    if known.countries != new.countries or not _kinds_agree(known.kind, new.kind):
        return False
    one, other = known.date(), new.date()
    if one is not None and other is not None and not one.overlaps(other):
        return False
    amounts = {match.amount for deal in (known, new) for _, match in deal.prices if match.amount is not None}
    return len(amounts) < 2


def _kinds_agree(one: AgreementKind, other: AgreementKind) -> bool:
    return one == other or {one, other} <= {AgreementKind.TRADE, AgreementKind.ARMS_DEAL}


def _draft(article: Article, cast: Cast, deal: Deal) -> Draft:
    draft = Draft(article, RecordType.AGREEMENT, deal.trigger)
    part = 0
    for telling in (deal, *deal.more):
        draft.add("kind", telling.kind.value, telling.trigger)
        if telling.stage is not None:
            draft.add("stage", telling.stage.value, Place(telling.paragraph_no, telling.stage.span))
        for at, date in telling.dates:
            draft.add("date", date.value, at, date.basis)
        for side in telling.sides:
            part += 1
            draft.add("party", cast.country_id(*side.named_at), side.at, side.basis, part)
        for body in telling.bodies:
            part += 1
            assert body.ref is not None  # a body's mark names it
            draft.add("party", cast.actor_id(body.ref), Place(telling.paragraph_no, body.span), part=part)
        for paragraph_no, money in telling.prices:
            part += 1
            claim_money(draft, paragraph_no, money, part)
        for item in telling.items:
            part += 1
            _claim_item(draft, telling.paragraph_no, item, part)
        for duration in telling.durations:
            draft.add("duration", duration.value, _at(telling.paragraph_no, duration))
    return draft


def _at(paragraph_no: int, match: Match) -> Place:
    return Place(paragraph_no, (match.start_char, match.end_char))


def _claim_item(draft: Draft, paragraph_no: int, item: ItemMatch, part: int) -> None:
    draft.add("item", item.text, _at(paragraph_no, item), part=part)
    draft.add("quantity", plain(item.quantity.value), _at(paragraph_no, item.quantity), part=part)
    draft.add("unit", item.unit.text, _at(paragraph_no, item.unit), part=part)


def plain(number: Decimal) -> str:
    """A number in plain digits, as claims carry it."""
    return format(number.normalize(), "f")


def claim_money(draft: Draft, paragraph_no: int, money: MoneyMatch, part: int) -> None:
    """Claim amount, currency and qualifier as one part, each on its own words where it has some."""
    whole = (money.start_char, money.end_char)
    at = Place(paragraph_no, money.number_span or whole)
    amount = None if money.amount is None else plain(money.amount)
    draft.add("amount", amount, at, part=part)
    if money.currency is not None:
        draft.add(
            "currency", money.currency, Place(paragraph_no, money.currency_span or whole), money.currency_basis, part
        )
    qualifier = Place(paragraph_no, money.qualifier_span or whole)
    stated = money.qualifier_span is not None or money.qualifier is Qualifier.UNSPECIFIED
    draft.add("amount_qualifier", money.qualifier.value, qualifier, Basis.STATED if stated else Basis.INFERRED, part)
