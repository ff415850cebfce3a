"""Pipes, interrupts and terminals of all kinds."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from libnews.cli import find, screen
from tests.cli.conftest import Run


def test_closed_pipe_ends_quietly(news: Path) -> None:
    """The trap: `libnews schema | head -1`, and a page of complaints."""
    command = [sys.executable, "-m", "libnews", "schema"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as done:
        assert done.stdout is not None
        assert done.stderr is not None
        done.stdout.close()
        assert done.stderr.read() == b""
    assert done.returncode == 141


def test_pipe_gets_utf8_whatever_the_locale(news: Path) -> None:
    """The trap: a server with an ASCII locale, and UnicodeEncodeError for the first Arabic name."""
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "libnews", "find", str(news), "الكعبي"]
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert done.returncode == 0
    assert "سالم الكعبي" in done.stdout.decode("utf-8")


@pytest.mark.parametrize("interrupt", [KeyboardInterrupt, RuntimeError])
def test_interrupt_ends_with_130(
    interrupt: type[BaseException], run: Run, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The trap: Ctrl-C answered with a traceback, in Python or while DuckDB works."""

    def interrupted(*_args: object) -> None:
        raise interrupt("Query interrupted")  # an instance made before would keep the connection alive

    monkeypatch.setattr(find, "search", interrupted)
    assert run("find", news, "x") == (130, "", "")


def test_parquet_is_kept_from_terminals(run: Run, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The trap: a screen full of bytes, some of which it obeys."""
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    ended = run("query", news, "select 1", "--format", "parquet")
    assert ended.code == 2
    assert "--output" in ended.err


def test_progress_is_for_terminals(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The trap: a log file of ten thousand progress lines."""
    screen.show_progress("reading", 1, 2)
    screen.end_progress()
    assert capsys.readouterr().err == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    screen.show_progress("reading", 1, 2)
    assert "reading 1/2" in capsys.readouterr().err
