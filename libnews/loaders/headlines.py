"""The title, the section above it and the headings between the paragraphs of a story."""

import re
from collections.abc import Sequence

from libnews.loaders.shapes import bullet_of, ends_sentence, is_headline, is_prose
from libnews.models.vocabulary import ParagraphKind

_TITLE_TO = 150
_SECTION_TO = 25
_HEADING_TO = 80
_HEADING_TO_WITHOUT_STOPS = 30
_TITLE_WITHIN = 5
"""A title that metadata gives is looked for in this many lines from the top."""
_NOT_LETTERS = re.compile(r"[\W_]+")
# «name - paper», «paper – city», «agency/ agency»: one to three words on either side, nothing else.
_BYLINE = re.compile(r"[^\W\d]+(?:\s[^\W\d]+){0,2}\s?[–—/|-]\s?[^\W\d]+(?:\s[^\W\d]+){0,2}")
_BYLINE_TO = 40


def mark_title(lines: Sequence[str], kinds: list[ParagraphKind | None], title: str | None) -> None:
    """Mark the title, a section above it and a byline below it."""
    at = _given_title(lines, title)
    if at is None:
        at = _shaped_title(lines, kinds)
    if at is None:
        return
    kinds[at] = ParagraphKind.TITLE
    if at > 0 and kinds[at - 1] is None and _is_section(lines[at - 1]):
        kinds[at - 1] = ParagraphKind.SECTION
    below = at + 1
    if below < len(lines) and kinds[below] is None and _is_byline(lines[below]):
        kinds[below] = ParagraphKind.BOILERPLATE


def _given_title(lines: Sequence[str], title: str | None) -> int | None:
    wanted = _letters(title or "")
    if not wanted:
        return None
    return next((at for at, line in enumerate(lines[:_TITLE_WITHIN]) if _letters(line) == wanted), None)


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub(" ", text).strip().casefold()


def _shaped_title(lines: Sequence[str], kinds: Sequence[ParagraphKind | None]) -> int | None:
    at = next((at for at, kind in enumerate(kinds) if kind is None), None)
    if at is None or not is_headline(lines[at], _TITLE_TO):
        return None
    after = at + 1
    if _is_section(lines[at]) and _may_be_title(lines, kinds, after):
        at = after
    rest = (line for line, kind in zip(lines[at + 1 :], kinds[at + 1 :], strict=True) if kind is None)
    return at if any(is_prose(line) and len(line) > len(lines[at]) for line in rest) else None


def _may_be_title(lines: Sequence[str], kinds: Sequence[ParagraphKind | None], at: int) -> bool:
    return at < len(lines) and kinds[at] is None and is_headline(lines[at], _TITLE_TO) and not _is_byline(lines[at])


def _is_section(line: str) -> bool:
    return len(line) <= _SECTION_TO and len(line.split()) <= 3 and is_headline(line, _SECTION_TO)


def _is_byline(line: str) -> bool:
    return len(line) <= _BYLINE_TO and _BYLINE.fullmatch(line) is not None


def mark_headings(lines: Sequence[str], kinds: list[ParagraphKind | None]) -> None:
    """Mark short lines that stand above longer prose, or above a list or a table."""
    longest = _HEADING_TO if _uses_stops(lines) else _HEADING_TO_WITHOUT_STOPS
    is_above_prose = False
    for number in reversed(range(len(lines))):
        kind, line = kinds[number], lines[number]
        if kind is None and is_above_prose and _may_head(line, longest):
            kinds[number] = ParagraphKind.HEADING
        elif kind is None or kind.is_read:
            is_above_prose = is_prose(line) or kind in (ParagraphKind.LIST_ITEM, ParagraphKind.TABLE_ROW)


def _may_head(line: str, longest: int) -> bool:
    return is_headline(line, longest) and bullet_of(line) in (None, "*")


def _uses_stops(lines: Sequence[str]) -> bool:
    """Whether the writer ends sentences with a stop; where not, a line without one is no heading for that."""
    prose = [line for line in lines if len(line) > _HEADING_TO]
    return sum(map(ends_sentence, prose)) * 2 >= len(prose)
