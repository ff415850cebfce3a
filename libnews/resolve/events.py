"""Which meetings, agreements and trade figures of different articles are one."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from itertools import combinations

from libnews.models import Edtf
from libnews.models.vocabulary import MeetingKind, MeetingStatus, ParticipantRole
from libnews.resolve.clusters import Clusters
from libnews.resolve.view import Told

# An undated event joins a dated one only if their articles could have been written of the same days.
_SAME_NEWS_DAYS = 60

Who = Mapping[str, str]
"""mention_id of an actor to the record it was joined to."""


def join_meetings(meetings: list[Told], who: Who, clusters: Clusters) -> None:
    """Join meetings whose participants, interval and place agree and nothing contradicts."""
    people = {meeting.id: _participants(meeting, who) for meeting in meetings}
    for one, other in _pairs(meetings, lambda meeting: people[meeting.id]):
        if _same_meeting(one, other, people[one.id], people[other.id]):
            _join(clusters, one, other, "same participants; date and place do not contradict")


def join_agreements(agreements: list[Told], who: Who, clusters: Clusters) -> None:
    """Join agreements of one kind between the same parties, whose dates do not contradict; prices may differ."""
    parties = {deal.id: frozenset(who.get(value, value) for value in deal.all("party")) for deal in agreements}
    for one, other in _pairs(agreements, lambda deal: parties[deal.id]):
        if parties[one.id] == parties[other.id] and _same_agreement(one, other):
            _join(clusters, one, other, "same parties and kind; dates do not contradict")


def join_trade_figures(figures: list[Told], clusters: Clusters) -> None:
    """Join figures of one flow, period, commodity and currency between the same countries."""
    for one, other in _pairs(figures, _countries):
        if _same_figure(one, other):
            _join(clusters, one, other, "same flow, countries and period")


def _join(clusters: Clusters, one: Told, other: Told, reason: str) -> None:
    if not clusters.share_article(one.id, other.id):
        clusters.join(one.id, other.id, reason)


def _pairs(told: list[Told], keys: Callable[[Told], Iterable[str]]) -> list[tuple[Told, Told]]:
    """Pairs from different articles that share a key, the surest first: more keys shared, then more dates known."""
    blocks: dict[str, list[Told]] = defaultdict(list)
    shared: Counter[tuple[str, str]] = Counter()
    for view in told:
        for key in sorted(set(keys(view))):
            blocks[key].append(view)
    pairs: dict[tuple[str, str], tuple[Told, Told]] = {}
    for block in blocks.values():
        for one, other in combinations(block, 2):
            if one.mention.article_id != other.mention.article_id:
                pairs[one.id, other.id] = one, other
                shared[one.id, other.id] += 1
    return [pairs[key] for key in sorted(pairs, key=lambda key: (-shared[key], _undated(pairs[key]), key))]


def _undated(pair: tuple[Told, Told]) -> int:
    return sum(not view.dates() for view in pair)


def _participants(meeting: Told, who: Who) -> frozenset[str]:
    """Those who met; who merely attended tells little of which meeting it was."""
    met = (
        value
        for (name, part), value in meeting.parts.items()
        if name == "participant" and meeting.parts.get(("participant_role", part)) != ParticipantRole.ATTENDEE
    )
    return frozenset(who.get(value, value) for value in met)


def _same_meeting(one: Told, other: Told, mine: frozenset[str], theirs: frozenset[str]) -> bool:
    visit = one.first("kind") == MeetingKind.VISIT
    if visit != (other.first("kind") == MeetingKind.VISIT):
        return False
    if (MeetingStatus.PLANNED in one.all("status")) != (MeetingStatus.PLANNED in other.all("status")):
        return False
    if not (_overlap(one.dates(), other.dates()) and _same_days(one, other)):
        return False
    if not _agree(one.all("country"), other.all("country")) or not _agree(one.all("city"), other.all("city")):
        return False
    shared = mine & theirs
    if visit:
        same_place = bool(set(one.all("country")) & set(other.all("country")))
        return same_place and bool(_seated(one, mine, ParticipantRole.VISITOR) & shared)
    return len(shared) >= 2


def _seated(meeting: Told, participants: frozenset[str], role: ParticipantRole) -> frozenset[str]:
    return participants if role in meeting.all("participant_role") else frozenset()


def _same_agreement(one: Told, other: Told) -> bool:
    kinds = bool(set(one.all("kind")) & set(other.all("kind")))
    return kinds and _overlap(one.dates(), other.dates()) and _same_days(one, other)


def _same_figure(one: Told, other: Told) -> bool:
    fields = ("flow", "period", "currency", "commodity")
    same = all(set(one.all(name)) == set(other.all(name)) for name in fields)
    return same and bool(one.all("period")) and _countries(one) == _countries(other)


def _countries(figure: Told) -> frozenset[str]:
    return frozenset(figure.all("reporter") + figure.all("partner"))


def _overlap(mine: list[Edtf], theirs: list[Edtf]) -> bool:
    return not mine or not theirs or any(a.overlaps(b) for a in mine for b in theirs)


def _same_days(one: Told, other: Told) -> bool:
    """Undated events of articles written months apart are not one."""
    if one.dates() and other.dates():
        return True
    if one.published_on is None or other.published_on is None:
        return True
    return abs((one.published_on - other.published_on).days) <= _SAME_NEWS_DAYS


def _agree(mine: list[str], theirs: list[str]) -> bool:
    return not mine or not theirs or bool(set(mine) & set(theirs))
