"""What a made-up article tells: its bytes, and every value with the words that say it."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class ToldField:
    """One value of a record, and its words: `text[start_char:end_char]` of the article is the quote."""

    field: str
    value: str
    quote: str
    start_char: int

    @property
    def end_char(self) -> int:
        """The character after the quote's last."""
        return self.start_char + len(self.quote)

    def moved(self, by: int) -> "ToldField":
        """The same words, `by` characters further on."""
        return ToldField(self.field, self.value, self.quote, self.start_char + by)


@dataclass(frozen=True)
class ToldRecord:
    """One record as an article tells it; `thing` is the same wherever the same is told of.

    Persons are told of by name, office, rank and country; a participant's value is the name as it is written there, a
    party's the code of its country.
    """

    record_type: str
    thing: str
    fields: tuple[ToldField, ...]

    def values(self, field: str) -> frozenset[str]:
        """What the article says of one field; empty where it says nothing."""
        return frozenset(told.value for told in self.fields if told.field == field)


@dataclass(frozen=True)
class Told:
    """An article made from what it tells: the file it goes by, its bytes, their text, and all that it tells.

    The text is the decoded one, without a byte order mark; spans count in it.
    """

    file: str
    content: bytes
    text: str
    records: tuple[ToldRecord, ...]

    def of_type(self, record_type: str) -> tuple[ToldRecord, ...]:
        """The records of one type, in the order they are told in."""
        return tuple(record for record in self.records if record.record_type == record_type)

    def write(self, folder: Path) -> Path:
        """Write the file below `folder`, which need not be there."""
        path = folder / self.file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(self.content)
        return path


@dataclass(frozen=True)
class Corpus:
    """Articles that tell of the same things and agree, and what they tell of: one `ToldRecord` for each thing, in the
    words of the first article that tells it."""

    articles: tuple[Told, ...]
    things: tuple[ToldRecord, ...]

    def write(self, folder: Path) -> Path:
        """Write every file below `folder`, and give the folder."""
        folder.mkdir(parents=True, exist_ok=True)
        for article in self.articles:
            article.write(folder)
        return folder
