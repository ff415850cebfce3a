"""Where a personal name begins and ends in running text."""

from libnews.arabic.tokens import Token
from libnews.arabic.words import (
    ARTICLE,
    ends_name,
    hides_name,
    is_common,
    is_given,
    is_listed,
    is_strong_given,
    is_surname,
    title_words,
    without_article,
)

# Parts that join two parts of one name and never end it.
_JOINS = frozenset(
    {
        "بن",
        "ابن",
        "بنت",
        "ابو",
        "ابي",
        "ابا",
        "ام",
        "ال",
        "عبد",
        "فان",
        "فون",
        "دي",
        "دا",
        "دو",
        "دل",
        "لو",
        "لا",
        "بو",
        "ماك",
    }
)
# Joins whose next part belongs to them whatever it is.
_BINDING = frozenset({"عبد", "ابو", "ابي", "ابا", "ال", "بن", "ابن", "بنت"})
# Second halves of compound names: سيف الإسلام, صلاح الدين, نصر الله.
_COMPOUND_ENDS = frozenset({"الدين", "الله", "الاسلام", "الحق", "الزمان", "الهدى"})
# «الملك محمد السادس»
_REGNAL = frozenset({"الاول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر"})
_MOST_PARTS = 8
_PRONOUNS = ("ته", "تها", "هم", "كم", "هما")
# Joins that a name begins with: «عبد الحميد», «أبو مازن».
_OPENING_JOINS = frozenset({"عبد", "ابو"})


def opens_name(word: str) -> bool:
    """Whether a name may begin with a lightly folded word in open text, where no title leads to it.

    A word that nobody knows may: «فيحان بن عبدالعزيز».
    """
    return word in _OPENING_JOINS or is_given(word) or not is_common(word)


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
    if titled:
        end = _with_ordinary_rest(tokens, start, end)
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
    if word in _OPENING_JOINS:
        return start + 1 < len(tokens) and tokens[start + 1].is_word
    followed = tokens[start + 1].bare if start + 1 < len(tokens) else ""
    if followed in ("بن", "ابن") and not ends_name(word):
        return is_given(word) or not (is_common(word) or hides_name(word))
    if not titled:
        return is_strong_given(word) and not ends_name(word)
    if is_given(word) or is_surname(word):
        return True
    if word.startswith(ARTICLE) and len(word) > 4:
        # «الطاهر بياحي»: a given name with article has another name behind it
        return not is_listed(word) and bool(followed) and tokens[start + 1].is_word and not is_common(followed)
    # A lone unknown word with teh marbuta is an ordinary noun: «أستاذ هندسة».
    return not is_common(word) and not word.endswith("ة") and not hides_name(word)


def _continues(tokens: list[Token], start: int, position: int) -> bool:
    token, before = tokens[position], tokens[position - 1]
    if not token.is_word or token.text.isascii():
        return False
    word = token.bare
    if before.bare in _BINDING:
        return True
    if ends_name(word) or hides_name(word) or _begins_anew(word):
        return False
    if word in _JOINS:
        return _join_leads_on(tokens, position)
    if word in _COMPOUND_ENDS or is_surname(word) or (word in _REGNAL and position - start == 1):
        return True
    if is_given(word):
        return not (is_common(word) and not is_strong_given(word) and _ends_a_clause(tokens, position))
    if word.startswith(ARTICLE) and len(word) > 4:
        return not is_listed(word) or _is_surname_by_place(tokens, start, position)
    return not is_common(word) or _bridges(tokens, position)


def _begins_anew(word: str) -> bool:
    """«كيم ومستشارته», «كيم ومون»: an «and» with somebody or something else behind it."""
    if not word.startswith("و") or is_given(word) or is_surname(word):
        return False
    return word.startswith("وال") or is_given(word[1:]) or word.endswith(_PRONOUNS)


def _bridges(tokens: list[Token], position: int) -> bool:
    """«الباجي قايد السبسي»: a word that also means something, between a name and a family name."""
    after = tokens[position + 1] if position + 1 < len(tokens) else None
    word = tokens[position].bare
    return after is not None and is_surname(after.bare) and word not in title_words() and not word.startswith("و")


def _is_surname_by_place(tokens: list[Token], start: int, position: int) -> bool:
    """«محمد شياع السوداني،», «محمد بن حمود المزيد،»: an ordinary word that closes a name that is long enough."""
    if without_article(tokens[position].bare) in title_words():
        return False
    closes = position + 1 == len(tokens) or not (tokens[position + 1].is_word or tokens[position + 1].is_number)
    two_parts = position - start >= 2 and (is_given(tokens[start].bare) or tokens[start].bare == "عبد")
    patronym = any(token.bare in ("بن", "ابن") for token in tokens[start : position - 1])
    return closes and (patronym or (two_parts and tokens[position].bare.endswith("ي")))


def _with_ordinary_rest(tokens: list[Token], start: int, end: int) -> int:
    """A lone given name takes up to two ordinary words that nothing else claims: «إسحاق دار،», «شي جين بينغ.»."""
    if end - start != 1 or not is_given(tokens[start].bare):
        return end
    reach = end
    while reach < len(tokens) and reach - end < 2 and _may_be_surname(tokens[reach]):
        reach += 1
    closes = reach == len(tokens) or not tokens[reach].is_word or _opens_clause(tokens[reach].bare)
    return reach if closes else end


def _may_be_surname(token: Token) -> bool:
    word = token.bare
    return (
        token.is_word
        and not token.text.isascii()
        and not word.startswith((ARTICLE, "و", "لل"))
        and not (word[0] in "يتن" and len(word) > 3 and is_common(word))
        and not ends_name(word)
        and not hides_name(word)
        and word not in title_words()
        and not word.endswith("ا")
    )


def _opens_clause(word: str) -> bool:
    return ends_name(word) or (word.startswith("و") and is_common(word))


def _join_leads_on(tokens: list[Token], position: int) -> bool:
    after = tokens[position + 1] if position + 1 < len(tokens) else None
    if after is None or not after.is_word:
        return False
    return tokens[position].bare in _BINDING or not is_common(after.bare)


def _ends_a_clause(tokens: list[Token], position: int) -> bool:
    """A weak given name (صالح, دار) that an ordinary word with article follows is more likely that ordinary word."""
    after = tokens[position + 1] if position + 1 < len(tokens) else None
    return after is not None and after.is_word and after.bare.startswith(ARTICLE) and is_common(after.bare)
