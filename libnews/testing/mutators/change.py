"""What a mutator is, and what it says that it did."""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from libnews.checks import Report
from libnews.checks.rule import Connection
from libnews.models.finding import Finding


@dataclass(frozen=True)
class Change:
    """One change to a database: where, what stood there and what stands there now, and who should notice.

    `keys` names the rows touched as findings name them, by their keys before and after; it is empty where no row is
    meant. At least one of `rules` finds an untold change; the first is the most telling.

    >>> change = Change("swap_digit", "claim", ("claim_a",), "quote", "19", "18", ("claim.quote-differs",))
    >>> print(change)
    swap_digit: claim claim_a: quote «19» became «18»
    """

    mutator: str
    table: str
    keys: tuple[str | None, ...]
    column: str | None
    before: str | None
    after: str | None
    rules: tuple[str, ...]

    def __str__(self) -> str:
        where = " ".join([self.table, *(key for key in dict.fromkeys(self.keys) if key)])
        return f"{self.mutator}: {where}: {self.column or ''} {_shown(self.before)} became {_shown(self.after)}"

    def caught_by(self, report: Report) -> bool:
        """Whether a rule that should catch the change did."""
        return not report.counts.keys().isdisjoint(self.rules)

    def named_by(self, finding: Finding) -> bool:
        """Whether a finding names the right table and row."""
        return finding.table == self.table and finding.key in self.keys


@dataclass(frozen=True)
class Mutator:
    """One way to damage a database; call it with an open, writable connection and a source of chance."""

    name: str
    does: str
    change: Callable[[Connection, random.Random], Change | None]

    def __call__(self, connection: Connection, chance: random.Random) -> Change | None:
        """Change the database and say how; `None` where it has nothing that could be changed so."""
        return self.change(connection, chance)


@contextmanager
def undone(connection: Connection) -> Iterator[None]:
    """Take back everything that is done to the database inside, tables and views included."""
    connection.execute("begin")
    try:
        yield
    finally:
        connection.execute("rollback")


def mutator(does: str) -> Callable[[Callable[[Connection, random.Random], Change | None]], Mutator]:
    """Make a mutator of a function, under its name."""

    def made(change: Callable[[Connection, random.Random], Change | None]) -> Mutator:
        return Mutator(change.__name__, does, change)

    return made


def _shown(value: str | None) -> str:
    if value is None:
        return "null"
    return f"«{value if len(value) <= 60 else value[:60] + '…'}»"
