"""What a person decided about what was read: kept beside the claims, never over them."""

import re
from datetime import date
from functools import cached_property
from typing import Annotated, NamedTuple

from pydantic import BeforeValidator, Field, model_validator

from libnews.ids import make_id
from libnews.models.claim_row import Words
from libnews.models.frozen import Frozen
from libnews.models.vocabulary import JudgementAction

Given = Annotated[Words, Field(min_length=1)]


def _day(given: object) -> object:
    # Left to itself pydantic takes «20260205» for seconds since 1970.
    if isinstance(given, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", given, re.ASCII):
        raise ValueError("write the day as 2026-02-05")
    return given


class Anchor(NamedTuple):
    """The words that a judgement was decided on, wherever the ids of a later build lead."""

    file: str
    paragraph_no: int
    quote: str

    def __str__(self) -> str:
        return f"{self.file} ¶{self.paragraph_no} «{self.quote}»"

    @classmethod
    def of(cls, text: str) -> "Anchor | None":
        """The anchor that was written as `text`.

        >>> Anchor.of("news/a.txt ¶3 «خليفة حفتر»")
        Anchor(file='news/a.txt', paragraph_no=3, quote='خليفة حفتر')
        """
        found = _ANCHOR.fullmatch(text)
        return None if found is None else cls(found[1], int(found[2]), found[3])


_ANCHOR = re.compile(r"(.+) ¶([1-9]\d{0,8}) «(.+)»", re.ASCII | re.DOTALL)


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
    decided_on: Annotated[date, BeforeValidator(_day)]
    reason: Given | None = None

    @cached_property
    def judgement_id(self) -> str:
        """From all that it says."""
        return make_id(
            "judgement", self.action.value, self.id, self.other_id, self.file, self.paragraph_no, self.field,
            self.quote, self.value, self.decided_by, self.decided_on.isoformat(), self.reason,
        )  # fmt: skip

    @property
    def anchor(self) -> Anchor | None:
        """The words that it was decided on, where it gives them."""
        if self.file is None or self.paragraph_no is None or self.quote is None:
            return None
        return Anchor(self.file, self.paragraph_no, self.quote)

    @property
    def other_anchor(self) -> Anchor | None:
        """Of a pair the words of the other, where it gives them."""
        return Anchor.of(self.value) if self.action.is_of_pair and self.value is not None else None

    @property
    def signature(self) -> str:
        """Who decided when, and why."""
        return f"{self.decided_by} on {self.decided_on}" + (f": {self.reason}" if self.reason else "")

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


class Judged(NamedTuple):
    """A judgement in one database: what it is about there, and whether that was done.

    `judgement` has the ids of this database in `id` and `other_id`; `judgement_id` is that of the row as it was given.
    `why` says why it was not applied.
    """

    judgement_id: str
    judgement: Judgement
    applied: bool
    why: str | None = None
