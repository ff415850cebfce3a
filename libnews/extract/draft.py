"""A mention in the making: claims are gathered first and numbered when the article has been read to its end."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from libnews.models import Article, Attribution, Claim, Evidence, Mention
from libnews.models.annotation import Span
from libnews.models.vocabulary import Basis, Modality, RecordType

EXTRACTOR = "program:libnews"
"""The name under which the library's own rules claim; people and other programs have their own."""


class Place(NamedTuple):
    """Where words stand: a paragraph and a span of its text. A tuple, for it is looked up much."""

    paragraph_no: int
    span: Span


Telling = Callable[[Place, Evidence], tuple[Modality | None, Attribution | None]]
"""How surely the words at a place are said, and by whom."""


def _untold(_: Place, __: Evidence) -> tuple[None, None]:
    return None, None


class Quotations:
    """The words of one article that claims rest on; however many rest on the same words, they are quoted once."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._made: dict[tuple[Place, Basis], Evidence] = {}

    def at(self, at: Place, basis: Basis = Basis.STATED) -> Evidence:
        """The words at a place of the article."""
        made = self._made.get((at, basis))
        if made is None:
            paragraph = self._article.paragraphs[at.paragraph_no - 1]
            made = self._made[at, basis] = Evidence.at(self._article, paragraph, *at.span, basis)
        return made


@dataclass(slots=True)
class Draft:
    """One record as an article tells it, anchored on the words `at`; claims may come from any paragraph.

    `parts` counts the values made of several claims (amount and currency, participant and role).
    """

    article: Article
    record_type: RecordType
    at: Place
    number: int = 1
    parts: int = 0
    values: dict[tuple[str, int | None, str | None, Place], Basis] = field(default_factory=dict)
    _ids: dict[int, str] = field(default_factory=dict, repr=False)  # by number

    def add(
        self, name: str, value: str | None, at: Place, basis: Basis = Basis.STATED, part: int | None = None
    ) -> None:
        """Claim `value` for the field `name` on the words `at`; the same claim twice is one."""
        self.values.setdefault((name, part, value, at), basis)

    @property
    def mention_id(self) -> str:
        """The id of the mention that this draft becomes."""
        made = self._ids.get(self.number)
        if made is None:
            place = self.article.article_id, self.at.paragraph_no, *self.at.span
            made = self._ids[self.number] = Mention.id_of(self.record_type, EXTRACTOR, place, self.number)
        return made

    def mention(self) -> Mention:
        """The mention, without its claims."""
        return Mention(mention_id=self.mention_id, record_type=self.record_type, article_id=self.article.article_id)

    def claims(self, mention_id: str, quotations: Quotations, told: Telling = _untold) -> list[Claim]:
        """The claims about the mention of this id, in the order they were made."""
        made = []
        for (name, part, value, at), basis in self.values.items():
            words = quotations.at(at, basis)
            modality, attribution = told(at, words)
            claim = Claim(
                mention_id=mention_id, field=name, part=part, value=value, evidence=words, extractor=EXTRACTOR,
                modality=modality, attribution=attribution,
            )  # fmt: skip
            made.append(claim)
        return made
