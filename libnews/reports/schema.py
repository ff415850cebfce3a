"""What a database holds: a data dictionary for people, and one for programs."""

import json
from collections.abc import Iterator, Sequence

from libnews.store.description import Relation


def render_json(relations: Sequence[Relation]) -> str:
    """Tables and views with columns, types and comments, as one JSON object."""
    told = {
        f"{kind}s": [
            {
                "name": relation.name,
                "comment": relation.comment,
                "columns": [column._asdict() for column in relation.columns],
            }
            for relation in relations
            if relation.kind == kind
        ]
        for kind in ("table", "view")
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def render_markdown(relations: Sequence[Relation]) -> str:
    """Tables and views as a Markdown document, a section each."""
    return "\n".join(line for relation in relations for line in _section(relation)).strip()


def _section(relation: Relation) -> Iterator[str]:
    yield f"\n## {relation.name} ({relation.kind})\n"
    yield f"{relation.comment or ''}\n"
    yield "| column | type | meaning |\n|---|---|---|"
    for column in relation.columns:
        meaning = (column.comment or "").replace("|", "\\|")
        yield f"| {column.name} | {column.type} | {meaning} |"
