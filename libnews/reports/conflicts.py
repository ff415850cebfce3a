"""Where articles disagree, side by side."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from libnews.models.conflict import Conflict, Side
from libnews.reports.headlines import counted
from libnews.reports.terminal import safe

_HEADS = {
    "contradiction": "CONTRADICTIONS: not all sides can be right",
    "variant": "VARIANTS: other words or less exact, all can be right",
}

_SHOWN = 5


def render(found: Sequence[Conflict]) -> str:
    """Contradictions, then variants: record by record and field by field each side, with the words that say so.

    Of a variant, which is most of the list, each side is one line: what it says, and the first place.

    >>> render([])
    'no conflicts: the articles agree in every field that is compared'
    """
    if not found:
        return "no conflicts: the articles agree in every field that is compared"
    lines: list[str] = []
    for kind, head in _HEADS.items():
        of_kind = [conflict for conflict in found if conflict.kind == kind]
        if of_kind:
            lines += ["", head, *_records(of_kind)]
    counts = [counted(sum(one.kind == kind for one in found), kind) for kind in _HEADS]
    return "\n".join(safe(line) for line in [*lines[1:], "", ", ".join(counts)])


def _records(found: list[Conflict]) -> Iterator[str]:
    for (record_id, label), conflicts in groupby(found, key=lambda one: (one.record_id, one.label)):
        yield ""
        yield f"{label or ''}  {record_id}".strip()
        for conflict in conflicts:
            yield f"  {conflict.field}"
            for (value, kind, articles), told in groupby(
                conflict.sides, key=lambda side: (side.value, side.kind, side.articles)
            ):
                sides = list(told)
                head = f"    {value} ({counted(articles, 'article')})"
                if conflict.kind == "variant":
                    yield f"{head}  {_place(sides[0])}"
                    continue
                yield f"{head}, contradicts none" if kind == "variant" else head
                yield from (_side(side) for side in sides[:_SHOWN])
                if len(sides) > _SHOWN:
                    yield f"      and in {counted(len(sides) - _SHOWN, 'more file')}"
            if conflict.explained is not None:
                yield f"    explained: {conflict.explained}"


def _side(side: Side) -> str:
    source = "" if side.source in (None, side.file) else f"  {side.source}"
    return f"      {_place(side)}  «{side.quote}»{source}"


def _place(side: Side) -> str:
    return f"{side.file or '?'}:{side.line_no or '?'} ¶{side.paragraph_no}"
