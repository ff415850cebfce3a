"""Files with the same bytes: one is the article, the others are rejected and say which."""

from collections.abc import Iterable, Iterator

from libnews.models.article import Article
from libnews.models.finding import Rejected
from libnews.models.vocabulary import RejectedReason


def reject_duplicates(loaded: Iterable[Article | Rejected]) -> Iterator[Article | Rejected]:
    """Hand on what was loaded, in the order of `file`; an article whose bytes came before becomes a `Rejected`.

    Use it after the processes that load, where all files come together. As many come out as go in.
    """
    first: dict[tuple[str, str | None], str] = {}
    for one in loaded:
        if isinstance(one, Article) and first.setdefault((one.sha256, one.locator), one.file) != one.file:
            yield Rejected(
                file=one.file,
                locator=one.locator,
                reason=RejectedReason.DUPLICATE,
                detail=first[one.sha256, one.locator],
                byte_length=one.byte_length,
                sha256=one.sha256,
            )
        else:
            yield one
