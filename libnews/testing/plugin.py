"""A pytest plugin: every rule of `libnews validate` as a test of its own, and a fixture with an open database.

pytest loads it wherever libnews is installed (entry point `libnews`); docs/testing.md shows how it is used. It brings
nothing but pytest before it is needed.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from libnews.store import Database

_DB, _SOURCES, _FAIL_ON = "libnews_db", "libnews_sources", "libnews_fail_on"


def pytest_addoption(parser: pytest.Parser) -> None:
    """The option and the settings of the plugin."""
    group = parser.getgroup("libnews")
    group.addoption("--libnews-db", metavar="PATH", help="libnews database to test, instead of the setting libnews_db")
    parser.addini(_DB, "libnews database to test: its rules are tests, and fixture libnews_db opens it", "string", "")
    parser.addini(_SOURCES, "folder of the articles it was built from, to compare the files too", "string", "")
    parser.addini(_FAIL_ON, "error, or warning: findings of that severity or a graver one fail", "string", "error")


def pytest_configure(config: pytest.Config) -> None:
    """Make the marker known, and refuse what cannot be meant."""
    config.addinivalue_line("markers", "libnews(path): the database that fixture libnews_db opens for this test")
    if config.getini(_FAIL_ON) not in ("error", "warning"):
        raise pytest.UsageError(f"{_FAIL_ON} = {config.getini(_FAIL_ON)}: give error or warning")
    path = _added(config)
    if path is not None and not path.is_file():
        raise pytest.UsageError(f"{_DB}: there is no file {path}; make it with `libnews build` first")


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Tell a worker of pytest-xdist whether paths were given: it is always given some."""
    node.workerinput[_DB] = _added(node.config) is not None


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Behind all that is collected where no path was given, the database that is set."""
    report = yield
    path = _added(collector.config) if isinstance(collector, pytest.Session) else None
    if path is not None and report.passed:
        from libnews.testing.rule_items import DatabaseFile

        report.result.append(DatabaseFile.from_parent(collector, path=path))
    return report


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """A database that was asked for by name; others that lie about are none of our business."""
    if file_path.suffix != ".duckdb" or not parent.session.isinitpath(file_path):
        return None
    from libnews.testing.rule_items import DatabaseFile

    return DatabaseFile.from_parent(parent, path=file_path)


@pytest.fixture
def libnews_db(request: pytest.FixtureRequest) -> Iterator[Database]:
    """The database of `@pytest.mark.libnews("path.duckdb")`, of --libnews-db or of the setting libnews_db, open for
    reading."""
    marker = request.node.get_closest_marker("libnews")
    if marker is not None and len(marker.args) == 1 and not marker.kwargs:
        path: Path | None = request.config.rootpath / marker.args[0]
    else:
        path = _configured(request.config)
    if path is None:
        pytest.fail(f"no database: set {_DB}, give --libnews-db, or mark the test with libnews(path)", pytrace=False)
    from libnews.errors import LibnewsError
    from libnews.store import connect

    try:
        database = connect(path)
    except LibnewsError as error:
        pytest.fail(str(error), pytrace=False)
    with database:
        yield database


def _added(config: pytest.Config) -> Path | None:
    """The database whose rules are tests in a run that no path was given to."""
    given = config.args_source is pytest.Config.ArgsSource.ARGS
    asked: bool = getattr(config, "workerinput", {_DB: not given})[_DB]
    return _configured(config) if asked else None


def _configured(config: pytest.Config) -> Path | None:
    """The option counts from the working folder, the setting from the root of the tests."""
    if config.getoption("--libnews-db"):
        return config.invocation_params.dir / str(config.getoption("--libnews-db"))
    return config.rootpath / config.getini(_DB) if config.getini(_DB) else None
