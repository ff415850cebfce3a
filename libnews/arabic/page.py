"""What an Arabic news site puts around a story: comment forms, share buttons, links to other stories."""

import re
from functools import cache, lru_cache

from libnews.arabic.fold import bare
from libnews.arabic.lexicon import rows

# No cue of the lexicon stands on a longer line; a paragraph of prose that begins like one is still prose.
_LONGEST = 200
_EDGES = re.compile(r"^\W+|\W+$")
_LEADING = re.compile(r"^\W+")
_MARK = r"\s*(?:[:|/\\…«–—-]|\.\.|،(?!.*\.$)).*\w"


class ArabicPageCues:
    """Tells the page from the story, one line at a time; `READER.page_cues` of the Arabic reader is one.

    The loader asks it while it gives every paragraph its kind. What it calls boilerplate or a link yields no
    claims, so each answer rests on a phrase of lexicon/page.tsv and never on a line's looks alone.
    """

    def is_boilerplate(self, line: str) -> bool:
        """Whether `line` is the page's own: a comment form, a button, a copyright note.

        >>> cues = ArabicPageCues()
        >>> cues.is_boilerplate("زر الذهاب إلى الأعلى"), cues.is_boilerplate("شارك الوزير في القمة")
        (True, False)
        """
        return _is_whole("boilerplate", line) or _begins("boilerplate", line)

    def opens_links(self, line: str) -> bool:
        """Whether `line` is the head of a list of links to other stories.

        >>> ArabicPageCues().opens_links("أخبار ذات صلة"), ArabicPageCues().opens_links("أخبار ليبيا")
        (True, False)
        """
        return _is_whole("links_head", line)

    def is_link(self, line: str) -> bool:
        """Whether `line` is itself a link to another story, in the middle of this one.

        >>> ArabicPageCues().is_link("شاهد ايضاً: افتتاح المعرض"), ArabicPageCues().is_link("شاهد الوزير المعرض")
        (True, False)
        """
        return _begins("link", line)

    def opens_table(self, line: str) -> bool:
        """Whether the rows of a table follow `line`.

        >>> cues = ArabicPageCues()
        >>> cues.opens_table("الأسعار كما في الجدول التالي:"), cues.opens_table("على جدول الأعمال:")
        (True, False)
        """
        return line.endswith(":") and _table_words().search(bare(line)) is not None


def _is_whole(kind: str, line: str) -> bool:
    return len(line) <= _LONGEST and _EDGES.sub("", _spaced(line)) in _whole_lines(kind)


def _begins(kind: str, line: str) -> bool:
    return len(line) <= _LONGEST and _beginnings(kind).match(_LEADING.sub("", _spaced(line))) is not None


# A line is asked about several times in a row.
@lru_cache(maxsize=16)
def _spaced(line: str) -> str:
    return " ".join(bare(line).split())


@cache
def _whole_lines(kind: str) -> frozenset[str]:
    return frozenset(_phrases(kind, "whole"))


@cache
def _beginnings(kind: str) -> re.Pattern[str]:
    plain = _either(_phrases(kind, "start"))
    marked = _either(_phrases(kind, "mark"))
    return re.compile(rf"{plain}\b|{marked}{_MARK}")


@cache
def _table_words() -> re.Pattern[str]:
    return re.compile(rf"\b[وف]?[بك]?{_either(_phrases('table', 'word'))}\b")


def _phrases(kind: str, where: str) -> list[str]:
    found = [_spaced(row[2]) for row in rows("page") if row[:2] == (kind, where)]
    return sorted(found, key=lambda phrase: (-len(phrase), phrase))


def _either(phrases: list[str]) -> str:
    # Nothing to look for must match nothing; an empty alternative would match every line.
    return f"(?:{'|'.join(map(re.escape, phrases))})" if phrases else r"(?!)"
