"""`libnews build`."""

from argparse import Namespace

from libnews.cli.outputs import formats_of, write_reports
from libnews.cli.project import all_named, named, project_here, shown, wanted
from libnews.cli.screen import complain, end_progress, show_progress
from libnews.errors import InputError, InvalidDataError
from libnews.loaders.listing import root_of
from libnews.pipeline import Built, build_database
from libnews.reports import build as report
from libnews.reports.showing import Showing


def run(arguments: Namespace) -> int:
    """Build, and print the summary; 1 where the data breaks rules."""
    outputs = formats_of("--report", arguments.report)
    try:
        paths, db, built = _build(arguments)
    finally:
        end_progress()
    write_reports(outputs, built.report, Showing(shown(root_of(paths)), db, built.digest))
    print(
        report.render(built.summary, built.report, db, built.digest, built.difference, is_unchanged=built.is_unchanged)
    )
    if not built.report.ok:
        complain(f"{db} was not written: the data breaks rules, as listed")
        return InvalidDataError.exit_code
    return 0


def _build(arguments: Namespace) -> tuple[list[str], str, Built]:
    """What the command line gives wins over the project's settings, one by one."""
    project = project_here()
    paths = all_named(arguments.paths, project.sources)
    db = wanted(named(arguments.db, project.db), "--db FILE", "db")
    if not paths:
        raise InputError(f"give a PATH, or sources in a {project.file.name}")
    return (
        paths,
        db,
        build_database(
            paths,
            db,
            metadata=named(arguments.metadata, project.metadata),
            encoding=arguments.encoding,
            claims=all_named(arguments.claims, project.claims),
            actors=named(arguments.actors, project.actors),
            judgements=all_named(arguments.judgements, project.judgements),
            extractor=arguments.extractor,
            jobs=arguments.jobs,
            dask=arguments.dask,
            strict=arguments.strict,
            cache=arguments.cache,
            verify=arguments.verify,
            progress=show_progress,
            rules_off=project.rules_off,
            bounds=project.bounds,
        ),
    )
