"""The reader of Arabic: what `loaders` and `extract` ask of the language, in one place."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection

from libnews.arabic.asides import dateline_end, quotes_of_names
from libnews.arabic.bodies import Organisation, find_bodies
from libnews.arabic.body_names import body_parts
from libnews.arabic.dates import find_dates
from libnews.arabic.fold import fold
from libnews.arabic.hearing import hear
from libnews.arabic.items import find_durations, find_items
from libnews.arabic.kingdoms import find_kingdoms, kingdom_meant
from libnews.arabic.links import in_its_place, joined, time_link
from libnews.arabic.marks import mark_at
from libnews.arabic.modality import modality_of
from libnews.arabic.money import find_money, money_among
from libnews.arabic.name_words import given_name_rank
from libnews.arabic.number_runs import number_runs
from libnews.arabic.numbers import find_numbers, number_matches
from libnews.arabic.offices import office_of
from libnews.arabic.opening_words import find_openings
from libnews.arabic.openings import Opens
from libnews.arabic.organisations import Body
from libnews.arabic.page import ArabicPageCues
from libnews.arabic.passed_over import digits_passed_over, names_passed_over
from libnews.arabic.people import Person, find_people
from libnews.arabic.places import find_places, settled_places
from libnews.arabic.positions import after_letters, letters_before, places_by_token, positions_of
from libnews.arabic.sightings import Sighting, name_parts, refers_back
from libnews.arabic.titles import Places, Title, title_at
from libnews.arabic.tokens import sentences, tokenize
from libnews.arabic.words import is_given, is_surname
from libnews.models.annotation import (
    ActorReading,
    Form,
    Mark,
    MarkKind,
    Office,
    Reading,
    Sentence,
    SightingReading,
    Span,
    TitleReading,
)
from libnews.models.article import Article
from libnews.models.match import DurationMatch, Match, MoneyMatch, NumberMatch, PlaceMatch
from libnews.models.vocabulary import ActorKind, Modality, ParagraphKind, SpanKind

_LINKS = {"مع": "with", "الى": "to", "في": "in", "من": "from", "بين": "between", "لدى": "in"}
_CLITIC_LINKS = {"ب": "in", "ل": "to"}
# Words that may stand between a preposition and the place it governs: «إلى العاصمة الباكستانية إسلام آباد».
_BEFORE_PLACES = frozenset({"العاصمة", "مدينة", "دولة", "جمهورية", "كل", "من", "شرق", "غرب", "شمال", "جنوب", "#"})


class ArabicReader:
    """Found by `libnews.readers.reader_for("ar")`."""

    language = "ar"
    page_cues = ArabicPageCues()

    def read(self, article: Article) -> Reading:
        """Everything this reader sees in the paragraphs that may be claimed from."""
        pages = [_Page(article, index) for index, p in enumerate(article.paragraphs) if p.kind.is_read]
        _name_kingdoms(pages)
        _name_currencies(pages)
        tokens, places = [page.tokens for page in pages], [page.places for page in pages]
        openings = [page.openings for page in pages]
        people = find_people(tokens, places, openings)
        actors = [_person_reading(person, pages) for person in people]
        for ref, person in enumerate(people):
            for sighting in person.sightings:
                pages[sighting.paragraph].seat_person(ref, sighting)
        taken = [page.name_positions for page in pages]
        for body in find_bodies(tokens, places, taken, openings):
            for sighted in body.sightings:
                pages[sighted.paragraph].seat_body(len(actors), sighted)
            for reference in body.references:
                pages[reference.paragraph].seat_body(len(actors), reference, named=False)
            actors.append(_body_reading(body, pages))
        return Reading(
            actors=tuple(actors),
            sentences=tuple(sentence for page in pages for sentence in page.sentences()),
            sayings=tuple(hear(pages, actors)),
            places=tuple((page.paragraph_no, place) for page in pages for place in page.place_matches),
            spans=tuple(span for page in pages for span in page.spans()),
        )

    def find_numbers(self, text: str) -> list[NumberMatch]:
        """The numbers of a text, in digits and in words."""
        return find_numbers(text)

    def find_money(self, text: str) -> list[MoneyMatch]:
        """The amounts of money of a text; both ends of a range are whole amounts."""
        return find_money(text)

    def office(self, text: str) -> Office:
        """What office a title tells, for comparison: one office under several names has one key."""
        tokens = tokenize(text)
        places = places_by_token(tokens, find_places(text, tokens))
        return office_of(title_at(tokens, 0, places) if tokens else None, text)

    def name_parts(self, text: str) -> tuple[str, ...]:
        """The parts of a personal name, folded, articles and spelling of compound parts aside."""
        return name_parts(text)

    def fold(self, text: str) -> str:
        """Marks, tatweel, hamza and the spellings that `find` does not tell apart."""
        return fold(text)

    def body_parts(self, text: str, country: str | None) -> tuple[str, ...]:
        """The words of a body's name, folded, its own country left out, and one for a body of several names."""
        return body_parts(text, country)

    def given_name_rank(self, part: str) -> int:
        """0 for a part that is no given name of Arabic, 2 for one of those that most people bear, 1 for others."""
        return given_name_rank(part)


