"""The command line: arguments, progress, exit codes; no logic."""

from libnews.cli.entry import main

__all__ = ["main"]
