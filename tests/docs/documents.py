"""The documents of the project, and what each of them should hold now."""

from pathlib import Path

from tests.docs.blocks import find_generated, replaced
from tests.docs.generated import GENERATORS
from tests.docs.running import ROOT, Folder, fresh_texts


def documents() -> list[Path]:
    """Every Markdown file a reader is pointed to, the README first."""
    return [
        ROOT / "README.md",
        ROOT / "CONTRIBUTING.md",
        ROOT / "CHANGELOG.md",
        ROOT / "seeds" / "README.md",
        *sorted((ROOT / "docs").rglob("*.md")),
    ]


def name_of(document: Path) -> str:
    """The document's path below the project's folder."""
    return document.relative_to(ROOT).as_posix()


def generated_afresh(text: str) -> str:
    """The document with its generated parts made anew."""
    return replaced(text, {block: GENERATORS[block.language]() for block in find_generated(text)})


def run_afresh(text: str, folder: Folder) -> str:
    """The document with the output of its examples as it is now."""
    return replaced(text, fresh_texts(text, folder.apart()))