class _Page:
    """One paragraph with all that was found in it."""

    def __init__(self, article: Article, index: int) -> None:
        paragraph = article.paragraphs[index]
        text = paragraph.text
        self.paragraph_no = paragraph.paragraph_no
        self.is_headline = index == 0 or paragraph.kind in (ParagraphKind.TITLE, ParagraphKind.HEADING)
        self.text = text
        self.tokens = tokenize(text)
        self._ends = [token.end_char for token in self.tokens]
        self.openings = find_openings(self.tokens)
        self.sentence_ranges = sentences(self.tokens, self.openings[Opens.SENTENCE_END])
        self.place_matches, self.open_places = settled_places(text, self.tokens, self.openings[Opens.PLACE])
        countries = {place.value for place in self.place_matches if place.kind != "city"}
        countries = countries or {place.value for place in self.place_matches}
        self.dates = find_dates(text, article.published_on, self.tokens, self.openings[Opens.DATE])
        self.runs = number_runs(self.tokens, self.openings[Opens.NUMBER])
        self.numbers = number_matches(text, self.runs)
        self.money = self.money_of(countries)
        self.places: Places = places_by_token(self.tokens, self.place_matches)
        self.seated: dict[int, tuple[Mark, int]] = {}
        self.names: list[Match] = []
        self.name_quotes: set[int] = set()
        self.name_positions: set[int] = set()

    def money_of(self, countries: Collection[str]) -> list[MoneyMatch]:
        """The amounts of money, where these are the countries spoken of."""
        return money_among(self.text, self.tokens, self.runs, self.openings[Opens.SCALES], countries)

    def positions(self, match: Match) -> tuple[int, int]:
        """The token positions that a match covers."""
        return positions_of(self.tokens, self._ends, match)

    def chars(self, start: int, end: int, cut: int = 0) -> Span:
        """The character span of the tokens `[start, end)`, without a clitic of `cut` letters."""
        first = after_letters(self.text, self.tokens[start], cut) if cut else self.tokens[start].start_char
        return first, self.tokens[end - 1].end_char

    def words(self, start: int, end: int, cut: int) -> str | None:
        """«الجيش الليبي» where the text has «للجيش الليبي»: behind its ل the article has no alef."""
        word = self.tokens[start].bare
        rest = word[cut:]
        if not cut or word[cut - 1] != "ل" or not rest.startswith("ل") or is_given(rest) or is_surname(rest):
            return None
        first, last = self.chars(start, end, cut)
        return "ا" + self.text[first:last]

    def letters_before(self, position: int, start_char: int) -> int:
        """How many letters of a token stand before a place in it: those of a clitic."""
        return letters_before(self.text, self.tokens[position], start_char)

    def seat_person(self, ref: int, sighting: Sighting) -> None:
        first, last = sighting.start, sighting.end
        cut = _first_cut(sighting)
        start_char, end_char = self.chars(first, last, cut)
        link = self._link(first, cut)
        mark = Mark(MarkKind.PERSON, start_char, end_char, first, ref=ref, link=link)
        self._seat(mark, first, last)
        if sighting.name is not None:
            name_start, name_end = self.chars(*sighting.name, sighting.cut)
            self.names.append(Match(name_start, name_end, self.text[name_start:name_end]))
            self.name_positions.update(range(*sighting.name))

    def seat_body(self, ref: int, body: Body, *, named: bool = True) -> None:
        """A body inside the title of a person has its name read, and the mark stays the person's."""
        if named:
            start_char, end_char = self.chars(*body.name, body.name_cut)
            self.names.append(Match(start_char, end_char, self.text[start_char:end_char]))
        if any(position in self.seated for position in range(body.start, body.end)):
            return
        start_char, end_char = self.chars(body.start, body.end, body.cut)
        mark = Mark(
            MarkKind.ORGANISATION,
            start_char,
            end_char,
            body.start,
            ref=ref,
            link=self._link(body.start, body.cut),
            form=None if named else Form.DEFINITE,
            match=self._seat_of_government(body, (start_char, end_char)),
        )
        self._seat(mark, body.start, body.end)

    def _seat_of_government(self, body: Body, span: Span) -> PlaceMatch | None:
        """«في البيت الأبيض», «في الكرملين»: a government's own seat is a place too."""
        if body.kind is not ActorKind.GOVERNMENT or body.country is None:
            return None
        words = self.text[slice(*span)]
        return PlaceMatch(*span, words, body.country, words, "building")

    def _seat(self, mark: Mark, first: int, last: int) -> None:
        for position in range(first, last):
            self.seated.setdefault(position, (mark, last))

    def _link(self, position: int, cut: int) -> str | None:
        if cut:
            link = _CLITIC_LINKS.get(self.tokens[position].bare[cut - 1])
            if link is not None:
                return link
        back = position - 1
        while back >= 0 and (self.tokens[back].bare in _BEFORE_PLACES or back in self.places):
            back -= 1
        return _LINKS.get(self.tokens[back].bare) if back >= 0 else None

    def sentences(self) -> list[Sentence]:
        """The sentences of the paragraph as marks."""
        known = {**self._valued_marks(), **self.seated}
        stops = sorted({*known, *self.openings[Opens.MARK], *self.openings[Opens.MODAL]})
        found = []
        dateline = dateline_end(self.tokens, self.places)
        self.name_quotes = quotes_of_names(self.tokens, self.openings[Opens.QUOTE])
        for start, end in self.sentence_ranges:
            marks: list[Mark] = []
            modals: list[Mark] = []
            after = max(start, dateline)
            for position in stops[bisect_left(stops, after) : bisect_left(stops, end)]:
                if position < after:
                    continue
                mark, after = known.get(position) or self._mark_at(position)
                if mark is not None and mark.kind is MarkKind.MODAL:
                    modals.append(mark)
                elif mark is not None:
                    marks.append(joined(self.text, mark, marks[-1]) if marks else mark)
            found.append(Sentence(self.paragraph_no, tuple(marks), self.chars(start, end), tuple(modals)))
        return found

    def _valued_marks(self) -> dict[int, tuple[Mark, int]]:
        found: dict[int, tuple[Mark, int]] = {}
        kinds = (
            (MarkKind.NUMBER, self.numbers),
            (MarkKind.DATE, self.dates),
            (MarkKind.MONEY, self.money),
            (MarkKind.DURATION, self._durations()),
            (MarkKind.ITEM, find_items(self.text, self.tokens, self.numbers)),
        )
        for kind, matches in kinds:
            for match in matches:
                start, end = self.positions(match)
                link = time_link(self.tokens, start) if kind is MarkKind.DATE else None
                found[start] = (Mark(kind, match.start_char, match.end_char, start, link=link, match=match), end)
        for start, (place, end) in self.places.items():
            cut = letters_before(self.text, self.tokens[start], place.start_char)
            link = self._link(start, cut)
            mark = Mark(
                MarkKind.PLACE, place.start_char, place.end_char, start, value=place.value, link=link, match=place
            )
            found[start] = (mark, end)
        return found

    def _durations(self) -> list[DurationMatch]:
        return find_durations(self.text, self.tokens, self.numbers, self.openings[Opens.TIME_UNIT])

    def _mark_at(self, position: int) -> tuple[Mark | None, int]:
        """The mark of the words themselves, or of a comma or quotation mark, at a token that nothing covers."""
        told = mark_at(self.tokens, position)
        if told is not None:
            return in_its_place(self.text, self.tokens, told[0]), told[1]
        token = self.tokens[position]
        modality = modality_of(self.tokens, position)
        if modality is not None:
            form = Form.VERB if modality is Modality.POSSIBLE else None  # «قد» governs, «سيزور» speaks of itself
            mark = Mark(MarkKind.MODAL, token.start_char, token.end_char, position, value=modality.value, form=form)
            return mark, position + 1
        if token.text in "،," and position + 1 < len(self.tokens) and self.tokens[position + 1].bare.startswith("و"):
            return Mark(MarkKind.AND, token.start_char, token.end_char, position), position + 1
        if token.text in '"«»“”؛:' and position not in self.name_quotes:
            return Mark(MarkKind.BARRIER, token.start_char, token.end_char, position), position + 1
        return None, position + 1

    def spans(self) -> list[tuple[int, SpanKind, Match]]:
        """Everything read in the paragraph, claimed or not."""
        valued = [*self.numbers, *self.dates, *self.money]
        named = [*self.names, *self.place_matches]
        kinds: list[tuple[SpanKind, list[Match]]] = [
            (SpanKind.NUMBER, [*self.numbers, *digits_passed_over(self.text, valued)]),
            (SpanKind.DATE, [*self.dates]),
            (SpanKind.MONEY, [*self.money]),
            (SpanKind.NAME, [*self.names, *self._names_passed_over(named)]),
            (SpanKind.PLACE, [*self.place_matches, *self.open_places]),
        ]
        return [(self.paragraph_no, kind, match) for kind, matches in kinds for match in matches]

    def _names_passed_over(self, named: list[Match]) -> list[Match]:
        return names_passed_over(self.text, self.tokens, named, self.openings[Opens.GIVEN_NAME])


