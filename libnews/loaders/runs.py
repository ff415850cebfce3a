"""Runs of lines that belong together: bulleted lists and tables whose cells were run together."""

from collections.abc import Sequence

from libnews.loaders.shapes import bullet_of, ends_sentence, has_no_words, is_headline
from libnews.models.vocabulary import ParagraphKind
from libnews.readers import PageCues

_ROW_TO = 120
_FEWEST_ROWS = 2
_HEADING_TO = 80


def mark_lists(lines: Sequence[str], kinds: list[ParagraphKind | None]) -> None:
    """Mark bulleted lines; one short line alone behind an asterisk or a dash is a heading's or a speaker's mark."""
    bullets = [bullet_of(line) if kind is None else None for line, kind in zip(lines, kinds, strict=True)]
    for number, bullet in enumerate(bullets):
        if bullet is not None and _is_item(lines[number], bullet, (*bullets[:number][-1:], *bullets[number + 1 :][:1])):
            kinds[number] = ParagraphKind.LIST_ITEM


def _is_item(line: str, bullet: str, neighbours: Sequence[str | None]) -> bool:
    if bullet not in "*-–—":
        return True
    return bullet in neighbours or (bullet == "*" and ends_sentence(line))


def mark_tables(lines: Sequence[str], kinds: list[ParagraphKind | None], cues: PageCues | None) -> None:
    """Mark the rows below a line that announces a table, and lines whose cells stand between tabs or bars."""
    number = 0
    while number < len(lines):
        if _is_ruled(lines, number) and kinds[number] is None:
            kinds[number] = ParagraphKind.TABLE_ROW
        if cues is not None and kinds[number] is None and cues.opens_table(lines[number]):
            number = _mark_rows(lines, kinds, number + 1)
        else:
            number += 1


def _mark_rows(lines: Sequence[str], kinds: list[ParagraphKind | None], first: int) -> int:
    end = first
    longest = 0
    while (
        end < len(lines) and kinds[end] is None and _is_row(lines, end, longest if end - first >= _FEWEST_ROWS else 0)
    ):
        longest = max(longest, len(lines[end]))
        end += 1
    if end - first >= _FEWEST_ROWS:
        kinds[first:end] = [ParagraphKind.TABLE_ROW] * (end - first)
    return end


def _is_row(lines: Sequence[str], number: int, longest: int) -> bool:
    """Whether the line is one more row; `longest` of the rows so far is 0 while there are too few to judge by."""
    line = lines[number]
    if len(line) > _ROW_TO or has_no_words(line):
        return False
    below = len(lines[number + 1]) if number + 1 < len(lines) else 0
    return not (longest and is_headline(line, _HEADING_TO) and below * 2 > longest * 3 and below >= _HEADING_TO)


def _is_ruled(lines: Sequence[str], number: int) -> bool:
    """Whether the line and a neighbour are cut into the same number of cells, at least two."""
    cells = _cells(lines[number])
    around = (*lines[max(number - 1, 0) : number], *lines[number + 1 : number + 2])
    return cells > 1 and any(_cells(line) == cells for line in around)


def _cells(line: str) -> int:
    return max(line.count("\t"), line.strip("| ").count("|")) + 1
