"""`libnews find`."""

from argparse import Namespace

from libnews.cli.screen import remark
from libnews.reports import headlines
from libnews.store import connect
from libnews.store.damage import damage_told
from libnews.store.search import search


def run(arguments: Namespace) -> int:
    """Print one line for each record found."""
    with connect(arguments.db) as database, damage_told(arguments.db):
        found = search(database.connection, arguments.text)
    if found:
        print(headlines.render(found))
    else:
        remark(f"no record of {arguments.db} has {arguments.text!r} in a name, an office or a place")
    return 0
