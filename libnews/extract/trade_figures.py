"""What trade was worth: money beside a word for trade, with the countries it lies between and its period."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from libnews.extract.actors import Cast
from libnews.extract.draft import Draft, Place
from libnews.extract.money_claims import claim_money
from libnews.extract.partners import Partners, trading_partners
from libnews.extract.sides import Sides
from libnews.extract.worth import Sum, sums
from libnews.models import Article
from libnews.models.annotation import Mark, MarkKind, Reading, Sentence
from libnews.models.dates import Edtf
from libnews.models.match import DateMatch, MoneyMatch
from libnews.models.vocabulary import AgreementKind, Basis, RecordType

_DAY = len("2026-02-03")
_YEAR = len("2026")
_TOLD_BEFORE = frozenset({"same_time", "year_before"})
_GOODS = frozenset({AgreementKind.ENERGY, AgreementKind.ARMS_DEAL})
# How far behind the word for trade the goods may stand: «الصادرات البريطانية من السلاح».
_NEAR = 3


@dataclass(frozen=True, slots=True)
class _Period:
    at: Place
    value: str | None
    basis: Basis


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure as it was told, for those that go on from it."""

    sentence: Sentence
    partners: Partners
    period: _Period | None


class _Key(NamedTuple):
    """What tells figures apart."""

    flow: str
    amount: Decimal | None
    currency: str | None
    countries: frozenset[str]
    period: str | None

    def agrees_with(self, other: "_Key") -> bool:
        """Whether both may be one figure, of which one telling leaves something out."""
        if (self.flow, self.amount, self.currency) != (other.flow, other.amount, other.currency):
            return False
        if not (self.countries <= other.countries or other.countries <= self.countries):
            return False
        return self.period is None or other.period is None or Edtf(self.period).overlaps(Edtf(other.period))


def find_trade_figures(article: Article, reading: Reading, cast: Cast) -> list[Draft]:
    """The trade figures an article states, each as a draft of its claims."""
    teller = _Teller(article, Sides(reading, cast))
    for sentence in reading.sentences:
        teller.hear(sentence)
    return list(teller.drafts.values())


