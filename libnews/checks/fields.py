"""Kinds of column, each with the one check its values are held to."""

from enum import StrEnum
from typing import Annotated, Any

import ibis.expr.datatypes as dt
import pandera.ibis as pa
from pandera.dtypes import immutable
from pandera.engines import ibis_engine

from libnews.models.codes import countries, currencies

# A failed check fetches its failing rows; the findings ask for theirs by key, so one is enough.
_SHOWN = 1


# pandera knows no JSON for ibis.
@ibis_engine.Engine.register_dtype(equivalents=[dt.JSON, dt.json, dt.JSON(nullable=False)])
@immutable
class Json(ibis_engine.DataType):
    """A column of type JSON."""

    type = dt.json


Amount = Annotated[ibis_engine.Decimal, 38, 4]
"""DECIMAL(38,4): an exact number."""
Day = dt.Date
"""DATE: a day."""
Count = dt.Int64
"""BIGINT: how many."""
Number = dt.Int32
"""INTEGER: a place, counted in lines, characters or paragraphs."""
Text = str
"""VARCHAR: text."""
Sum = Annotated[ibis_engine.Decimal, 38, 0]
"""DECIMAL(38,0): a whole number of any size."""
Flag = bool
"""BOOLEAN: yes or no."""


def given() -> Any:
    """A value that must be there, whatever it is."""
    return pa.Field(nullable=False)


def optional() -> Any:
    """A value that may be missing."""
    return pa.Field(nullable=True)


def filled(*, nullable: bool = False) -> Any:
    """Text with something in it."""
    return pa.Field(nullable=nullable, str_length={"min_value": 1}, n_failure_cases=_SHOWN)


def identifier(*prefixes: str) -> Any:
    """An id made by `libnews.ids.make_id` with one of these prefixes."""
    return matching(rf"^({'|'.join(prefixes)})_[a-z2-7]{{20}}$")


def matching(pattern: str, *, nullable: bool = False) -> Any:
    r"""Text of this form, from `^` to `$`.

    RE2 reads it, and on other frames Python or Rust: no look-ahead, and no `\d` or `\S`, which are not the same to all.
    """
    return pa.Field(nullable=nullable, str_matches=pattern, n_failure_cases=_SHOWN)


def sha256(*, nullable: bool = False) -> Any:
    """64 hexadecimal digits in lower case."""
    return matching(r"^[0-9a-f]{64}$", nullable=nullable)


def word(vocabulary: type[StrEnum], *, nullable: bool = False) -> Any:
    """A word of a closed vocabulary."""
    return pa.Field(nullable=nullable, isin=[member.value for member in vocabulary], n_failure_cases=_SHOWN)


def country() -> Any:
    """ISO 3166-1 alpha-3, or missing."""
    return pa.Field(nullable=True, isin=sorted(countries()), n_failure_cases=_SHOWN)


def currency() -> Any:
    """ISO 4217, or missing."""
    return pa.Field(nullable=True, isin=sorted(currencies()), n_failure_cases=_SHOWN)


def at_least(minimum: int, *, nullable: bool = False) -> Any:
    """A number that is not below `minimum`."""
    return pa.Field(nullable=nullable, ge=minimum, n_failure_cases=_SHOWN)
