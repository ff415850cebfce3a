"""People and bodies that a user knows already."""

from typing import Annotated

from pydantic import Field

from libnews.models.claim_row import Words
from libnews.models.frozen import Frozen
from libnews.models.money import CountryCode
from libnews.models.vocabulary import ActorKind

Given = Annotated[Words, Field(min_length=1)]


class KnownActor(Frozen):
    """One row of a file of known actors: names by which articles may call one person or body. Empty cells are null.

    `known_id` is the writer's own key, `name` the form that records show, `aliases` other forms, in any language;
    `name_en` and `wikidata_id` stand in table `actor` for whoever is found to be this one.

    >>> KnownActor(known_id="kaabi", name="سالم الكعبي", aliases=("سالم بن علي الكعبي",), country="OMN").names
    ('سالم الكعبي', 'سالم بن علي الكعبي')
    """

    known_id: Given
    name: Given
    aliases: tuple[Given, ...] = ()
    name_en: Given | None = None
    kind: ActorKind = ActorKind.PERSON
    country: CountryCode | None = None
    wikidata_id: str | None = Field(default=None, pattern=r"^Q[1-9][0-9]*$")

    @property
    def names(self) -> tuple[str, ...]:
        """All forms of the name, the one for records first."""
        return (self.name, *self.aliases)
