"""What a world's articles tell as mentions and claims, without a text to read: for what comes after reading."""

from collections.abc import Iterator
from datetime import date
from hashlib import sha256

from benchmarks.corpus.world import Telling, ToldEvent, ToldPerson, World
from libnews.models import Article, Claim, Evidence, Extraction, Mention, Paragraph


def make_mentions(articles: int, seed: int = 0) -> Iterator[tuple[Article, Extraction]]:
    """So many articles with what they tell."""
    for telling in World(articles, seed).tellings():
        page = _Page(telling)
        for event in telling.events:
            page.event(event)
        yield page.article, Extraction(mentions=tuple(page.mentions.values()), claims=tuple(page.claims))


class _Page:
    """One made article: every claim rests on its only word."""

    def __init__(self, telling: Telling) -> None:
        self.article = _article(telling.number, telling.published_on)
        paragraph = self.article.paragraphs[0]
        self._words = Evidence.at(self.article, paragraph, 0, len(paragraph.text))
        self.mentions: dict[object, Mention] = {}
        self.claims: list[Claim] = []

    def event(self, event: ToldEvent) -> None:
        """A meeting of some, or an agreement of theirs; an article tells of it once."""
        who = [self._actor(person) for person in event.who]
        key = (event.kind, *who)
        if key in self.mentions:
            return
        dated = [("date", event.date, None)] if event.date else []
        if event.kind == "agreement":
            parties = [("party", one, part) for part, one in enumerate(who, start=1)]
            self._mention(key, "agreement", [("kind", "defence", None), *dated, *parties])
            return
        seats = [("participant", one, part) for part, one in enumerate(who, start=1)]
        roles = [("participant_role", "visitor", part) for _, _, part in seats if event.kind == "visit"]
        told = [("kind", event.kind, None), *dated, ("country", event.country, None), *seats, *roles]
        self._mention(key, "meeting", told)

    def _actor(self, told: ToldPerson) -> str:
        """The mention of somebody; told so once more it is the same."""
        if told not in self.mentions:
            values = [("kind", "person"), ("name", told.name), ("role", told.office), ("country", told.country)]
            self._mention(told, "actor", [(field, value, None) for field, value in values if value])
        return self.mentions[told].mention_id

    def _mention(self, key: object, record_type: str, values: list[tuple[str, str, int | None]]) -> None:
        mention = Mention.anchored(record_type, "made", self._words, len(self.mentions) + 1)
        self.mentions[key] = mention
        for field, value, part in values:
            self.claims.append(
                Claim(
                    mention_id=mention.mention_id, field=field, part=part, value=value, evidence=self._words,
                    extractor="made",
                )
            )  # fmt: skip


def _article(number: int, published_on: date) -> Article:
    digest = sha256(str(number).encode()).hexdigest()
    article_id = Article.id_of(digest, None)
    text = f"{number}"
    paragraph = Paragraph(
        article_id=article_id, paragraph_no=1, line_no=1, col_no=1, kind="body", start_char=0, end_char=len(text),
        text=text,
    )  # fmt: skip
    return Article(
        article_id=article_id, file=f"{number}.txt", sha256=digest, byte_length=len(text), encoding="utf-8",
        language="ar", published_on=published_on, published_on_basis="metadata", paragraphs=(paragraph,),
    )  # fmt: skip
