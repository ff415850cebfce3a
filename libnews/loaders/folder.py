"""Which files of a folder are articles, which are metadata, and which are neither."""

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from libnews.loaders.content import refusal_for
from libnews.loaders.refusal import Refusal
from libnews.loaders.status import status_of
from libnews.models.vocabulary import RejectedReason

METADATA_NAME = "metadata.csv"
SUFFIXES = (".txt",)
"""Of the formats known; a file in a folder is an article by its suffix."""
_NO_ARTICLES = (".", "README")
"""What the names of files begin with that are none, whatever their suffix."""


@dataclass(slots=True)
class FolderContents:
    """Absolute paths by what they are; several folders may be walked into one.

    Files come with their status (`status_of`), so that nothing has to be asked twice. Paths are text: making
    `Path`s of them takes longer than the walk.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    metadata: dict[str, bytes] = field(default_factory=dict)
    ignored: set[str] = field(default_factory=set)
    refused: dict[str, Refusal] = field(default_factory=dict)


def walk(folder: str, contents: FolderContents) -> None:
    """Add what `folder` holds, at any depth; links are not followed, what the system will not show is refused.

    Use it with an absolute path. A stack in place of recursion, so that no depth of folders is too deep.
    """
    waiting = [folder]
    while waiting:
        current = waiting.pop()
        try:
            with os.scandir(current) as entries:
                _take(entries, contents, waiting)
        except OSError as error:
            contents.refused[current] = refusal_for(error)


def is_folder(path: str | Path) -> bool:
    """Whether `path` is a folder or a link to one; false where the system will not tell."""
    try:
        return Path(path).is_dir()
    except OSError:
        return False


def _take(entries: Iterable["os.DirEntry[str]"], contents: FolderContents, waiting: list[str]) -> None:
    """Add the entries of one folder to `contents`, and its folders to those `waiting` to be gone into."""
    articles = contents.files
    for entry in entries:
        name = entry.name
        # Nearly all are articles, and every build asks of each of them: these are told by the fewest questions.
        if name.endswith(SUFFIXES) and not name.startswith(_NO_ARTICLES) and entry.is_file(follow_symlinks=False):
            kept: dict[str, bytes] | None = articles
        else:
            kept = _place_of(entry, contents, waiting)
        if kept is not None:
            try:
                kept[entry.path] = status_of(entry.stat(follow_symlinks=False))
            except OSError as error:
                contents.refused[entry.path] = refusal_for(error)


def _place_of(entry: "os.DirEntry[str]", contents: FolderContents, waiting: list[str]) -> dict[str, bytes] | None:
    """Where in `contents` an article or metadata is to be kept; any other entry is added here, and `None` returned."""
    name, path = entry.name, entry.path
    if name[0] == ".":
        contents.ignored.add(path)
    elif entry.is_dir(follow_symlinks=False):
        waiting.append(path)
    elif entry.is_symlink() and is_folder(path):
        detail = "a symbolic link to a folder is not followed; give that folder as a PATH"
        contents.refused[path] = Refusal(RejectedReason.SYMLINK, detail)
    elif name == METADATA_NAME:
        return contents.metadata
    elif name.startswith(_NO_ARTICLES) or not name.lower().endswith(SUFFIXES):
        contents.ignored.add(path)
    else:
        return contents.files
    return None
