"""Who says what a claim says: sources bound to claims, and to the actors of the article that they are."""

from collections import defaultdict
from collections.abc import Sequence

from libnews.extract.draft import Place, Quotations
from libnews.models import Attribution, Claim, Evidence
from libnews.models.annotation import Reading, SayingReading
from libnews.models.vocabulary import ActorKind, AttributionKind, RecordType

# A source in a ministry is not the ministry, and a report on somebody is not he.
_NOBODY = frozenset({AttributionKind.ANONYMOUS, AttributionKind.DOCUMENT})
_NAMING = frozenset({"name", "role"})


class Sources:
    """Who says what stands at a place of an article, as its reader heard it."""

    def __init__(self, reading: Reading, quotations: Quotations) -> None:
        self._quotations = quotations
        self._made: dict[SayingReading, Attribution] = {}
        self._sayings: dict[int, list[SayingReading]] = defaultdict(list)
        for saying in reading.sayings:
            self._sayings[saying.paragraph_no].append(saying)

    def at(self, words: Evidence) -> Attribution | None:
        """The source nearest to the words: who says so himself before who hands it on, the last to begin to speak."""
        around = [
            one
            for one in self._sayings.get(words.paragraph_no, ())
            if one.scope[0] <= words.start_char < one.scope[1] and not _names(one, words)
        ]
        if not around:
            return None
        said = min(around, key=lambda one: (one.rank, -one.scope[0]))
        if said not in self._made:
            source = self._quotations.at(Place(said.source_paragraph_no, said.source))
            self._made[said] = Attribution(evidence=source, kind=said.kind, source_count=said.count)
        return self._made[said]


def _names(saying: SayingReading, words: Evidence) -> bool:
    """Whether the words are those that name the source: nobody is told by himself to be there."""
    start, end = saying.source
    same = saying.source_paragraph_no == words.paragraph_no
    return same and start < words.end_char and words.start_char < end


def with_speakers(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims of one article, each source given the actor that it is, as far as the same extractor's claims tell.

    A source is the actor whose name or office takes up most of its words; a country only where they are its name alone.
    """
    if not any(claim.attribution for claim in claims):
        return tuple(claims)
    known = _Actors(claims)
    return tuple(claim if claim.attribution is None else known.named(claim) for claim in claims)


class _Actors:
    """The names and offices that an article's claims give, by who claims and where they stand."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._named: dict[tuple[str, str, int], list[Claim]] = defaultdict(list)
        self._countries: set[str] = set()
        self._attributions: dict[tuple[str, str], Attribution] = {}
        persons: set[str] = set()
        for claim in claims:
            if not claim.mention_id.startswith(f"{RecordType.ACTOR}_"):
                continue
            if claim.field in _NAMING:
                place = claim.extractor, claim.evidence.article_id, claim.evidence.paragraph_no
                self._named[place].append(claim)
            elif claim.field == "kind":
                (self._countries if claim.value == ActorKind.COUNTRY else persons).add(claim.mention_id)
        # An actor whose kind nobody claims is a country.
        self._countries |= {c.mention_id for found in self._named.values() for c in found} - persons

    def named(self, claim: Claim) -> Claim:
        """The claim with its source's actor; equal sources are one value."""
        told = claim.attribution
        if told is None or told.actor_mention_id is not None or told.kind in _NOBODY:
            return claim
        key = claim.extractor, told.attribution_id
        if key not in self._attributions:
            actor = self._actor(claim.extractor, told.evidence)
            self._attributions[key] = told.model_copy(update={"actor_mention_id": actor})
        return claim.model_copy(update={"attribution": self._attributions[key]})

    def _actor(self, extractor: str, words: Evidence) -> str | None:
        best: tuple[int, int, str] | None = None
        for claim in self._named[extractor, words.article_id, words.paragraph_no]:
            named = claim.evidence
            shared = min(named.end_char, words.end_char) - max(named.start_char, words.start_char)
            if claim.mention_id in self._countries and (named.start_char, named.end_char) != (
                words.start_char,
                words.end_char,
            ):
                continue
            rank = -shared, named.start_char, claim.mention_id
            if shared > 0 and (best is None or rank < best):
                best = rank
        return None if best is None else best[2]
