"""Where persons are named or told by office in one paragraph, before anybody asks who is who."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from libnews.arabic.names import name_end, opens_name
from libnews.arabic.organisation_words import is_sort
from libnews.arabic.titles import Places, Title, opens_title, title_at
from libnews.arabic.tokens import Token, tokenize
from libnews.arabic.words import clitic_forms, is_common, is_surname, name_part, title_words, without_article

_COUNTERPART = "نظير"


@dataclass(frozen=True, slots=True)
class Sighting:
    """One place where a person is named or told by office: token positions in one paragraph.

    `name` is the half-open token range of the name without clitic (`cut` letters of its first token), or `None`.
    """

    paragraph: int
    name: tuple[int, int] | None
    cut: int
    titles: tuple[Title, ...]

    @property
    def start(self) -> int:
        positions = [title.start for title in self.titles] + ([self.name[0]] if self.name else [])
        return min(positions)

    @property
    def end(self) -> int:
        positions = [title.end for title in self.titles] + ([self.name[1]] if self.name else [])
        return max(positions)


def find_sightings(number: int, tokens: list[Token], places: Places, at: Sequence[int]) -> list[Sighting]:
    """The persons told by title or full name in paragraph `number`, in text order; `at` is where one may begin."""
    found: list[Sighting] = []
    after = 0
    for position in at:
        if position < after:
            continue
        titled = _titled(number, tokens, position, places) if opens_title(tokens[position].bare) else None
        sighting = titled or _untitled(number, tokens, position, places)
        if sighting is not None:
            sighting, after = _with_apposition(sighting, tokens, places)
            found.append(sighting)
    found = [s for s in found if s.name is None or not names_a_thing(tokens, s.start)]
    return [s for s in found if s.name is not None or _is_specific(s) or is_counterpart(s) or refers_back(s)]


def names_a_thing(tokens: list[Token], start: int) -> bool:
    """«مركز الملك سلمان للإغاثة», «مطار محمد الخامس»: what bears a person's name is not he."""
    back = start - 1
    if back > 0 and title_words().get(without_article(tokens[back].bare)) in ("rank", "honorific", "office"):
        back -= 1
    return back >= 0 and any(is_sort(form, "founded") for _, form in clitic_forms(tokens[back].bare))


def opens_sighting(word: str) -> bool:
    """Whether a person may be told from a lightly folded word on."""
    return opens_title(word) or bool(_name_openings(word))


@lru_cache(maxsize=1 << 13)
def _name_openings(word: str) -> tuple[tuple[int, str], ...]:
    """The readings of a word with which a name may begin; an ordinary word is no clitic and a name."""
    forms = clitic_forms(word)[:1] if is_common(word) else clitic_forms(word)
    return tuple((cut, form) for cut, form in forms if opens_name(form))


def _titled(number: int, tokens: list[Token], start: int, places: Places) -> Sighting | None:
    titles: list[Title] = []
    position = start
    while position < len(tokens) and len(titles) < 4:
        after = position + 1 if titles and tokens[position].text in "،," else position
        title = title_at(tokens, after, places) if after < len(tokens) else None
        if title is None or (titles and title.cut):
            break
        if titles and title.kind in ("office", "occupation"):
            break  # «وزير الخارجية، رئيس الوفد», «القائد الليبي رئيس الأركان»: somebody else, or an apposition
        titles.append(title)
        position = title.end
    if not titles:
        return None
    return Sighting(number, _name_after(tokens, position, titles, places), 0, tuple(titles))


def _name_after(tokens: list[Token], position: int, titles: list[Title], places: Places) -> tuple[int, int] | None:
    comma = position < len(tokens) and tokens[position].text in "،,:-/"
    start = position + comma
    if start >= len(tokens) or start in places:
        return None
    end = name_end(tokens, start, titled=True)
    if end is None:
        return None
    if comma and end - start < 2 and not is_surname(tokens[start].bare):
        return None
    if titles[-1].kind == "kin" and is_common(tokens[start].bare):
        return None
    return start, end


def _untitled(number: int, tokens: list[Token], start: int, places: Places) -> Sighting | None:
    if start in places:
        return None
    for cut, form in _name_openings(tokens[start].bare):
        shown = [*tokens[:start], tokens[start]._replace(bare=form), *tokens[start + 1 : start + 9]] if cut else tokens
        end = name_end(shown, start, titled=False)
        if end is not None:
            return Sighting(number, (start, end), cut, ())
    return None


def _with_apposition(sighting: Sighting, tokens: list[Token], places: Places) -> tuple[Sighting, int]:
    """Take in an office that stands right after the name («جون كيربي، المتحدث باسم مجلس الأمن»)."""
    position = sighting.end
    if sighting.name is None or position >= len(tokens):
        return sighting, position
    start = position + (tokens[position].text in "،,")
    title = title_at(tokens, start, places) if start < len(tokens) else None
    if (
        title is None
        or title.kind not in ("office", "occupation")
        or title.cut
        or _name_after(tokens, title.end, [title], places)
    ):
        return sighting, position
    if title_at(tokens, title.end, places) if title.end < len(tokens) else None:
        return sighting, position
    return Sighting(sighting.paragraph, sighting.name, sighting.cut, (*sighting.titles, title)), title.end


def _is_specific(sighting: Sighting) -> bool:
    """An office alone is somebody only if it says of what: «قائد الجيش الباكستاني», not «الرئيس»."""
    return any(title.kind == "office" and title.end - title.start >= 2 for title in sighting.titles)


def is_counterpart(sighting: Sighting) -> bool:
    """«نظيره الروسي», without a name: whoever of that country the article has named."""
    return sighting.name is None and any(
        title.place is not None and title.key.startswith(_COUNTERPART) for title in sighting.titles
    )


def refers_back(sighting: Sighting) -> bool:
    """«الوزير», «الرئيس»: an office with an article and nothing else is whoever of that office was spoken of last."""
    if sighting.name is not None or len(sighting.titles) != 1:
        return False
    title = sighting.titles[0]
    return title.kind == "office" and title.end - title.start == 1 and title.definite


def name_parts(text: str) -> tuple[str, ...]:
    """The parts of a written name, folded: articles go, and so does the space within compound parts.

    >>> name_parts("عبد الحميد الدبيبة") == name_parts("عبدالحميد دبيبة")
    True
    """
    parts: list[str] = []
    for token in tokenize(text):
        part = name_part(token.bare)
        if parts and parts[-1] in ("عبد", "ابو"):
            parts[-1] += part
        else:
            parts.append("عبد" + part[5:] if part.startswith("عبدال") else part)
    return tuple(parts)


def parts_of(tokens: list[Token], sighting: Sighting) -> tuple[str, ...]:
    """The folded parts of a name, without the joins and articles that writers leave out."""
    if sighting.name is None:
        return ()
    first, last = sighting.name
    words = [tokens[i].bare[sighting.cut :] if i == first else tokens[i].bare for i in range(first, last)]
    return tuple(name_part(word) for word in words)
