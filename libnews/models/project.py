"""What `libnews.toml` says of a project: what it is made of, which rules it does without, what it must come to."""

from pathlib import Path
from typing import Annotated

from pydantic import Field, model_validator

from libnews.models.frozen import Frozen

Share = Annotated[float, Field(ge=0, le=1, strict=True, allow_inf_nan=False)]
"""A part of all rows, from 0 (none) to 1 (all)."""
RowCount = Annotated[int, Field(ge=0, strict=True)]
"""How many rows."""


class _Limits(Frozen):
    """A least and a greatest, either of which may be left open."""

    min: float | None = None
    max: float | None = None

    @model_validator(mode="after")
    def _in_order(self) -> "_Limits":
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ValueError("min is above max")
        return self


class Filled(_Limits):
    """How many of a column's rows have a value, as a share of all."""

    min: Share | None = None
    max: Share | None = None


class Bounds(_Limits):
    """How many rows a table has, and by column how many of them have a value.

    >>> Bounds(min=5, filled={"city": 0.5}).filled["city"]
    Filled(min=0.5, max=None)
    """

    min: RowCount | None = None
    max: RowCount | None = None
    filled: dict[str, Filled] = Field(default_factory=dict)

    @model_validator(mode="before")
    @classmethod
    def _share_alone(cls, told: object) -> object:
        """A share alone is the least there must be."""
        if not isinstance(told, dict) or not isinstance(told.get("filled"), dict):
            return told
        filled = {name: {"min": one} if isinstance(one, int | float) else one for name, one in told["filled"].items()}
        return {**told, "filled": filled}


class Project(Frozen):
    """The settings of one project; `file` is the `libnews.toml` they stand in, and every path is absolute."""

    file: Path
    db: Path | None = None
    sources: tuple[Path, ...] = ()
    claims: tuple[Path, ...] = ()
    judgements: tuple[Path, ...] = ()
    actors: Path | None = None
    metadata: Path | None = None
    rules_off: dict[str, str] = Field(default_factory=dict)
    bounds: dict[str, Bounds] = Field(default_factory=dict)
