"""Mentions as resolution sees them: the values of their claims, ready to compare."""

from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from datetime import date

from libnews.models import Article, Claim, Edtf, Mention
from libnews.models.vocabulary import RecordType
from libnews.readers import Reader, reader_for

Place = tuple[int, int, int]


@dataclass(slots=True)
class Told:
    """One mention with its article's day and the values of its claims, by field, in text order."""

    mention: Mention
    published_on: date | None
    language: str | None
    file: str
    extractor: str = ""
    values: dict[str, list[str]] = field(default_factory=dict)
    parts: dict[tuple[str, int], str] = field(default_factory=dict)
    places: dict[str, list[Place]] = field(default_factory=dict)
    """Where the values of an actor stand, as in `values`: paragraph and span."""

    @property
    def id(self) -> str:
        return self.mention.mention_id

    @property
    def order(self) -> tuple[date, str]:
        """Earliest published first, undated last, then by id."""
        return self.published_on or date.max, self.id

    @property
    def teller(self) -> str:
        """Who tells where: one extractor in one article, which keeps apart what it tells apart."""
        return f"{self.mention.article_id} {self.extractor}"

    def all(self, name: str) -> list[str]:
        return self.values.get(name, [])

    def first(self, name: str) -> str | None:
        values = self.values.get(name)
        return values[0] if values else None

    def dates(self, name: str = "date") -> list[Edtf]:
        return [Edtf(value) for value in self.all(name)]

    @property
    def reader(self) -> Reader | None:
        return reader_for(self.language)


def name_parts(name: str, reader: Reader | None) -> tuple[str, ...]:
    """The parts of a name as its language compares them; without a reader, its words."""
    return tuple(name.casefold().split()) if reader is None else reader.name_parts(name)


def body_parts(name: str, country: str | None, reader: Reader | None) -> tuple[str, ...]:
    """The parts of a body's name that tell it from others of its country; without a reader, its words."""
    return tuple(name.casefold().split()) if reader is None else reader.body_parts(name, country)


def tell(articles: Iterable[Article], mentions: Iterable[Mention], claims: Iterable[Claim]) -> list[Told]:
    """All mentions with their claims' values, sorted by id."""
    by_article = {article.article_id: article for article in articles}
    told: dict[str, Told] = {}
    for mention in mentions:
        article = by_article[mention.article_id]
        told[mention.mention_id] = Told(mention, article.published_on, article.language, article.file)
    for claim in sorted(claims, key=_in_text_order):
        view = told[claim.mention_id]
        view.extractor = claim.extractor
        if claim.value is None:
            continue
        view.values.setdefault(claim.field, []).append(claim.value)
        if view.mention.record_type is RecordType.ACTOR:
            words = claim.evidence
            place = words.paragraph_no, words.start_char, words.end_char
            view.places.setdefault(claim.field, []).append(place)
        if claim.part is not None:
            view.parts[claim.field, claim.part] = claim.value
    return [told[key] for key in sorted(told)]


def _in_text_order(claim: Claim) -> tuple[int, int, int, str]:
    """An order that the database keeps, so that claims read back from it are resolved alike."""
    return claim.evidence.paragraph_no, claim.evidence.start_char, claim.evidence.end_char, claim.claim_id


def of_type(told: Iterable[Told], record_type: RecordType) -> list[Told]:
    """The mentions of one record type."""
    return [view for view in told if view.mention.record_type is record_type]


def leave_out(actors: Container[str], told: Iterable[Told]) -> None:
    """Take these mentions of actors out of what meetings and agreements say of who takes part."""
    for view in told:
        for name in ("participant", "party"):
            gone = [who for who in view.all(name) if who in actors]
            if gone:
                view.values[name] = [who for who in view.all(name) if who not in actors]
                view.parts = {key: who for key, who in view.parts.items() if key[0] != name or who not in actors}
