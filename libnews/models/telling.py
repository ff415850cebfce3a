"""What a database has from one article: its records as that article tells them."""

from dataclasses import dataclass
from functools import cached_property

from libnews.models.article import Article
from libnews.models.vocabulary import RecordType


@dataclass(frozen=True, slots=True)
class ToldValue:
    """One claim of a record: a participant or party is the record_id of that actor."""

    field: str
    value: str | None
    paragraph_no: int
    quote: str


@dataclass(frozen=True)
class ToldRecord:
    """One record with the claims that the article makes about it, in text order."""

    record_type: RecordType
    record_id: str
    told: tuple[ToldValue, ...]

    @cached_property
    def paragraph_nos(self) -> frozenset[int]:
        """The paragraphs that tell of it; of what it is part of others may."""
        return frozenset(one.paragraph_no for one in self.told if one.field != "part_of")

    def of(self, field: str) -> tuple[ToldValue, ...]:
        """The claims of one field."""
        return tuple(one for one in self.told if one.field == field)

    def values(self, field: str) -> set[str | None]:
        """The different values of one field."""
        return {one.value for one in self.told if one.field == field}


@dataclass(frozen=True, slots=True)
class ToldActor:
    """What resolution made of an actor, over all articles."""

    kind: str
    country: str | None


@dataclass(frozen=True)
class Telling:
    """One article, the records it tells of, and the actors among them by id."""

    article: Article
    records: tuple[ToldRecord, ...]
    actors: dict[str, ToldActor]

    def of_type(self, record_type: RecordType) -> list[ToldRecord]:
        """The records of one type, by id."""
        return [record for record in self.records if record.record_type is record_type]
