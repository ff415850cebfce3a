"""`libnews schema`."""

from argparse import Namespace

from libnews.reports import schema
from libnews.store import schema_sql
from libnews.store.description import describe


def run(arguments: Namespace) -> int:
    """Print what a database holds, as SQL that makes an empty one or as a description."""
    if arguments.format == "sql":
        print(schema_sql())
    else:
        render = schema.render_json if arguments.format == "json" else schema.render_markdown
        print(render(describe()))
    return 0
