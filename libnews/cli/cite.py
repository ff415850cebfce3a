"""`libnews cite`."""

from argparse import Namespace

from libnews.reports import citation
from libnews.store import connect
from libnews.store.damage import damage_told


def run(arguments: Namespace) -> int:
    """Print values as a report cites them; 2 where nothing has the id."""
    with connect(arguments.db) as database, damage_told(arguments.db):
        found = database.cite(arguments.id, arguments.field)
    render = citation.render_json if arguments.format == "json" else citation.render
    print(render(found))
    return 0
