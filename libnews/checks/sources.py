"""The files the database was made from, held against what it says of them."""

import os
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from libnews.checks.rule import Found, Rule, Scope
from libnews.checks.source_files import file_sha256
from libnews.models.finding import Finding
from libnews.models.vocabulary import Severity

MISSING = Rule(
    code="source.missing",
    title="A source file is missing",
    why="The quotes read from it can no longer be compared with the original.",
    example="Delete a file that was read.",
    reads=("article", "rejected"),
)
CHANGED = Rule(
    code="source.changed",
    title="A source file is not the one that was read",
    why="Its bytes have another SHA-256, so that quotes and places may not be found in it.",
    example="Add one byte to a file that was read.",
    reads=("article", "rejected"),
)
MOVED = Rule(
    code="source.moved",
    severity=Severity.WARNING,
    title="A source file stands in another place",
    why="The same bytes are there under another name; the database still gives the old one.",
    example="Rename a file that was read.",
    reads=("article", "rejected"),
)
UNKNOWN = Rule(
    code="source.unknown",
    severity=Severity.NOTE,
    title="A file beside the sources is not in the database",
    why="It came after the build, and nothing in it was read.",
    example="Put another article beside the files that were read.",
    reads=("article", "rejected"),
)
RULES = (MISSING, CHANGED, MOVED, UNKNOWN)


def check(scope: Scope) -> Iterator[Found]:
    """Which files below `scope.sources` are missing, changed, moved or new; nothing where no folder was given."""
    if scope.sources is None or not scope.can_tell(MISSING):
        return
    wanted = _wanted(scope)
    hashes = {file: file_sha256(scope.sources, file) for file in wanted}
    known = {name for name, found in hashes.items() if found is not None}
    others = [name for name in _listed(scope.sources, _suffixes(wanted)) if name not in wanted]
    elsewhere: dict[str, list[str]] = defaultdict(list)
    for name in others:
        if (found := file_sha256(scope.sources, name)) is not None:
            elsewhere[found].append(name)
    broken: dict[str, list[Finding]] = defaultdict(list)
    for file, sha256 in sorted(wanted.items()):
        _compare(file, sha256, hashes[file], elsewhere, broken)
    moved = {name for sha256 in _gone(wanted, known) for name in elsewhere.get(sha256, ())}
    broken[UNKNOWN.code] = [_finding(UNKNOWN, name, name) for name in others if name not in moved]
    for rule in RULES:
        yield Found.all(rule, broken[rule.code], scope.limit)


def _gone(wanted: dict[str, str], known: set[str]) -> set[str]:
    return {sha256 for file, sha256 in wanted.items() if file not in known}


def _compare(
    file: str, sha256: str, found: str | None, elsewhere: dict[str, list[str]], broken: dict[str, list[Finding]]
) -> None:
    if found == sha256:
        return
    if found is not None:
        broken[CHANGED.code].append(_finding(CHANGED, file, file))
    elif sha256 in elsewhere:
        broken[MOVED.code].append(_finding(MOVED, file, f"{file} is now {', '.join(elsewhere[sha256])}"))
    else:
        broken[MISSING.code].append(_finding(MISSING, file, file))


def _finding(rule: Rule, file: str, detail: str) -> Finding:
    return rule.finding(detail, key=file, file=file)


def _wanted(scope: Scope) -> dict[str, str]:
    rows = scope.connection.execute(
        "select file, min(sha256) from (select file, sha256 from article union all select file, sha256 from rejected) "
        "where file is not null and sha256 is not null group by file order by file"
    ).fetchall()
    return dict(rows)


def _suffixes(files: dict[str, str]) -> frozenset[str]:
    return frozenset(PurePosixPath(file).suffix.lower() for file in files)


def _listed(folder: Path, suffixes: frozenset[str]) -> list[str]:
    """Files of the formats that were read, as `build` counts them: no dot files, no README, no metadata.csv."""
    names = []
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in files:
            if (
                Path(name).suffix.lower() in suffixes
                and not name.startswith((".", "README"))
                and name != "metadata.csv"
            ):
                names.append((Path(parent) / name).relative_to(folder).as_posix())
    return sorted(names)
