"""What all records share: a value that neither words nor a person bear out cannot stand in one."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, Field, PlainSerializer, model_validator

from libnews.models.evidence import Evidence
from libnews.models.frozen import Frozen
from libnews.models.judgement import Judgement

Provenance = Annotated[
    Mapping[str, tuple[Evidence, ...]],
    AfterValidator(lambda given: MappingProxyType(dict(given))),
    PlainSerializer(dict),
]
"""Field name to the places it was read from."""

Corrections = Annotated[
    Mapping[str, Judgement],
    AfterValidator(lambda given: MappingProxyType(dict(given))),
    PlainSerializer(dict),
]
"""Field name to the judgement that gave its value."""


class Record(Frozen):
    """A record: what the mentions of one thing add up to.

    `provenance` maps each field to its evidence. `corrections` maps the fields whose value a person gave, whatever the
    evidence says, to the judgement that did.
    """

    claimed: ClassVar[tuple[str, ...]] = ()
    """Fields that need evidence, or a correction, where they have a value, by the name their claims carry."""

    provenance: Provenance = Field(repr=False)
    corrections: Corrections = Field(default_factory=dict, repr=False, validate_default=True)

    def claimed_value(self, field: str) -> Any:
        """The value whose evidence is `provenance[field]`; empty collections count as no value."""
        return getattr(self, field)

    @model_validator(mode="after")
    def _values_have_evidence(self) -> "Record":
        bare = [
            field
            for field in self.claimed
            if self.claimed_value(field) not in (None, ())
            and not self.provenance.get(field)
            and not self._is_corrected(field)
        ]
        if bare:
            raise ValueError(f"no evidence for {', '.join(bare)}")
        return self

    def _is_corrected(self, field: str) -> bool:
        # A corrected amount without a qualifier is exact, a corrected currency alone the currency of an unknown amount.
        given = self.corrections.keys()
        return field in given or (field == "amount_qualifier" and not given.isdisjoint({"amount", "currency"}))
