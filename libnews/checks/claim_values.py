"""Fields and values of claims, each distinct one looked at once."""

from collections.abc import Iterable, Iterator

from libnews.checks.queries import Query, run
from libnews.checks.rule import Found, Rule, Scope
from libnews.models.claim_fields import OPEN, is_field, is_value

FIELD_UNKNOWN = Rule(
    code="claim.field-unknown",
    title="A claim has a field that its record does not have",
    why="No record takes its value from there.",
    example="update claim set field = 'venue' where field = 'item'",
    reads=("claim", "mention"),
)
VALUE_INVALID = Rule(
    code="claim.value-invalid",
    title="A claim's value is not one its field can have",
    why="A value is a vocabulary word, EDTF, plain decimal digits, an ISO code, an ISO 8601 duration or words.",
    example="update claim set value = '2024-13' where field = 'date' and value = '2024-05'",
    reads=("claim", "mention"),
)
RULES = (FIELD_UNKNOWN, VALUE_INVALID)
_JOINED = "from claim c join mention m using (mention_id)"


def check(scope: Scope) -> Iterator[Found]:
    """Which claims have a field or a value they cannot have."""
    if not scope.can_tell(FIELD_UNKNOWN):
        return
    fields = scope.connection.execute(
        f"select distinct m.record_type, c.field {_JOINED} where m.record_type is not null and c.field is not null"
    ).fetchall()
    known = [pair for pair in fields if is_field(*pair)]
    yield _where(scope, FIELD_UNKNOWN, ("m.record_type", "c.field"), set(fields) - set(known))
    yield _where(scope, VALUE_INVALID, ("m.record_type", "c.field", "c.value"), _invalid(scope, known))


def _invalid(scope: Scope, known: list[tuple[str, str]]) -> Iterator[tuple[str, str, str]]:
    closed = sorted({field for _, field in known} - OPEN)
    rows = scope.connection.execute(
        f"select distinct m.record_type, c.field, c.value {_JOINED} where c.value is not null "
        "and (c.field in (select unnest(?::varchar[])) or trim(c.value) = '')",
        (closed,),
    ).fetchall()
    return (row for row in rows if row[:2] in known and not is_value(*row))


def _where(scope: Scope, rule: Rule, columns: tuple[str, ...], broken: Iterable[tuple[str, ...]]) -> Found:
    rows = sorted(broken)
    if not rows:
        return Found(rule, 0, ())
    listed = ", ".join("unnest(?::varchar[])" for _ in columns)
    query = Query(
        **rule.model_dump(),
        sql="select 'claim' as table_name, c.claim_id as key, c.article_id, c.paragraph_no, c.start_char, c.quote, "
        f"concat_ws(' ', m.record_type || '.' || c.field, '«' || left(c.value, 80) || '»') as detail {_JOINED} "
        f"where ({', '.join(columns)}) in (select ({listed}))",
    )
    return run(scope, query, tuple(list(column) for column in zip(*rows, strict=True)))
