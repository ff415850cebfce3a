"""Which meetings, agreements and trade figures of different articles are one.

Mentions that share a key (two participants; the parties and kind; flow, countries and period) stand in one block, and
each is compared with the events found in its block so far, not with every other mention: a thousand articles on one
meeting cost a thousand comparisons.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import date
from itertools import combinations

from libnews.models.vocabulary import MeetingKind, MeetingStatus, ParticipantRole
from libnews.resolve.clusters import Clusters
from libnews.resolve.view import Told

# An undated event joins another only if their articles could have been written of the same days.
_SAME_NEWS_DAYS = 60
# Who met in larger circles is told by the summit's date and place; pairs of all guests would be too many.
_LARGEST_CIRCLE = 12

Who = Mapping[str, str]
"""mention_id of an actor to the record it was joined to."""
Key = Hashable


def join_meetings(meetings: list[Told], who: Who, clusters: Clusters) -> None:
    """Join meetings whose participants, interval and place agree and nothing contradicts."""
    circles = {meeting.id: _met(meeting, who) for meeting in meetings}

    def keys(meeting: Told) -> Iterable[Key]:
        circle = sorted(circles[meeting.id])[:_LARGEST_CIRCLE]
        if _is_visit(meeting):
            return [(one, country) for one in circle for country in meeting.all("country")[:1]]
        return combinations(circle, 2)

    _join_blocks(meetings, keys, _same_meeting, clusters, "same participants; date and place do not contradict")


def join_agreements(agreements: list[Told], who: Who, clusters: Clusters) -> None:
    """Join agreements of one kind between the same parties, whose dates do not contradict; prices may differ."""

    def keys(deal: Told) -> Iterable[Key]:
        parties = frozenset(who.get(value, value) for value in deal.all("party"))
        return [(parties, kind) for kind in sorted(set(deal.all("kind")))]

    _join_blocks(agreements, keys, _do_not_contradict, clusters, "same parties and kind; dates do not contradict")


def join_trade_figures(figures: list[Told], clusters: Clusters) -> None:
    """Join figures of one flow, period, commodity and currency between the same countries."""

    def keys(figure: Told) -> Iterable[Key]:
        countries = frozenset(figure.all("reporter") + figure.all("partner"))
        told = [tuple(sorted(set(figure.all(name)))) for name in ("flow", "currency", "commodity")]
        return [(countries, period, *told) for period in figure.all("period")[:1]]

    _join_blocks(figures, keys, _always, clusters, "same flow, countries and period")


def _join_blocks(
    told: list[Told],
    keys: Callable[[Told], Iterable[Key]],
    same: Callable[[Told, Told], bool],
    clusters: Clusters,
    reason: str,
) -> None:
    blocks: dict[Key, list[Told]] = defaultdict(list)
    for view in told:
        for key in keys(view):
            blocks[key].append(view)
    # By the ids in them: an order that the order of files cannot change
    for block in sorted(blocks.values(), key=lambda members: [view.id for view in members]):
        found: list[Told] = []
        for view in sorted(block, key=_surest_first):
            event = next((e for e in found if _can_join(e, view, clusters) and same(e, view)), None)
            if event is None:
                found.append(view)
            else:
                clusters.join(event.id, view.id, reason)


def _can_join(one: Told, other: Told, clusters: Clusters) -> bool:
    return clusters.root(one.id) == clusters.root(other.id) or not clusters.share_teller(one.id, other.id)


def _surest_first(view: Told) -> tuple[bool, int, date, str]:
    """Dated before undated, precise before vague, early before late."""
    dates = view.dates()
    return not dates, min((len(value) for value in view.all("date")), default=0) * -1, *view.order


def _met(meeting: Told, who: Who) -> frozenset[str]:
    """Those who met; who merely attended tells little of which meeting it was."""
    met = (
        value
        for (name, part), value in meeting.parts.items()
        if name == "participant" and meeting.parts.get(("participant_role", part)) != ParticipantRole.ATTENDEE
    )
    return frozenset(who.get(value, value) for value in met)


def _is_visit(meeting: Told) -> bool:
    return meeting.first("kind") == MeetingKind.VISIT


def _same_meeting(one: Told, other: Told) -> bool:
    if _is_visit(one) != _is_visit(other):
        return False
    if (MeetingStatus.PLANNED in one.all("status")) != (MeetingStatus.PLANNED in other.all("status")):
        return False
    if not _agree(one.all("country"), other.all("country")) or not _agree(one.all("city"), other.all("city")):
        return False
    return _do_not_contradict(one, other)


def _do_not_contradict(one: Told, other: Told) -> bool:
    mine, theirs = one.dates(), other.dates()
    if mine and theirs:
        return any(a.overlaps(b) for a in mine for b in theirs)
    if one.published_on is None or other.published_on is None:
        return True
    return abs((one.published_on - other.published_on).days) <= _SAME_NEWS_DAYS


def _always(one: Told, other: Told) -> bool:
    return True


def _agree(mine: list[str], theirs: list[str]) -> bool:
    return not mine or not theirs or bool(set(mine) & set(theirs))
