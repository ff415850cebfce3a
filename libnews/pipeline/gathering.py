"""What a build was given and what became of it, as far as the later stages and the summary need it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from libnews.loaders import Listing
from libnews.models import Finding, Rejected
from libnews.models.vocabulary import RejectedReason
from libnews.pipeline.claims import GivenClaims
from libnews.pipeline.judgements import GivenJudgements
from libnews.pipeline.reading import Reading


@dataclass(slots=True)
class Gathered:
    """Everything but what was read, which lies in the database."""

    given: int
    ignored: int
    claims: GivenClaims
    judgements: GivenJudgements
    rejected: list[Rejected] = field(default_factory=list)
    refused: list[Finding] = field(default_factory=list)

    @classmethod
    def of(cls, listing: Listing, claims: GivenClaims, judgements: GivenJudgements) -> "Gathered":
        """Before any file is read."""
        given = len(listing.files) + len(listing.rejected)
        return cls(given, listing.ignored, claims, judgements, list(listing.rejected))

    def take(self, readings: Iterable[tuple[str, Reading]]) -> list[int]:
        """Take in what became of all files, sorted by their names, and return the numbers of those that are articles.

        Of files with the same bytes the first is the article, whatever process read it.
        """
        first: dict[str, str] = {}
        taken: list[Reading] = []
        accepted: list[str] = []
        for file, reading in readings:
            rejected = reading.rejected or _duplicate(file, reading, first)
            if rejected is not None:
                self.rejected.append(rejected)
            else:
                taken.append(reading)
                accepted.append(file)
        self.claims.close(accepted, (one for reading in taken for one in reading.rows_refused), self.rejected)
        self.refused = [*self.claims.findings, *(one for reading in taken for one in reading.claims_refused)]
        return [reading.number for reading in taken]

    @property
    def left_out(self) -> tuple[Sequence[Rejected], Sequence[Finding]]:
        """Files and rows that were not taken in. Duplicates are forgiven: nothing that they say is lost."""
        rejected = [one for one in self.rejected if one.reason is not RejectedReason.DUPLICATE]
        return rejected, [*self.refused, *self.judgements.findings]


def _duplicate(file: str, reading: Reading, first: dict[str, str]) -> Rejected | None:
    original = first.setdefault(reading.sha256 or "", file)
    if original == file:
        return None
    return Rejected(
        file=file,
        reason=RejectedReason.DUPLICATE,
        detail=original,
        byte_length=reading.byte_length,
        sha256=reading.sha256,
    )
