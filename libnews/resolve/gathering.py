"""Mentions gathered into events: each joins the one event that it fits, and is left apart where it fits several.

The surest mentions come first: those that tell a day before those that tell a month, those that tell nothing of the
time last. An event is fitted only by what agrees with *every* mention in it, so that «in December» cannot draw together
what took place on the 17th and on the 28th; where it could be either, it is neither, and both are listed as undecided.

A mention is compared with the events that share a key (two participants, the parties) and a month with it, not with
every other mention, and mentions that tell the same count once.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, NamedTuple, TypeVar

from libnews.models.corpus import Teller
from libnews.resolve.clusters import Clusters
from libnews.resolve.times import REACH, VISIT_DAYS, Closeness, Times

Key = Hashable
Shape = TypeVar("Shape", bound=Hashable)
"""What is compared beside the time; tellings of one shape are compared once."""
# Who fits more events than these tells nothing of any.
_MOST_DOUBTS = 2


class Likeness(NamedTuple):
    """What speaks for two tellings being of one event: the more, the greater; `doubt` says what is not enough."""

    strength: int
    doubt: str | None = None


@dataclass(frozen=True, slots=True)
class Telling(Generic[Shape]):
    """What one mention tells: when, and in `shape` all else that is compared."""

    id: str
    teller: Teller
    times: Times
    shape: Shape
    keys: tuple[Key, ...]
    size: int = 0
    lasting: bool = False

    @property
    def rank(self) -> tuple[bool, int, int, tuple[date, str]]:
        """Dated before undated, precise before vague, of few before of many, early before late."""
        order = self.teller.published_on or date.max, self.id
        return not self.times.is_dated, self.times.length if self.times.is_dated else 0, self.size, order


@dataclass(slots=True, eq=False)
class _Event(Generic[Shape]):
    id: str
    times: Times
    is_open: bool = False
    """Whether the mention it began with may be of another event: the events that it may be of come first."""
    shapes: dict[Shape, None] = field(default_factory=dict)


class _Fit(NamedTuple, Generic[Shape]):
    closeness: Closeness
    likeness: Likeness
    event: _Event[Shape]

    @property
    def worth(self) -> tuple[int, int]:
        return self.closeness, self.likeness.strength


class Gathering(Generic[Shape]):
    """The events of one record type found so far.

    `compare` tells what speaks for two shapes being of one event, told as closely in time as is said, or `None` where
    they contradict each other. `words` begin the reason of every decision.
    """

    def __init__(
        self, clusters: Clusters, compare: Callable[[Shape, Shape, Closeness], Likeness | None], words: str
    ) -> None:
        self._clusters = clusters
        self._compare = compare
        self._words = words
        self._blocks: dict[Key, dict[int | None, dict[_Event[Shape], None]]] = defaultdict(lambda: defaultdict(dict))
        self._events: dict[str, _Event[Shape]] = {}
        self._tellers: dict[str, set[Teller]] = defaultdict(set)

    def gather(self, tellings: Iterable[Telling[Shape]]) -> None:
        """Join all that is of one event; the order of what is given plays no part."""
        ranked = sorted(tellings, key=lambda one: one.rank)
        for telling in ranked:
            self._tellers[self._clusters.root(telling.id)].add(telling.teller)
        for telling in ranked:
            judged = self._events.get(self._clusters.root(telling.id))
            if judged is not None:
                self._take_in(judged, telling)
            else:
                self._place(telling)

    def _place(self, telling: Telling[Shape]) -> None:
        found = sorted(self._fits(telling), key=lambda fit: fit.worth, reverse=True)
        fits = [fit for fit in found if not fit.event.is_open] or found
        sure = [fit for fit in fits if fit.likeness.doubt is None]
        if sure and (len(sure) == 1 or sure[0].worth > sure[1].worth):
            best = sure[0]
            if self._join(best.event, telling, f"{self._words}; {_WHEN[best.closeness]}"):
                self._take_in(best.event, telling)
                return
        for fit in fits[:_MOST_DOUBTS]:
            why = fit.likeness.doubt or "another fits as well"
            self._clusters.doubt(fit.event.id, telling.id, f"{self._words}; {_WHEN[fit.closeness]}; {why}")
        self._take_in(_Event(telling.id, telling.times, is_open=bool(sure)), telling)

    def _join(self, event: _Event[Shape], telling: Telling[Shape], reason: str) -> bool:
        tellers, others = self._who_tell(event.id), self._who_tell(telling.id)
        if not self._clusters.join(event.id, telling.id, reason):
            return False
        tellers |= others
        self._tellers[self._clusters.root(event.id)] = tellers
        return True

    def _who_tell(self, mention_id: str) -> set[Teller]:
        """Those who tell of a mention, or of one that is joined to it."""
        return self._tellers[self._clusters.root(mention_id)]

    def _take_in(self, event: _Event[Shape], telling: Telling[Shape]) -> None:
        if event.times.closeness(telling.times, lasting=telling.lasting) is not None:
            event.times = event.times.with_(telling.times, lasting=telling.lasting)
        event.shapes.setdefault(telling.shape)
        self._events[self._clusters.root(event.id)] = event
        for key in telling.keys:
            for month in event.times.months() or [None]:
                self._blocks[key][month].setdefault(event)

    def _fits(self, telling: Telling[Shape]) -> Iterator[_Fit[Shape]]:
        for event in self._near(telling):
            # Who tells of two events means two.
            told_twice = not self._who_tell(event.id).isdisjoint(self._who_tell(telling.id))
            if told_twice or self._clusters.are_apart(event.id, telling.id):
                continue
            closeness = event.times.closeness(telling.times, lasting=telling.lasting)
            if closeness is None:
                continue
            found = [self._compare(shape, telling.shape, closeness) for shape in event.shapes]
            likeness = [one for one in found if one is not None]
            if len(likeness) == len(found):
                doubts = [one.doubt for one in likeness if one.doubt is not None]
                least = min(one.strength for one in likeness)
                yield _Fit(closeness, Likeness(least, doubts[0] if doubts else None), event)

    def _near(self, telling: Telling[Shape]) -> Iterable[_Event[Shape]]:
        """The events that share a key and a month with a mention, each once, in the order they were found."""
        margin = VISIT_DAYS if telling.lasting else 0
        months = telling.times.months(margin if telling.times.is_dated else REACH)
        found: dict[_Event[Shape], None] = {}
        for key in telling.keys:
            block = self._blocks.get(key)
            if block is None:
                continue
            for month in [None, *months] if months else list(block):
                found.update(block.get(month, {}))
        return found


_WHEN = {
    Closeness.DAY: "on the same days",
    Closeness.MONTH: "their dates agree",
    Closeness.NEAR: "told in the same days",
    Closeness.FAR: "told weeks apart",
    Closeness.VAGUE: "their times do not contradict",
}
