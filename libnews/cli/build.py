"""`libnews build`."""

from argparse import Namespace

from libnews.cli.screen import complain, end_progress, show_progress
from libnews.errors import InvalidDataError
from libnews.pipeline import build_database
from libnews.reports import build as report


def run(arguments: Namespace) -> int:
    """Build, and print the summary; 1 where the data breaks rules."""
    try:
        built = build_database(
            arguments.paths,
            arguments.db,
            metadata=arguments.metadata,
            encoding=arguments.encoding,
            claims=arguments.claims,
            actors=arguments.actors,
            judgements=arguments.judgements,
            extractor=arguments.extractor,
            jobs=arguments.jobs,
            strict=arguments.strict,
            progress=show_progress,
        )
    finally:
        end_progress()
    print(report.render(built.summary, built.report, arguments.db, built.digest, built.difference))
    if not built.report.ok:
        complain(f"{arguments.db} was not written: the data breaks rules, as listed")
        return InvalidDataError.exit_code
    return 0
