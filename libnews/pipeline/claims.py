"""Claims files beside the articles: every row judged, each article's rows assembled when the article has been read."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from libnews.checks import input_rules
from libnews.extract import assemble, place
from libnews.loaders import SourcedRow, UnreadRow, read_claims
from libnews.models import Article, Claim, Extraction, Finding, Mention, ReadSpan, Rejected
from libnews.models.claim_row import RefusedClaim
from libnews.models.vocabulary import RejectedReason


class GivenClaims:
    """The rows of all claims files, by the file they speak of; `findings` tells of those that were refused."""

    def __init__(self, sources: Iterable[Path]) -> None:
        """Read the files, in the order of their names, so that the order of options plays no part."""
        self.findings: list[Finding] = []
        self.rows = 0
        self._waiting: dict[str, list[SourcedRow]] = {}
        for source in sorted(set(sources)):
            for row in read_claims(source):
                self.rows += 1
                if isinstance(row, UnreadRow):
                    self.findings.append(finding("claims.row-invalid", row.why, file=row.source, line_no=row.line_no))
                else:
                    self._waiting.setdefault(row.row.file, []).append(row)

    def of(self, file: str) -> tuple[SourcedRow, ...]:
        """The rows that speak of a file."""
        return tuple(self._waiting.get(file, ()))

    def close(self, accepted: Iterable[str], refused: Iterable[Finding], rejected: Iterable[Rejected]) -> None:
        """When all files are read: `refused` are findings on rows, and rows whose file is not `accepted` are refused,
        with the reason where it was given and rejected."""
        for file in accepted:
            self._waiting.pop(file, None)
        self.findings += refused
        reasons = {one.file: _why_rejected(one) for one in rejected}
        for file, rows in self._waiting.items():
            why = f"column file: no article is read from {file}{reasons.get(file, '')}"
            self.findings += [
                finding("claims.file-unknown", why, file=one.source, line_no=one.line_no, quote=one.row.quote)
                for one in rows
            ]
        self._waiting.clear()
        self.findings.sort(key=lambda one: (one.file or "", one.line_no or 0, one.rule, one.message))


def claims_of(article: Article, rows: Sequence[SourcedRow]) -> tuple[Extraction, tuple[Finding, ...]]:
    """What rows of claims files say of an article, and findings on those that do not hold."""
    placed = place((one.row for one in rows), [article])
    refused = tuple(_finding(refused, rows[refused.position]) for refused in placed.refused)
    return assemble(placed.accepted), refused


def finding(code: str, detail: str, **place: object) -> Finding:
    """A row refused by the rule `code`."""
    rule = next(rule for rule in input_rules() if rule.code == code)
    return rule.finding(detail, **place)


def extractor_findings(refused: Iterable[RefusedClaim], article: Article) -> list[Finding]:
    """What an extractor claimed of an article and could not show."""
    return [
        finding(one.rule, one.message, file=article.file, quote=None if one.row is None else one.row.quote)
        for one in refused
    ]


def joined(extractions: Sequence[Extraction]) -> Extraction:
    """All that several told of one article; what they tell alike, by id, is told once."""
    mentions: dict[str, Mention] = {}
    claims: dict[str, Claim] = {}
    for extraction in extractions:
        for mention in extraction.mentions:
            mentions.setdefault(mention.mention_id, mention)
        for claim in extraction.claims:
            claims.setdefault(claim.claim_id, claim)
    spans = [span for extraction in extractions for span in extraction.spans]
    return Extraction(
        mentions=tuple(mentions.values()), claims=tuple(claims.values()), spans=_used(spans, list(claims.values()))
    )


def _used(spans: list[ReadSpan], claims: list[Claim]) -> tuple[ReadSpan, ...]:
    """A span that the reader passed over is used where somebody else's claim rests on it."""
    claimed: dict[int, set[tuple[int, int]]] = {}
    for claim in claims:
        if claim.uses_its_words:
            words = claim.evidence
            claimed.setdefault(words.paragraph_no, set()).add((words.start_char, words.end_char))
    return tuple(span if span.used else span.model_copy(update={"used": _is_claimed(span, claimed)}) for span in spans)


def _is_claimed(span: ReadSpan, claimed: dict[int, set[tuple[int, int]]]) -> bool:
    words = span.evidence
    return any(start < words.end_char and words.start_char < end for start, end in claimed.get(words.paragraph_no, ()))


def _finding(refused: RefusedClaim, sourced: SourcedRow) -> Finding:
    return finding(refused.rule, refused.message, file=sourced.source, line_no=sourced.line_no, quote=sourced.row.quote)


def _why_rejected(rejected: Rejected) -> str:
    if rejected.reason is RejectedReason.DUPLICATE:
        return f", which has the same bytes as {rejected.detail}: name that file"
    return f", which was rejected: {rejected.reason.value}: {rejected.detail}"
