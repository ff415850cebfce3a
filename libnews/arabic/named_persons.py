"""Names of persons in Arabic text."""

import re
from dataclasses import dataclass

from libnews.arabic.reader import READER
from libnews.models.article import Article
from libnews.models.match import Match
from libnews.models.paragraph import Paragraph
from libnews.models.vocabulary import ActorKind, ParagraphKind

_LINE = re.compile(r"[^\r\n]+")
_NO_FILE = {"article_id": "article", "file": "text", "sha256": "0" * 64, "byte_length": 0, "encoding": "utf-8"}


@dataclass(frozen=True, slots=True)
class NameMatch(Match):
    """A person's name without titles; `value` is the name as it stands, clitics before it left out."""

    value: str


def find_names(text: str) -> list[NameMatch]:
    """Find the names of persons in `text`, each place where one stands.

    Use it with a whole article, paragraphs on lines of their own: a family name alone is known by the full name that
    another line gives. Titles and ranks lead to a name and are no part of it.

    >>> [match.text for match in find_names("استقبل الوزير سالم الكعبي نظيره. وقال الكعبي إن اللقاء مثمر")]
    ['سالم الكعبي', 'الكعبي']
    """
    paragraphs = _paragraphs(text)
    starts = {paragraph.paragraph_no: paragraph.start_char for paragraph in paragraphs}
    spans = {
        (starts[sighting.paragraph_no] + sighting.name[0], starts[sighting.paragraph_no] + sighting.name[1])
        for actor in READER.read(Article.model_validate({**_NO_FILE, "paragraphs": paragraphs})).actors
        if actor.kind is ActorKind.PERSON
        for sighting in actor.sightings
        if sighting.name is not None
    }
    return [NameMatch(start, end, text[start:end], text[start:end]) for start, end in sorted(spans)]


def _paragraphs(text: str) -> tuple[Paragraph, ...]:
    lines = [line for line in _LINE.finditer(text) if line[0].strip()]
    return tuple(
        Paragraph(
            article_id=str(_NO_FILE["article_id"]),
            paragraph_no=number,
            line_no=number,
            col_no=1,
            kind=ParagraphKind.BODY,
            start_char=line.start(),
            end_char=line.end(),
            text=line[0],
        )
        for number, line in enumerate(lines, start=1)
    )
