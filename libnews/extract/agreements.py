"""What was agreed: kind, stage, parties, price, items and date of agreements that an article says were made."""

from libnews.extract.actors import Cast
from libnews.extract.bargain import bargains
from libnews.extract.clauses import Clause, clauses
from libnews.extract.deal import Deal
from libnews.extract.draft import Draft, Place
from libnews.extract.money_claims import claim_item, claim_money
from libnews.extract.pact import pacts
from libnews.extract.parties import Parties
from libnews.extract.sides import Sides
from libnews.extract.surroundings import Surroundings
from libnews.models import Article
from libnews.models.annotation import Reading, Sentence
from libnews.models.vocabulary import AgreementKind, RecordType


def find_agreements(article: Article, reading: Reading, cast: Cast) -> list[Draft]:
    """The agreements an article reports, each as a draft of its claims."""
    table = _Table(article, Sides(reading, cast), cast)
    for sentence in reading.sentences:
        table.hear(sentence)
    return [_draft(article, cast, deal) for deal in table.deals]


class _Table:
    """The agreements heard of so far."""

    def __init__(self, article: Article, sides: Sides, cast: Cast) -> None:
        self.sides = sides
        self.around = Surroundings(Parties(sides, cast), article.published_on)
        self.deals: list[Deal] = []

    def hear(self, sentence: Sentence) -> None:
        self.around.enter(sentence)
        for clause in clauses(sentence):
            for deal in self._told_by(clause):
                deal.told_in = clause.paragraph_no, clause.marks[0].start_char
                self.deals = [known for known in self.deals if known is not deal.spelt_out]
                known = next((known for known in reversed(self.deals) if known.is_same(deal)), None)
                if known is None:
                    self.deals += [deal] if _is_whole(deal) else []
                else:
                    known.more.append(deal)
            self.around.leave(clause)
        self.sides.hear(sentence)

    def _told_by(self, clause: Clause) -> list[Deal]:
        return [*pacts(clause, self.around), *bargains(clause, self.around)]


def _is_whole(deal: Deal) -> bool:
    """Two parties make an agreement; of a treaty that everybody knows one may be named."""
    return len(deal.parties) >= (1 if deal.is_grouped or (deal.kind is AgreementKind.TREATY and deal.is_known) else 2)


def _draft(article: Article, cast: Cast, deal: Deal) -> Draft:
    draft = Draft(article, RecordType.AGREEMENT, deal.trigger)
    for telling in deal.tellings:
        draft.add("kind", telling.kind.value, telling.trigger)
        if telling.stage is not None and telling.stage_at is not None:
            draft.add("stage", telling.stage.value, telling.stage_at)
        for at, day in telling.dates:
            draft.add("date", day.value, at, day.basis)
        _claim_parties(draft, cast, telling)
        for number, money in telling.prices:
            draft.parts += 1
            claim_money(draft, number, money, draft.parts)
        for number, item in telling.items:
            draft.parts += 1
            claim_item(draft, number, item, draft.parts)
        for number, duration in telling.durations:
            draft.add("duration", duration.value, Place(number, (duration.start_char, duration.end_char)))
    return draft


def _claim_parties(draft: Draft, cast: Cast, telling: Deal) -> None:
    for party in telling.parties:
        draft.parts += 1
        if party.ref is not None:
            draft.add("party", cast.actor_id(party.ref), party.at, party.basis, draft.parts)
        elif party.named_at is not None:
            draft.add("party", cast.country_id(*party.named_at), party.at, party.basis, draft.parts)
        role = telling.roles.get(party.key)
        if role is not None:
            draft.add("party_role", role.value, telling.trigger, part=draft.parts)
