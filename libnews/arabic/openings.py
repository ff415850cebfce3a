"""What may begin at a word, so that whoever looks for something visits only the places where it may stand."""

from collections.abc import Mapping, Sequence
from enum import StrEnum


class Opens(StrEnum):
    """What a word may be the first of."""

    PLACE = "place"
    DATE = "date"
    NUMBER = "number"
    SCALES = "scales"
    """«مليارات»: an amount that nobody counts."""
    TIME_UNIT = "time_unit"
    TITLE = "title"
    NAME = "name"
    """A word that speaks for a personal name enough that its neighbours could make it one."""
    GIVEN_NAME = "given_name"
    SHORT_NAME = "short_name"
    """A part of a name, where it may stand for somebody introduced by more."""
    BODY = "body"
    BODY_HEAD = "body_head"
    KINGDOM = "kingdom"
    MARK = "mark"
    MODAL = "modal"
    """A verb of what is to come, or «قد»."""
    SAYING = "saying"
    """A verb of saying, or «according to»."""
    QUOTE = "quote"
    """A quotation mark or bracket."""
    SENTENCE_END = "sentence_end"


Openings = Mapping[Opens, Sequence[int]]
"""For each of them the token positions where one may begin, in text order; a superset of where one does."""
