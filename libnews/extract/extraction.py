"""One article in, its mentions and claims out: pure, without knowledge of any other article."""

from collections import defaultdict
from collections.abc import Iterable

from libnews.extract.actors import Cast
from libnews.extract.agreements import find_agreements
from libnews.extract.articles import find_article
from libnews.extract.attributions import with_speakers
from libnews.extract.draft import Draft, Place, Quotations
from libnews.extract.how_told import HowTold
from libnews.extract.meetings import find_meetings
from libnews.extract.parts_of_visits import claim_visits
from libnews.extract.trade_figures import find_trade_figures
from libnews.models import Article, Claim, Extraction, Mention, ReadSpan
from libnews.models.annotation import Reading
from libnews.models.vocabulary import RecordType, SpanKind
from libnews.readers import reader_for


def extract(article: Article) -> Extraction:
    """Read an article with the reader of its language.

    An article in a language without a reader gives only what it says of itself. Mentions and claims come in text
    order of their record type; the same article always gives the same.
    """
    reader = reader_for(article.language)
    drafts = find_article(article)
    if reader is None:
        return _extraction(article, _numbered(drafts), Reading())
    reading = reader.read(article)
    cast = Cast(article, reading)
    meetings = find_meetings(article, reading, cast)
    agreements = find_agreements(article, reading, cast)
    figures = find_trade_figures(article, reading, cast)
    numbered = _numbered([*drafts, *cast.drafts(), *meetings, *agreements, *figures])
    claim_visits(reading, numbered)
    return _extraction(article, numbered, reading)


def _extraction(article: Article, drafts: list[Draft], reading: Reading) -> Extraction:
    quotations = Quotations(article)
    mentions: dict[str, Mention] = {}
    claims: dict[str, Claim] = {}
    how_told = HowTold(reading, quotations)
    for draft in drafts:
        mention = draft.mention()
        mentions[mention.mention_id] = mention
        for claim in how_told.claims(draft, mention.mention_id):
            claims.setdefault(claim.claim_id, claim)
    return Extraction(
        mentions=tuple(mentions.values()),
        claims=with_speakers(list(claims.values())),
        spans=_read_spans(reading, claims.values(), quotations),
    )


def _numbered(drafts: list[Draft]) -> list[Draft]:
    """Two records of one type anchored on the same words are told apart by number."""
    seen: dict[tuple[RecordType, Place], int] = {}
    for draft in drafts:
        if draft.record_type is not RecordType.ACTOR:
            key = draft.record_type, draft.at
            seen[key] = seen.get(key, 0) + 1
            draft.number = seen[key]
    return drafts


def _read_spans(reading: Reading, claims: Iterable[Claim], quotations: Quotations) -> tuple[ReadSpan, ...]:
    claimed: dict[int, set[int]] = defaultdict(set)  # the characters of each paragraph that a claim rests on
    for _, paragraph_no, start, end in {claim.evidence.place for claim in claims if claim.uses_its_words}:
        claimed[paragraph_no].update(range(start, end))
    found: dict[tuple[Place, SpanKind], ReadSpan] = {}
    for paragraph_no, kind, match in reading.spans:
        at = Place(paragraph_no, (match.start_char, match.end_char))
        if (at, kind) not in found:
            used = not claimed[paragraph_no].isdisjoint(range(*at.span))
            found[at, kind] = ReadSpan(evidence=quotations.at(at), kind=kind, used=used)
    return tuple(found.values())
