"""Claims from outside, as a person writes them in a spreadsheet or a program prints them: one claim a row."""

import re
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, ValidationError, model_validator

from libnews.models.claim import OWN_TYPE
from libnews.models.evidence import Evidence
from libnews.models.frozen import Frozen
from libnews.models.vocabulary import AttributionKind, Basis, Modality, RecordType

UNNAMED = "human:unnamed"
"""Who claims where nothing says so."""

_OF_SOURCE = ("attributed_kind", "attributed_count", "attributed_paragraph_no", "attributed_occurrence")
# A NUL ends a text for many programs, and half of a surrogate pair has no UTF-8.
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


def _storable(text: str) -> str:
    found = _UNSTORABLE.search(text)
    if found is not None:
        raise ValueError(f"holds the character U+{ord(found[0]):04X}, which no database stores")
    return text


def _record_type(name: str) -> str:
    if name not in set(RecordType) and not re.fullmatch(OWN_TYPE, name):
        raise ValueError(f"{name!r} is not one of {', '.join(RecordType)}, nor a type of your own (x_…)")
    return name


Words = Annotated[str, AfterValidator(_storable)]


class ClaimRow(Frozen):
    """One claim as it stands in a claims file. Empty cells are null.

    `file` is the article's file as the database names it, `record` the writer's own key: the rows of one key and one
    extractor in one file tell of one record, anchored on the first row's quote. `value` is as in table `claim`, except
    that a participant, party or part_of is the key of that record. `quote` is looked up verbatim in the article; where
    it stands several times `paragraph_no` and `occurrence` (from 1, within the paragraph where one is given) say which
    place is meant. Claims that make one value together carry the same `part`. `extractor` names who claims,
    `human:NAME` or `program:NAME`. `modality` is how surely it is said. `attributed_to` are the article's words for who
    says so, looked up in the quote's paragraph, else in the article; `attributed_paragraph_no` and
    `attributed_occurrence` (within that paragraph, or the quote's) say which place where they stand several times,
    `attributed_kind` and `attributed_count` are as in table `attribution`. `note` is for the writer and is not kept.

    >>> ClaimRow(file="a.txt", record="deal", record_type="agreement", field="amount", value="4000000000",
    ...          quote="4 مليارات", extractor="human:amal").part is None
    True
    """

    file: Words = Field(min_length=1)
    record: Words = Field(min_length=1)
    record_type: Annotated[str, AfterValidator(_record_type)]
    field: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    value: Words | None = None
    quote: Words = Field(min_length=1)
    paragraph_no: int | None = Field(default=None, ge=1)
    occurrence: int | None = Field(default=None, ge=1)
    part: int | None = Field(default=None, ge=1, lt=2**31)
    basis: Annotated[Basis, BeforeValidator(lambda given: Basis.STATED if given is None else given)] = Basis.STATED
    extractor: Words = Field(default=UNNAMED, pattern=r"^(human|program):\S+$")
    modality: Modality | None = None
    attributed_to: Annotated[Words, Field(min_length=1)] | None = None
    attributed_kind: AttributionKind | None = None
    attributed_count: int | None = Field(default=None, ge=1, lt=2**31)
    attributed_paragraph_no: int | None = Field(default=None, ge=1)
    attributed_occurrence: int | None = Field(default=None, ge=1)
    note: str | None = None

    @model_validator(mode="after")
    def _source_is_named(self) -> "ClaimRow":
        told = [name for name in _OF_SOURCE if getattr(self, name) is not None]
        if told and self.attributed_to is None:
            raise ValueError(f"column {told[0]}: there is no attributed_to that it could tell of")
        return self


class PlacedClaim(Frozen):
    """A claim from outside whose quote was found: the row and the exact words. What `libnews.write` takes.

    `source` are the words for who says so, where the row tells.
    """

    row: ClaimRow
    evidence: Evidence
    source: Evidence | None = None

    @model_validator(mode="after")
    def _words_are_the_quote(self) -> "PlacedClaim":
        row, words = self.row, self.evidence
        if (row.file, row.quote, row.basis) != (words.file, words.quote, words.basis):
            raise ValueError("the evidence is not of the row's file, quote and basis")
        source = self.source
        if row.attributed_to != (None if source is None else source.quote):
            raise ValueError("the source is not what the row's attributed_to says")
        if source is not None and source.article_id != words.article_id:
            raise ValueError("the source stands in another article")
        return self


class RefusedClaim(Frozen):
    """A row that was not taken in: the rule it breaks, why, and the places that hold its quote, if any do.

    `position` counts the rows given, from 0; `row` is null where what was given is no row at all.
    """

    row: ClaimRow | None
    position: int
    rule: str
    message: str
    places: tuple[Evidence, ...] = ()


def expected(error: ValidationError) -> str:
    """What a row should have had: each wrong column, and what was expected there.

    >>> try:
    ...     ClaimRow(file="a.txt", record="deal", record_type="agreement", field="kind", quote="x", occurrence=0)
    ... except ValidationError as error:
    ...     print(expected(error))
    column occurrence: Input should be greater than or equal to 1
    """
    said = []
    for one in error.errors(include_url=False, include_context=False, include_input=False):
        column = str(one["loc"][0]) if one["loc"] else "row"
        said.append(f"column {column}: {one['msg'].removeprefix('Value error, ')}")
    return "; ".join(said)
