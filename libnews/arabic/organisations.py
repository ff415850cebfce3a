"""Bodies that act, in one paragraph: those with a name of their own, and those told by what they are and of where."""

from collections.abc import Sequence, Set
from dataclasses import dataclass

from libnews.arabic.openings import Openings, Opens
from libnews.arabic.organisation_content import Content, read_content
from libnews.arabic.organisation_words import Head, Known, head_readings, is_sort, kind_of, known_bodies
from libnews.arabic.phrases import Found, key
from libnews.arabic.titles import Places
from libnews.arabic.tokens import Token
from libnews.arabic.words import ends_name, is_common, title_words, without_article
from libnews.models.match import PlaceMatch
from libnews.models.vocabulary import ActorKind

OPENING, CLOSING = '"«“(', '"»”)'
_MOST_QUOTED, _MOST_PARTS = 5, 4
# A shorter name behind a clitic is more likely an ordinary word: «وشل».
_SHORTEST = 4
# «وزير الخارجية الأمريكية»: the minister's office names his ministry as part of it.
_INNER, _MINISTERS = frozenset({"خارجية", "داخلية"}), ("وزير", "وزيرة", "وزراء", "وزيري")


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation at the token positions `[start, end)`, `cut` letters of the first being a clitic.

    `name` is the part that names it: all of «وزارة الدفاع», of «شركة "بوينغ" الأميركية» what stands in the marks.
    """

    paragraph: int
    start: int
    end: int
    cut: int
    name: tuple[int, int]
    kind: ActorKind
    head: str | None
    country: str | None
    place: PlaceMatch | None
    key: str
    """Equal for one body within an article, its country aside."""

    @property
    def name_cut(self) -> int:
        return self.cut if self.name[0] == self.start else 0

    @property
    def has_own_name(self) -> bool:
        """Whether its name stands without the head: «بوينغ»."""
        return self.head is None or self.name[0] > self.start


def find_organisations(
    number: int, tokens: list[Token], places: Places, taken: Set[int], openings: Openings
) -> list[Body]:
    """The bodies of paragraph `number`, in text order; positions in `taken` are names of persons.

    `openings` tells where the words begin one; a body may begin behind a quotation mark too.
    """
    found: list[Body] = []
    after = 0
    for position in sorted({*openings[Opens.BODY], *_quoted_positions(tokens, openings[Opens.QUOTE])}):
        if position < after or position in taken or not tokens[position].is_word:
            continue
        body = _told(number, tokens, position, places) or _known(number, tokens, position)
        body = body or _quoted(number, tokens, position)
        if body is not None and taken.isdisjoint(range(*body.name)):
            found.append(body)
            after = body.end
    return found


def _quoted_positions(tokens: list[Token], quotes: Sequence[int]) -> list[int]:
    opening = [position for position in quotes if tokens[position].text in OPENING[:3]]
    return [position + 1 for position in opening if position + 1 < len(tokens)]


def opens_body(word: str) -> bool:
    """Whether the name of a body may begin with a lightly folded word."""
    return bool(head_readings(word) or known_bodies().opens(word))


def _known(number: int, tokens: list[Token], start: int) -> Body | None:
    found = known_bodies().at(tokens, start)
    if found is None or (found.value.ordinary and not is_marked(tokens, start, found.after)):
        return None
    if found.cut and found.after == start + 1 and len(found.form) < _SHORTEST:
        return None
    return _body_of(number, found, start, None, None)


def _body_of(number: int, found: Found[Known], start: int, head: Head | None, place: PlaceMatch | None) -> Body:
    known = found.value
    return Body(
        number, start, found.after, found.cut, (found.first, found.after), known.kind, head.word if head else None,
        known.country, place, known.name,
    )  # fmt: skip


def is_marked(tokens: list[Token], start: int, end: int) -> bool:
    """Whether a name stands in quotation marks or parentheses of its own."""
    return start > 0 and end < len(tokens) and tokens[start - 1].text in OPENING and tokens[end].text in CLOSING


def _told(number: int, tokens: list[Token], start: int, places: Places) -> Body | None:
    """«وزارة الخارجية الباكستانية», «الجيش الليبي», «شركة "بوينغ"»: a head noun and what makes it one of a kind."""
    for cut, head, definite in head_readings(tokens[start].bare):
        if start and head.word in _INNER and tokens[start - 1].bare.endswith(_MINISTERS):
            continue
        known = known_bodies().at(tokens, start)
        content = read_content(tokens, start + 1, head, places, definite=definite)
        if known is not None and not known.value.ordinary and not _goes_beyond(tokens, known.after, content.end):
            return None
        own = None if definite else _own_name(number, tokens, start, head, cut, places)
        if own is not None:
            return own
        if not content.named:
            return None
        return _told_body(number, start, cut, head, content)
    return None


def _goes_beyond(tokens: list[Token], known: int, end: int) -> bool:
    """«مجلس الأمن القومي» is not «مجلس الأمن»; «صندوق النقد الدولي للتنمية» is the fund."""
    return end > known and not tokens[known].bare.startswith(("لل", "و"))


def _told_body(number: int, start: int, cut: int, head: Head, content: Content) -> Body:
    outside = [
        word
        for position, word in zip(range(start + 1, content.end), content.words, strict=False)
        if not any(first <= position < after for first, (_, after) in content.places.items())
    ]
    country = content.place.value if content.place else None
    kind = kind_of(head, content.words)
    spelled = " ".join(key(word) for word in (head.word, *outside))
    return Body(number, start, content.end, cut, (start, content.end), kind, head.word, country, content.place, spelled)


def _own_name(number: int, tokens: list[Token], start: int, head: Head, cut: int, places: Places) -> Body | None:
    """A name behind «شركة» that no rule makes: in quotation marks, of the lexicon, or of words that nobody knows."""
    if not head.ways & {"own", "with_own"} or start + 1 >= len(tokens):
        return None
    first = start + 1
    quoted = tokens[first].text in OPENING[:3]
    first += quoted
    known = known_bodies().at(tokens, first) if first < len(tokens) and tokens[first].is_word else None
    if known is not None and known.cut == 0:
        end, kind, country, name = known.after, known.value.kind, known.value.country, known.value.name
    else:
        end = _quoted_end(tokens, first) if quoted else _strange_end(tokens, first, places)
        kind, country = ActorKind.MEDIA if head.word == "وكالة" else head.kind, None
        name = " ".join(key(token.bare) for token in tokens[first:end])
    if end <= first:
        return None
    begin = first if quoted or known is not None or "own" in head.ways else start
    close = end + (quoted and end < len(tokens) and tokens[end].text in CLOSING)
    rest = read_content(tokens, close, head, places, definite=True)
    place = rest.place
    country = country or (place.value if place else None)
    stop = rest.end if place is not None else close
    return Body(number, start, stop, cut, (begin, end), kind, head.word, country, place, name)


def _quoted_end(tokens: list[Token], first: int) -> int:
    for end in range(first, min(first + _MOST_QUOTED + 1, len(tokens))):
        if tokens[end].text in CLOSING:
            return end
    return first


def _strange_end(tokens: list[Token], first: int, places: Places) -> int:
    """Position after a run of words that are neither ordinary ones nor places."""
    end = first
    while (
        end < len(tokens) and end - first < _MOST_PARTS and end not in places and _is_strange(tokens[end], end == first)
    ):
        end += 1
    return end


def _is_strange(token: Token, first: bool) -> bool:
    word = token.bare
    if not token.is_word or ends_name(word) or len(word) < 2:
        return False
    if token.text.isascii():
        return True
    if is_common(word) or without_article(word) in title_words() or word.endswith(("ة", "ات", "ين", "ون")):
        return False
    return first or not word.startswith(("و", "ل", "ب", "ال"))


def _quoted(number: int, tokens: list[Token], start: int) -> Body | None:
    """«أعلنت "إيرنا" أن»: what is quoted by its name, which no list has."""
    if start < 2 or tokens[start - 1].text not in OPENING[:3] or not is_sort(tokens[start - 2].bare, "saying"):
        return None
    end = _quoted_end(tokens, start)
    words = tokens[start:end]
    if not words or len(words) > 3 or not all(_is_strange(token, first=True) for token in words):
        return None
    name = " ".join(key(token.bare) for token in words)
    return Body(number, start, end, 0, (start, end), ActorKind.ORGANIZATION, None, None, None, name)
