"""The titles of persons: office, rank and honorific, each with its words and the country it names.

The grammar is compositional: a head word (رئيس, وزير, المشير) and what may follow it (institutions, nationalities,
grades, «باسم», «لشؤون»), so that titles nobody listed are read.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from libnews.arabic.fold import bare
from libnews.arabic.lexicon import rows
from libnews.arabic.organisation_words import heads, known_bodies
from libnews.arabic.tokens import Token
from libnews.arabic.words import ARTICLE, clitic_forms, is_common, is_given, title_words, without_article, words_of
from libnews.models.match import PlaceMatch

_APPOINTED = frozenset({"مكلف", "مكلفة", "معين", "معينة", "منتخب", "منتخبة", "معترف"})
# «ولد الشيخ أحمد», «آل الشيخ»: what follows is part of a name.
_FILIAL = frozenset({"بن", "ابن", "بنت", "ولد", "ال"})
_LOCATING = frozenset({"في", "لدى"})
_POSTED = frozenset({"سفير", "سفيرة", "قنصل", "مراسل", "مراسلة", "مبعوث", "مندوب", "ممثل"})
# «السفير الباكستاني لدى المملكة»: postings told without their names.
# Offices held under another one: «النائب الثاني لرئيس مجلس الوزراء».
_UNDER = frozenset(
    {"نائب", "نائبة", "مساعد", "مساعدة", "مستشار", "مستشارة", "مبعوث", "مبعوثة", "ممثل", "ممثلة", "سكرتير"}
)
_POSTINGS = frozenset({"المملكة", "السلطنة", "الدولة", "المنظمة", "الاتحاد", "الجمهورية"})
_STATES = frozenset({"جمهورية", "دولة", "مملكة", "سلطنة", "حكومة"})
_OPENING, _CLOSING = "\"«“'", "\"»”'"
_LONGEST = 18


@dataclass(frozen=True, slots=True)
class Title:
    """One title at the token positions `[start, end)`; `cut` letters of its first token are a clitic.

    `kind` is office, rank, honorific or kin; `place` the country or nationality that says whose office it is.
    """

    start: int
    end: int
    cut: int
    kind: str
    place: PlaceMatch | None
    key: str
    definite: bool = False
    """Whether the head has an article («الوزير»)."""


Places = Mapping[int, tuple[PlaceMatch, int]]
"""Token position to the place that begins there and the position after it."""


def title_at(tokens: list[Token], start: int, places: Places) -> Title | None:
    """The title whose head is the token at `start`, as far as it reaches, or `None`."""
    head = _head(tokens, start, places)
    if head is None:
        return None
    cut, kind = head
    if kind in ("rank", "honorific"):
        end, place = _rank_end(tokens, start + 1, places)
    elif kind == "kin":
        end, place = start + 1, None
    else:
        end, place = institution_end(tokens, start + 1, places)
    definite = _head_form(tokens[start].bare, cut).startswith(ARTICLE)
    return Title(start, end, cut, kind, place, _key(tokens, start, end, cut, places), definite)


def opens_title(word: str) -> bool:
    """Whether a title may begin with a lightly folded word; true wherever `title_at` finds one."""
    return word == "د" or bool(_head_readings(word))


@lru_cache(maxsize=1 << 13)
def _head_readings(word: str) -> tuple[tuple[int, str, str], ...]:
    """The title words that a lightly folded word may be: letters of its clitic, the word, what it is; no grades."""
    found = ((cut, form, title_words().get(without_article(form))) for cut, form in clitic_forms(word))
    return tuple((cut, form, kind) for cut, form, kind in found if kind is not None and kind != "grade")


def _head(tokens: list[Token], position: int, places: Places) -> tuple[int, str] | None:
    token = tokens[position]
    if not token.is_word or (position and tokens[position - 1].bare in _FILIAL):
        return None
    if token.bare == "د" and position + 1 < len(tokens) and tokens[position + 1].text == ".":
        return 0, "honorific"
    for cut, form, kind in _head_readings(token.bare):
        if kind in ("rank", "honorific") and not form.startswith(ARTICLE):
            if position + 1 not in places or kind == "rank":
                continue
            return cut, "office"  # «أمير قطر» holds an office, «الأمير» is a form of address
        return cut, kind
    return None


def _head_form(word: str, cut: int) -> str:
    """The head without its clitic: «للرئيس» is «الرئيس»."""
    return next((form for taken, form in clitic_forms(word) if taken == cut), word[cut:])


def _rank_end(tokens: list[Token], position: int, places: Places) -> tuple[int, PlaceMatch | None]:
    """A rank takes its grades and a nationality («الفريق أول ركن», «المشير الليبي»); د. takes its full stop."""
    place = None
    if position < len(tokens) and tokens[position].text == "." and tokens[position - 1].bare == "د":
        return position + 1, None
    while position < len(tokens):
        word = without_article(tokens[position].bare)
        if title_words().get(word) == "grade":
            position += 1
        elif position in places and places[position][0].kind == "nationality" and place is None:
            place, position = places[position]
        else:
            break
    return position, place


def institution_end(tokens: list[Token], position: int, places: Places) -> tuple[int, PlaceMatch | None]:
    """Position after the words that say of what an office or body is, and the country they name."""
    first, place = position, None
    while position < len(tokens) and position - first < _LONGEST:
        after = _office_step(tokens, first, position, places)
        if after is None or (
            _is_office(tokens[position].bare.removeprefix("و")) and _after_nationality(position, places)
        ):
            break
        if place is None and position in places and places[position][0].kind != "city":
            place = places[position][0]
        position = after
    return position, place


def _is_posted(tokens: list[Token], first: int) -> bool:
    """«السفير الروسي في القاهرة»: only who is sent somewhere has the place in his title."""
    return _heads(tokens, first, _POSTED)


def _heads(tokens: list[Token], first: int, offices: frozenset[str]) -> bool:
    return any(without_article(form) in offices for _, form in clitic_forms(tokens[first - 1].bare))


def _is_office(word: str) -> bool:
    return title_words().get(without_article(word)) == "office"


def _goes_on_after_place(word: str) -> bool:
    """After its country an office goes on with an adjective or «لشؤون», not with another noun («… الليبي القاعة»)."""
    adjective = word.startswith(ARTICLE) and (word.endswith("ي") or without_article(word) in words_of("title_nouns"))
    return adjective or word.startswith(("ل", "و")) or title_words().get(word) == "office"


def _after_nationality(position: int, places: Places) -> bool:
    """«زار نائب القائد العام الليبي رئيس الأركان»: after a nationality another head begins another person's title."""
    return any(end == position and place.kind == "nationality" for place, end in places.values())


