"""What a check found, and what could not be loaded."""

from pydantic import Field

from libnews.models.frozen import Frozen
from libnews.models.vocabulary import RejectedReason, Severity


class Finding(Frozen):
    """One broken rule at one place. SARIF 2.1.0: a result with ruleId, level, message and a physical location.

    `rule` is `table.problem` in kebab case; `key` names the row (its primary key); `file`, `line_no` and `col_no`
    (code points, from 1) lead to the words where the row comes from some.
    """

    rule: str = Field(pattern=r"^[a-z][a-z-]*\.[a-z][a-z-]*$")
    severity: Severity
    message: str
    table: str | None = None
    key: str | None = None
    file: str | None = None
    line_no: int | None = None
    col_no: int | None = None
    quote: str | None = None


class Rejected(Frozen):
    """A file that did not become an article, and why. Accepted and rejected together are what was given.

    `byte_offset` is the first byte that could not be read; `sha256` is null where the bytes were not read.
    """

    file: str
    locator: str | None = None
    reason: RejectedReason
    byte_offset: int | None = Field(default=None, ge=0)
    detail: str
    byte_length: int | None = Field(default=None, ge=0)
    sha256: str | None = Field(default=None, pattern=r"^[0-9a-f]{64}$")
