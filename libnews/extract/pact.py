"""Agreements told by their noun: «وقعت مصر مع ليبيا مذكرة تفاهم», «الاتفاقية المبرمة بين البلدين»."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from libnews.extract.clauses import Clause, nearest
from libnews.extract.deal import OPEN_KINDS, Deal
from libnews.extract.draft import Place
from libnews.extract.parties import Party
from libnews.extract.surroundings import Surroundings
from libnews.models.annotation import Form, Mark, MarkKind
from libnews.models.match import DurationMatch, ItemMatch, MoneyMatch
from libnews.models.vocabulary import AgreementKind, AgreementStage, Flow

# Words between the noun and its topic: «صفقة أسلحة», «اتفاقية للتعاون المشترك», not the sentence's end.
_NEAR = 4
# Words between the noun and the «between» that alone tells of an agreement: «اتفاقية لتنظيم العمل بين بلدين».
_TITLE_NEAR = 8
_STAGES = (MarkKind.STAGE, MarkKind.DEAL)


def pacts(clause: Clause, around: Surroundings) -> Iterator[Deal]:
    """What the nouns of a clause tell: one agreement, several that it lists, or several with a verb each."""
    if not clause.of(MarkKind.AGREEMENT):
        return
    for marks in _parts(clause):
        nouns = [mark for mark in marks if mark.kind is MarkKind.AGREEMENT]
        first = _pact(clause, marks, nouns[0], around) or _listed(clause, marks, nouns[0], around)
        if first is None:
            continue
        if any(noun.form is Form.PLURAL for noun in nouns) and first.stage is not None:
            around.several = first
        yield from _with_each(first, nouns[0])
        for noun, before in zip(nouns[1:], nouns, strict=False):
            if noun.joined and noun.form is Form.NOUN and before.form is not Form.DEFINITE and first.parties:
                kind = _kind(marks, noun)
                trigger = Place(clause.paragraph_no, noun.span)
                yield replace(
                    first, kind=kind, trigger=trigger, is_plural=False, prices=[], items=[], durations=[], more=[]
                )


def _listed(clause: Clause, marks: Sequence[Mark], noun: Mark, around: Surroundings) -> Deal | None:
    """«… عدد من الاتفاقيات، وهي: اتفاقية في مجال الطاقة، ومذكرة تفاهم …»: one of the several just told."""
    several = around.several
    if several is None or noun.form is not Form.NOUN or marks[0] is not noun or len(several.parties) < 2:
        return None
    trigger = Place(clause.paragraph_no, noun.span)
    told = replace(several, spelt_out=several, kind=_kind(marks, noun), trigger=trigger, is_plural=False, more=[])
    return replace(told, prices=[], items=[], durations=[])


def _with_each(deal: Deal, noun: Mark) -> Iterator[Deal]:
    """«عقودا مع الولايات المتحدة وكوريا الجنوبية»: with each of them its own."""
    if noun.form is not Form.PLURAL or not deal.is_severally or len(deal.parties) < 3:
        yield deal
        return
    subject, *partners = deal.parties
    for partner in partners:
        yield replace(deal, parties=[subject, partner], more=[])


def _parts(clause: Clause) -> Iterator[tuple[Mark, ...]]:
    """The clause cut before every verb of agreeing behind a noun that has its own."""
    start, noun_seen, stage_seen = 0, False, False
    marks = clause.marks
    for place, mark in enumerate(marks):
        is_next = mark.kind in _STAGES and mark.form is not Form.DEFINITE and noun_seen and stage_seen
        if is_next and any(m.kind is MarkKind.AGREEMENT for m in marks[place:]):
            yield marks[start:place]
            start, noun_seen, stage_seen = place, False, False
        noun_seen = noun_seen or mark.kind is MarkKind.AGREEMENT
        stage_seen = stage_seen or mark.kind in _STAGES
    if any(mark.kind is MarkKind.AGREEMENT for mark in marks[start:]):
        yield marks[start:]


def _pact(clause: Clause, marks: Sequence[Mark], noun: Mark, around: Surroundings) -> Deal | None:
    number = clause.paragraph_no
    stage = nearest([mark for mark in marks if mark.kind in _STAGES], noun)
    if clause.is_unreal(min(stage or noun, noun, key=lambda mark: mark.position)):
        return None
    prices = _prices(marks, noun) or _prices_behind(clause, noun)
    is_known = noun.form is Form.DEFINITE
    treaty = is_known and noun.value == AgreementKind.TREATY and stage is None
    parties = around.named_behind(clause, marks, noun) if treaty else around.parties_of(clause, marks, noun, stage)
    if not (treaty and parties) and not _tells(marks, noun, stage, prices, parties):
        return None
    deal = Deal(_kind(marks, noun), Place(number, noun.span), parties, is_known=is_known)
    _set_stage(deal, clause, stage)
    grouped = [
        m
        for m in marks
        if m.kind is MarkKind.LINK and m.value in ("with", "between") and 0 < m.position - noun.position <= _TITLE_NEAR
    ]
    deal.is_grouped = bool(grouped) and noun.form is not Form.DEFINITE and deal.stage is AgreementStage.SIGNED
    deal.is_severally = bool([mark for mark in marks if mark.kind is MarkKind.LINK and mark.value == "with"])
    deal.is_plural = noun.form is Form.PLURAL
    deal.dates = around.days(clause, marks, stage) if stage is not None else []
    deal.prices = [(number, match) for match in prices[:1]]
    deal.items = [(number, m.match) for m in marks if isinstance(m.match, ItemMatch)]
    deal.durations = [(number, m.match) for m in marks if isinstance(m.match, DurationMatch)][:1]
    return deal


def _tells(
    marks: Sequence[Mark], noun: Mark, stage: Mark | None, prices: list[MoneyMatch], parties: list[Party]
) -> bool:
    """Whether the words say that something was agreed, and do not only speak of it."""
    if stage is not None and stage.form is Form.DEFINITE:
        # «الاتفاقيات المبرمة بين البلدين» are some; «المبرمة سابقا مع باكستان» only speaks of them
        among = [m for m in marks if m.kind is MarkKind.SIDES or (m.kind is MarkKind.LINK and m.value == "between")]
        return len(parties) >= 2 and bool(among)
    if stage is not None and (stage.link == "to" or stage.value == AgreementStage.NEGOTIATED):
        # «تتطلع إلى إبرام عقود» is a wish; with whom is said where it is more
        negotiated = stage.value == AgreementStage.NEGOTIATED and any(m.value == "with" for m in marks)
        return len(parties) >= 2 and noun.form is not Form.DEFINITE and (negotiated or _has_group(marks, noun))
    if stage is not None:
        return True
    if noun.dual and len(parties) >= 2:
        return True  # «إعلان أرمينيا وأذربيجان اتفاقهما على …»
    if noun.form is Form.DEFINITE:
        return bool(prices) and not parties
    if prices and prices[0].amount is not None and len(parties) >= 2:
        return True
    return len(parties) >= 2 and _has_group(marks, noun)


def _has_group(marks: Sequence[Mark], noun: Mark) -> bool:
    """Whether «between» stands close behind the noun."""
    return any(
        mark.kind is MarkKind.LINK and mark.value == "between" and 0 < mark.position - noun.position <= _TITLE_NEAR
        for mark in marks
    )


def _set_stage(deal: Deal, clause: Clause, stage: Mark | None) -> None:
    if stage is None:
        return
    value = AgreementStage.SIGNED if stage.kind is MarkKind.DEAL else AgreementStage(stage.value or "")
    planned = [] if value is not AgreementStage.SIGNED else clause.planned
    aimed_at = value is AgreementStage.SIGNED and stage.link == "to"
    deal.stage = AgreementStage.PLANNED if planned or stage.future or aimed_at else value
    deal.stage_at = Place(clause.paragraph_no, (planned[0] if planned else stage).span)


def _prices(marks: Sequence[Mark], noun: Mark) -> list[MoneyMatch]:
    """Sums of the agreement, the nearest first; not those that a word for trade stands before."""
    found: list[Mark] = []
    of_trade = False
    for mark in marks:
        if mark.kind is MarkKind.FLOW and mark.value != Flow.INVESTMENT:
            of_trade = True
        elif mark.kind is MarkKind.AGREEMENT:
            of_trade = False
        elif mark.kind is MarkKind.MONEY and not of_trade:
            found.append(mark)
    found.sort(key=lambda mark: (abs(mark.position - noun.position), -mark.position))
    return [mark.match for mark in found if isinstance(mark.match, MoneyMatch)]


def _prices_behind(clause: Clause, noun: Mark) -> list[MoneyMatch]:
    """«وقعتا 20 اتفاقية على هامش زيارة …، بقيمة 18 مليارا»: the one sum of a sentence that tells of one agreement."""
    marks = clause.sentence.marks
    if any(m.kind is MarkKind.FLOW for m in marks) or sum(m.kind is MarkKind.AGREEMENT for m in marks) > 1:
        return []
    found = [m.match for m in marks if isinstance(m.match, MoneyMatch) and m.position > noun.position]
    return found if len(found) == 1 else []


def _kind(marks: Sequence[Mark], noun: Mark) -> AgreementKind:
    kind = AgreementKind(noun.value or "")
    behind = [m for m in marks if m.position > noun.position]
    told = [m for m in behind if m.kind is MarkKind.TOPIC or m.value == AgreementKind.INVESTMENT]
    topics = [m.value or "" for m in told if m.position - noun.position <= _NEAR] or [m.value or "" for m in told]
    if kind not in OPEN_KINDS:
        return kind
    if not topics:
        return AgreementKind.OTHER if kind is AgreementKind.COOPERATION else kind
    if AgreementKind.ARMS_DEAL in topics:
        return AgreementKind.ARMS_DEAL
    return AgreementKind(next((topic for topic in topics if topic != AgreementKind.COOPERATION), topics[0]))
