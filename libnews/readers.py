"""Readers, one per language: found by language, so that a new one stands beside the others.

A reader knows a language's words; what makes a meeting or an agreement is decided in `extract`.
"""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from typing import Protocol, cast

from libnews.models.annotation import Office, Reading
from libnews.models.article import Article
from libnews.models.match import Match, MoneyMatch, NumberMatch

GROUP = "libnews.readers"
"""Entry points of this group, named by language, are readers of other packages."""
_OWN = {"ar": "libnews.arabic.reader"}
# Some archives write the publication day at the head of the first paragraph, in English whatever the language.
_STAMP = re.compile(r"\s*(?:date|published)\s*[:=]?\s*(\d{4}-\d{2}-\d{2})(?![\w-])", re.ASCII | re.IGNORECASE)


class PageCues(Protocol):
    """What a language's news sites put around a story; every question is about one line."""

    def is_boilerplate(self, line: str) -> bool:
        """Whether the line is the page's own: a comment form, a button, a copyright note."""

    def opens_links(self, line: str) -> bool:
        """Whether the line is the head of a list of links to other stories."""

    def is_link(self, line: str) -> bool:
        """Whether the line is itself a link to another story."""

    def opens_table(self, line: str) -> bool:
        """Whether the rows of a table follow the line."""


class Reader(Protocol):
    """What `loaders` and `extract` ask of a language."""

    language: str
    page_cues: PageCues

    def read(self, article: Article) -> Reading:
        """Who is in the article, and the marks of its sentences."""

    def find_numbers(self, text: str) -> Sequence[NumberMatch]:
        """The numbers of a text, in digits and in words."""

    def find_money(self, text: str) -> Sequence[MoneyMatch]:
        """The amounts of money of a text; both ends of a range are whole amounts («between 5 and 7 billion»)."""

    def office(self, text: str) -> Office:
        """What office a title tells, for comparison."""

    def name_parts(self, text: str) -> tuple[str, ...]:
        """The parts of a personal name, folded, for comparison."""

    def fold(self, text: str) -> str:
        """The text with spellings that writers interchange made one, for comparison."""

    def body_parts(self, text: str, country: str | None) -> tuple[str, ...]:
        """The words of the name of a body of `country`, folded, for comparison."""

    def given_name_rank(self, part: str) -> int:
        """0 for a part of a name that is no given name of the language itself, 2 for one of its most frequent, else 1.

        A given name of the language spelled otherwise is another name; a foreign one is written as it was heard.
        """


def publication_stamp(text: str) -> Match | None:
    """The day in a stamp such as «date 2026-02-03» at the head of a paragraph; `None` where there is none.

    Use it on paragraphs of any language. The match is the day alone, which is ISO 8601 as it stands; a day that no
    calendar has is no stamp.

    >>> publication_stamp("date 2026-02-03 عقد المجلس اجتماعا").text
    '2026-02-03'
    >>> publication_stamp("date 2026-02-31 عقد المجلس") is None
    True
    """
    found = _STAMP.match(text)
    if found is None:
        return None
    try:
        date.fromisoformat(found[1])
    except ValueError:
        return None
    return Match(found.start(1), found.end(1), found[1])


@cache
def reader_for(language: str | None) -> Reader | None:
    """The reader of `language` (BCP 47; the primary subtag decides), or `None` where no reader knows it.

    Readers of other packages are found under the entry point group `GROUP`.

    >>> reader_for("xx") is None
    True
    """
    if language is None:
        return None
    primary = language.split("-")[0].lower()
    if primary in _OWN:
        return cast(Reader, import_module(_OWN[primary]).READER)
    found: Sequence[object] = [entry.load() for entry in entry_points(group=GROUP, name=primary)]
    return cast(Reader, found[0]) if found else None