def _office_step(tokens: list[Token], first: int, position: int, places: Places) -> int | None:
    """Position after the part of an office that begins at `position`, or `None` where the office has ended."""
    token = tokens[position]
    if position in places:
        if places[position][0].kind != "nationality" and _after_nationality(position, places):
            return None  # «زار الرئيس الصيني روسيا»: whose office it is has been said
        # «لباكستان», «بإسلام آباد»: a preposition leads out of the title
        return places[position][1] if places[position][0].start_char == token.start_char else None
    if token.text in _OPENING:
        return _after_quoted(tokens, position)
    if not token.is_word or token.bare in words_of("title_stops"):
        return None
    body = known_bodies().at(tokens, position)
    if body is not None and not body.value.ordinary and (body.cut == 0 or token.bare[body.cut - 1] == "ل"):
        return body.after
    if token.bare == "لدى" and position + 1 < len(tokens) and tokens[position + 1].bare in _POSTINGS:
        return position + 2
    if token.bare == "لدى" or (token.bare == "في" and _is_posted(tokens, first)):
        return places[position + 1][1] if position + 1 in places else None
    if token.bare == "في" and position + 2 in places and tokens[position + 1].bare in _STATES:
        return places[position + 2][1]  # «وزير الدفاع في جمهورية جنوب السودان»
    if token.bare == "من":
        return position + 1 if without_article(tokens[position - 1].bare) in _APPOINTED else None
    if token.bare.startswith("ل") and _is_office(token.bare[1:]) and _heads(tokens, first, _UNDER):
        return position + 1
    if not _is_office_word(token.bare):
        return None
    if any(end == position for _, end in places.values()) and not _goes_on_after_place(token.bare):
        return None
    return position + 1


@lru_cache(maxsize=1 << 13)
def _is_office_word(word: str) -> bool:
    if word == bare("باسم"):
        return True
    nouns = words_of("title_nouns")
    for cut, form in clitic_forms(word):
        stem = without_article(form)
        kind = title_words().get(stem)
        if kind in ("rank", "honorific") and form.startswith(ARTICLE):
            return False
        if kind in ("office", "occupation"):
            # «والرئيس» and «برئيس» begin somebody else, «ورئيس» goes on with the same man's offices
            return cut == 0 or (word[:cut] == "و" and not form.startswith(ARTICLE))
        if cut and word[0] == "و" and (stem in words_of("organisation_heads") or cut > 1):
            return False
        if stem in nouns or stem in heads() or (title_words().get(stem) == "grade" and cut == 0):
            return True
        if form.startswith(ARTICLE) and len(form) > 4 and is_common(form) and not is_given(form):
            # The alef and lam of «التزام» are its own
            return not form.startswith("الت") or is_common(stem)
    return word.startswith(("لشؤون", "لشوون"))


def _after_quoted(tokens: list[Token], position: int) -> int | None:
    for end in range(position + 1, min(position + 6, len(tokens))):
        if tokens[end].text in _CLOSING:
            return end + 1
    return None


@lru_cache(maxsize=1 << 13)
def _stem(word: str) -> str:
    """A title's inner word without article, and without a clitic that is no letter of its own: not of وزراء."""
    for _, form in clitic_forms(word):
        stem = without_article(form)
        if stem in words_of("title_nouns") or stem in title_words() or (form != stem and is_common(form)):
            return stem
    return without_article(word)


@cache
def _synonyms() -> tuple[tuple[str, str], ...]:
    return tuple((bare(row[0]), bare(row[1])) for row in rows("role_synonyms"))


def _key(tokens: list[Token], start: int, end: int, cut: int, places: Places) -> str:
    """The office's words without articles, places and clitics, synonyms made one: equal for one office."""
    words = [without_article(_head_form(tokens[start].bare, cut))] if tokens[start].is_word else []
    position = start + 1
    while position < end:
        if position in places:
            position = places[position][1]
            continue
        word = tokens[position].bare
        if tokens[position].is_word and word not in _LOCATING:
            words.append(_stem(word))
        position += 1
    key = " ".join(words)
    for phrase, meaning in _synonyms():
        key = f" {key} ".replace(f" {phrase} ", f" {meaning} ").strip()
    return key
