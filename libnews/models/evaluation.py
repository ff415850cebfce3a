"""How a database compares with gold records."""

from enum import StrEnum
from typing import TYPE_CHECKING

from libnews.models.frozen import Frozen

if TYPE_CHECKING:
    import pandas

PLACES = 3
"""Decimal places that shares are given with."""


class Tally(Frozen):
    """Records of one kind: found (in both), missed (only in the gold), extra (only in the database).

    A share is null where nothing stands below the line.

    >>> tally = Tally(found=3, missed=1, extra=0)
    >>> tally.precision, tally.recall, tally.f1
    (1.0, 0.75, 0.857)
    """

    found: int = 0
    missed: int = 0
    extra: int = 0

    @property
    def precision(self) -> float | None:
        """Of what the database has, the share that the gold has too."""
        return _share(self.found, self.found + self.extra)

    @property
    def recall(self) -> float | None:
        """Of what the gold has, the share that the database has too."""
        return _share(self.found, self.found + self.missed)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall."""
        return _share(2 * self.found, 2 * self.found + self.extra + self.missed)


class Slot(Frozen):
    """One field of found records: on how many of them it is right.

    >>> Slot(right=1, judged=3).accuracy
    0.333
    """

    right: int = 0
    judged: int = 0

    @property
    def accuracy(self) -> float | None:
        """The share that is right; null where no record was found."""
        return _share(self.right, self.judged)


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, PLACES) if whole else None


class Verdict(StrEnum):
    """How database and gold differ at one place."""

    MISSED = "missed"
    EXTRA = "extra"
    WRONG = "wrong"


class Difference(Frozen):
    """One difference: a record missed or extra, or a field of a found record that is wrong.

    `subject` is a name of `Evaluation.records` or `slots`. `expected` is what the gold says, `read` what the database
    has; `quotes` are the words it was read from, or for what was missed the beginning of the first paragraph that
    should tell it.
    """

    file: str
    line_no: int | None
    paragraph_nos: tuple[int, ...]
    verdict: Verdict
    subject: str
    expected: str | None = None
    read: str | None = None
    record_id: str | None = None
    quotes: tuple[str, ...] = ()


class Evaluation(Frozen):
    """The table of `libnews evaluate`: `records` by kind, `slots` of found records, and each difference.

    `articles` counts those with gold records, of `articles_in_database`; the others are not looked at.

    >>> Evaluation(articles=1, articles_in_database=5, records={"person": Tally(found=2)}, slots={}, differences=()).ok
    True
    """

    articles: int
    articles_in_database: int
    records: dict[str, Tally]
    slots: dict[str, Slot]
    differences: tuple[Difference, ...]

    @property
    def ok(self) -> bool:
        """Whether database and gold agree in everything that is scored."""
        return not self.differences

    def to_dict(self) -> dict[str, object]:
        """The figures, without the differences, as plain values for JSON."""
        return {
            "articles": self.articles,
            "articles_in_database": self.articles_in_database,
            "records": {
                name: {"precision": one.precision, "recall": one.recall, "f1": one.f1, **one.model_dump()}
                for name, one in self.records.items()
            },
            "slots": {name: {"accuracy": one.accuracy, **one.model_dump()} for name, one in self.slots.items()},
        }

    def to_frame(self) -> "pandas.DataFrame":
        """The differences as a pandas DataFrame, a row each."""
        import pandas  # only where a frame is asked for

        return pandas.DataFrame(
            [one.model_dump(mode="json") for one in self.differences], columns=list(Difference.model_fields)
        )
