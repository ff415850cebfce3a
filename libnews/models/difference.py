"""What two databases have differently, record by record, with the words behind it."""

from enum import StrEnum

from libnews.models.frozen import Frozen


class Because(StrEnum):
    """Why a record of one database has none in the other."""

    ARTICLES = "articles"
    """None of its articles is in the other database."""
    READING = "reading"
    """The other database has an article of it, and nothing was read there for it."""
    JUDGEMENT = "judgement"
    """The other database has a mention of it, without a record."""


class Place(Frozen):
    """The words of one claim: where they stand, and what they are."""

    claim_id: str
    file: str
    line_no: int
    col_no: int
    paragraph_no: int
    quote: str

    def cite(self) -> str:
        """One line for a report: file, line, column, paragraph and the words."""
        return f"{self.file}:{self.line_no}:{self.col_no} ¶{self.paragraph_no} «{self.quote}»"


class Named(Frozen):
    """A record by its id and label; `evidence` is one place in each article that tells of it, published first first."""

    record_type: str
    record_id: str
    label: str | None
    articles: int
    evidence: tuple[Place, ...]


class Unmatched(Named):
    """A record of one database that no record of the other leads to, or comes from."""

    because: Because


class Merged(Frozen):
    """Several records of the old database that are one `record` of the new; `reasons` are what resolution says now."""

    record: Named
    former: tuple[Named, ...]
    reasons: tuple[str, ...]


class Split(Frozen):
    """One record of the old database, `former`, that is several `records` of the new."""

    former: Named
    records: tuple[Named, ...]


class Renamed(Frozen):
    """A record that has another id than it had: an article that was published earlier tells of it now."""

    former_id: str
    record: Named


class Value(Frozen):
    """A value of a record: as claims write it, an amount with its qualifier and currency.

    `detail` is the role of a participant or party, or quantity and unit of an item; `label` names the record that the
    value is the id of. `evidence` is one place in each article that gives the value; none where a documented rule does.
    Where a person decided it, `decided` says who, when and why.
    """

    value: str
    detail: str | None = None
    label: str | None = None
    decided: str | None = None
    evidence: tuple[Place, ...] = ()


class Change(Frozen):
    """One field of a record: the values that only the old database has, and those that only the new one has."""

    field: str
    old: tuple[Value, ...]
    new: tuple[Value, ...]


class Changed(Frozen):
    """A record whose values differ; `former_id` is the id it had."""

    former_id: str
    record: Named
    changes: tuple[Change, ...]


class Maker(Frozen):
    """What made a database: the version of libnews, that of the tables, and who read the articles."""

    libnews_version: str
    schema_version: int
    extractors: str


class Difference(Frozen):
    """What `new` has otherwise than `old`, by the mentions that both have.

    `counts` has a number for each kind of difference, and `values` for the values that changed; where only the first
    records of each kind were asked for, the counts are still of all. docs/how-to.md tells what each kind means.
    """

    old: Maker
    new: Maker
    articles_added: int
    articles_gone: int
    counts: dict[str, int]
    added: tuple[Unmatched, ...] = ()
    gone: tuple[Unmatched, ...] = ()
    merged: tuple[Merged, ...] = ()
    split: tuple[Split, ...] = ()
    renamed: tuple[Renamed, ...] = ()
    changed: tuple[Changed, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether both databases have the same records with the same values, from the same articles."""
        return not (self.articles_added or self.articles_gone or any(self.counts.values()))
