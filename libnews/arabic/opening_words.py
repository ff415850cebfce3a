"""Which words may begin what: every reader's own question, asked once of each word of a language."""

from collections.abc import Callable, Sequence

from libnews.arabic.asides import is_quote
from libnews.arabic.dates import opens_date
from libnews.arabic.gazetteer import gazetteer
from libnews.arabic.items import is_time_unit
from libnews.arabic.kingdoms import is_kingdom
from libnews.arabic.marks import opens_mark
from libnews.arabic.modality import opens_modality
from libnews.arabic.money import is_scales
from libnews.arabic.name_runs import speaks_for_name
from libnews.arabic.number_runs import opens_number
from libnews.arabic.openings import Openings, Opens
from libnews.arabic.organisation_words import head_readings
from libnews.arabic.organisations import opens_body
from libnews.arabic.passed_over import given_name_cut
from libnews.arabic.people import short_readings
from libnews.arabic.source_words import opens_saying
from libnews.arabic.titles import opens_title
from libnews.arabic.tokens import Token, is_sentence_end
from libnews.arabic.word_table import WordTable

_QUESTIONS: tuple[tuple[Opens, Callable[[str], bool]], ...] = (
    (Opens.PLACE, lambda word: bool(gazetteer().opens(word))),
    (Opens.DATE, opens_date),
    (Opens.NUMBER, opens_number),
    (Opens.SCALES, is_scales),
    (Opens.TIME_UNIT, is_time_unit),
    (Opens.TITLE, opens_title),
    (Opens.NAME, speaks_for_name),
    (Opens.GIVEN_NAME, lambda word: given_name_cut(word) is not None),
    (Opens.SHORT_NAME, lambda word: bool(short_readings(word))),
    (Opens.BODY, opens_body),
    (Opens.BODY_HEAD, lambda word: bool(head_readings(word))),
    (Opens.KINGDOM, is_kingdom),
    (Opens.MARK, opens_mark),
    (Opens.MODAL, opens_modality),
    (Opens.SAYING, opens_saying),
    (Opens.QUOTE, is_quote),
    (Opens.SENTENCE_END, is_sentence_end),
)


def _opened_by(word: str) -> tuple[Opens, ...]:
    return tuple(what for what, may_open in _QUESTIONS if may_open(word))


_opened = WordTable(_opened_by, most=1 << 16)
_ALL = tuple(Opens)


def find_openings(tokens: Sequence[Token]) -> Openings:
    """Where what may begin in a text: one look at each token, which all readers share.

    >>> from libnews.arabic.tokens import tokenize
    >>> found = find_openings(tokenize("وصل الرئيس إلى ليبيا في 2026"))
    >>> found[Opens.TITLE], found[Opens.PLACE], found[Opens.NUMBER]
    ([1], [3], [5])
    """
    found: dict[Opens, list[int]] = {what: [] for what in _ALL}
    for position, token in enumerate(tokens):
        for what in _opened[token.bare]:
            found[what].append(position)
    return found
