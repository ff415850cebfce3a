"""Fenced code blocks and generated parts of a Markdown document, found and replaced."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_FENCE = re.compile(r"^```(\w*)(?: file=(?P<file>[\w./-]+))?[^\n`]*\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)
_GENERATED = re.compile(r"^<!-- generated: (\w+) -->\n(?P<text>.*?)^<!-- end -->$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Block:
    """One part of a document: its language (or the generator's name), and its text from `start` to `end`; `file` where
    the fence names one, as in "toml file=desk/libnews.toml"."""

    language: str
    text: str
    line: int
    start: int
    end: int
    file: str | None = None


def find_blocks(document: str) -> list[Block]:
    """The fenced blocks in document order.

    >>> [(block.language, block.text, block.line) for block in find_blocks("One:\\n```sql\\nselect 1\\n```\\n")]
    [('sql', 'select 1\\n', 3)]
    """
    return _found(_FENCE, document)


def find_generated(document: str) -> list[Block]:
    """The parts between `<!-- generated: name -->` and `<!-- end -->`."""
    return _found(_GENERATED, document)


def replaced(document: str, texts: Mapping[Block, str]) -> str:
    """The document with these blocks' texts in the place of the old.

    >>> document = "```text\\nold\\n```\\n"
    >>> replaced(document, {find_blocks(document)[0]: "new\\n"})
    '```text\\nnew\\n```\\n'
    """
    for block in sorted(texts, key=lambda block: block.start, reverse=True):
        document = document[: block.start] + texts[block] + document[block.end :]
    return document


def _found(pattern: re.Pattern[str], document: str) -> list[Block]:
    return [
        Block(
            language=found[1],
            text=found["text"],
            line=document.count("\n", 0, found.start("text")) + 1,
            start=found.start("text"),
            end=found.end("text"),
            file=found.groupdict().get("file"),
        )
        for found in pattern.finditer(document)
    ]
