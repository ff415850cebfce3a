"""The documents hold together: links lead somewhere, and what exists is documented."""

import re
from pathlib import Path

import pytest

from libnews.store import schema_sql
from tests.docs.blocks import find_blocks
from tests.docs.documents import documents, name_of
from tests.docs.generated import head_of
from tests.docs.running import ROOT

_LINK = re.compile(r"\]\((?!https?://)([^)#]+)(#[^)]*)?\)")
_VIEW = re.compile(r"^CREATE VIEW (\w+) AS", re.MULTILINE)
_KNOWN_LANGUAGES = {"console", "csv", "python", "sh", "sql", "text", "toml", "tsv", "yaml"}


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("document", documents(), ids=name_of)
def test_links_lead_to_files_of_the_project(document: Path) -> None:
    """The trap: a file renamed, and a reader sent to nothing."""
    targets = [found[1] for found in _LINK.finditer(document.read_text(encoding="utf-8"))]
    assert [target for target in targets if not (document.parent / target).exists()] == []


@pytest.mark.parametrize("document", documents(), ids=name_of)
def test_every_block_says_how_it_is_run(document: Path) -> None:
    """The trap: an example in a block of another name, which no test would run."""
    blocks = find_blocks(document.read_text(encoding="utf-8"))
    assert [block.language for block in blocks if block.language not in _KNOWN_LANGUAGES] == []


def test_readme_sets_up_with_exactly_two_commands() -> None:
    """The trap: a third step that a newcomer needs and CI does not run: `.ci/run` runs exactly these."""
    commands = [block.text for block in find_blocks(read("README.md")) if block.language == "sh"]
    assert [len(command.splitlines()) for command in commands] == [1, 1]
    assert "libnews build seeds/" in commands[0]
    assert "pytest" in commands[1]


def test_every_document_is_reached_from_the_readme() -> None:
    """The trap: a page that nobody is ever sent to."""
    reached, waiting = set[Path](), [ROOT / "README.md"]
    while waiting:
        document = waiting.pop()
        if document in reached or document.suffix != ".md":
            continue
        reached.add(document)
        links = _LINK.finditer(document.read_text(encoding="utf-8"))
        waiting += [(document.parent / found[1]).resolve() for found in links]
    assert [name_of(document) for document in documents() if document.resolve() not in reached] == []


def test_every_view_has_an_example() -> None:
    """The trap: a view of the contract that no example of docs/sql.md runs."""
    queries = "\n".join(block.text for block in find_blocks(read("docs/sql.md")) if block.language == "sql")
    views = _VIEW.findall(schema_sql())
    assert views
    assert [view for view in views if not re.search(rf"\b{view}\b", queries)] == []


@pytest.mark.parametrize("path", sorted((ROOT / "libnews").rglob("*.tsv")), ids=lambda path: path.name)
def test_every_data_file_names_its_source(path: Path) -> None:
    """The trap: a fact that nobody can look up."""
    assert "Source:" in head_of(path)


def test_every_decision_names_what_was_refused() -> None:
    """The trap: a decision written down without the options, so that the same debate comes back."""
    decisions = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
    numbers = [int(decision.name[:4]) for decision in decisions]
    assert numbers == list(range(1, len(decisions) + 1))
    assert [one.name for one in decisions if "refused" not in one.read_text(encoding="utf-8").lower()] == []
