"""Lines that are the page's and not the story's."""

from collections.abc import Sequence

from libnews.loaders.shapes import ends_sentence, is_furniture
from libnews.models.vocabulary import ParagraphKind
from libnews.readers import PageCues

_REPEAT_FROM = 40
"""Shorter lines are repeated on purpose: a refrain, the name of a speaker."""
_LINK_TO = 150
"""A longer line that ends as a sentence does is no link but the story going on."""
_TEASER_TO = 40


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
    last_prose = max((number for number, line in enumerate(lines) if _is_story(line, _LINK_TO)), default=-1)
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
            # At the foot of a page a short sentence is a teaser; higher up the story goes on with it.
            in_links = in_links and not _is_story(line, _TEASER_TO if number < last_prose else _LINK_TO)
            kinds[number] = ParagraphKind.RELATED_LINK if in_links else None


def _is_story(line: str, longer_than: int) -> bool:
    return len(line) > longer_than and ends_sentence(line) and not line.endswith(("؟", "?", "!"))
