"""Who is in an article: persons and bodies as the reader found them, and the countries its records speak of."""

from collections import Counter

from libnews.extract.draft import Draft, Place
from libnews.models import Article
from libnews.models.annotation import ActorReading, Reading
from libnews.models.match import PlaceMatch
from libnews.models.vocabulary import ActorKind, Basis, RecordType


class Cast:
    """The actors of one article; records ask it for the mention_id of whom they name."""

    def __init__(self, article: Article, reading: Reading) -> None:
        self.article = article
        self.reading = reading
        self._anchored: Counter[Place] = Counter()
        self._actors = [self._draft_actor(actor) for actor in reading.actors]
        self._ids = [draft.mention_id for draft in self._actors]
        self._countries: dict[str, Draft] = {}
        for paragraph_no, place in reading.places:
            if place.kind == "country":
                self._name_country(paragraph_no, place)

    def actor_id(self, ref: int) -> str:
        """The mention_id of a person or body, by its number in the reading."""
        return self._ids[ref]

    def kind_of(self, ref: int) -> ActorKind:
        """What a person or body is."""
        return self.reading.actors[ref].kind

    def country_of(self, ref: int) -> str | None:
        """The code of a person's or body's country, where the article or what is known of the body says it."""
        return self.reading.actors[ref].country

    def country_id(self, paragraph_no: int, place: PlaceMatch) -> str:
        """The mention_id of a country named at, or told by a nationality or city of, a place of the text."""
        self._name_country(paragraph_no, place)
        return self._countries[place.value].mention_id

    def drafts(self) -> list[Draft]:
        """All actors: persons and bodies in text order, then countries by code."""
        return self._actors + [self._countries[code] for code in sorted(self._countries)]

    def country_of_reading(self, ref: int) -> tuple[int, PlaceMatch] | None:
        """The words that say to which country a person or body belongs."""
        return self.reading.actors[ref].country_place

    def _name_country(self, paragraph_no: int, place: PlaceMatch) -> None:
        at = Place(paragraph_no, (place.start_char, place.end_char))
        draft = self._countries.get(place.value)
        if draft is None:
            draft = self._countries[place.value] = self._new_draft(at)
            basis = Basis.STATED if place.kind == "country" else Basis.INFERRED
            draft.add("kind", ActorKind.COUNTRY.value, at, basis)
            draft.add("country", place.value, at, basis)
        if place.is_reference:
            draft.add("name", place.name, at, Basis.RESOLVED)
        elif place.kind == "country":
            draft.add("name", place.text, at)
        elif place.kind == "nationality":
            draft.add("name", place.name, at, Basis.INFERRED)

    def _new_draft(self, at: Place) -> Draft:
        """A city or nationality may anchor its country on words that another actor is anchored on already."""
        self._anchored[at] += 1
        return Draft(self.article, RecordType.ACTOR, at, self._anchored[at])

    def _draft_actor(self, actor: ActorReading) -> Draft:
        first = actor.sightings[0]
        anchor = first.name or first.titles[0].span
        draft = self._new_draft(Place(first.paragraph_no, anchor))
        kind_words = first.titles[0].span if first.titles else anchor
        kind_basis = Basis.STATED if first.titles or actor.kind is not ActorKind.PERSON else Basis.INFERRED
        draft.add("kind", actor.kind.value, Place(first.paragraph_no, kind_words), kind_basis)
        for sighting in actor.sightings:
            if sighting.name is not None:
                at = Place(sighting.paragraph_no, sighting.name)
                draft.add("name", sighting.words or self._words(at), at)
            for title in sighting.titles:
                field = {"office": "role", "occupation": "role", "rank": "rank", "honorific": "rank"}.get(title.kind)
                if field is not None:
                    at = Place(sighting.paragraph_no, title.span)
                    draft.add(field, title.words or self._words(at), at)
                if title.place is not None and title.kind != "kin":
                    self._claim_country(draft, sighting.paragraph_no, title.place)
        if actor.kind is not ActorKind.PERSON and actor.country_place is not None:
            self._claim_country(draft, *actor.country_place)
        elif actor.kind is not ActorKind.PERSON and actor.country is not None:
            # What is known of a body by its name, as a country is of a city by its own.
            draft.add("country", actor.country, Place(first.paragraph_no, anchor), Basis.INFERRED)
        return draft

    def _claim_country(self, draft: Draft, paragraph_no: int, place: PlaceMatch) -> None:
        draft.add("country", place.value, Place(paragraph_no, (place.start_char, place.end_char)))

    def _words(self, at: Place) -> str:
        return self.article.paragraphs[at.paragraph_no - 1].text[slice(*at.span)]
