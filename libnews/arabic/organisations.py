"""Bodies that act: those with a name of their own, and those told by what they are and of where."""

from collections.abc import Set
from dataclasses import dataclass
from functools import cache

from libnews.arabic.fold import bare
from libnews.arabic.lexicon import rows
from libnews.arabic.titles import Places, institution_end
from libnews.arabic.tokens import Token, tokenize
from libnews.arabic.words import ARTICLE, clitic_forms, is_common, without_article
from libnews.models.vocabulary import ActorKind

# Bodies that bear a name which need not be Arabic words: «شركة إيني», not «حكومة معترف بها».
_NAMED_KINDS = frozenset({ActorKind.COMPANY, ActorKind.MEDIA, ActorKind.PARTY, ActorKind.ARMED_GROUP})


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation at the token positions `[start, end)`, `cut` letters of the first being a clitic."""

    paragraph: int
    start: int
    end: int
    cut: int
    kind: ActorKind
    country: str | None
    key: str
    """Equal for one body within an article."""


@cache
def _heads() -> dict[str, ActorKind]:
    return {bare(row[0]): ActorKind(row[1]) for row in rows("organisation_heads")}


@cache
def _named() -> dict[str, list[tuple[tuple[str, ...], str, ActorKind, str | None]]]:
    """First word to the names that begin with it, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str, ActorKind, str | None]]] = {}
    for spellings, kind, country in rows("organisations"):
        names = spellings.split("|")
        for name in names:
            words = tuple(token.bare for token in tokenize(name))
            found.setdefault(words[0], []).append((words, names[0], ActorKind(kind), country or None))
    for names_of_word in found.values():
        names_of_word.sort(key=lambda entry: -len(entry[0]))
    return found


def find_organisations(number: int, tokens: list[Token], places: Places, taken: Set[int]) -> list[Body]:
    """The bodies of paragraph `number`, in text order; positions in `taken` belong to persons already."""
    found: list[Body] = []
    position = 0
    while position < len(tokens):
        body = None
        if position not in taken and tokens[position].is_word:
            body = _known(number, tokens, position) or _told(number, tokens, position, places)
        if body is None or any(p in taken for p in range(body.start, body.end)):
            position += 1
            continue
        found.append(body)
        position = body.end
    return found


def _known(number: int, tokens: list[Token], start: int) -> Body | None:
    for cut, form in clitic_forms(tokens[start].bare):
        for words, name, kind, country in _named().get(form, ()):
            if [token.bare for token in tokens[start + 1 : start + len(words)]] == list(words[1:]):
                return Body(number, start, start + len(words), cut, kind, country, name)
    return None


def _told(number: int, tokens: list[Token], start: int, places: Places) -> Body | None:
    """«وزارة الخارجية الباكستانية», «الجيش الليبي», «شركة إيني»: a head noun and a word that makes it one of a kind."""
    for cut, form in clitic_forms(tokens[start].bare):
        kind = _heads().get(without_article(form))
        if kind is None:
            continue
        end, place = institution_end(tokens, start + 1, places)
        named = kind in _NAMED_KINDS and not form.startswith(ARTICLE) and end == start + 1
        own_name = _own_name_end(tokens, end) if named else end
        if place is None and own_name == end:
            return None
        words = [without_article(form), *(without_article(token.bare) for token in tokens[start + 1 : own_name])]
        return Body(number, start, own_name, cut, kind, place.value if place else None, " ".join(words))
    return None


def _own_name_end(tokens: list[Token], position: int) -> int:
    """A name that no list has follows «شركة» directly, or stands in quotation marks."""
    if position < len(tokens) and tokens[position].text in '"«“':
        for end in range(position + 1, min(position + 6, len(tokens))):
            if tokens[end].text in '"»”':
                return end + 1
        return position
    if position < len(tokens) and tokens[position].is_word and not is_common(tokens[position].bare):
        return position + 1
    return position
