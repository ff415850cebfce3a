"""What a line looks like, whatever its language: the shapes that headings, lists and prose have."""

import re

_CLOSERS = "\"'”“’»)]} \u200e\u200f"
_STOPS = (".", "!", "؟", "?", "。", "।", "۔")
_GOES_ON = (":", "؛", ";", "،", ",", "-", "–", "—")
# A full stop with another sentence after it; the letter before an abbreviation's stop («د. حماد») stands alone.
_SENTENCE_BREAK = re.compile(r"\w{2}[\"”»)]?\.\s+\S")
_BULLET = re.compile(r"([•◦▪▫■●○‣⁃∙·✓✔➤►*–—-])\s+(?=\S)|[•●▪■](?=\w)")
_NO_WORDS = re.compile(r"[\W_]+")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
_QUOTED_POST = re.compile(r"[—–-]+\s.{1,80}\(@\w+\)")
_PROSE_FROM = 80


def ends_sentence(line: str) -> bool:
    """Whether the line ends as a sentence does, closing quotation marks and brackets aside; «..» ends none.

    >>> ends_sentence("قال إنه «يرحب».»"), ends_sentence("محطة جديدة..")
    (True, False)
    """
    bare_end = line.rstrip(_CLOSERS)
    return bare_end.endswith(_STOPS) and not bare_end.endswith("..")


def is_headline(line: str, longest: int) -> bool:
    """Whether the line could stand above others: short, with words, not a sentence with a full stop.

    A question may be a headline; a line that goes on in the next («وقال:») is none.

    >>> is_headline("مخاوف مصرية", 80), is_headline("ومن ضمن تلك الاتفاقات:", 80), is_headline("لماذا الآن؟", 80)
    (True, False, True)
    """
    if len(line) > longest or has_no_words(line) or line.endswith(_GOES_ON):
        return False
    is_sentence = ends_sentence(line) and not line.rstrip(_CLOSERS).endswith(("؟", "?", "!"))
    return not is_sentence and _SENTENCE_BREAK.search(line) is None


def is_prose(line: str) -> bool:
    """Whether the line is a paragraph of running text: long, or a whole sentence of some length."""
    return len(line) >= _PROSE_FROM or (len(line) >= _PROSE_FROM // 2 and ends_sentence(line))


def bullet_of(line: str) -> str | None:
    """The bullet a line begins with, or `None`.

    >>> bullet_of("• تشكيل لجان فنية"), bullet_of("-5 درجات")
    ('•', None)
    """
    found = _BULLET.match(line)
    return None if found is None else found[0].strip()


def has_no_words(line: str) -> bool:
    """Whether the line is a rule or an ornament: no letter, no digit."""
    return _NO_WORDS.fullmatch(line) is not None


def is_furniture(line: str) -> bool:
    """Whether the line belongs to the page in any language: a rule, a web or mail address, a quoted post's signature.

    >>> is_furniture("* * *"), is_furniture("desk@example.org"), is_furniture("— Desk (@desk) March 20, 2025")
    (True, True, True)
    """
    return has_no_words(line) or _ADDRESS.fullmatch(line) is not None or _QUOTED_POST.match(line) is not None
