"""Why something given did not become an article: a value, because bad input is data and not an error."""

from typing import NamedTuple

from libnews.models.finding import Rejected
from libnews.models.vocabulary import RejectedReason


class Refusal(NamedTuple):
    """A reason and a sentence for the person who has to mend the file; `Rejected` without the file's own facts."""

    reason: RejectedReason
    detail: str
    byte_offset: int | None = None
    byte_length: int | None = None

    def of(self, file: str, byte_length: int | None = None, sha256: str | None = None) -> Rejected:
        """The row for `file`; length and hash where its bytes were read.

        >>> Refusal(RejectedReason.EMPTY, "nothing in it").of("a.txt").reason.value
        'empty'
        """
        return Rejected(
            file=file,
            reason=self.reason,
            detail=self.detail,
            byte_offset=self.byte_offset,
            byte_length=self.byte_length if byte_length is None else byte_length,
            sha256=sha256,
        )
