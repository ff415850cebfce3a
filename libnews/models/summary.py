"""What a build did, counted: read, refused, undated, passed over."""

from libnews.models.finding import Finding, Rejected
from libnews.models.frozen import Frozen


class Summary(Frozen):
    """The counts that a build ends with. Accepted and rejected together are what was given.

    `claim_rows` counts the rows of claims files, `refused` has a finding for each row, and each claim of another
    program, that was not taken in. `judgement_rows` counts the judgements given, `judgements_refused` has a finding for
    each row that could not be read, `judgements_unapplied` for each that could not be applied. `unread` counts the
    articles in a language that no reader knows, by language (BCP 47; `und` where it is unknown). `undated` counts
    articles without a publication day, `unresolved_dates` the dates in them that need one. `spans` counts the numbers,
    dates, amounts, names and places that were read, `passed_over`, by kind, those that no claim rests on. `conflicts`
    counts, by kind, the fields of records about which articles differ.
    """

    given: int
    accepted: int
    rejected: tuple[Rejected, ...]
    ignored: int
    claim_rows: int = 0
    refused: tuple[Finding, ...] = ()
    judgement_rows: int = 0
    judgements_refused: tuple[Finding, ...] = ()
    judgements_unapplied: tuple[Finding, ...] = ()
    paragraphs: int
    claims: int
    unread: dict[str, int]
    undated: int
    unresolved_dates: int
    records: dict[str, int]
    conflicts: dict[str, int]
    spans: int = 0
    passed_over: dict[str, int]
