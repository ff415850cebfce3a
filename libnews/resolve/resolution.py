"""All mentions in, records out: which of them tell of the same actor, meeting, agreement or figure."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from libnews.models import Article, Claim, Judgement, KnownActor, Mention
from libnews.models.judgement import Judged
from libnews.models.vocabulary import RecordType
from libnews.resolve.actors import Actors
from libnews.resolve.agreements import join_agreements
from libnews.resolve.clusters import Clusters
from libnews.resolve.corpus import Corpus, ModelCorpus
from libnews.resolve.judgements import Judging
from libnews.resolve.meetings import join_meetings
from libnews.resolve.records import records_of
from libnews.resolve.reprints import find_reprints
from libnews.resolve.trade_figures import join_trade_figures
from libnews.resolve.view import Told, leave_out, tell


class Decision(NamedTuple):
    """Which record a mention tells of, and why where it was joined to another mention."""

    record_id: str | None
    """Null where a judgement rejects the mention."""
    reason: str | None


class Decisions:
    """The decision about every mention, by mention_id: gone through anew each time, for a large corpus has millions."""

    def __init__(
        self, corpus: Corpus, records: Mapping[str, str], reasons: Mapping[str, str], rejected: Mapping[str, str]
    ) -> None:
        """`records` are those of `records_of`; `rejected` are mentions without a record, and why."""
        self._corpus = corpus
        self._records = records
        self._reasons = reasons
        self._rejected = rejected

    def __iter__(self) -> Iterator[tuple[str, Decision]]:
        return ((mention.mention_id, self._of(mention.mention_id)) for mention in self._corpus.mentions())

    def _of(self, mention_id: str) -> Decision:
        if mention_id in self._rejected:
            return Decision(None, self._rejected[mention_id])
        return Decision(self._records.get(mention_id, mention_id), self._reasons.get(mention_id))


class UndecidedPair(NamedTuple):
    """Two mentions whose records may be one, and what speaks for it."""

    record_type: str
    id: str
    other_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """What was decided of every mention, by mention_id, and which pairs were left open.

    `decisions` asks the corpus again each time it is gone through. `reprints` names for every article that repeats
    another's text the original, by article_id. `judged` holds the judgements given, each with whether it was applied.
    `known` gives the record of each known actor that was found, by known_id.
    """

    decisions: Iterable[tuple[str, Decision]]
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
    """`resolve_corpus` for values at hand; the order of what is given plays no part."""
    return resolve_corpus(ModelCorpus(articles, mentions, claims), judgements, known)


def resolve_corpus(
    corpus: Corpus, judgements: Iterable[Judgement] = (), known: Iterable[KnownActor] = ()
) -> Resolution:
    """Decide the record of every mention.

    `judgements` go before all rules: what is judged the same is joined, what is judged different never, and what is
    rejected has no record. `known` are actors known already: what fits one of them is that one, before any other rule
    decides.

    A record_id is the mention_id of the record's earliest mention (by publication day, then id); a country's is its
    ISO code, an article's its article_id.
    """
    reprints = find_reprints(corpus.stories())  # before all else: what it holds of every text is then let go
    judging = Judging(judgements, corpus)
    clusters = Clusters()
    told = partial(_Mentions, corpus, judging.rejected_claims())
    found, countries = _join_actors(told(RecordType.ACTOR), known, judging, clusters)
    records = records_of(corpus.mentions(), countries, clusters)
    gone = judging.reject(records, RecordType.ACTOR)
    join_meetings(told(RecordType.MEETING, gone), records, clusters)
    join_agreements(told(RecordType.AGREEMENT, gone), records, clusters)
    join_trade_figures(told(RecordType.TRADE_FIGURE), clusters)
    records = records_of(corpus.mentions(), countries, clusters)
    rejected = judging.reject(records)
    decisions = Decisions(corpus, records, clusters.reasons, rejected)
    people = {known_id: records.get(mention, mention) for known_id, mention in found.items()}
    standing = {decided.record_id for _, decided in decisions} if rejected else set(people.values())
    return Resolution(
        decisions,
        tuple(_undecided(corpus, clusters, rejected)),
        reprints,
        judging.judged(records),
        {known_id: record for known_id, record in people.items() if record in standing},
    )


def _join_actors(
    told: Iterable[Told], known: Iterable[KnownActor], judging: Judging, clusters: Clusters
) -> tuple[dict[str, str], dict[str, str]]:
    """A mention of each known actor that was found, by known_id, and the mentions of countries with their codes.

    What else was compared of actors is let go here, before events are compared.
    """
    actors = Actors(told, known)
    judging.decide_pairs(frozenset(actors.countries), clusters)
    return actors.join(clusters), actors.countries


def _undecided(corpus: Corpus, clusters: Clusters, rejected: Container[str]) -> Iterator[UndecidedPair]:
    pairs = [pair for pair in clusters.undecided() if pair.one not in rejected and pair.other not in rejected]
    doubted = {pair.one for pair in pairs}
    types = {one.mention_id: one.record_type for one in corpus.mentions() if one.mention_id in doubted}
    return (UndecidedPair(types[pair.one], *pair) for pair in pairs)


class _Mentions:
    """The mentions of one type, read anew each time they are gone through."""

    def __init__(
        self, corpus: Corpus, rejected_claims: Container[str], record_type: str, without: Container[str] = ()
    ) -> None:
        """`without` are mentions of actors that take part in nothing."""
        self._corpus = corpus
        self._rejected_claims = rejected_claims
        self._record_type = record_type
        self._without = without

    def __iter__(self) -> Iterator[Told]:
        lines = self._corpus.claims(self._record_type)
        standing = (line for line in lines if line.claim_id not in self._rejected_claims)
        return (leave_out(self._without, told) for told in tell(standing))
