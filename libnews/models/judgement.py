"""What a person decided about what was read: kept beside the claims, never over them."""

from datetime import date
from functools import cached_property
from typing import Annotated

from pydantic import Field, model_validator

from libnews.ids import make_id
from libnews.models.claim_row import Words
from libnews.models.frozen import Frozen
from libnews.models.vocabulary import JudgementAction

Given = Annotated[Words, Field(min_length=1)]


class Judgement(Frozen):
    """One decision, as a row of judgements.csv holds it. Empty cells are null.

    `id` is the record, mention or claim it is about, `other_id` the other record or mention of `same`, `different` and
    `unsure`. `file`, `paragraph_no` and `quote` anchor it on the words, so that it is found again when a better reader
    gives them another id; of a pair `value` anchors the other one, written `FILE ¶N «QUOTE»`. `field` is the field of
    the record that is accepted, rejected, corrected or explained, `value` what `correct` puts there. `decided_by` and
    `decided_on` say who and when, `reason` why.

    >>> Judgement(action="correct", id="meeting_x", field="city", value="بنغازي", decided_by="amal",
    ...           decided_on="2026-02-05", reason="the statement says so").action.value
    'correct'
    """

    action: JudgementAction
    id: Given
    other_id: Given | None = None
    file: Given | None = None
    paragraph_no: int | None = Field(default=None, ge=1, lt=2**31)
    field: str | None = Field(default=None, pattern=r"^[a-z][a-z0-9_]*$")
    quote: Given | None = None
    value: Given | None = None
    decided_by: Given
    decided_on: date
    reason: Given | None = None

    @cached_property
    def judgement_id(self) -> str:
        """From all that it says."""
        return make_id(
            "judgement", self.action.value, self.id, self.other_id, self.file, self.paragraph_no, self.field,
            self.quote, self.value, self.decided_by, self.decided_on.isoformat(), self.reason,
        )  # fmt: skip

    @model_validator(mode="after")
    def _has_what_its_action_needs(self) -> "Judgement":
        if self.action.is_of_pair and self.other_id is None:
            raise ValueError(f"column other_id: {self.action.value} is about two records; give the id of the other")
        if not self.action.is_of_pair and self.other_id is not None:
            raise ValueError(f"column other_id: {self.action.value} is about one record; leave it empty")
        if self.other_id == self.id:
            raise ValueError("column other_id: the same as id; a pair is of two records")
        if self.action in (JudgementAction.CORRECT, JudgementAction.EXPLAIN) and self.field is None:
            raise ValueError(f"column field: {self.action.value} is about one field of a record; name it")
        if self.action is JudgementAction.CORRECT and self.value is None:
            raise ValueError("column value: give what the field should say; to take a value away, reject its claim")
        return self
