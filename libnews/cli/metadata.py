"""`libnews metadata`."""

from argparse import Namespace
from pathlib import Path

from libnews.loaders.metadata_rows import complete_metadata
from libnews.pipeline.replacing import replace_file
from libnews.reports.headlines import counted
from libnews.reports.terminal import safe


def run(arguments: Namespace) -> int:
    """Write the CSV, and tell how many days it lacks."""
    output = None if arguments.output is None else Path(arguments.output)
    completed = complete_metadata(arguments.paths, output)
    if completed.added:
        replace_file(completed.path, completed.text)
    print(safe(f"{completed.path}: {counted(completed.added, 'row')} added"))
    if completed.undated:
        print(f"{counted(completed.undated, 'row')} without published_on: fill it in, and relative dates get their day")
    return 0
