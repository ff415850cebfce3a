"""The rule every model follows: values do not change, and a field nobody defined is an error."""

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A value: immutable, comparable, hashable where its fields are, without unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")
