"""An extractor for `libnews build --extractor capitals`: words in capital letters, as records of a type of its own."""

import re
from collections.abc import Iterator

from libnews.models import Article


def find_capitals(article: Article) -> Iterator[dict[str, object]]:
    """Every word in capitals, and one claim that no article bears out, which libnews has to refuse."""
    for paragraph in article.paragraphs:
        for number, found in enumerate(re.finditer(r"\b[A-Z]{2,}\b", paragraph.text)):
            yield {
                "record": f"{paragraph.paragraph_no} {number}",
                "record_type": "x_capitals",
                "field": "x_word",
                "value": found[0],
                "quote": found[0],
                "paragraph_no": paragraph.paragraph_no,
            }
    yield {
        "record": "0",
        "record_type": "x_capitals",
        "field": "x_word",
        "value": "NO",
        "quote": "not in any article ¤",
    }
