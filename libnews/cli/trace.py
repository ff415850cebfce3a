"""`libnews trace`."""

from argparse import Namespace
from typing import Any

from libnews.cli.screen import complain
from libnews.errors import InputError, UnknownRecordError
from libnews.models import Article, Record
from libnews.models.claim_fields import OWN
from libnews.reports import headlines, trace
from libnews.store import Database, connect
from libnews.store.damage import damage_told
from libnews.store.judgements import read_judgements, rejected_claims, rejection_of
from libnews.store.search import Headline, named, record_of_claim, search
from libnews.store.search import headlines as headlines_of


def run(arguments: Namespace) -> int:
    """Print every value of one record with the words it was read from; 2 where the name fits several."""
    with connect(arguments.db) as database, damage_told(arguments.db):
        record_id = record_of_claim(database.connection, arguments.record)
        if record_id is not None:
            print(_traced(database, record_id, arguments.field, arguments.record))
            return 0
        found = _sought(database, arguments.record)
        if isinstance(found, str):
            print(_traced(database, found, arguments.field))
            return 0
    complain(f"{arguments.record!r} fits {len(found)} records; give the id of the one you mean:")
    complain(headlines.render(found))
    return InputError.exit_code


def _sought(database: Database, sought: str) -> str | list[Headline]:
    """The id meant, or the records to choose from: actors go before all others, one of exactly this name first of all.

    A single word is nobody's exact name: many carry the same family name."""
    try:
        database.provenance_of(sought)
    except UnknownRecordError:
        if rejection_of(database.connection, sought) is not None:
            raise
        whole = named(database.connection, sought) if len(sought.split()) > 1 else []
        found = whole or search(database.connection, sought)
    else:
        return sought
    best = [one for one in found if one.record_type == "actor"] or found
    if not best:
        raise UnknownRecordError(f"{database.path} has no record with the id or name {sought!r}")
    return best[0].record_id if len(best) == 1 else best


def _traced(database: Database, record_id: str, field: str | None, claim_id: str | None = None) -> str:
    claims = database.provenance_of(record_id)
    record_id = claims[0]["record_id"] if claims else record_id
    rows = [row for row in claims if field in (None, row["field"]) and claim_id in (None, row["claim_id"])]
    record = None if claims and claims[0]["record_type"].startswith(OWN) else database.get(record_id)
    decided = _decided(database, record, record_id, rows, field)
    if not rows and not decided.corrections:
        fields = ", ".join(dict.fromkeys(row["field"] for row in claims)) or "none at all"
        raise InputError(f"{record_id} has no claim for {field or 'any field'}; it has: {fields}")
    linked = [row["value"] for row in rows if row["field"] in trace.LINKS and row["value"] is not None]
    labels = headlines_of(database.connection, [record_id, *linked])
    standing = {} if record is None else trace.standing(record)
    return trace.render(labels[record_id], rows, standing, labels, decided)


def _decided(
    database: Database,
    record: Record | Article | None,
    record_id: str,
    rows: list[dict[str, Any]],
    field: str | None,
) -> trace.Decided:
    corrections = record.corrections if isinstance(record, Record) else {}
    judged = read_judgements(database.connection, record_id)
    return trace.Decided(
        [one for one in judged if field is None or one.judgement.field in (None, field)],
        {name: one for name, one in corrections.items() if field in (None, name)},
        rejected_claims(database.connection, [row["claim_id"] for row in rows]),
    )
