"""One value of a query's answer as text."""

import json
from datetime import date
from decimal import Decimal


def plain(value: object) -> str:
    """`value` without loss: decimals in plain digits, dates as ISO 8601, lists and structs as JSON.

    >>> plain(Decimal("4E+9")), plain(date(2026, 2, 3)), plain(["حفتر", None]), plain(True)
    ('4000000000', '2026-02-03', '["حفتر", null]', 'true')
    """
    match value:
        case bool():
            return "true" if value else "false"
        case Decimal():
            return format(value, "f")
        case date():
            return value.isoformat()
        case list() | tuple() | dict():
            return json.dumps(value, ensure_ascii=False)
    return str(value)
