"""`libnews evaluate`."""

from argparse import Namespace

from libnews.pipeline import evaluate
from libnews.reports import evaluation
from libnews.store.damage import damage_told


def run(arguments: Namespace) -> int:
    """Print precision, recall and F1 of records, and the share of right fields; differences are no error."""
    with damage_told(arguments.db):
        found = evaluate(arguments.db, arguments.gold)
    render = evaluation.render_json if arguments.format == "json" else evaluation.render
    print(render(found, arguments.show))
    return 0
