"""A rule of the catalogue, and what breaking it looks like."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from libnews.models.digest import DigestDifference
from libnews.models.finding import Finding
from libnews.models.frozen import Frozen
from libnews.models.project import Bounds
from libnews.models.vocabulary import Severity


class Rule(Frozen):
    """A rule: its stable `code` (`table.problem`), its weight, a title, in one sentence why it is there, and an example
    of what breaks it: SQL on the database of the tests (tests/store/sample.py), or a sentence where the rule is about
    files.

    `reads` names the tables it needs; where one of them is not what it should be, the rule cannot tell.
    """

    code: str
    severity: Severity = Severity.ERROR
    title: str
    why: str
    example: str
    reads: tuple[str, ...] = ()

    def finding(self, detail: str | None, **place: Any) -> Finding:
        """This rule broken at one place; `place` holds the other fields of `Finding`."""
        message = self.title if detail is None else f"{self.title}: {detail}"
        return Finding(rule=self.code, severity=self.severity, message=message, **place)


@dataclass(frozen=True)
class Found:
    """How often a rule is broken, and the first places; `total` may be more than are named."""

    rule: Rule
    total: int
    findings: tuple[Finding, ...]

    @classmethod
    def all(cls, rule: Rule, findings: list[Finding], limit: int) -> "Found":
        """All of `findings` counted, the first `limit` kept."""
        return cls(rule, len(findings), tuple(findings[:limit]))


class Connection(Protocol):
    """An open DuckDB connection, as far as the checks use it."""

    def execute(self, query: str, parameters: object = ..., /) -> Any: ...


class Recomputed(NamedTuple):
    """What the store computes again of a database, to be compared with what stands in it; each is asked with the
    connection.

    `differences` are the tables whose rows are not those their digests were made from. `records` gives, part by part, a
    record table, a view of rows that it must hold, and the condition on its key that tells which.
    """

    differences: Callable[[Any], Iterable[DigestDifference]]
    records: Callable[[Any], Iterable[tuple[str, str, str]]]


@dataclass(frozen=True)
class Scope:
    """What is checked: the connection, the tables that are sound, and what was handed in beside them."""

    connection: Connection
    sound: frozenset[str] = frozenset()
    differences: tuple[DigestDifference, ...] | None = None
    """Tables whose rows are not those their digests were made from; `None` where that was not looked at."""
    recomputed: Recomputed | None = None
    sources: Path | None = None
    limit: int = 100
    """Findings named for one rule; more are counted."""
    off: frozenset[str] = frozenset()
    """Codes of rules that are not looked for."""
    bounds: Mapping[str, Bounds] = field(default_factory=dict)
    """By table, how many rows it should have, and how many of them a value."""

    def can_tell(self, rule: Rule) -> bool:
        """Whether the tables that `rule` reads are what they should be."""
        return self.sound.issuperset(rule.reads)

    def looks_for(self, rule: Rule) -> bool:
        """Whether `rule` is asked for, and can tell."""
        return rule.code not in self.off and self.can_tell(rule)
