"""A table whose digest is not the stored one."""

from libnews.models.frozen import Frozen


class DigestDifference(Frozen):
    """What the build wrote about a table (`expected`) and what stands there now (`found`).

    Digests are 32 hexadecimal digits. `expected` is null for a table without a row in `digest`, `found` for a row
    without a table; `table` is `schema` for columns, comments, views and macros. `row` is the key of the one row that
    changed, its parts with spaces between, where just one did and its key did not. `is_rewritten` where the table is as
    it was built, and its row in `digest` is not.
    """

    table: str | None
    expected_rows: int | None
    expected: str | None
    found_rows: int | None
    found: str | None
    row: str | None = None
    is_rewritten: bool = False
