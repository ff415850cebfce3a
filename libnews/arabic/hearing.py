"""The sayings of an article's paragraphs, from what was found in them."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from libnews.arabic.openings import Openings, Opens
from libnews.arabic.sayings import Listener
from libnews.arabic.source_words import Known, Listened, cues
from libnews.arabic.titles import Places
from libnews.arabic.tokens import Token
from libnews.arabic.words import without_article
from libnews.models.annotation import ActorReading, Mark, MarkKind, SayingReading, Span
from libnews.models.match import Match, NumberMatch
from libnews.models.vocabulary import ActorKind, AttributionKind

_MOST_SOURCES = 1000


class Page(Protocol):
    """What this module asks of a paragraph that has been read."""

    paragraph_no: int
    is_headline: bool
    tokens: list[Token]
    sentence_ranges: list[Span]
    places: Places
    openings: Openings
    numbers: list[NumberMatch]
    names: list[Match]
    seated: dict[int, tuple[Mark, int]]

    def positions(self, match: Match) -> tuple[int, int]: ...

    def chars(self, start: int, end: int, cut: int = 0) -> Span: ...

    def letters_before(self, position: int, start_char: int) -> int: ...


def hear(pages: Sequence[Page], actors: Sequence[ActorReading]) -> Iterator[SayingReading]:
    """Who says what, paragraph by paragraph."""
    listener = Listener()
    for number, page in enumerate(pages):
        for saying in listener.hear(number, _listened(page, actors), headline=page.is_headline):
            source, named_in = saying.source, pages[saying.named_in]
            yield SayingReading(
                page.paragraph_no, page.chars(saying.start, saying.end), named_in.paragraph_no,
                named_in.chars(source.start, source.end, source.cut), source.kind, source.count, saying.rank,
            )  # fmt: skip


def _listened(page: Page, actors: Sequence[ActorReading]) -> Listened:
    known = {}
    for position, (mark, end) in page.seated.items():
        if mark.position == position:
            cut = page.letters_before(position, mark.start_char)
            known[position] = Known(end, _kind(page, mark, end, actors), cut)
    counts = {}
    for number in page.numbers:
        if number.value == int(number.value) and 0 < number.value < _MOST_SOURCES:
            start, end = page.positions(number)
            counts[start] = end, int(number.value)
    return Listened(page.tokens, page.sentence_ranges, known, page.places, counts, page.openings[Opens.SAYING])


def _kind(page: Page, mark: Mark, end: int, actors: Sequence[ActorReading]) -> AttributionKind:
    if mark.kind is MarkKind.PERSON:
        named = any(mark.start_char <= name.start_char < mark.end_char for name in page.names)
        return AttributionKind.NAMED_PERSON if named else AttributionKind.NAMED_OFFICE
    if mark.ref is None or actors[mark.ref].kind is not ActorKind.MEDIA:
        return AttributionKind.OFFICIAL_STATEMENT
    words = [without_article(token.bare) for token in page.tokens[mark.position : end]]
    agency = any(cue.value == AttributionKind.AGENCY for word in words for cue in cues().get(word, ()))
    return AttributionKind.AGENCY if agency else AttributionKind.OUTLET
