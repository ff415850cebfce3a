"""The rules of a database as tests: collected, run once for all of them, and told without a traceback."""

import hashlib
import os
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from libnews.checks import Report, rules
from libnews.checks.rule import Rule
from libnews.errors import LibnewsError
from libnews.loaders.project_file import find_project, read_project
from libnews.models.finding import Finding
from libnews.models.vocabulary import FailOn, Severity
from libnews.pipeline import validate
from libnews.reports.text import NOT_RUN, line

_REPORTS = pytest.StashKey[dict[Path, Report]]()


class LibnewsWarning(pytest.PytestWarning):
    """A rule whose findings do not make data invalid is broken."""


class BrokenRule(Exception):  # noqa: N818  # it is shown by its findings and seen by nobody
    """A rule has findings that make its test fail."""


class DatabaseFile(pytest.File):
    """A libnews database, with a test for every rule."""

    def collect(self) -> Iterator["RuleItem"]:
        """Every rule there is; what it finds is asked when the first is run."""
        for rule in rules():
            yield RuleItem.from_parent(self, name=rule.code, rule=rule)


class RuleItem(pytest.Item):
    """One rule: it passes, fails with its findings, or is skipped where nobody looked."""

    def __init__(self, *, rule: Rule, **told: Any) -> None:
        super().__init__(**told)
        self.rule = rule

    def runtest(self) -> None:
        """Look the rule up in the one report there is of the database."""
        report = _report(self.config, self.path)
        found = [finding for finding in report.findings if finding.rule == self.rule.code]
        if not found:
            self._skip_unless_looked_for(report)
        elif FailOn(self.config.getini("libnews_fail_on")).includes(self.rule.severity):
            raise BrokenRule(self._told(found, report))
        elif self.rule.severity is Severity.NOTE:
            self.add_report_section("call", "libnews", self._told(found, report))
        else:
            warnings.warn(LibnewsWarning(self._told(found, report)), stacklevel=1)

    def _skip_unless_looked_for(self, report: Report) -> None:
        code = self.rule.code
        if code in report.rules_off:
            pytest.skip(f"off in libnews.toml: {report.rules_off[code]}")
        if code in report.rules_not_run:
            pytest.skip(f"it could not run: {NOT_RUN}")
        if code not in report.rules_run:
            given = "libnews_sources names no folder" if code.startswith("source.") else "libnews.toml gives no bounds"
            pytest.skip(f"nothing to look at: {given}")

    def _told(self, found: list[Finding], report: Report) -> str:
        lines = [line(finding, self.config.getini("libnews_sources")) for finding in found]
        more = report.counts[self.rule.code] - len(found)
        return "\n".join([*lines, *([f"… {more} more"] if more else []), f"{self.rule.title}. {self.rule.why}"])

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """The findings, a line each; no traceback, which would show nothing but this file."""
        if isinstance(excinfo.value, BrokenRule | LibnewsError | LibnewsWarning):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[os.PathLike[str], int | None, str]:
        """The database and the rule."""
        return self.path, None, f"{self.path.name}: {self.rule.code}"


def _report(config: pytest.Config, path: Path) -> Report:
    """One validation of each database in a session, whichever rule is asked for first."""
    reports = config.stash.setdefault(_REPORTS, {})
    if path not in reports:
        reports[path] = _shared(config, path)
    return reports[path]


def _shared(config: pytest.Config, path: Path) -> Report:
    """The report that all workers of pytest-xdist share: the first of them makes it, the others read it."""
    if not hasattr(config, "workerinput"):
        return _validated(config, path)
    # Each worker has a folder of its own inside the one of the session.
    folder = Path(config._tmp_path_factory.getbasetemp()).parent  # type: ignore[attr-defined]
    kept = folder / f"libnews-{hashlib.sha256(os.fsencode(path)).hexdigest()[:16]}.json"
    with FileLock(f"{kept}.lock"):
        if not kept.is_file():
            kept.write_text(_validated(config, path).model_dump_json(), encoding="utf-8")
        return Report.model_validate_json(kept.read_text(encoding="utf-8"))


def _validated(config: pytest.Config, path: Path) -> Report:
    project = find_project(config.rootpath)
    settings = None if project is None else read_project(project)
    return validate(
        path,
        sources=config.rootpath / config.getini("libnews_sources") if config.getini("libnews_sources") else None,
        rules_off=None if settings is None else settings.rules_off,
        bounds=None if settings is None else settings.bounds,
    )
