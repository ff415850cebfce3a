"""`libnews review`."""

from argparse import Namespace
from pathlib import Path

from libnews.cli.screen import remark
from libnews.errors import InputError
from libnews.pipeline.replacing import replace_file
from libnews.reports import review
from libnews.reports.headlines import counted
from libnews.store import connect
from libnews.store.damage import damage_told
from libnews.store.reviewing import open_questions


def run(arguments: Namespace) -> int:
    """Print what is left to look at, or write it as a list to fill in."""
    output = None if arguments.output is None else Path(arguments.output)
    if output is not None and output.suffix.lower() != ".csv":
        raise InputError(f"--output {output}: give a name that ends in .csv")
    if output is not None and output.exists():
        raise InputError(f"--output {output} is there already, and what somebody filled in would be lost: give another")
    with connect(arguments.db) as database, damage_told(arguments.db):
        found = open_questions(database.connection)
    if output is None:
        print(review.render(found))
        return 0
    replace_file(output, review.render_csv(found))
    remark(f"{counted(len(found), 'row')} written to {output}; fill in action, decided_by, decided_on and reason,")
    remark(f"and build again with --judgements {output}")
    return 0
