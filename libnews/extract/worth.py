"""Which sums of a sentence are of trade: each with the word for trade it belongs to and the marks around it."""

from collections.abc import Iterator
from dataclasses import dataclass

from libnews.models.annotation import Form, Mark, MarkKind, Sentence
from libnews.models.match import MoneyMatch
from libnews.models.vocabulary import AgreementKind, Flow

# How many words may stand between «tariffs on» and the imports they lie on, and between «up by» and its sum.
_ON, _BY = 6, 4
_AT_ONCE = 2
# Letters between a sum and the word for trade behind it: «10 مليارات من الصادرات».
_OF_IT = 4
# From the first word of one sum to that of the same in another currency.
_FAR_APART = 8


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of trade: its money, the word for trade, and the marks by where they stand.

    `near` stand between the word and the money (of a sum that goes on from another, between that one and this),
    `behind` up to the next sum, `before` in the clause before the word. `follows` tells that it goes on from the sum
    before it, `restated` that it says that sum, `earlier`, again in another currency.
    """

    flow: Mark
    money: Mark
    match: MoneyMatch
    near: tuple[Mark, ...]
    behind: tuple[Mark, ...]
    before: tuple[Mark, ...]
    follows: bool
    restated: bool
    earlier: MoneyMatch | None


class _Ties:
    """What ties the next sum to a word for trade, mark by mark."""

    def __init__(self, carried: tuple[Mark, ...]) -> None:
        self.carried = carried
        self.flow: Mark | None = None
        self.flow_index = -1
        self.tied = True
        self.unreal = False
        self.other: Mark | None = None
        self.difference: Mark | None = None
        self.last_sum = -1
        self.agreed = False

    def pass_by(self, index: int, mark: Mark, marks: tuple[Mark, ...]) -> None:
        if mark.kind is MarkKind.FLOW or _is_invested(index, marks):
            self._meet_flow(index, mark)
        elif mark.kind is MarkKind.BARRIER:
            self.unreal = False
            if self.other is not None and self.other.kind is MarkKind.PRICED:
                self.other = None
        elif mark.kind is MarkKind.AND:
            self.tied = False
        elif mark.kind is MarkKind.WORTH:
            self.tied, self.difference = True, None
            if self.other is not None and self.other.kind is MarkKind.PRICED:
                self.other = None
            if self.flow is None and self.carried and index <= _AT_ONCE:
                self.flow = self.carried[0]
        elif mark.kind is MarkKind.UNREAL:
            self.unreal = True
        elif mark.kind is MarkKind.DIFFERENCE:
            self.difference = mark
        elif mark.kind is MarkKind.PRICED or (mark.kind is MarkKind.AGREEMENT and mark.form is not Form.DEFINITE):
            self.other = mark
            self.agreed = self.agreed or mark.kind is MarkKind.AGREEMENT

    def _meet_flow(self, index: int, mark: Mark) -> None:
        if self.other is not None and mark.position - self.other.position <= _ON:
            return  # «رسوم على واردات بقيمة 50 مليارا» is what the tariffs lie on
        if self.agreed and mark.value == Flow.INVESTMENT:
            return  # «وقعت مذكرات … باستثمارات بنحو 12 مليارا» is what the agreement is worth
        self.flow, self.flow_index, self.tied, self.other = mark, index, True, None
        self.last_sum = -1

    def ties(self, index: int, money: Mark, before: Mark | None) -> bool:
        """Whether the sum at `index` belongs to the word for trade met last."""
        if self.flow is None or self.unreal or self.other is not None:
            return False
        if self.difference is not None and money.position - self.difference.position <= _BY:
            return False
        goes_on = before is not None and before.kind is MarkKind.AND and money.position - before.position <= _AT_ONCE
        return self.tied or (goes_on and self.last_sum >= 0)


def _is_invested(index: int, marks: tuple[Mark, ...]) -> bool:
    """«استثمار 10 مليارات دولار»: the word has its sum right behind it."""
    mark = marks[index]
    if mark.kind is not MarkKind.TOPIC or mark.value != AgreementKind.INVESTMENT or index + 1 == len(marks):
        return False
    return marks[index + 1].kind is MarkKind.MONEY and marks[index + 1].position - mark.position == 1


def sums(sentence: Sentence, carried: tuple[Mark, ...]) -> Iterator[Sum]:
    """The sums of trade in a sentence, in text order.

    `carried` is the word that «its worth» at its head would mean, the last of the sentence before, and what follows.
    """
    marks = sentence.marks
    if all(mark.kind is not MarkKind.MONEY for mark in marks):
        return
    ties = _Ties(carried)
    for index, mark in enumerate(marks):
        if mark.kind is not MarkKind.MONEY or not isinstance(mark.match, MoneyMatch):
            ties.pass_by(index, mark, marks)
            continue
        before = marks[index - 1] if index else None
        if mark.match.amount is None:
            continue
        told_behind = _flow_behind(index, marks)
        if told_behind is None and not ties.ties(index, mark, before):
            continue
        flow, at = (ties.flow, ties.flow_index) if told_behind is None else (told_behind, index)
        assert flow is not None  # ties() asked
        last = ties.last_sum if told_behind is None else -1
        earlier = marks[last].match if last >= 0 else None
        yield Sum(
            flow, mark, mark.match,
            near=(carried[1:] if at < 0 and last < 0 else ()) + marks[max(at, last) + 1 : index],
            behind=_behind(index, marks), before=_clause_before(at, marks),
            follows=last >= 0, restated=last >= 0 and _says_again(marks, last, index),
            earlier=earlier if isinstance(earlier, MoneyMatch) else None,
        )  # fmt: skip
        ties.last_sum = index


def _flow_behind(index: int, marks: tuple[Mark, ...]) -> Mark | None:
    """«22 مليار دولار صادرات من المملكة»: the word right behind its sum."""
    if index + 1 == len(marks):
        return None
    behind = marks[index + 1]
    is_next = behind.kind is MarkKind.FLOW and behind.start_char - marks[index].end_char <= _OF_IT
    return behind if is_next else None


def _behind(index: int, marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    found: list[Mark] = []
    last = index
    for place in range(index + 1, len(marks)):
        mark = marks[place]
        if mark.kind is MarkKind.MONEY:
            if not _says_again(marks, last, place):
                break
            last = place
        if mark.kind in (MarkKind.FLOW, MarkKind.BARRIER, MarkKind.AND) and place > index + 1:
            break
        found.append(mark)
    return tuple(found)


def _clause_before(index: int, marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    if index < 0:
        return ()
    first = next((i + 1 for i in range(index - 1, -1, -1) if marks[i].kind is MarkKind.BARRIER), 0)
    return marks[first:index]


def _says_again(marks: tuple[Mark, ...], last: int, index: int) -> bool:
    """Nothing but a bracket or «which equals» stands between two sums of different currencies."""
    one, other = marks[last].match, marks[index].match
    if not isinstance(one, MoneyMatch) or not isinstance(other, MoneyMatch) or one.currency == other.currency:
        return False
    return marks[index].position - marks[last].position <= _FAR_APART
