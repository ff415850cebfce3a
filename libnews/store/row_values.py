"""What the record tables say, one row per value, whatever columns they have: for comparing and for citing."""

from typing import NamedTuple

from duckdb import DuckDBPyConnection

PRICE_FIELDS = ("amount", "currency", "amount_qualifier")
"""Columns that make one value together, which is called `amount`."""
# What follows from other columns, and what tells of an article's file rather than of the article.
_LEFT_OUT = frozenset(
    [
        "date_first", "date_last", "date_precision", "period_kind", "period_first", "period_last",
        "file", "locator", "sha256", "byte_length", "encoding", "published_on_basis", "metadata",
    ]
)  # fmt: skip
REFERENCES = ("participant", "party", "part_of", "same_as")
"""Fields whose value is the id of another record."""

_TABLES = ("meeting", "agreement", "trade_figure", "actor", "article")

_MEMBERS = """
SELECT 'meeting', meeting_id, 'participant', actor_id, coalesce(role, '') FROM main.meeting_participant
UNION ALL
SELECT 'agreement', agreement_id, 'party', actor_id, coalesce(role, '') FROM main.agreement_party
UNION ALL
SELECT 'agreement', agreement_id, 'item', item, concat_ws(' ', plain_digits(quantity), unit) FROM main.agreement_item
"""

PRICE = "concat_ws(' ', nullif({qualifier}, 'exactly'), plain_digits({amount}), {currency})"
"""Amount, currency and qualifier as one text; the view conflict writes them alike."""


class RowValue(NamedTuple):
    """A value that a record took; `detail` is a participant's role, or an item's quantity and unit, else ''."""

    record_id: str
    field: str
    value: str
    detail: str


def row_values(connection: DuckDBPyConnection) -> str:
    """The query for all values of all records: record_type, record_id, field, value, detail, is_reference.

    Columns are taken from the tables as they are, so that a new one needs no new code.
    """
    tables = "\nUNION ALL\n".join(_values_of(connection, table) for table in _TABLES)
    listed = ", ".join(f"'{field}'" for field in REFERENCES)
    return (
        f"SELECT record_type, record_id, field, value, detail, field IN ({listed}) AS is_reference\n"
        f"FROM ({tables}\nUNION ALL\n{_MEMBERS}) AS told (record_type, record_id, field, value, detail)"
    )


def _values_of(connection: DuckDBPyConnection, table: str) -> str:
    columns = [row[0] for row in connection.execute(f"SELECT column_name FROM (DESCRIBE main.{table})").fetchall()]
    key = f"{table}_id"
    told = [column for column in columns if column != key and column not in {*_LEFT_OUT, *PRICE_FIELDS}]
    taken = [f'CAST("{column}" AS VARCHAR) AS "{column}"' for column in told]
    if "amount" in columns:
        price = PRICE.format(qualifier="amount_qualifier", amount="amount", currency="currency")
        taken.append(f"nullif({price}, '') AS amount")
    return (
        f"SELECT '{table}', {key}, field, value, '' FROM (\n"
        f"    UNPIVOT (SELECT {key}, {', '.join(taken)} FROM main.{table})\n"
        f"    ON COLUMNS(* EXCLUDE {key}) INTO NAME field VALUE value)"
    )
