"""Lines that are the page's and not the story's."""

from collections.abc import Sequence

from libnews.loaders.shapes import ends_sentence, is_furniture
from libnews.models.vocabulary import ParagraphKind
from libnews.readers import PageCues

_REPEAT_FROM = 40
"""Shorter lines are repeated on purpose: a refrain, the name of a speaker."""
_LINK_TO = 150
"""A longer line that ends as a sentence does is the story going on."""


def mark_furniture(lines: Sequence[str], kinds: list[ParagraphKind | None], cues: PageCues | None) -> None:
    """Mark boilerplate and links to other stories: by shape, by repetition, and by the language's cues."""
    seen: set[str] = set()
    for number, line in enumerate(lines):
        # A teaser or caption that the page shows a second time tells nothing new.
        if is_furniture(line) or (len(line) >= _REPEAT_FROM and line in seen):
            kinds[number] = ParagraphKind.BOILERPLATE
        seen.add(line)
    if cues is not None:
        _mark_cued(lines, kinds, cues)


def _mark_cued(lines: Sequence[str], kinds: list[ParagraphKind | None], cues: PageCues) -> None:
    in_links = False
    for number, line in enumerate(lines):
        if kinds[number] is not None:
            continue
        if cues.opens_links(line):
            in_links = True
            kinds[number] = ParagraphKind.BOILERPLATE
        elif cues.is_boilerplate(line):
            kinds[number] = ParagraphKind.BOILERPLATE
        elif cues.is_link(line):
            kinds[number] = ParagraphKind.RELATED_LINK
        else:
            in_links = in_links and not (len(line) > _LINK_TO and ends_sentence(line))
            kinds[number] = ParagraphKind.RELATED_LINK if in_links else None
