"""`libnews validate`."""

import os
from argparse import Namespace
from pathlib import Path

from libnews.checks import Report
from libnews.cli.outputs import formats_of, placed, write_reports
from libnews.cli.project import named, project_here, shown, wanted
from libnews.cli.screen import remark
from libnews.errors import InvalidDataError, StoreError
from libnews.loaders.baseline import read_baseline
from libnews.loaders.listing import root_of
from libnews.models.project import Project
from libnews.models.vocabulary import FailOn
from libnews.pipeline import validate
from libnews.reports import markdown
from libnews.reports.formats import render
from libnews.reports.showing import Showing
from libnews.store import Database, connect
from libnews.store.damage import damage_told

_SUMMARY = "GITHUB_STEP_SUMMARY"
_MOST_SUMMARY = 1024 * 1024
"""GitHub shows no summary of a step that is larger."""


def run(arguments: Namespace) -> int:
    """Print what the checks find, and the digest of the digests; 1 where a finding is as grave as --fail-on says."""
    outputs = formats_of("--output", arguments.output)
    baseline = None if arguments.baseline is None else read_baseline(Path(arguments.baseline))
    project = project_here()
    db = wanted(named(arguments.db, project.db), "DB", "db")
    sources = _sources(arguments.sources, project)
    with connect(db) as database:
        report = validate(
            database, sources=sources, rules_off=project.rules_off, bounds=project.bounds, limit=arguments.limit
        )
        digest = _digest(database)
    if baseline is not None:
        report = report.against(baseline)
        _tell_what_is_not_named(report, arguments.baseline)
    showing = Showing(sources or "", db, digest, FailOn(arguments.fail_on))
    write_reports(outputs, report, showing)
    print(render(arguments.format, report, placed(showing, arguments.format)))
    if arguments.format == "github":
        _summarize(report, placed(showing, "markdown"))
    return InvalidDataError.exit_code if report.fails(showing.fail_on) else 0


def _sources(given: str | None, project: Project) -> str | None:
    if given is not None or not project.sources:
        return given
    return shown(root_of(project.sources))


def _summarize(report: Report, showing: Showing) -> None:
    name = os.environ.get(_SUMMARY)
    if name:
        summary = Path(name)
        left = _MOST_SUMMARY - (summary.stat().st_size if summary.exists() else 0)
        with summary.open("a", encoding="utf-8", newline="\n") as opened:
            opened.write(f"{markdown.render(report, showing, left)}\n")


def _tell_what_is_not_named(report: Report, baseline: str) -> None:
    """Findings that were counted only cannot be known again one by one."""
    if report.baseline is not None and report.baseline.unnamed:
        most = max(report.baseline.unnamed.values()) + max(report.counts.values(), default=0)
        rules = ", ".join(report.baseline.unnamed)
        remark(f"{baseline} does not name all findings of {rules}: write it again with --limit {most}")


def _digest(database: Database) -> str | None:
    try:
        with damage_told(database.path):
            return database.digest()
    except StoreError:
        return None  # the report says what is wrong
