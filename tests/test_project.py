"""What holds for the project as a whole: who imports whom, what is shipped, what it depends on, how long things are."""

import ast
import hashlib
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import metadata, packages_distributions, version
from importlib.resources import files
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "libnews").rglob("*.py"))
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
# Imported only where a user brings one of its frames.
OPTIONAL = {"polars": "polars", "distributed": "dask"}
# Names under which things pile up that belong elsewhere.
EMPTY_NAMES = frozenset(
    ["utils", "util", "helpers", "common", "core", "misc", "manager", "handler", "processor", "base"]
)


def test_imports_run_one_way() -> None:
    """The trap: a stage that reaches into another, so that neither can be changed or tested alone."""
    command = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    done = subprocess.run([sys.executable, "-c", command], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "5 kept, 0 broken" in done.stdout


def test_seeds_are_the_bytes_that_were_given() -> None:
    """The trap: an editor that mends a line end, and every span behind it moves."""
    lines = (ROOT / "tests" / "seeds.sha256").read_text(encoding="utf-8").splitlines()
    listed = {name: digest for digest, name in (line.split("  ") for line in lines)}
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (ROOT / "seeds").glob("*.txt")}
    assert found == listed
    assert len(found) == 5


def test_types_reach_the_users() -> None:
    """The trap: a package without py.typed, whose annotations no type checker reads."""
    assert files("libnews").joinpath("py.typed").is_file()


def test_licence_is_mit_everywhere() -> None:
    """The trap: a licence file and metadata that say different things."""
    assert PROJECT["project"]["license"] == "MIT"
    assert metadata("libnews")["License-Expression"] == "MIT"
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").startswith("MIT License")


def test_version_stands_once_and_in_the_changelog() -> None:
    """The trap: a release whose changes nobody wrote down."""
    assert version("libnews") == PROJECT["project"]["version"]
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^## \[?{re.escape(version('libnews'))}\]?", changelog, re.MULTILINE)


def test_dependencies_are_those_that_are_imported() -> None:
    """The trap: a package that is here by luck of another's needs, or one that everybody installs for nothing."""
    needed = [*PROJECT["project"]["dependencies"], *PROJECT["project"]["optional-dependencies"]["testing"]]
    requirements = [re.split(r"[\[<>=~!; ]", one, maxsplit=1)[0] for one in needed]
    distributions = packages_distributions()
    imported = {_canonical(distributions[name][0]) for name in _imported() if name in distributions}
    assert imported - {"libnews"} - OPTIONAL.keys() == {_canonical(name) for name in requirements}
    assert PROJECT["project"]["optional-dependencies"].keys() >= set(OPTIONAL.values())


def _canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _imported() -> set[str]:
    """Top names of everything the package imports, at the top of a module or later."""
    found = set[str]()
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found.update(name.name.split(".")[0] for name in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module is not None and node.level == 0:
                found.add(node.module.split(".")[0])
    return found - sys.stdlib_module_names


def test_modules_fit_in_view() -> None:
    """The trap: the module that grows because everything is there already."""
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert [path.name for path, length in lengths.items() if length > 400] == []
    assert sum(length < 250 for length in lengths.values()) >= 0.9 * len(lengths)


def test_functions_fit_in_view() -> None:
    """The trap: the function that does the next thing too."""
    lengths = dict(_function_lengths())
    assert [name for name, length in lengths.items() if length > 60] == []
    assert sum(length <= 20 for length in lengths.values()) >= 0.9 * len(lengths)


def _function_lengths() -> Iterator[tuple[str, int]]:
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno is not None:
                yield f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", node.end_lineno - node.lineno + 1


def test_modules_are_named_for_what_they_hold() -> None:
    """The trap: a drawer for things without a place."""
    assert [path.name for path in MODULES if path.stem in EMPTY_NAMES] == []


def test_errors_are_caught_by_name() -> None:
    """The trap: an `except Exception` that turns a defect into silence."""
    caught = [
        f"{path.name}:{node.lineno}"
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or (isinstance(node.type, ast.Name) and node.type.id in {"Exception", "BaseException"}))
    ]
    assert caught == []
