"""Which rows of claims tell of one record: the writer's key, and whose key it is."""

import re
from typing import NamedTuple

from libnews.models.claim_row import ClaimRow

_MENTION_ID = re.compile(r"[a-z][a-z0-9_]*_[a-z2-7]{20}")


class RecordKey(NamedTuple):
    """Rows of one key make one mention.

    Two people may both write «m1», so the key is the extractor's own. A mention_id, which `libnews claims` writes, is
    the same for all (`extractor` is null): so a row that somebody corrects under his own name stays with its record.
    """

    file: str
    record: str
    extractor: str | None


def record_key(row: ClaimRow, record: str | None = None) -> RecordKey:
    """The key of the row's own record, or of another `record` that it names.

    >>> row = ClaimRow(file="a.txt", record="m1", record_type="meeting", field="kind", quote="x")
    >>> record_key(row)
    RecordKey(file='a.txt', record='m1', extractor='human:unnamed')
    """
    name = row.record if record is None else record
    return RecordKey(row.file, name, None if _MENTION_ID.fullmatch(name) else row.extractor)