class _Teller:
    """Hears the sentences of an article in order, and what was told last."""

    def __init__(self, article: Article, sides: Sides) -> None:
        self.article = article
        self.sides = sides
        self.last: _Figure | None = None
        self.before: Sentence | None = None
        self.near: list[Sentence] = []
        self.drafts: dict[_Key, Draft] = {}

    def hear(self, sentence: Sentence) -> None:
        number = sentence.paragraph_no
        carried: tuple[Mark, ...] = ()
        self.near = [sentence]
        if self.before is not None and self.before.paragraph_no == number:
            carried = _from_last_flow(self.before)
            self.near.append(self.before)
        for told in sums(sentence, carried):
            partners = trading_partners(told, sentence, carried, self.sides, self._partners_before(number))
            if partners is None:
                continue
            period = self._period(told, number)
            self.last = _Figure(sentence, partners, period)
            self._claim(self._draft_for(told, number, partners, period), told, number, partners, period)
        self.before = sentence
        self.sides.hear(sentence)

    def _draft_for(self, told: Sum, number: int, partners: Partners, period: _Period | None) -> Draft:
        """The draft of a figure told before, where this says it again and nothing contradicts, else a new one."""
        key = _Key(
            str(told.flow.value), told.match.amount, told.match.currency,
            frozenset(side.country for side in partners.countries), None if period is None else period.value,
        )  # fmt: skip
        known = self.drafts.get(key) or next((d for k, d in self.drafts.items() if k.agrees_with(key)), None)
        if known is None:
            # On the words of one of its claims, as every record: so the claims alone say where it is anchored.
            at = Place(number, told.match.number_span or told.money.span)
            known = self.drafts[key] = Draft(self.article, RecordType.TRADE_FIGURE, at)
        return known

    def _partners_before(self, paragraph_no: int) -> Partners | None:
        """Those of the figure before, where it stands in this paragraph."""
        return self.last.partners if self.last is not None and self.last.sentence.paragraph_no == paragraph_no else None

    def _period(self, told: Sum, paragraph_no: int) -> _Period | None:
        last = None if self.last is None else self.last.period
        for marks in (told.behind, tuple(reversed(told.near)), tuple(reversed(told.before))):
            dates = _periods_among(marks)
            if dates:
                mark, match = dates[0]
                return _Period(Place(paragraph_no, mark.span), _open_ended(mark, match), match.basis)
            again = next((m for m in marks if m.kind is MarkKind.LINK and m.value in _TOLD_BEFORE), None)
            if again is not None and last is not None and last.value is not None:
                value = last.value if again.value == "same_time" else _year_before(last.value)
                return _Period(Place(paragraph_no, again.span), value, Basis.RESOLVED)
        return last if told.restated or (self.last is not None and self.last.sentence in self.near) else None

    def _claim(self, draft: Draft, told: Sum, number: int, partners: Partners, period: _Period | None) -> None:
        flow = told.flow.value
        assert flow is not None  # a flow mark has one, a topic its kind
        draft.add("flow", flow, Place(number, told.flow.span))
        for name, side in (("reporter", partners.reporter), ("partner", partners.partner)):
            if side is not None:
                draft.add(name, side.country, side.at, side.basis)
        draft.parts += 1
        claim_money(draft, number, _as_exact_as_before(told), draft.parts)
        goods = _goods(told)
        if goods is not None:
            words = self.article.paragraphs[number - 1].text[slice(*goods.span)]
            draft.add("commodity", words, Place(number, goods.span))
        if period is not None:
            draft.add("period", period.value, period.at, period.basis)


def _from_last_flow(sentence: Sentence) -> tuple[Mark, ...]:
    """The last word for trade of a sentence and what follows it."""
    places = [place for place, mark in enumerate(sentence.marks) if mark.kind is MarkKind.FLOW]
    return sentence.marks[places[-1] :] if places else ()


def _as_exact_as_before(told: Sum) -> MoneyMatch:
    """«أكثر من 207 مليارات ريال (55 مليار دولار)»: what is said again is no more exact than it was."""
    if not told.restated or told.earlier is None or told.match.qualifier_span is not None:
        return told.match
    return replace(told.match, qualifier=told.earlier.qualifier, qualifier_span=told.earlier.qualifier_span)


def _open_ended(mark: Mark, match: DateMatch) -> str | None:
    """«حتى سبتمبر» is all the time up to its end, «منذ 2005» all the time from its beginning."""
    if match.value is None or "/" in match.value:
        return match.value
    return {"until": f"../{match.value}", "since": f"{match.value}/.."}.get(mark.link or "", match.value)


def _year_before(period: str) -> str | None:
    """«العام السابق», where the year it goes before is told."""
    return str(int(period) - 1) if len(period) == _YEAR else None


def _periods_among(marks: tuple[Mark, ...]) -> list[tuple[Mark, DateMatch]]:
    """Dates that a sum can be of: no single day, and not that of what it is compared with."""
    found: list[tuple[Mark, DateMatch]] = []
    compared = [mark.position for mark in marks if mark.kind is MarkKind.LINK and mark.value == "compared"]
    for mark in marks:
        if not isinstance(mark.match, DateMatch) or (mark.match.value and len(mark.match.value) == _DAY):
            continue
        if not any(place < mark.position for place in compared):
            found.append((mark, mark.match))
    return found


def _goods(told: Sum) -> Mark | None:
    """What is traded, where the words right behind the word for trade say so: «صادرات النفط»."""
    near = [m for m in told.near if m.kind is MarkKind.TOPIC and m.position - told.flow.position <= _NEAR]
    return next((mark for mark in near if mark.value in _GOODS), None)
