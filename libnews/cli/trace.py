"""`libnews trace`."""

from argparse import Namespace

from libnews.cli.screen import complain
from libnews.errors import InputError, UnknownRecordError
from libnews.models.claim_fields import OWN
from libnews.reports import headlines, trace
from libnews.store import Database, connect
from libnews.store.damage import damage_told
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
    rows = [row for row in claims if field in (None, row["field"]) and claim_id in (None, row["claim_id"])]
    if not rows:
        fields = ", ".join(dict.fromkeys(row["field"] for row in claims)) or "none at all"
        raise InputError(f"{record_id} has no claim for {field or 'any field'}; it has: {fields}")
    linked = [row["value"] for row in rows if row["field"] in trace.LINKS and row["value"] is not None]
    labels = headlines_of(database.connection, [rows[0]["record_id"], *linked])
    own = rows[0]["record_type"].startswith(OWN)
    standing = {} if own else trace.standing(database.get(record_id))
    return trace.render(labels[rows[0]["record_id"]], rows, standing, labels)
