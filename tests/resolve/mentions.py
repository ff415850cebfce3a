"""Mentions of persons made without a reader: exactly the names, offices and countries that a case gives."""

from typing import NamedTuple

from libnews.models import Article, Claim, Mention
from tests.extract.reading import article


class Made(NamedTuple):
    """One article of one sentence that tells of one person."""

    article: Article
    mention: Mention
    claims: list[Claim]


def person(
    name: str = "", *, country: str = "", office: str = "", published_on: str | None = None, mark: str = ""
) -> Made:
    """Somebody as an article tells of him, his office and country before his name.

    Two articles of the same words are one; `mark` tells them apart, and so does the day.
    """
    words = " ".join(word for word in (office, country, name) if word)
    told = article(f"{words} . {published_on or ''}{mark}", published_on=published_on)
    anchor = told.find(name or office)
    mention = Mention.anchored("actor", "made", anchor)

    def claim(field: str, value: str, quote: str) -> Claim:
        evidence = told.find(quote)
        return Claim(mention_id=mention.mention_id, field=field, value=value, evidence=evidence, extractor="made")

    claims = [claim("kind", "person", words)]
    claims += [claim("name", name, name)] if name else []
    claims += [claim("role", office, office)] if office else []
    claims += [claim("country", country, country)] if country else []
    return Made(told, mention, claims)
