"""Lists in the documents that are made from the code, so that they cannot fall behind it."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from libnews.checks import Rule, input_rules, rules
from libnews.reports.schema import render_markdown
from libnews.store.description import describe
from tests.docs.running import ROOT


def data_files() -> str:
    """The data files of the package: what each holds, and where its facts come from."""
    rows = ["| file | what it holds | source |", "|---|---|---|"]
    for path in sorted((ROOT / "libnews").rglob("*.tsv")):
        holds, source = _told(path)
        rows.append(f"| `{path.relative_to(ROOT).as_posix()}` | {holds} | {source} |")
    return "".join(f"{row}\n" for row in rows)


def catalogue() -> str:
    """Every rule of `libnews validate`."""
    return _listed(rules())


def input_catalogue() -> str:
    """Every rule that rows of claims files are held to."""
    return _listed(input_rules())


def _listed(coded: Iterable[Rule]) -> str:
    return "\n".join(_section(rule) for rule in coded)


def _section(rule: Rule) -> str:
    example = rule.example if rule.example.endswith(".") else f"`{rule.example}`"
    return f"### {rule.code}\n\n**{rule.severity.value}** · {rule.title}. {rule.why}\n\nBroken by: {example}\n"


def tables() -> str:
    """Every table and view, as `libnews schema --format markdown` prints them."""
    return f"{render_markdown(describe())}\n"


GENERATORS: dict[str, Callable[[], str]] = {
    "data_files": data_files,
    "rules": catalogue,
    "input_rules": input_catalogue,
    "tables": tables,
}


def head_of(path: Path) -> str:
    """The comment at the head of a data file, as one text."""
    return " ".join(_head(path))


def _head(path: Path) -> Iterator[str]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            return
        yield line.removeprefix("#").strip()


def _told(path: Path) -> tuple[str, str]:
    holds, _, source = head_of(path).partition("Source:")
    return _first_sentence(holds), _first_sentence(source)


def _first_sentence(text: str) -> str:
    return text.strip().split(". ")[0].rstrip(".").replace("|", "\\|")
