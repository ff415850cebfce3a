"""Records of one type of one article: which were found, which missed, which are extra."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from libnews.evaluation.case import Case
from libnews.evaluation.pairing import Link, pair
from libnews.evaluation.wording import gold_line, told_line
from libnews.models.gold import GoldRecord
from libnews.models.telling import ToldRecord

Gold = TypeVar("Gold", bound=GoldRecord)


def judge(
    case: Case,
    subject: str,
    told: Sequence[ToldRecord],
    gold: Sequence[Gold],
    links: Iterable[Link],
    must: Callable[[Gold], bool] = lambda gold: not gold.optional,
    evidence: Sequence[str] = (),
) -> list[tuple[ToldRecord, Gold]]:
    """Count the records of one type, and return those found, each with its gold record.

    A gold record that `must` not be found counts neither as found nor as missed, and a record of the database that goes
    with it is not extra. `evidence` are the fields whose words show why a record is there.
    """
    by_id = {record.record_id: record for record in told}
    pairs = [(by_id[record_id], gold[at]) for record_id, at in pair(links) if isinstance(at, int)]
    found = [(record, one) for record, one in pairs if must(one)]
    for _ in found:
        case.found(subject)
    for one in gold:
        if must(one) and not any(one is other for _, other in pairs):
            case.missed(subject, gold_line(case, one), one.paragraphs)
    for record in told:
        if not any(record is other for other, _ in pairs):
            case.extra(subject, told_line(case, record), record, evidence)
    return found
