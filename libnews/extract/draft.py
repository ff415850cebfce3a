"""A mention in the making: claims are gathered first and numbered when the article has been read to its end."""

from dataclasses import dataclass, field

from libnews.models import Article, Claim, Evidence, Mention
from libnews.models.annotation import Span
from libnews.models.vocabulary import Basis, RecordType

EXTRACTOR = "program:libnews"
"""The name under which the library's own rules claim; people and other programs have their own."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand: a paragraph and a span of its text."""

    paragraph_no: int
    span: Span


@dataclass(slots=True)
class Draft:
    """One record as an article tells it, anchored on the words `at`; claims may come from any paragraph."""

    article: Article
    record_type: RecordType
    at: Place
    number: int = 1
    values: dict[tuple[str, int | None, str | None, Place], Basis] = field(default_factory=dict)

    def add(
        self, name: str, value: str | None, at: Place, basis: Basis = Basis.STATED, part: int | None = None
    ) -> None:
        """Claim `value` for the field `name` on the words `at`; the same claim twice is one."""
        self.values.setdefault((name, part, value, at), basis)

    @property
    def mention(self) -> Mention:
        return Mention.anchored(self.record_type, EXTRACTOR, evidence_at(self.article, self.at), self.number)

    def claims(self) -> list[Claim]:
        """The claims, in the order they were made."""
        mention_id = self.mention.mention_id
        return [
            Claim(
                mention_id=mention_id, field=name, part=part, value=value,
                evidence=evidence_at(self.article, at, basis), extractor=EXTRACTOR,
            )
            for (name, part, value, at), basis in self.values.items()
        ]  # fmt: skip


def evidence_at(article: Article, at: Place, basis: Basis = Basis.STATED) -> Evidence:
    """The words at a place of an article."""
    return Evidence.at(article, article.paragraphs[at.paragraph_no - 1], *at.span, basis)
