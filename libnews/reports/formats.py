"""The formats of a report by name, and by the suffix of the file it goes to."""

from pathlib import Path

from libnews.checks.report import Report
from libnews.reports import github, json, junit, markdown, sarif, text
from libnews.reports.showing import Showing

FORMATS = ("text", "json", "junit", "sarif", "github")
"""What may go to a terminal or a log."""
SUFFIXES = {".txt": "text", ".json": "json", ".xml": "junit", ".sarif": "sarif", ".md": "markdown"}
"""What may go to a file."""


def format_of(file: Path) -> str | None:
    """The format that a file's name asks for; `None` where it asks for none that there is.

    >>> [format_of(Path(name)) for name in ("a.sarif.json", "known.json", "a.html")]
    ['sarif', 'json', None]
    """
    if file.name.lower().endswith(".sarif.json"):
        return "sarif"
    return SUFFIXES.get(file.suffix.lower())


def render(form: str, report: Report, showing: Showing) -> str:
    """The report in one of the formats."""
    match form:
        case "json":
            return json.render(report, showing)
        case "junit":
            return junit.render(report, showing)
        case "sarif":
            return sarif.render(report, showing)
        case "github":
            return github.render(report, showing)
        case "markdown":
            return markdown.render(report, showing)
    told = text.render(report, showing)
    return f"{told}\ndigest {showing.digest or 'none: its table is not what it should be'}"
