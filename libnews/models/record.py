"""What all records share: a value without evidence cannot stand in one."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, Field, PlainSerializer, model_validator

from libnews.models.evidence import Evidence
from libnews.models.frozen import Frozen

Provenance = Annotated[
    Mapping[str, tuple[Evidence, ...]],
    AfterValidator(lambda given: MappingProxyType(dict(given))),
    PlainSerializer(dict),
]
"""Field name to the places it was read from."""


class Record(Frozen):
    """A record: what the mentions of one thing add up to. `provenance` maps each field to its evidence."""

    claimed: ClassVar[tuple[str, ...]] = ()
    """Fields that need evidence where they have a value, by the name their claims carry."""

    provenance: Provenance = Field(repr=False)

    def claimed_value(self, field: str) -> Any:
        """The value whose evidence is `provenance[field]`; empty collections count as no value."""
        return getattr(self, field)

    @model_validator(mode="after")
    def _values_have_evidence(self) -> "Record":
        bare = [
            field
            for field in self.claimed
            if self.claimed_value(field) not in (None, ()) and not self.provenance.get(field)
        ]
        if bare:
            raise ValueError(f"no evidence for {', '.join(bare)}")
        return self
