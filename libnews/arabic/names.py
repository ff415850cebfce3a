"""Where a personal name begins and ends in running text."""

from libnews.arabic.tokens import Token
from libnews.arabic.words import ARTICLE, is_common, is_given, is_strong_given, is_surname, without_article

# Parts that join two parts of one name and never end it.
_JOINS = frozenset({"بن", "ابن", "بنت", "ابو", "ابي", "ابا", "ام", "ال", "عبد", "فان", "فون", "دي", "دا", "دو", "دل", "لو", "لا", "بو", "ماك"})
# Joins whose next part belongs to them whatever it is.
_BINDING = frozenset({"عبد", "ابو", "ابي", "ابا", "ال", "بن", "ابن", "بنت"})
# Second halves of compound names: سيف الإسلام, صلاح الدين, نصر الله.
_COMPOUND_ENDS = frozenset({"الدين", "الله", "الاسلام", "الحق", "الزمان", "الهدى"})
_MOST_PARTS = 8


def name_end(tokens: list[Token], start: int, *, titled: bool) -> int | None:
    """Position after the name that begins at `start`, or `None` where none does.

    After a title (`titled`) a word that is not an ordinary one may begin a name and one part is enough; in open text
    the first part must be a given name that is no ordinary word, and a second part must follow.

    >>> from libnews.arabic.tokens import tokenize
    >>> tokens = tokenize("عبد الحميد دبيبة في طرابلس")
    >>> [token.text for token in tokens[: name_end(tokens, 0, titled=True)]]
    ['عبد', 'الحميد', 'دبيبة']
    """
    if not _may_begin(tokens, start, titled):
        return None
    end = start + 1
    while end < len(tokens) and end - start < _MOST_PARTS and _continues(tokens, start, end):
        end += 1
    while end > start and tokens[end - 1].bare in _JOINS and not is_given(tokens[end - 1].bare):
        end -= 1
    if end == start or (end - start == 1 and not titled):
        return None
    return end


def _may_begin(tokens: list[Token], start: int, titled: bool) -> bool:
    token = tokens[start]
    if not token.is_word or token.text.isascii() or len(token.bare) < 2:
        return False
    word = token.bare
    if word in ("عبد", "ابو"):
        return start + 1 < len(tokens) and tokens[start + 1].is_word
    if not titled:
        return is_strong_given(word)
    if is_given(word) or is_surname(word):
        return True
    if word.startswith(ARTICLE) and len(word) > 4:
        return False
    return not is_common(word)


def _continues(tokens: list[Token], start: int, position: int) -> bool:
    token, before = tokens[position], tokens[position - 1]
    if not token.is_word or token.text.isascii():
        return False
    word = token.bare
    if before.bare in _BINDING:
        return True
    if word in _JOINS:
        return _join_leads_on(tokens, position)
    if word in _COMPOUND_ENDS or is_surname(word):
        return True
    if is_given(word):
        return not (is_common(word) and not is_strong_given(word) and _ends_a_clause(tokens, position))
    if word.startswith(ARTICLE) and len(word) > 4:
        return not is_common(word) and not is_common(without_article(word))
    return not is_common(word)


def _join_leads_on(tokens: list[Token], position: int) -> bool:
    after = tokens[position + 1] if position + 1 < len(tokens) else None
    if after is None or not after.is_word:
        return False
    return tokens[position].bare in _BINDING or not is_common(after.bare)


def _ends_a_clause(tokens: list[Token], position: int) -> bool:
    """A weak given name (صالح, دار) that an ordinary word with article follows is more likely that ordinary word."""
    after = tokens[position + 1] if position + 1 < len(tokens) else None
    return after is not None and after.is_word and after.bare.startswith(ARTICLE) and is_common(after.bare)
