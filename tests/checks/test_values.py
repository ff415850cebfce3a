"""What the rules say of single values agrees with the models, the contract and Python."""

import re
import sys
from datetime import date
from decimal import Decimal

import duckdb
import ibis
import pandera.errors
import pytest
from hypothesis import given
from hypothesis import strategies as st

from libnews.checks import columns, dates, queries, schemas
from libnews.models import Actor, Agreement, Edtf, Meeting, TradeFigure
from libnews.models.claim_fields import FIELDS, is_field, is_value
from libnews.models.money import fits_column
from libnews.models.vocabulary import RecordType

_DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
_EDTF = st.one_of(
    _DAYS.map(str),
    _DAYS.map(lambda day: str(day)[:7]),
    _DAYS.map(lambda day: str(day)[:4]),
    st.tuples(_DAYS, _DAYS).map(lambda days: "/".join(map(str, sorted(days)))),
    _DAYS.map(lambda day: f"../{day}"),
    _DAYS.map(lambda day: f"{day}/.."),
)


def _row(text: str) -> tuple[str | None, ...]:
    edtf = Edtf(text)
    days = (None if day is None else str(day) for day in (edtf.first, edtf.last))
    return (text, *days, edtf.precision.value)


@given(_EDTF)
def test_a_date_agrees_with_its_own_columns(text: str) -> None:
    assert dates._broken(_row(text), "precision") is None


@given(_EDTF, st.integers(1, 3), st.one_of(st.none(), st.text(max_size=10)))
def test_a_date_disagrees_with_any_other_columns(text: str, place: int, value: str | None) -> None:
    row = list(_row(text))
    broken = row[place] != value
    row[place] = value
    assert (dates._broken(tuple(row), "precision") is dates.DATE_DIFFERS) == broken


@given(st.text())
def test_text_is_a_date_exactly_where_the_model_says_so(text: str) -> None:
    try:
        Edtf(text)
    except ValueError:
        assert dates._broken((text, None, None, None), "precision") is dates.DATE_MALFORMED
    else:
        assert is_value("meeting", "date", text)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=0, max_value=10**30))
def test_plain_digits_are_amounts(number: Decimal) -> None:
    assert is_value("agreement", "amount", f"{fits_column(number):f}")


@pytest.mark.parametrize("value", ["1e6", "1,000", "١٩", "0.00001", "", "NaN", "+5", "9" * 35, "1.", ".5", " 1"])
def test_what_is_no_plain_number(value: str) -> None:
    """Each of these is a number to Python's Decimal or to a reader, and not to the column."""
    assert not is_value("agreement", "amount", value)


@pytest.mark.parametrize("model", [Actor, Meeting, Agreement, TradeFigure])
def test_every_field_of_a_model_that_needs_evidence_can_be_claimed(
    model: type[Actor | Meeting | Agreement | TradeFigure],
) -> None:
    record_type = re.sub(r"(?<!^)(?=[A-Z])", "_", model.__name__).lower()
    assert all(is_field(record_type, field) for field in model.claimed)


def test_every_record_type_has_fields() -> None:
    assert FIELDS.keys() == set(RecordType)


def test_white_space_is_what_strip_takes() -> None:
    """The SQL lists the characters by number; DuckDB's trim without them knows the space alone."""
    (query,) = (query for query in queries.RULES if query.code == "paragraph.text-untrimmed")
    listed = {chr(int(number)) for number in re.findall(r"chr\((\d+)\)", query.sql)}
    assert listed == {chr(code) for code in range(sys.maxunicode + 1) if chr(code).isspace()}


def _meeting(con: duckdb.DuckDBPyConnection) -> ibis.Table:
    return columns._backend(con).table("meeting")


@pytest.mark.filterwarnings("ignore:fetch_arrow_table")
@pytest.mark.filterwarnings("ignore:.*infer_string")
def test_public_schema_accepts_and_refuses(con: duckdb.DuckDBPyConnection) -> None:
    """`libnews.schemas` is there for users too, with pandera's own checks."""
    schemas.Meeting.validate(_meeting(con), lazy=True)
    con.execute("update meeting set kind = 'brawl'")
    with pytest.raises(pandera.errors.SchemaErrors):
        schemas.Meeting.validate(_meeting(con), lazy=True)


def test_schemas_are_the_tables_of_the_store(con: duckdb.DuckDBPyConnection) -> None:
    """The contract is written twice, in schema.sql and in pandera: they must not drift apart."""
    from libnews.checks.structure import contract, stored

    assert stored(con) == contract()
