"""`libnews diff`."""

from argparse import Namespace

from libnews.pipeline import diff
from libnews.reports import difference


def run(arguments: Namespace) -> int:
    """Print what the new database has otherwise than the old; that they differ is no error."""
    found = diff(arguments.old, arguments.new)
    render = difference.render_json if arguments.format == "json" else difference.render
    print(render(found))
    return 0
