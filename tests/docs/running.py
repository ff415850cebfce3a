"""Examples of the documents, run: each gives the text that the document should hold.

A document says by the language of a block how it is run:

- `console`: lines that begin with `$ ` are commands, the rest is what they print. A command ends with exit code 0,
  or the comment `# exit code N` stands behind it.
- `python`: statements behind `>>> `, with what they print, as in a docstring; blocks of a document share their names.
- `sql`: a query; its result stands in the `text` block that follows.
- `sh`: commands that set up a machine; `.ci/run` runs them, nothing here does.
- any language, where the fence names a file (`toml file=desk/libnews.toml`): the block is written to that file first.

Where output names the folder that the examples run in, or a database's digest, `…` stands for it: neither tells a
reader anything, and the digest changes with the comment of a column. Each document has a folder of its own, and a
command that stands in several places of it runs once.
"""

import contextlib
import doctest
import io
import os
import re
import shlex
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path
from shutil import copy, copytree
from typing import Any
from unittest.mock import patch

from libnews.cli.entry import main
from libnews.reports.rows import table
from libnews.store import run_query
from tests.docs.blocks import Block, find_blocks
from tests.testing.loading import ENVIRONMENT

ROOT = Path(__file__).parents[2]
_DIGEST = re.compile(r"^(digest +)[0-9a-f]{32}$", re.MULTILINE)
_BUILD = "libnews build seeds/ --db news.duckdb"
_MADE = ("seeds", "news.duckdb")
_OF_A_CI = ("CI", "BUILD_NUMBER", "GITHUB_")
"""Variables by which pytest and libnews know that they run in one, and write what a reader at a desk does not see."""
_PLAIN = re.compile(r"libnews [^|&;<>$*?`~(){}\\]+")
"""A command that asks nothing of the shell."""
_EXIT_CODE = re.compile(r"#\s*exit code (\d+)\s*$")


class ExampleError(Exception):
    """An example did not end as its document says."""


@dataclass(frozen=True)
class Folder:
    """A folder with `seeds/` and the `news.duckdb` built from it, where the examples run."""

    path: Path
    environment: Mapping[str, str] = field(repr=False)
    _printed: dict[str, str] = field(default_factory=dict, repr=False)

    def apart(self) -> "Folder":
        """Another one like it as it was made, beside it: no document may rest on what another left behind."""
        path = Path(tempfile.mkdtemp(dir=self.path.parent))
        for name in _MADE:
            source = self.path / name
            (copytree if source.is_dir() else copy)(source, path / name)
        return Folder(path, self.environment, {_BUILD: self._printed[_BUILD]})

    @classmethod
    def made_in(cls, path: Path) -> "Folder":
        """Copy the seeds to `path` and build the database with the command that the documents show."""
        path = path.resolve()  # a temporary folder may lie behind a link, and messages name where it leads
        copytree(ROOT / "seeds", path / "seeds")
        commands = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
        told = {"PATH": commands, "PYTHONUTF8": "1", "COLUMNS": "120", **ENVIRONMENT}
        environment = {name: value for name, value in os.environ.items() if not name.startswith(_OF_A_CI)}
        folder = cls(path, {**environment, **told})
        folder.run(_BUILD)
        return folder

    def run(self, command: str) -> str:
        """What a shell command prints, on standard output and standard error alike."""
        if command not in self._printed:
            self._printed[command] = self._run(command)
        return self._printed[command]

    def _run(self, command: str) -> str:
        ended, printed = (self._here if _PLAIN.fullmatch(command) else self._in_shell)(command)
        announced = _EXIT_CODE.search(command)
        expected = int(announced[1]) if announced else 0
        if ended != expected:
            raise ExampleError(f"$ {command}\nended with exit code {ended}, not {expected}:\n{printed}")
        return _DIGEST.sub(r"\1…", printed.replace(str(self.path), "…"))

    def _in_shell(self, command: str) -> tuple[int, str]:
        done = subprocess.run(
            ["sh", "-c", command],
            cwd=self.path,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        return done.returncode, done.stdout

    def _here(self, command: str) -> tuple[int, str]:
        """In this process: starting another takes longer than most commands do."""
        caught = io.StringIO()
        with (
            contextlib.redirect_stdout(caught), contextlib.redirect_stderr(caught), contextlib.chdir(self.path),
            patch.dict(os.environ, self.environment, clear=True),
        ):  # fmt: skip
            try:
                ended = main(shlex.split(command, comments=True)[1:])
            except SystemExit as error:  # usage, help
                ended = int(error.code or 0)
        return ended, caught.getvalue()

    def write(self, file: str, text: str) -> None:
        """Make a file below the folder of what a document shows."""
        path = self.path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")

    def query(self, sql: str) -> str:
        """The result of a query, as `libnews query` prints it."""
        return table.render(run_query(self.path / "news.duckdb", sql))


def fresh_texts(document: str, folder: Folder) -> dict[Block, str]:
    """What every block of the document that shows output should hold; the blocks of queries name no output."""
    names: dict[str, Any] = {}
    fresh: dict[Block, str] = {}
    blocks = find_blocks(document)
    for block, following in zip_longest(blocks, blocks[1:]):
        if block.file is not None:
            folder.write(block.file, block.text)
        match block.language:
            case "console":
                fresh[block] = _console(block.text, folder)
            case "python":
                fresh[block] = _python(block.text, folder, names)
            case "sql":
                if following is None or following.language != "text":
                    raise ExampleError(f"line {block.line}: a query needs a text block with its result behind it")
                fresh[following] = _trimmed(folder.query(block.text))
    return fresh


def _console(text: str, folder: Folder) -> str:
    commands = [line[2:] for line in text.splitlines() if line.startswith("$ ")]
    return "\n".join(f"$ {command}\n{_trimmed(folder.run(command))}" for command in commands)


def _trimmed(printed: str) -> str:
    lines = [line.rstrip() for line in printed.splitlines()]
    return "".join(f"{line}\n" for line in lines)


def _python(text: str, folder: Folder, names: dict[str, Any]) -> str:
    written: list[str] = []
    for piece in doctest.DocTestParser().parse(text):
        if isinstance(piece, str):
            written.append(piece)
        else:
            first, *more = piece.source.splitlines()
            written += [f">>> {first}\n", *(f"... {line}".rstrip() + "\n" for line in more)]
            written.append(_printed(piece.source, folder, names))
    return "".join(written)


def _printed(source: str, folder: Folder, names: dict[str, Any]) -> str:
    caught = io.StringIO()
    with contextlib.redirect_stdout(caught), contextlib.chdir(folder.path):
        try:
            exec(compile(source, "<example>", "single"), names)
        except Exception as error:  # noqa: BLE001  # the document shows what is raised, whatever it is
            last = traceback.format_exception_only(error)[-1]
            caught.write(f"Traceback (most recent call last):\n    ...\n{last}")
    return _trimmed(caught.getvalue())
