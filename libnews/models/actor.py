"""Someone or something that acts."""

from typing import ClassVar

from pydantic import model_validator

from libnews.models.money import CountryCode
from libnews.models.record import Record
from libnews.models.vocabulary import ActorKind


class Actor(Record):
    """A person, a country or a body that acts. FollowTheMoney: Person, PublicBody, Organization, Company.

    `name` is null for one known only by an office. `country` is ISO 3166-1 alpha-3. A country is an actor whose
    `actor_id` is its ISO code and whose kind needs no claim. A name or country without evidence cannot be built.
    `name_en` and `wikidata_id` are those that a file of known actors gives.
    """

    claimed: ClassVar[tuple[str, ...]] = ("kind", "name", "country")

    actor_id: str
    kind: ActorKind
    name: str | None = None
    country: CountryCode | None = None
    name_en: str | None = None
    wikidata_id: str | None = None

    def claimed_value(self, field: str) -> object:
        if field == "kind" and self.kind is ActorKind.COUNTRY:
            return None
        return super().claimed_value(field)

    @model_validator(mode="after")
    def _country_is_its_code(self) -> "Actor":
        if self.kind is ActorKind.COUNTRY and self.country not in (None, self.actor_id):
            raise ValueError("a country's actor_id is its ISO code")
        return self
