"""Reports that go to files, each in the format of its suffix."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from libnews.checks import Report
from libnews.errors import InputError
from libnews.pipeline.replacing import replace_file
from libnews.reports.formats import SUFFIXES, format_of, render
from libnews.reports.showing import Showing

_READ_IN_REPOSITORY = ("github", "markdown", "sarif")


def formats_of(option: str, files: Sequence[str]) -> dict[Path, str]:
    """The format of each file. Asked before the work begins: nobody should wait for it to learn of a slip."""
    formats = {}
    for file in map(Path, files):
        form = format_of(file)
        if form is None:
            raise InputError(f"{option} {file}: give a name that ends in {', '.join(SUFFIXES)}")
        if not file.parent.is_dir():
            raise InputError(f"{option} {file}: {file.parent} is not a folder; make it first")
        formats[file] = form
    return formats


def write_reports(outputs: Mapping[Path, str], report: Report, showing: Showing) -> None:
    """Write the report to each of the files."""
    for output, form in outputs.items():
        replace_file(output, f"{render(form, report, placed(showing, form))}\n")


def placed(showing: Showing, form: str) -> Showing:
    """What GitHub reads names files from the top of the repository, wherever the command is run."""
    top = os.environ.get("GITHUB_WORKSPACE")
    if not top or form not in _READ_IN_REPOSITORY:
        return showing
    return replace(showing, folder=_below(top, showing.folder), database=_below(top, showing.database))


def _below(top: str, path: str) -> str:
    inside, around = Path(path).resolve(), Path(top).resolve()
    return inside.relative_to(around).as_posix() if inside.is_relative_to(around) else path
