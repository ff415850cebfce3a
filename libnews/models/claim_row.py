"""Claims from outside, as a person writes them in a spreadsheet or a program prints them: one claim a row."""

from typing import Annotated

from pydantic import AfterValidator, Field, field_validator

from libnews.models.claim_fields import OWN
from libnews.models.evidence import Evidence
from libnews.models.frozen import Frozen
from libnews.models.vocabulary import Basis, RecordType


def _record_type(name: str) -> str:
    if name not in set(RecordType) and not (name.startswith(OWN) and len(name) > len(OWN)):
        raise ValueError(f"{name!r} is not one of {', '.join(RecordType)}, nor a type of your own (x_…)")
    return name


def _kept_later(text: str | None) -> str | None:
    if text is not None:
        raise ValueError("this version does not keep it: leave the column empty")
    return text


class ClaimRow(Frozen):
    """One claim as it stands in a claims file. Empty cells are null.

    `file` is the article's file as the database names it, `record` the writer's own key: the rows of one key in
    one file tell of one record, anchored on the first row's quote. `value` is as in table `claim`, except that a
    participant, party or part_of is the key of that record. `quote` is looked up verbatim in the article; where it
    stands several times `paragraph_no` and `occurrence` (from 1, within the paragraph where one is given) say which
    place is meant. Claims that make one value together carry the same `part`. `extractor` names who claims,
    `human:NAME` or `program:NAME`. `note` is for the writer and is not kept.

    >>> ClaimRow(file="a.txt", record="deal", record_type="agreement", field="amount", value="4000000000",
    ...          quote="4 مليارات", extractor="human:amal").part is None
    True
    """

    file: str = Field(min_length=1)
    record: str = Field(min_length=1)
    record_type: Annotated[str, AfterValidator(_record_type)]
    field: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    value: str | None = None
    quote: str = Field(min_length=1)
    paragraph_no: int | None = Field(default=None, ge=1)
    occurrence: int | None = Field(default=None, ge=1)
    part: int | None = Field(default=None, ge=1)
    basis: Basis = Basis.STATED
    extractor: str = Field(default="human:unnamed", pattern=r"^(human|program):\S+$")
    attributed_to: Annotated[str | None, AfterValidator(_kept_later)] = None
    modality: Annotated[str | None, AfterValidator(_kept_later)] = None
    note: str | None = None

    @field_validator("basis", mode="before")
    @classmethod
    def _stated_unless_said(cls, basis: object) -> object:
        return Basis.STATED if basis is None else basis


class PlacedClaim(Frozen):
    """A claim from outside whose quote was found: the row and the exact words. What `libnews.write` takes."""

    row: ClaimRow
    evidence: Evidence


class RefusedClaim(Frozen):
    """A row that was not taken in: the rule it breaks, why, and the places that hold its quote, if any do.

    `position` counts the rows given, from 0.
    """

    row: ClaimRow
    position: int
    rule: str
    message: str
    places: tuple[Evidence, ...] = ()
