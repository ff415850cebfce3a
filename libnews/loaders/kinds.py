"""What part each paragraph plays on its page, from its shape, its neighbours and the language's page cues.

Boilerplate and related links yield no claims, so they need a cue; the other kinds are all read, and shape decides.
"""

from collections.abc import Sequence

from libnews.loaders.furniture import mark_furniture
from libnews.loaders.headlines import mark_headings, mark_title
from libnews.loaders.runs import mark_lists, mark_tables
from libnews.models.vocabulary import ParagraphKind
from libnews.readers import PageCues

Kinds = list[ParagraphKind | None]
"""One kind a line; `None` where no rule has spoken yet. Each rule fills what the rules before it left."""


def find_kinds(lines: Sequence[str], cues: PageCues | None = None, title: str | None = None) -> list[ParagraphKind]:
    """The kind of every line of one article; `cues` of its language and its `title` where they are known.

    >>> [kind.value for kind in find_kinds(["ليبيا", "زيارة تفتح محطة جديدة", "وصل الوفد إلى العاصمة اليوم " * 4])]
    ['section', 'title', 'body']
    """
    kinds: Kinds = [None] * len(lines)
    mark_furniture(lines, kinds, cues)
    mark_title(lines, kinds, title)
    mark_tables(lines, kinds, cues)
    mark_lists(lines, kinds)
    mark_headings(lines, kinds)
    return [kind or ParagraphKind.BODY for kind in kinds]
