"""The project that a command is run in: the nearest `libnews.toml`, for what the command line leaves out."""

import os
from collections.abc import Sequence
from pathlib import Path

from libnews.checks import wrong_settings
from libnews.cli.screen import remark
from libnews.errors import InputError
from libnews.loaders.project_file import NAME, find_project, read_project
from libnews.models.project import Project


def project_here() -> Project:
    """The settings of the nearest `libnews.toml` upwards, and a word on which one; empty ones where there is none."""
    source = find_project(Path.cwd())
    if source is None:
        return Project(file=Path(NAME))
    project = read_project(Path(shown(source)))
    problems = wrong_settings(project.rules_off, project.bounds)
    told = [f"{project.file}: {key}: {sentence}" for key, sentence in problems]
    if told:
        raise InputError("\n".join(told))
    remark(f"settings from {project.file}")
    return project


def named(given: str | None, of_project: Path | None) -> str | None:
    """A path of the command line, else the project's."""
    return given if given is not None or of_project is None else shown(of_project)


def all_named(given: Sequence[str], of_project: Sequence[Path]) -> list[str]:
    """Paths of the command line, else the project's."""
    return list(given) or [shown(path) for path in of_project]


def wanted(path: str | None, option: str, key: str) -> str:
    """A path that a command cannot do without."""
    if path is None:
        raise InputError(f"give {option}, or {key} in a {NAME}")
    return path


def shown(path: Path) -> str:
    """A path as somebody in the working folder would write it."""
    try:
        return os.path.relpath(path)
    except ValueError:  # another drive of Windows
        return str(path)
