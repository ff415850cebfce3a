"""The public door: what `import libnews` promises is there, and costs nothing until it is used."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import libnews

_SOURCE = Path(libnews.__file__).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", libnews.__all__)
def test_every_name_resolves(name: str) -> None:
    """The trap: a name in the list whose home has moved."""
    assert getattr(libnews, name) is not None
    assert name in dir(libnews)


def test_names_for_type_checkers_are_those_of_the_list() -> None:
    """The trap: a name that works and that mypy calls missing, or the other way round."""
    [checked] = [node for node in ast.parse(_SOURCE).body if isinstance(node, ast.If)]
    imported = {alias.name for node in checked.body if isinstance(node, ast.ImportFrom) for alias in node.names}
    assert imported | {"__version__"} == set(libnews.__all__)
    assert list(libnews.__all__) == sorted(libnews.__all__)


def test_unknown_names_are_attribute_errors() -> None:
    """The trap: `hasattr` that raises something else."""
    assert not hasattr(libnews, "no_such_thing")
    assert not hasattr(libnews.arabic, "find_anything")


def test_arabic_has_its_four_readers() -> None:
    """The trap: a submodule in the place of the function."""
    text = "دفع الوزير سالم الكعبي 19 مليون دولار في 3 فبراير 2026"
    assert [str(match.value) for match in libnews.arabic.find_numbers(text)][:1] == ["19000000"]
    assert [match.value for match in libnews.arabic.find_dates(text)] == ["2026-02-03"]
    assert [match.currency for match in libnews.arabic.find_money(text)] == ["USD"]
    assert [match.value for match in libnews.arabic.find_names(text)] == ["سالم الكعبي"]


def test_importing_brings_nothing_heavy() -> None:
    """The trap: one import at the top of a module, and every `libnews --help` takes three seconds."""
    code = "import sys, libnews, libnews.cli; libnews.cli.main; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert not {"duckdb", "pydantic", "pandera", "ibis", "pyarrow", "pandas"} & set(done.stdout.split())


def test_readers_of_databases_do_without_pandera() -> None:
    """The trap: `find` and `trace` that wait for a validator they do not use."""
    code = "import sys, libnews; libnews.connect; import libnews.cli.trace; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert not {"pandera", "ibis", "pyarrow", "pandas"} & set(done.stdout.split())
