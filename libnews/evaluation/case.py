"""One article with its gold records, and the sheet that is filled in for it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from libnews.models.evaluation import Difference, Slot, Tally, Verdict
from libnews.models.gold import GoldArticle
from libnews.models.telling import Telling, ToldRecord, ToldValue

_LONGEST = 80


@dataclass
class Sheet:
    """Counts over all articles."""

    found: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    missed: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    extra: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    right: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    judged: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    differences: list[Difference] = field(default_factory=list)

    def tally(self, subject: str) -> Tally:
        return Tally(found=self.found[subject], missed=self.missed[subject], extra=self.extra[subject])

    def slot(self, subject: str) -> Slot:
        return Slot(right=self.right[subject], judged=self.judged[subject])


@dataclass
class Case:
    """One article: what the gold has, what the database has, and which actors are the same.

    `keys` leads from an actor's id to its gold key.
    """

    gold: GoldArticle
    telling: Telling
    sheet: Sheet
    keys: dict[str, str] = field(default_factory=dict)

    def found(self, subject: str) -> None:
        self.sheet.found[subject] += 1

    def missed(self, subject: str, expected: str, paragraph_nos: Sequence[int]) -> None:
        self.sheet.missed[subject] += 1
        first = paragraph_nos[0] if paragraph_nos else None
        quotes = () if first is None else (_beginning(self.telling.article.paragraphs[first - 1].text),)
        self._note(Verdict.MISSED, subject, paragraph_nos, expected=expected, quotes=quotes)

    def extra(self, subject: str, read: str, record: ToldRecord, fields: Iterable[str]) -> None:
        """`fields` are those whose words show best why the record is there."""
        self.sheet.extra[subject] += 1
        words = [one for name in fields for one in record.of(name)] or list(record.told[:1])
        paragraph_nos = sorted(record.paragraph_nos)
        self._note(Verdict.EXTRA, subject, paragraph_nos, read=read, record_id=record.record_id, quotes=_quotes(words))

    def slot(
        self, subject: str, ok: bool, record: ToldRecord, expected: object, read: object, fields: Sequence[str]
    ) -> None:
        self.sheet.judged[subject] += 1
        self.sheet.right[subject] += ok
        if not ok:
            words = [one for name in fields for one in record.of(name)]
            paragraph_nos = sorted({one.paragraph_no for one in words} or record.paragraph_nos)
            self._note(
                Verdict.WRONG, subject, paragraph_nos, expected=shown(expected), read=shown(read),
                record_id=record.record_id, quotes=_quotes(words),
            )  # fmt: skip

    def _note(
        self,
        verdict: Verdict,
        subject: str,
        paragraph_nos: Sequence[int],
        expected: str | None = None,
        read: str | None = None,
        record_id: str | None = None,
        quotes: tuple[str, ...] = (),
    ) -> None:
        paragraphs = self.telling.article.paragraphs
        self.sheet.differences.append(
            Difference(
                file=self.telling.article.file,
                line_no=paragraphs[paragraph_nos[0] - 1].line_no if paragraph_nos else None,
                paragraph_nos=tuple(paragraph_nos),
                verdict=verdict,
                subject=subject,
                expected=expected,
                read=read,
                record_id=record_id,
                quotes=quotes,
            )
        )

    def sides(self, actor_ids: Iterable[str | None]) -> set[str]:
        """The countries that actors are or belong to."""
        actors = [(one, self.telling.actors[one]) for one in actor_ids if one in self.telling.actors]
        return {one if actor.kind == "country" else actor.country or "" for one, actor in actors} - {""}

    def known(self, actor_ids: Iterable[str | None]) -> set[str]:
        """The gold keys of those actors that have one."""
        return {self.keys[one] for one in actor_ids if one in self.keys}


def shown(value: object) -> str | None:
    """A value as a difference shows it: several are separated by commas, and no value is null.

    >>> shown({"PAK", "LBY"}), shown({None}), shown("2025-12")
    ('LBY, PAK', None, '2025-12')
    """
    if isinstance(value, set | frozenset | list | tuple):
        return ", ".join(sorted(str(one) for one in value if one is not None)) or None
    return None if value is None else str(value)


def _quotes(words: Iterable[ToldValue]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.quote for one in words))


def _beginning(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rpartition(' ')[0] or text[:_LONGEST]}…"
