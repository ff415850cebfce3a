"""Between whom a sum of trade lies: who exports, imports or invests, and with whom."""

from typing import NamedTuple

from libnews.extract.sides import Side, Sides
from libnews.extract.worth import Sum
from libnews.models.annotation import Mark, MarkKind, Sentence
from libnews.models.vocabulary import Basis, Flow

_TOWARDS = {Flow.EXPORTS: ("to", "with"), Flow.IMPORTS: ("from", "with"), Flow.INVESTMENT: ("in", "to")}


class Partners(NamedTuple):
    """The one whose trade it is and the one it trades with; the words may leave either out."""

    reporter: Side | None
    partner: Side | None

    @property
    def countries(self) -> list[Side]:
        return [side for side in self if side is not None]


def trading_partners(
    told: Sum, sentence: Sentence, carried: tuple[Mark, ...], sides: Sides, before: Partners | None
) -> Partners | None:
    """The countries of a sum, as its words, its sentence, the sum before or «the two countries» tell them."""
    number = sentence.paragraph_no
    flow = Flow(told.flow.value or "")
    own = _named_with(told, flow, number, sides)
    if told.follows and before is not None and not own.countries:
        return before
    if len(own.countries) == 2:
        return own
    referring = [mark for mark in (*sentence.marks, *carried) if mark.kind is MarkKind.SIDES]
    pair = sides.pair(sentence, referring[0]) if referring else []
    if not own.countries and pair:
        return Partners(pair[0], pair[1])
    if own.countries and before is not None and _among(own.countries[0], before):
        return _completed(own, before.countries)
    if own.countries and pair:
        return _completed(own, pair)
    if flow is Flow.TWO_WAY:
        return _two_way(own, told, sentence, sides)
    if own.partner is not None:
        return _with_reporter(own, told, sentence, sides)
    if own.countries:
        return own
    return _of_sentence(told, sentence, sides) or before


def _named_with(told: Sum, flow: Flow, number: int, sides: Sides) -> Partners:
    """The countries between the word for trade and its sum; those behind the sum where one is wanting."""
    near, behind = _places(told.near), _places(told.behind)
    group = [mark for mark in near if mark.link == "between"] or [mark for mark in behind if mark.link == "between"]
    found = sides.of_marks(number, group)
    if found:
        return Partners(found[0], found[1] if len(found) > 1 else None)
    marks = [mark for mark in near if mark.link != "in" or flow is Flow.INVESTMENT]
    if len(sides.of_marks(number, marks)) < 2:
        towards = _TOWARDS.get(flow, ("with", "between"))
        marks += [mark for mark in behind if mark.link in towards]
    return _in_roles(flow, number, marks, sides)


def _in_roles(flow: Flow, number: int, marks: list[Mark], sides: Sides) -> Partners:
    found = sides.of_marks(number, marks)[:2]
    if not found:
        return Partners(None, None)
    links = {side.country: mark.link for mark in reversed(marks) for side in sides.of_marks(number, [mark])}
    towards = _TOWARDS.get(flow, ("with",))
    if len(found) == 1:
        is_partner = links[found[0].country] in towards
        return Partners(None, found[0]) if is_partner else Partners(found[0], None)
    if links[found[0].country] in towards and links[found[1].country] not in towards:
        return Partners(found[1], found[0])
    return Partners(found[0], found[1])


def _places(marks: tuple[Mark, ...]) -> list[Mark]:
    return [mark for mark in marks if mark.kind in (MarkKind.PLACE, MarkKind.ORGANISATION)]


def _among(side: Side, partners: Partners) -> bool:
    return len(partners.countries) == 2 and side.country in {other.country for other in partners.countries}


def _completed(own: Partners, known: list[Side]) -> Partners:
    """«… منه 19 مليارا صادرات سعودية»: the other of the two that were spoken of."""
    named = own.countries[0]
    other = next((side for side in known if side.country != named.country), None)
    if other is None:
        return own
    other = other._replace(basis=Basis.RESOLVED, at=named.at)
    return Partners(named, other) if own.reporter is not None else Partners(other, named)


def _two_way(own: Partners, told: Sum, sentence: Sentence, sides: Sides) -> Partners | None:
    """Of trade with a country the speaker's own goes unsaid («مع الجزائر بلغ …»)."""
    number = sentence.paragraph_no
    named = own.countries or sides.of_marks(number, _places(told.before))[:2]
    if any(mark.link == "between" for mark in _places((*told.near, *told.behind))):
        return own  # «بين الصين وأفريقيا»: the other side is no country
    if not named:
        found = _of_sentence(told, sentence, sides)
        return found if found is not None and len(found.countries) == 2 else None
    if len(named) == 2:
        return Partners(named[0], named[1])
    others = sides.of_marks(number, _places(sentence.marks))
    known = [side for side in others if side.country != named[0].country]
    if len(known) == 1:
        return Partners(named[0], known[0])
    usual = sides.usual(number, told.flow)
    if named[0].country in {side.country for side in usual}:
        return _completed(Partners(named[0], None), usual)
    return None


def _with_reporter(own: Partners, told: Sum, sentence: Sentence, sides: Sides) -> Partners:
    """«ولدى الكويت استثمارات في الصين», «استثماراتنا في الجزائر»: whose it is stands before, or is the speaker's."""
    number, partner = sentence.paragraph_no, own.partner
    assert partner is not None  # the caller asked
    before = [m for m in _places(told.before) if m.link is None or m.link in ("from", "in")]
    found = [side for side in sides.of_marks(number, before) if side.country != partner.country]
    usual = sides.usual(number, told.flow) if told.flow.pronoun else []
    named = sides.of_marks(number, _places(sentence.marks))
    if not found and len(named) == 2:
        found = [side for side in named if side.country != partner.country]
    if not found and partner.country in {side.country for side in usual}:
        found = [side for side in usual if side.country != partner.country]
    return Partners(found[-1]._replace(basis=Basis.RESOLVED) if found else None, partner)


def _of_sentence(told: Sum, sentence: Sentence, sides: Sides) -> Partners | None:
    """The one or two countries of the clause before, else of the whole sentence."""
    for marks in (told.before, sentence.marks):
        found = sides.of_marks(sentence.paragraph_no, _places(marks))
        if found:
            return Partners(found[0], found[1] if len(found) > 1 else None)
    return None
