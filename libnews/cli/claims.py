"""`libnews claims`."""

from argparse import Namespace
from pathlib import Path

from libnews.cli.screen import remark
from libnews.errors import InputError
from libnews.loaders.claims import JSON_LINES
from libnews.pipeline.replacing import replace_file
from libnews.reports import claims
from libnews.reports.headlines import counted
from libnews.store import connect
from libnews.store.damage import damage_told

_FORMS = (".csv", *JSON_LINES)


def run(arguments: Namespace) -> int:
    """Write the claims of a database as a claims file."""
    output = Path(arguments.output)
    if output.suffix.lower() not in _FORMS:
        raise InputError(f"--output {output}: give a name that ends in {', '.join(_FORMS)}")
    with connect(arguments.db) as database, damage_told(arguments.db):
        rows = list(database.claims())
    render = claims.render_csv if output.suffix.lower() == ".csv" else claims.render_json_lines
    replace_file(output, render(rows))
    remark(f"{counted(len(rows), 'claim')} written to {output}")
    return 0
