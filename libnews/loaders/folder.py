"""Which files of a folder are articles, which are metadata, and which are neither."""

import stat
from dataclasses import dataclass, field
from pathlib import Path

from libnews.loaders.content import refusal_for
from libnews.loaders.refusal import Refusal
from libnews.models.vocabulary import RejectedReason

METADATA_NAME = "metadata.csv"
SUFFIXES = (".txt",)
"""Of the formats known; a file in a folder is an article by its suffix."""


@dataclass(slots=True)
class FolderContents:
    """Absolute paths by what they are; several folders may be walked into one."""

    files: set[Path] = field(default_factory=set)
    metadata: set[Path] = field(default_factory=set)
    ignored: set[Path] = field(default_factory=set)
    refused: dict[Path, Refusal] = field(default_factory=dict)


def walk(folder: Path, contents: FolderContents) -> None:
    """Add what `folder` holds, at any depth; links are not followed, what the system will not show is refused.

    Use it with an absolute path. A stack in place of recursion, so that no depth of folders is too deep.
    """
    waiting = [folder]
    while waiting:
        current = waiting.pop()
        try:
            entries = sorted(current.iterdir())
        except OSError as error:
            contents.refused[current] = refusal_for(error)
            continue
        for path in entries:
            if _is_walked(path, contents):
                waiting.append(path)


def is_folder(path: Path) -> bool:
    """Whether `path` is a folder or a link to one; false where the system will not tell."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _is_walked(path: Path, contents: FolderContents) -> bool:
    """Whether `path` is a folder to go into; what is none is added to `contents`."""
    if path.name.startswith("."):
        contents.ignored.add(path)
        return False
    try:
        mode = path.lstat().st_mode
    except OSError as error:
        contents.refused[path] = refusal_for(error)
        return False
    if not stat.S_ISDIR(mode):
        _add(path, contents, is_link=stat.S_ISLNK(mode))
    return stat.S_ISDIR(mode)


def _add(path: Path, contents: FolderContents, *, is_link: bool) -> None:
    if is_link and is_folder(path):
        detail = "a symbolic link to a folder is not followed; give that folder as a PATH"
        contents.refused[path] = Refusal(RejectedReason.SYMLINK, detail)
    elif path.name == METADATA_NAME:
        contents.metadata.add(path)
    elif path.name.lower().endswith(SUFFIXES) and not path.name.startswith("README"):
        contents.files.add(path)
    else:
        contents.ignored.add(path)
