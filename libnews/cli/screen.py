"""What a person sees while a command runs."""

import sys

from libnews.reports.terminal import safe


def complain(message: str) -> None:
    """An error on standard error, each of its lines made safe to show."""
    for line in message.splitlines() or [""]:
        print(f"libnews: {safe(line)}", file=sys.stderr)


def remark(message: str) -> None:
    """Something beside the answer, on standard error."""
    print(safe(message), file=sys.stderr)


def show_progress(stage: str, done: int, total: int) -> None:
    """One line that is written over, on a terminal and nowhere else."""
    if sys.stderr.isatty():
        print(f"\r{stage} {done}/{total}\x1b[K", end="", file=sys.stderr, flush=True)


def end_progress() -> None:
    """Take the progress line away."""
    if sys.stderr.isatty():
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)