def _name_kingdoms(pages: list[_Page]) -> None:
    """«المملكة» is the kingdom that the article names."""
    meant = kingdom_meant([place for page in pages for place in page.place_matches], [page.tokens for page in pages])
    if meant is None:
        return
    for page in pages:
        taken = frozenset(spot for start, (_, end) in page.places.items() for spot in range(start, end))
        more = find_kingdoms(page.text, page.tokens, taken, meant, page.openings[Opens.KINGDOM])
        if more:
            page.place_matches = sorted([*page.place_matches, *more], key=lambda place: place.start_char)
            page.places = places_by_token(page.tokens, page.place_matches)


def _name_currencies(pages: list[_Page]) -> None:
    """A bare «دينار» that its paragraph does not tell is that of the countries the article names most."""
    doubtful = [page for page in pages if any(money.currency is None for money in page.money)]
    if not doubtful:
        return
    counts = Counter(place.value for page in pages for place in page.place_matches if place.kind != "city")
    most = [code for code, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:2]]
    for page in doubtful:
        page.money = page.money_of(most)


def _first_cut(sighting: Sighting) -> int:
    by_start = {title.start: title.cut for title in sighting.titles}
    return by_start.get(sighting.start, sighting.cut)


def _person_reading(person: Person, pages: list[_Page]) -> ActorReading:
    sightings = []
    country_place: tuple[int, PlaceMatch] | None = None
    for sighting in person.sightings:
        page = pages[sighting.paragraph]
        name = page.chars(*sighting.name, sighting.cut) if sighting.name else None
        told = () if refers_back(sighting) else sighting.titles  # «الوزير» alone says no more than who is meant
        titles = tuple(_title_reading(title, page) for title in told)
        words = page.words(*sighting.name, sighting.cut) if sighting.name else None
        sightings.append(SightingReading(page.paragraph_no, name, titles, words))
        for title in titles:
            if country_place is None and title.place is not None and title.kind != "kin":
                country_place = (page.paragraph_no, title.place)
    country = country_place[1].value if country_place else None
    return ActorReading(ActorKind.PERSON, tuple(sightings), country, country_place)


def _title_reading(title: Title, page: _Page) -> TitleReading:
    at = title.start, title.end, title.cut
    return TitleReading(page.chars(*at), title.kind, title.place, page.words(*at))


def _body_reading(body: Organisation, pages: list[_Page]) -> ActorReading:
    sightings = []
    for sighting in body.sightings:
        page, at = pages[sighting.paragraph], (*sighting.name, sighting.name_cut)
        sightings.append(SightingReading(page.paragraph_no, page.chars(*at), words=page.words(*at)))
    place = body.place
    country_place = None if place is None else (pages[place[0]].paragraph_no, place[1])
    return ActorReading(body.kind, tuple(sightings), body.country, country_place)


READER = ArabicReader()
