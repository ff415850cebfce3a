"""`libnews conflicts`."""

from argparse import Namespace

from libnews.reports import conflicts
from libnews.store import connect
from libnews.store.damage import damage_told


def run(arguments: Namespace) -> int:
    """Print where articles disagree; that they do is no error."""
    with connect(arguments.db) as database, damage_told(arguments.db):
        found = database.conflicts()
    print(conflicts.render(found))
    return 0
