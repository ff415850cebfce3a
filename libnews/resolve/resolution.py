"""All mentions in, records out: which of them tell of the same actor, meeting, agreement or figure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from libnews.models import Article, Claim, Judgement, KnownActor, Mention
from libnews.models.judgement import Judged
from libnews.models.vocabulary import RecordType
from libnews.resolve.actors import is_country, join_actors
from libnews.resolve.agreements import join_agreements
from libnews.resolve.clusters import Clusters
from libnews.resolve.judgements import Judging
from libnews.resolve.known import join_known
from libnews.resolve.meetings import join_meetings
from libnews.resolve.reprints import find_reprints
from libnews.resolve.trade_figures import join_trade_figures
from libnews.resolve.view import Told, leave_out, of_type, tell


class Decision(NamedTuple):
    """Which record a mention tells of, and why where it was joined to another mention."""

    record_id: str | None
    """Null where a judgement rejects the mention."""
    reason: str | None


class UndecidedPair(NamedTuple):
    """Two mentions whose records may be one, and what speaks for it."""

    record_type: str
    id: str
    other_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """What was decided of every mention, by mention_id, and which pairs were left open.

    `reprints` names for every article that repeats another's text the original, by article_id. `judged` holds the
    judgements given, each with whether it was applied. `known` gives the record of each known actor that was found, by
    known_id.
    """

    decisions: Mapping[str, Decision]
    undecided: tuple[UndecidedPair, ...] = field(default=())
    reprints: Mapping[str, str] = field(default_factory=dict)
    judged: tuple[Judged, ...] = field(default=())
    known: Mapping[str, str] = field(default_factory=dict)


def resolve(
    articles: Iterable[Article],
    mentions: Iterable[Mention],
    claims: Iterable[Claim],
    judgements: Iterable[Judgement] = (),
    known: Iterable[KnownActor] = (),
) -> Resolution:
    """Decide the record of every mention; the order of what is given plays no part.

    `judgements` go before all rules: what is judged the same is joined, what is judged different never, and what is
    rejected has no record. `known` are actors known already: what fits one of them is that one, before any other rule
    decides.

    A record_id is the mention_id of the record's earliest mention (by publication day, then id); a country's is its
    ISO code, an article's its article_id.
    """
    articles, mentions, claims = list(articles), list(mentions), list(claims)
    judging = Judging(judgements, articles, mentions, claims)
    told = tell(articles, mentions, judging.claims_that_stand(claims))
    types = {view.id: str(view.mention.record_type) for view in told}
    clusters = Clusters({view.id: view.teller for view in told})
    actors = of_type(told, RecordType.ACTOR)
    judging.decide_pairs(frozenset(actor.id for actor in actors if is_country(actor)), clusters)
    found = join_known(actors, known, clusters)
    join_actors(actors, clusters)
    names = _record_ids(told, clusters)
    leave_out(judging.reject(names, {actor.id: types[actor.id] for actor in actors}), told)
    who = {actor.id: names[actor.id] for actor in actors}
    join_meetings(of_type(told, RecordType.MEETING), who, clusters)
    join_agreements(of_type(told, RecordType.AGREEMENT), who, clusters)
    join_trade_figures(of_type(told, RecordType.TRADE_FIGURE), clusters)
    names = _record_ids(told, clusters)
    rejected = judging.reject(names, types)
    decisions = {view.id: Decision(names[view.id], clusters.reasons.get(view.id)) for view in told}
    decisions.update({mention_id: Decision(None, reason) for mention_id, reason in rejected.items()})
    doubted = (pair for pair in clusters.undecided() if not rejected.keys() & {pair.one, pair.other})
    undecided = tuple(UndecidedPair(types[pair.one], *pair) for pair in doubted)
    standing = {decided.record_id for decided in decisions.values()}
    people = {known_id: names[mention] for known_id, mention in found.items() if names[mention] in standing}
    return Resolution(decisions, undecided, find_reprints(articles), judging.judged(names), people)


def _record_ids(told: list[Told], clusters: Clusters) -> dict[str, str]:
    by_id = {view.id: view for view in told}
    found: dict[str, str] = {}
    for members in clusters.sets().values():
        earliest = min((by_id[member] for member in members), key=lambda view: view.order)
        for member in members:
            found[member] = _fixed_id(by_id[member]) or earliest.id
    return found


def _fixed_id(view: Told) -> str | None:
    if view.mention.record_type is RecordType.ARTICLE:
        return view.mention.article_id
    if view.mention.record_type is RecordType.ACTOR and is_country(view):
        return view.first("country")
    return None
