"""Mentions as resolution sees them: the values of their claims, ready to compare."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from libnews.models import Edtf
from libnews.models.corpus import ReadClaim, Teller
from libnews.models.vocabulary import ActorKind, RecordType
from libnews.readers import Reader, reader_for

Place = tuple[int, int, int]


@dataclass(slots=True)
class Told:
    """One mention with the values of its claims, by field, in text order."""

    id: str
    teller: Teller
    values: dict[str, list[str]] = field(default_factory=dict)
    parts: dict[tuple[str, int], str] = field(default_factory=dict)
    places: dict[str, list[Place]] = field(default_factory=dict)
    """Where the values of an actor stand, as in `values`: paragraph and span."""

    @property
    def article_id(self) -> str:
        return self.teller.article_id

    @property
    def published_on(self) -> date | None:
        return self.teller.published_on

    def all(self, name: str) -> list[str]:
        return self.values.get(name, [])

    def first(self, name: str) -> str | None:
        values = self.values.get(name)
        return values[0] if values else None

    def dates(self, name: str = "date") -> list[Edtf]:
        return [Edtf(value) for value in self.all(name)]

    @property
    def reader(self) -> Reader | None:
        return reader_for(self.teller.language)


def name_parts(name: str, reader: Reader | None) -> tuple[str, ...]:
    """The parts of a name as its language compares them; without a reader, its words."""
    return tuple(name.casefold().split()) if reader is None else reader.name_parts(name)


def body_parts(name: str, country: str | None, reader: Reader | None) -> tuple[str, ...]:
    """The parts of a body's name that tell it from others of its country; without a reader, its words."""
    return tuple(name.casefold().split()) if reader is None else reader.body_parts(name, country)


def tell(lines: Iterable[ReadClaim]) -> Iterator[Told]:
    """The mentions that these lines tell of, one after the other; the lines of each stand together."""
    for mention_id, claims in groupby(lines, key=lambda line: line.mention_id):
        told = list(claims)
        view = Told(mention_id, told[0].teller)
        for claim in told:
            if claim.value is not None:
                _add(claim, claim.value, view)
        yield view


def _add(claim: ReadClaim, value: str, view: Told) -> None:
    view.values.setdefault(claim.field, []).append(value)
    if view.teller.record_type == RecordType.ACTOR:
        view.places.setdefault(claim.field, []).append((claim.paragraph_no, claim.start_char, claim.end_char))
    if claim.part is not None:
        view.parts[claim.field, claim.part] = value


def country_of(actor: Told) -> str | None:
    """The code of the country that a mention tells of, which is its record, whatever the article; else `None`."""
    return actor.first("country") if actor.first("kind") in (None, ActorKind.COUNTRY) else None


def leave_out(actors: Container[str], view: Told) -> Told:
    """Take these mentions of actors out of what a meeting or an agreement says of who takes part."""
    for name in ("participant", "party"):
        gone = [who for who in view.all(name) if who in actors]
        if gone:
            view.values[name] = [who for who in view.all(name) if who not in actors]
            view.parts = {key: who for key, who in view.parts.items() if key[0] != name or who not in actors}
    return view
