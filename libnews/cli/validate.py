"""`libnews validate`."""

from argparse import Namespace

from libnews.errors import InvalidDataError, StoreError
from libnews.pipeline import validate
from libnews.reports import json, text
from libnews.store import Database, connect
from libnews.store.damage import damage_told


def run(arguments: Namespace) -> int:
    """Print what the checks find, and the digest of the digests; 1 where a finding is an error."""
    with connect(arguments.db) as database:
        report = validate(database, sources=arguments.sources)
        digest = _digest(database)
    if arguments.format == "json":
        print(json.render(report, digest))
    else:
        print(text.render(report, arguments.sources or ""))
        print(f"digest {digest or 'none: its table is not what it should be'}")
    return 0 if report.ok else InvalidDataError.exit_code


def _digest(database: Database) -> str | None:
    try:
        with damage_told(database.path):
            return database.digest()
    except StoreError:
        return None  # the report says what is wrong
