"""What was read, written to a database in the making, and what of it the later stages need."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from libnews.models import Article, Claim, Finding, Mention, Rejected
from libnews.pipeline.claims import GivenClaims, extractor_findings, joined
from libnews.pipeline.judgements import GivenJudgements
from libnews.pipeline.reading import FileReading
from libnews.store import Building


@dataclass(slots=True)
class Gathered:
    """What resolution and the summary need of all files."""

    given_claims: GivenClaims
    given_judgements: GivenJudgements = field(default_factory=GivenJudgements)
    rejected: list[Rejected] = field(default_factory=list)
    refused: list[Finding] = field(default_factory=list)
    articles: list[Article] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    files: int = 0

    def take(self, readings: Sequence[FileReading], building: Building) -> None:
        """Write what was read, with what the claims files say of it, and keep what is needed later."""
        articles: list[Article] = []
        extractions = []
        rejected: list[Rejected] = []
        for loaded, read in readings:
            if isinstance(loaded, Rejected):
                rejected.append(loaded)
                continue
            told = [self.given_claims.told_of(loaded)]
            if read is not None:
                told.insert(0, read.extraction)
                self.refused += extractor_findings(read.refused, loaded)
            articles.append(loaded)
            extractions.append(joined(told))
        building.add(articles, extractions, rejected)
        self.files += len(readings)
        self.articles += articles
        self.rejected += rejected
        for extraction in extractions:
            self.mentions += extraction.mentions
            self.claims += extraction.claims

    def close(self) -> None:
        """When all files are read: what is left of the claims files belongs to none of them."""
        self.given_claims.close(self.rejected)
        self.refused = [*self.given_claims.findings, *self.refused]

    def extractors(self, own: Iterable[str]) -> list[str]:
        """Who claims anything, those of `own` with their versions."""
        named = list(own)
        known = {one.split()[0] for one in named}
        return [*named, *sorted({claim.extractor for claim in self.claims} - known)]
