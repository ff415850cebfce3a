"""How far the name of a body reaches behind its head noun: of what, of where, what for."""

from dataclasses import dataclass, field

from libnews.arabic.names import founder_end
from libnews.arabic.organisation_words import Head, heads, is_sort
from libnews.arabic.titles import Places, title_at
from libnews.arabic.tokens import Token
from libnews.arabic.words import ARTICLE, clitic_forms, ends_name, is_common, is_given, title_words, without_article
from libnews.models.match import PlaceMatch

_MOST_WORDS = 10
_POSTS = frozenset({"سفارة", "قنصلية", "بعثة"})
_PERSONS_PLURAL = ("ين", "ون")


@dataclass(slots=True)
class Content:
    """What has been read behind a head: up to `end` it is the name of a body if it is `named`."""

    tokens: list[Token]
    places: Places
    head: Head
    end: int
    definite: bool
    """Whether what was read last has an article or is a place: then only adjectives go on."""
    named: bool = False
    place: PlaceMatch | None = None
    words: list[str] = field(default_factory=list)
    qualified: bool = False
    """Whether an adjective, a place or a person's name came last: then «للبترول» may say what for."""

    def take(self, end: int, *, definite: bool, named: bool, qualified: bool = False) -> None:
        self.words += [_stem(token.bare) for token in self.tokens[self.end : end] if token.is_word]
        self.end, self.definite, self.qualified = end, definite, qualified
        self.named = self.named or named


def _stem(word: str) -> str:
    return word[2:] if word.startswith("لل") and len(word) > 4 else without_article(word)


def read_content(tokens: list[Token], start: int, head: Head, places: Places, *, definite: bool) -> Content:
    """Read behind the head that ends before `start`; what led to nothing definite is not part of the name.

    «مجلس إدارة» is nobody's name, «مجلس إدارة الشركة» neither: the board is not the company.
    """
    content = Content(tokens, places, head, start, definite)
    sure = content.end, content.named, content.place, 0
    while content.end < len(tokens) and content.end - start < _MOST_WORDS and _step(content, start):
        if content.definite:
            sure = content.end, content.named, content.place, len(content.words)
    content.end, content.named, content.place = sure[:3]
    del content.words[sure[3] :]
    return content


def _step(content: Content, start: int) -> bool:
    """Take in what stands at the end of what has been read, if it goes on with the name."""
    position, first = content.end, content.end == start
    if position in content.places:
        return _place(content, first=first)
    token = content.tokens[position]
    if not token.is_word:
        return False
    word = token.bare
    if word == "في" and content.head.word in _POSTS and content.place is not None:
        return _post(content)
    if ends_name(word):
        return False
    if word.startswith(ARTICLE) and len(word) > 4:
        return _adjective(content) if content.definite else _noun(content, first=first)
    if word.startswith("لل") and len(word) > 4:
        return _purpose(content)
    if word.startswith("وال") and len(word) > 5:
        return _second_noun(content)
    return _chain(content, word, first=first)


def _place(content: Content, *, first: bool) -> bool:
    match, end = content.places[content.end]
    token = content.tokens[content.end]
    ways = content.head.ways
    if match.kind == "nationality":
        if match.start_char != token.start_char or not token.bare.startswith(ARTICLE) or not content.definite:
            return False
        if first and token.bare.endswith("ة") is not content.head.is_feminine:
            return False  # «وزير الخارجية العماني»: the minister is of Oman
        content.place = content.place or match
        content.take(end, definite=True, named="nation" in ways or not first, qualified=True)
        return True
    if match.start_char != token.start_char:
        if token.bare[0] != "ل" or not content.qualified:
            return False
    elif content.definite or (first and "place" not in ways):
        return False
    content.place = content.place or match
    content.take(end, definite=True, named=True, qualified=True)
    return True


def _post(content: Content) -> bool:
    """«السفارة اليمنية في بيروت»: which of the embassies."""
    after = content.places.get(content.end + 1)
    if after is None or after[0].kind != "city":
        return False
    content.take(after[1], definite=True, named=True)
    return True


def _noun(content: Content, *, first: bool) -> bool:
    """The noun with article that says of what: «الدفاع» of «وزارة الدفاع»."""
    stem = without_article(content.tokens[content.end].bare)
    ways = content.head.ways
    if stem in title_words() and title_words()[stem] != "grade":
        return _founder(content)
    if is_sort(stem, "general") or not ("of" in ways or ("of_listed" in ways and (not first or is_sort(stem, "noun")))):
        return False
    content.take(content.end + 1, definite=True, named=True)
    return True


def _founder(content: Content) -> bool:
    """«مركز الملك سلمان للإغاثة»: a body that bears a person's name."""
    title = title_at(content.tokens, content.end, content.places)
    if title is None or not is_sort(content.head.word, "founded") or title.end >= len(content.tokens):
        return False
    end = founder_end(content.tokens, title.end)
    if end is None:
        return False
    content.take(end, definite=True, named=True, qualified=True)
    return True


def _adjective(content: Content) -> bool:
    stem = without_article(content.tokens[content.end].bare)
    if is_sort(stem, "no") or stem in title_words():
        return False
    if not (stem.endswith(("ي", "ية")) or is_sort(stem, "adjective") or is_sort(stem, "naming")):
        return False
    content.take(content.end + 1, definite=True, named=is_sort(stem, "naming"), qualified=True)
    return True


def _second_noun(content: Content) -> bool:
    """«وزارة البيئة والمياه»: of two things; not «قوات الأمن والمتظاهرين»."""
    stem = content.tokens[content.end].bare[3:]
    if not content.words or not content.definite or content.place is not None or content.end in content.places:
        return False
    if not content.head.ways & {"of", "of_listed"} or stem in heads() or stem in title_words():
        return False
    if stem.endswith(_PERSONS_PLURAL) or is_given(stem) or not is_common(stem):
        return False
    content.take(content.end + 1, definite=True, named=content.named)
    return True


def _purpose(content: Content) -> bool:
    """«الهيئة العامة للبترول», «وكالة المغرب العربي للأنباء»."""
    stem = content.tokens[content.end].bare[2:]
    if "purpose" not in content.head.ways or not content.qualified or stem in heads() or stem in title_words():
        return False
    if is_sort(stem, "no"):
        return False
    content.take(content.end + 1, definite=True, named=True)
    return True


def _chain(content: Content, word: str, *, first: bool) -> bool:
    """A noun without article, which what follows makes definite: «خارجية» of «وزارة خارجية كوريا الشمالية»."""
    ways = content.head.ways
    if content.definite:
        leads = word[0] == "ل" and is_sort(word[1:], "purpose") and "purpose" in ways and content.qualified
        if leads:
            content.take(content.end + 1, definite=False, named=False)
        return leads
    if first and (not ways & {"of", "of_listed"} or (content.head.word == "مجلس" and word == "ادارة")):
        return False
    if any(is_sort(form, "noun") for cut, form in clitic_forms(word) if not cut or (word[0] == "و" and not first)):
        content.take(content.end + 1, definite=False, named=False)
        return True
    return False
