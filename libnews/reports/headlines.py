"""Records one a line, to choose from."""

from collections.abc import Sequence

from libnews.reports.terminal import safe
from libnews.store.search import Headline


def render(found: Sequence[Headline]) -> str:
    """Id, type, number of articles and label of each record; the label last, since it may run from right to left.

    >>> print(render([Headline("actor", "actor_a", "خليفة حفتر", 3), Headline("meeting", "meeting_bc", None, 1)]))
    actor_a     actor    3 articles  خليفة حفتر
    meeting_bc  meeting  1 article
    """
    rows = [(one.record_id, one.record_type, counted(one.articles, "article"), one.label or "") for one in found]
    widths = [max((len(row[at]) for row in rows), default=0) for at in range(3)]
    lines = ("  ".join((*map(str.ljust, row[:3], widths), row[3])).rstrip() for row in rows)
    return "\n".join(safe(line) for line in lines)


def counted(number: int, noun: str) -> str:
    """A number with its noun.

    >>> counted(1, "article"), counted(3, "country")
    ('1 article', '3 countries')
    """
    many = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number:,} {noun if number == 1 else many}"
