"""Where persons are named or told by office in one paragraph, before anybody asks who is who."""

from dataclasses import dataclass

from libnews.arabic.name_runs import find_name_runs
from libnews.arabic.openings import Openings, Opens
from libnews.arabic.organisation_words import is_sort
from libnews.arabic.titles import Places, Title, opens_title, title_at
from libnews.arabic.tokens import Token, tokenize
from libnews.arabic.words import clitic_forms, name_part, title_words, without_article

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


class _Paragraph:
    """A paragraph with its titles and names, each looked up once."""

    def __init__(self, number: int, tokens: list[Token], places: Places, openings: Openings) -> None:
        at = openings[Opens.TITLE]
        self.number, self.tokens, self.places = number, tokens, places
        self._titles = {position: title_at(tokens, position, places) for position in at}
        ends = {title.end: title.kind for title in self._titles.values() if title is not None}
        self.names = {run.start: run for run in find_name_runs(tokens, places, ends, openings[Opens.NAME])}
        self.openings = sorted({*at, *self.names})

    def title(self, position: int) -> Title | None:
        """The title whose head stands at `position`."""
        return self._titles.get(position)

    def is_comma(self, position: int, marks: str = "،,") -> bool:
        return position < len(self.tokens) and self.tokens[position].text in marks


def title_ends(tokens: list[Token], places: Places) -> dict[int, str]:
    """Where the titles of a paragraph end, with their kinds: what learning to tell names needs."""
    at = [position for position, token in enumerate(tokens) if opens_title(token.bare)]
    titles = [title_at(tokens, position, places) for position in at]
    return {title.end: title.kind for title in titles if title is not None}


def find_sightings(number: int, tokens: list[Token], places: Places, openings: Openings) -> list[Sighting]:
    """The persons told by title or name in paragraph `number`, in text order; `openings` tells where one may begin."""
    paragraph = _Paragraph(number, tokens, places, openings)
    found: list[Sighting] = []
    after = 0
    for position in paragraph.openings:
        if position < after:
            continue
        sighting = _titled(paragraph, position) or _untitled(paragraph, position)
        if sighting is not None:
            sighting, after = _with_apposition(paragraph, sighting)
            found.append(sighting)
    found = [s for s in found if s.name is None or not names_a_thing(tokens, s.start)]
    return [s for s in found if s.name is not None or _is_specific(s) or is_counterpart(s) or refers_back(s)]


def names_a_thing(tokens: list[Token], start: int) -> bool:
    """«مركز الملك سلمان للإغاثة», «مطار محمد الخامس»: what bears a person's name is not he."""
    back = start - 1
    if back > 0 and title_words().get(without_article(tokens[back].bare)) in ("rank", "honorific", "office"):
        back -= 1
    return back >= 0 and any(is_sort(form, "founded") for _, form in clitic_forms(tokens[back].bare))


def _titled(paragraph: _Paragraph, start: int) -> Sighting | None:
    titles: list[Title] = []
    position = start
    while position < len(paragraph.tokens) and len(titles) < 4:
        title = paragraph.title(position + 1 if titles and paragraph.is_comma(position) else position)
        if title is None or (titles and title.cut):
            break
        if titles and title.kind in ("office", "occupation"):
            break  # «وزير الخارجية، رئيس الوفد», «القائد الليبي رئيس الأركان»: somebody else, or an apposition
        titles.append(title)
        position = title.end
    if not titles:
        return None
    return Sighting(paragraph.number, _name_after(paragraph, position), 0, tuple(titles))


def _name_after(paragraph: _Paragraph, position: int) -> tuple[int, int] | None:
    run = paragraph.names.get(position + paragraph.is_comma(position, "،,:-/"))
    return None if run is None or run.cut else (run.start, run.end)


def _untitled(paragraph: _Paragraph, start: int) -> Sighting | None:
    run = paragraph.names.get(start)
    return None if run is None else Sighting(paragraph.number, (run.start, run.end), run.cut, ())


def _with_apposition(paragraph: _Paragraph, sighting: Sighting) -> tuple[Sighting, int]:
    """Take in an office that stands right after the name («جون كيربي، المتحدث باسم مجلس الأمن»)."""
    position = sighting.end
    if sighting.name is None or position >= len(paragraph.tokens):
        return sighting, position
    title = paragraph.title(position + paragraph.is_comma(position))
    if title is None or title.kind not in ("office", "occupation") or title.cut:
        return sighting, position
    if _name_after(paragraph, title.end) or paragraph.title(title.end):
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
    >>> name_parts("عبد الله الثاني") == name_parts("عبدالله الثاني")
    True
    """
    parts: list[str] = []
    for token in tokenize(text):
        if not token.is_word:
            continue  # «مون جاي-إن»
        part = name_part(token.bare)
        if parts and parts[-1] in ("عبد", "ابو"):
            parts[-1] += part.removeprefix("ال")  # «الله» keeps its article elsewhere
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
