"""What the commands' options have in common."""

from argparse import ArgumentParser, ArgumentTypeError, RawDescriptionHelpFormatter
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    Commands = _SubParsersAction[ArgumentParser]


def add_command(
    commands: "Commands", name: str, purpose: str, examples: Sequence[str], more: str = ""
) -> ArgumentParser:
    """The parser of one command, with its purpose and its examples in --help."""
    shown = "\n".join(f"  {example}" for example in examples)
    return commands.add_parser(
        name,
        help=purpose,
        description=f"{purpose[0].upper()}{purpose[1:]}.{more}",
        epilog=f"example:\n{shown}",
        formatter_class=RawDescriptionHelpFormatter,
    )


def add_db(command: ArgumentParser) -> None:
    """The database that a command reads."""
    command.add_argument("db", metavar="DB", help="a database that `libnews build` made")


def positive(text: str) -> int:
    """A number from 1."""
    if not (text.isascii() and text.isdigit() and int(text)):
        raise ArgumentTypeError(f"{text!r} is not a number from 1")
    return int(text)
