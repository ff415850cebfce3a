"""Articles made from lines of text, and their records in a form that a case file can hold."""

from datetime import date
from hashlib import sha256

from libnews.extract import extract
from libnews.models import Article, Extraction, Paragraph


def article(*lines: str, published_on: str | None = None) -> Article:
    """An Arabic article with one body paragraph a line."""
    text = "\n".join(lines)
    digest = sha256(text.encode()).hexdigest()
    article_id = Article.id_of(digest, None)
    paragraphs, start = [], 0
    for number, line in enumerate(lines, start=1):
        paragraphs.append(
            Paragraph(
                article_id=article_id, paragraph_no=number, line_no=number, col_no=1, kind="body",
                start_char=start, end_char=start + len(line), text=line,
            )
        )  # fmt: skip
        start += len(line) + 1
    day = date.fromisoformat(published_on) if published_on else None
    return Article(
        article_id=article_id, file="case.txt", sha256=digest, byte_length=len(text.encode()), encoding="utf-8",
        language="ar", published_on=day, published_on_basis="metadata" if day else None, paragraphs=tuple(paragraphs),
    )  # fmt: skip


def records(extraction: Extraction) -> list[dict[str, object]]:
    """Meetings, agreements and trade figures: each field with its values, actors by their first name or office.

    A visit that something is part of is told by its first participant.
    """
    values: dict[str, dict[str, list[str | None]]] = {}
    for claim in extraction.claims:
        values.setdefault(claim.mention_id, {}).setdefault(claim.field, []).append(claim.value)
    shown = []
    for mention in extraction.mentions:
        if mention.record_type not in ("meeting", "agreement", "trade_figure"):
            continue
        fields = values[mention.mention_id]
        record: dict[str, object] = {"record_type": str(mention.record_type)}
        for name, found in fields.items():
            seen = [_shown(value, values) for value in found]
            unique = list(dict.fromkeys(seen))
            record[name] = unique if name in ("participant", "party", "item") or len(unique) > 1 else unique[0]
        shown.append(record)
    return shown


def _shown(value: str | None, values: dict[str, dict[str, list[str | None]]]) -> str | None:
    actor = values.get(value or "")
    if actor is None:
        return value
    if "name" not in actor and "role" not in actor and actor["kind"] != ["country"]:
        return f"{actor['kind'][0]} of {_shown(actor['participant'][0], values)}"
    if "country" in actor and actor.get("kind") == ["country"]:
        return actor["country"][0]
    return (actor.get("name") or actor["role"])[0]


def read(*lines: str, published_on: str | None = None) -> list[dict[str, object]]:
    """The records of a text."""
    return records(extract(article(*lines, published_on=published_on)))
