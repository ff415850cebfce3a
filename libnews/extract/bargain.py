"""Agreements told by a verb alone: «باعت باريس للهند 36 طائرة», «اتفق الجانبان على …»."""

from collections.abc import Iterator, Sequence

from libnews.extract.clauses import Clause
from libnews.extract.deal import Deal
from libnews.extract.draft import Place
from libnews.extract.parties import NAMING, Party
from libnews.extract.surroundings import Surroundings
from libnews.models.annotation import Form, Mark, MarkKind
from libnews.models.match import ItemMatch, MoneyMatch
from libnews.models.vocabulary import AgreementKind, AgreementStage, PartyRole

_GOODS = frozenset({AgreementKind.ARMS_DEAL, AgreementKind.ENERGY})


def bargains(clause: Clause, around: Surroundings) -> Iterator[Deal]:
    """What the verbs of a clause that has no noun for an agreement tell of one."""
    if clause.of(MarkKind.AGREEMENT):
        return
    for verb in clause.of(MarkKind.DEAL)[:1]:
        if clause.is_unreal(verb):
            continue
        deal = _agreed(clause, verb, around) if verb.value == PartyRole.SIGNATORY else _sold(clause, verb, around)
        if deal is not None:
            yield deal


def _agreed(clause: Clause, verb: Mark, around: Surroundings) -> Deal | None:
    """«اتفق الجانبان على …»: two parties told together, and something they agreed on."""
    number = clause.paragraph_no
    behind = [mark for mark in clause.marks if mark.position > verb.position]
    parties = around.parties.between(clause, behind) or around.parties.referred(clause, behind)
    if not parties:
        return None
    topics = [AgreementKind(mark.value or "") for mark in behind if mark.kind is MarkKind.TOPIC]
    kind = next((topic for topic in topics if topic is not AgreementKind.COOPERATION), AgreementKind.OTHER)
    return _deal(clause, verb, around, kind, parties, number)


def _sold(clause: Clause, verb: Mark, around: Surroundings) -> Deal | None:
    """Goods with a price, a number or a name, from a seller to a buyer."""
    number = clause.paragraph_no
    behind = [mark for mark in clause.marks if mark.position > verb.position]
    goods = _goods(behind)
    if goods is None:
        return None
    other = _other_party(number, behind, verb, around)
    before = [mark for mark in clause.marks if mark.position < verb.position]
    named = around.parties.of_marks(number, [m for m in behind if m.kind in NAMING])
    acting = around.parties.acting(number, before)
    order = (*acting, *named) if verb.form is Form.NOUN else (*named, *acting)
    subject = [party for party in order if other is None or party.key != other.key]
    if other is None or not subject:
        return None
    deal = _deal(clause, verb, around, goods, [subject[0], other], number)
    supplies = verb.value == PartyRole.SUPPLIER
    roles = (PartyRole.SUPPLIER, PartyRole.RECIPIENT) if supplies else (PartyRole.RECIPIENT, PartyRole.SUPPLIER)
    deal.roles = {subject[0].key: roles[0], other.key: roles[1]}
    return deal


def _goods(marks: Sequence[Mark]) -> AgreementKind | None:
    kinds = [AgreementKind(mark.value or "") for mark in marks if mark.kind is MarkKind.TOPIC]
    told = next((kind for kind in kinds if kind in _GOODS), None)
    if told is AgreementKind.ARMS_DEAL:
        return told
    if any(mark.kind is MarkKind.ITEM for mark in marks):
        return AgreementKind.TRADE
    return told if any(mark.kind in (MarkKind.NUMBER, MarkKind.MONEY) for mark in marks) else None


def _other_party(number: int, behind: Sequence[Mark], verb: Mark, around: Surroundings) -> Party | None:
    """Whom one sells to, or buys from."""
    link = "to" if verb.value == PartyRole.SUPPLIER else "from"
    governed = [mark for mark in behind if mark.kind in NAMING and mark.link == link]
    at_once = [mark for mark in behind[:1] if mark.kind in NAMING and verb.form is Form.NOUN]
    found = around.parties.of_marks(number, governed or at_once)
    return found[0] if found else None


def _deal(
    clause: Clause, verb: Mark, around: Surroundings, kind: AgreementKind, parties: list[Party], number: int
) -> Deal:
    planned = clause.of(MarkKind.PLANNED)
    deal = Deal(kind, Place(number, verb.span), parties)
    deal.stage = AgreementStage.PLANNED if planned or verb.future else AgreementStage.SIGNED
    deal.stage_at = Place(number, (planned[0] if planned else verb).span)
    deal.dates = around.days(clause, clause.marks, verb)
    deal.prices = [(number, m.match) for m in clause.marks if isinstance(m.match, MoneyMatch)][:1]
    deal.items = [(number, m.match) for m in clause.marks if isinstance(m.match, ItemMatch)]
    return deal
